import { cardOf } from '../../connector/activity-checks';
import type { Connector } from '../../connector/connector';
import type { Message } from '../../connector/messages';
import { isThereFor } from '../../connector/targeted-messages';
import type { FieldValue } from '../../people/card-input';
import type { Dialog, Outcome } from '../../people/dialog';
import { person } from '../../people/person';
import type { PlaceView } from '../../people/place-view';
import type { ShownCard } from '../../people/shown-card';
import { ShownMessage } from '../../people/shown-message';
import { PersonClient } from '../../people/person-client';
import { sampleWords } from '../../../texts/sample-words.de';
import type { CastMember } from './cast';

export type Fields = Readonly<Record<string, FieldValue>>;

const numberPattern = /SP-\d{4}-\d{4,}/;

/** A step of the sample month that the bot did not accept. Names the button, but nothing typed or read. */
export class StepNotTaken extends Error {
  constructor(action: string, outcome: string) {
    super(`"${action}" was answered with a ${outcome}`);
    this.name = 'StepNotTaken';
  }
}

/** Presses buttons and fills in forms as the people of the cast, through the same clients as the page's users. */
export class SamplePlayer {
  /** By ticket and conversation, so that no card is searched for twice. */
  private readonly cards = new Map<string, string>();

  constructor(private readonly connector: Connector) {}

  /** Reports a fault with the form; returns the ticket's number. */
  async report(who: CastMember, fields: Fields): Promise<string> {
    const view = this.view(who);
    const { bot } = this.connector.world;
    const { command } = sampleWords.report;
    await view.writes(view.conversation.kind === 'personal' ? command : `@${bot.name} ${command}`);
    // Messages the bot sent on its own may be below it by now.
    const asked = this.newestFirst(who).find(({ card }) => card.buttons.includes(command));
    if (asked === undefined) throw new StepNotTaken(command, 'no card');
    const form = (await asked.card.press(command)).dialog;
    const sent = await send(form, fields);
    if (sent.kind !== 'closed' && sent.kind !== 'message') throw new StepNotTaken(command, sent.kind);
    // What the dialog does not say, the card says that it was opened from.
    const said =
      sent.kind === 'message' ? sent : await view.waitsFor((message) => isReported(message, asked));
    const [number] = numberPattern.exec(said.text) ?? [];
    if (number === undefined) throw new StepNotTaken(command, sent.kind);
    return number;
  }

  /** Presses the action on the ticket's card of this place and sends its form. */
  async act(who: CastMember, ticket: string, action: string, fields: Fields = {}): Promise<void> {
    const card = this.card(who, ticket);
    const { more } = sampleWords;
    let outcome = card.buttons.includes(action)
      ? await card.press(action)
      : await (await card.press(more.button)).dialog.fill({ [more.field]: action }).submit(more.next);
    if (outcome.kind === 'dialog') outcome = await send(outcome.dialog, fields);
    // A form with errors, or the bot's refusal.
    if (outcome.kind === 'dialog' || outcome.kind === 'error') throw new StepNotTaken(action, outcome.kind);
  }

  /** Confirms the latest unconfirmed release information at this place; there may be none. */
  async confirmNotice(who: CastMember): Promise<void> {
    const { title, button } = sampleWords.notice;
    const found = this.newestFirst(who).find(
      (message) => message.text.startsWith(title) && message.card.buttons.includes(button),
    );
    await found?.card.press(button);
  }

  /** The tracked card of a ticket, not a copy. */
  private card(who: CastMember, ticket: string): ShownCard {
    const key = `${ticket} ${who.conversationId}`;
    const known = this.cards.get(key);
    const heading = new RegExp(`^${ticket} \\| `, 'm');
    const message =
      known === undefined
        ? this.view(who).message(
            (candidate) =>
              names(candidate.message, ticket) &&
              heading.test(candidate.text) &&
              !candidate.text.includes(sampleWords.copyMark),
          )
        : this.view(who).message(({ id }) => id === known);
    this.cards.set(key, message.id);
    return message.card;
  }

  private newestFirst(who: CastMember): ShownMessage[] {
    const { connector } = this;
    const { conversation } = this.view(who);
    const client = new PersonClient(connector, who.person, conversation);
    return connector.messages
      .in(conversation.id)
      .filter((message) => isThereFor(message, who.person, connector.now()))
      .filter(({ activity }) => cardOf(activity) !== undefined)
      .reverse()
      .map((message) => new ShownMessage(client, message));
  }

  private view(who: CastMember): PlaceView {
    return person(this.connector, who.person).in(who.conversationId);
  }
}

function isReported(message: ShownMessage, asked: ShownMessage): boolean {
  return message.id === asked.id && numberPattern.test(message.text);
}

/** Sends a form, via its check page if it has one. */
async function send(form: Dialog, fields: Fields): Promise<Outcome> {
  const sent = await form.fill({ ...fields }).submit(form.buttons[0] ?? '');
  if (sent.kind !== 'dialog' || !sent.dialog.buttons.includes(sampleWords.back)) return sent;
  return sent.dialog.submit(sent.dialog.buttons[0] ?? '');
}

/** Quickly rules out most cards, before reading them as a person would. */
function names({ activity }: Message, ticket: string): boolean {
  const card = cardOf(activity);
  return card !== undefined && JSON.stringify(card).includes(ticket);
}
