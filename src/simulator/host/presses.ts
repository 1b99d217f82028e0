import type { Connector } from '../connector/connector';
import type { Message } from '../connector/messages';
import { isThereFor } from '../connector/targeted-messages';
import type { Conversation } from '../connector/teams-world';
import { BotAnswerFault } from '../people/answer-faults';
import { ClientRefusal, NotOnScreen } from '../people/client-refusal';
import type { Outcome } from '../people/dialog';
import { PersonClient } from '../people/person-client';
import { PlaceView } from '../people/place-view';
import { ShownCard } from '../people/shown-card';
import type { ActionRequest, ActionResult, DialogResult, PressRequest, WriteRequest } from '../page-api';
import { simulatorTexts } from '../../texts/simulator.de';
import { ApiRefusal } from './api-refusal';
import { OpenDialogs } from './open-dialogs';

/** A card just looked at is not refreshed again within this time, as in Teams; milliseconds of the machine's clock. */
const refreshAgainAfter = 60_000;
const maxLooks = 10_000;

/**
 * What people do with mouse and keyboard. Actions are taken from the host's own copy of the card that the person saw, with
 * the same checks that people/ makes in tests: a browser can send nothing that a Teams client would not.
 */
export class Presses {
  private readonly dialogs = new OpenDialogs();
  /** When a card was looked at, by person, message and state of the card. */
  private readonly looks = new Map<string, number>();

  constructor(
    private readonly connector: Connector,
    private readonly realNow: () => number,
  ) {}

  /** Writes a message; waits for the bot's HTTP answer no longer than Teams does. */
  async write(person: string, conversation: Conversation, request: WriteRequest): Promise<Message> {
    const view = new PlaceView(this.client(person, conversation));
    try {
      const { message } =
        request.rootId === undefined
          ? await view.writes(request.text)
          : await view.replies(
              view.message(({ id }) => id === request.rootId),
              request.text,
            );
      return message;
    } catch (error) {
      if (error instanceof NotOnScreen) throw new ApiRefusal(404, simulatorTexts.noSuchMessage);
      if (error instanceof ClientRefusal) throw new ApiRefusal(409, simulatorTexts.appNotInstalled);
      throw error;
    }
  }

  async act(
    person: string,
    conversation: Conversation,
    messageId: string,
    { action, inputs, cardVersion }: PressRequest,
  ): Promise<ActionResult> {
    const message = this.message(person, conversation, messageId);
    const seen = this.connector.messages.cardOfVersion(message, person, cardVersion);
    if (!seen) throw new ApiRefusal(409, simulatorTexts.noSuchCardVersion);
    const card = new ShownCard(this.client(person, conversation), message, seen);
    const outcome = await this.attempt(() => card.pressAt(action, inputs));
    if ('error' in outcome) return outcome.error;
    const result = this.resultOf(person, outcome.done);
    return result.kind === 'closed' ? { kind: 'sent' } : result;
  }

  async submit(person: string, dialogId: string, { action, inputs }: ActionRequest): Promise<DialogResult> {
    const dialog = this.dialogs.get(person, dialogId);
    const outcome = await this.attempt(() => dialog.submitAt(action, inputs));
    if ('error' in outcome) return outcome.error;
    const { done } = outcome;
    if (done.kind !== 'link') this.dialogs.close(person, dialogId);
    const result = this.resultOf(person, done);
    if (result.kind === 'card' || result.kind === 'sent') return { kind: 'closed' };
    return result;
  }

  closeDialog(person: string, dialogId: string): void {
    this.dialogs.close(person, dialogId);
  }

  closeAllDialogs(): void {
    this.dialogs.clear();
  }

  /** The card came into view: its refresh runs, unless it was seen in this state just now. */
  async look(person: string, conversation: Conversation, messageId: string): Promise<void> {
    const message = this.message(person, conversation, messageId);
    const card = new ShownCard(this.client(person, conversation), message);
    const key = `${person} ${messageId} ${card.message.edits}`;
    const now = this.realNow();
    const before = this.looks.get(key);
    if (before !== undefined && now - before < refreshAgainAfter) return;
    this.looks.delete(key);
    this.looks.set(key, now);
    for (const [oldest] of this.looks) if (this.looks.size > maxLooks) this.looks.delete(oldest);
    const outcome = await this.attempt(() => card.look());
    if ('error' in outcome) throw new ApiRefusal(502, outcome.error.text);
  }

  private message(person: string, conversation: Conversation, messageId: string): Message {
    const { connector } = this;
    const message = connector.messages.find(conversation.id, messageId);
    if (!message || !isThereFor(message, person, connector.now()))
      throw new ApiRefusal(404, simulatorTexts.noSuchMessage);
    return message;
  }

  private client(person: string, conversation: Conversation): PersonClient {
    return new PersonClient(this.connector, person, conversation);
  }

  /** Turns the client's own refusal, or its message about an unusable answer from the bot, into a result. */
  private async attempt<Done>(
    act: () => Promise<Done>,
  ): Promise<{ readonly done: Done } | { readonly error: ActionResult & { readonly kind: 'error' } }> {
    try {
      return { done: await act() };
    } catch (error) {
      if (error instanceof ClientRefusal) return { error: { kind: 'error', ...wordingOf(error) } };
      if (error instanceof NotOnScreen) return { error: { kind: 'error', text: simulatorTexts.notOnScreen } };
      if (error instanceof BotAnswerFault) {
        const text =
          error.fault === 'no-answer' ? simulatorTexts.appUnreachable : simulatorTexts.badAnswer(error.fault);
        return { error: { kind: 'error', text } };
      }
      throw error;
    }
  }

  private resultOf(person: string, outcome: Outcome): ActionResult | { readonly kind: 'closed' } {
    switch (outcome.kind) {
      case 'card':
      case 'closed':
        return { kind: outcome.kind };
      case 'message':
      case 'error':
        return { kind: outcome.kind, text: outcome.text };
      case 'dialog':
        return this.dialogs.open(person, outcome.dialog);
      case 'link':
      case 'toggled':
      case 'sent':
        return { kind: 'sent' };
    }
  }
}

function wordingOf({ fields }: ClientRefusal): {
  readonly text: string;
  readonly fields?: Record<string, string>;
} {
  const complaints = Object.entries(fields);
  if (complaints.length === 0) return { text: simulatorTexts.clientRefused };
  const list = complaints.map(([label, what]) => `${label}: ${what}`).join('; ');
  return { text: simulatorTexts.checkFields(list), fields };
}
