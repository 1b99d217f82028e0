import { cardOf } from '../connector/activity-checks';
import { asObject, objectsOf, textOf, type JsonObject } from '../connector/json';
import type { Message } from '../connector/messages';
import { NotOnScreen } from './client-refusal';
import type { PersonClient } from './person-client';
import { ShownCard } from './shown-card';
import { shownMentions, shownMessageText } from './shown-text';

/** A message as a person sees it. */
export class ShownMessage {
  constructor(
    private readonly client: PersonClient,
    readonly message: Message,
  ) {}

  get id(): string {
    return this.message.id;
  }

  /** The root message of its thread; undefined in chats. */
  get threadId(): string | undefined {
    return this.message.rootId;
  }

  /** The name beside the message. */
  get author(): string {
    const { world } = this.client.connector;
    return this.message.author === undefined ? world.bot.name : world.person(this.message.author).name;
  }

  get edited(): boolean {
    return this.message.edits > 0;
  }

  /** Whether it says "Nur für Sie sichtbar". */
  get isPrivate(): boolean {
    return this.message.onlyFor !== undefined;
  }

  /** What the bot has reacted with. */
  get reactions(): readonly string[] {
    return this.message.reactions;
  }

  get hasCard(): boolean {
    return cardOf(this.message.activity) !== undefined;
  }

  /** The card; throws when the message has none. */
  get card(): ShownCard {
    if (!this.hasCard) throw new NotOnScreen('The message has no card', [this.text]);
    return new ShownCard(this.client, this.message);
  }

  /** Everything there is to read: the message's text, then the card. */
  get text(): string {
    return this.read(() => this.card.text);
  }

  /** The same with all that the card unfolds. */
  get unfolded(): string {
    return this.read(() => this.card.unfolded);
  }

  private read(cardText: () => string): string {
    const { activity } = this.message;
    const mentions = mentionsOf(activity).map((entity) => String(entity['text']));
    const text = shownMentions(
      shownMessageText(textOf(activity['text']) ?? '', textOf(activity['textFormat'])),
      mentions,
    );
    return [text, this.hasCard ? cardText() : ''].filter((part) => part !== '').join('\n');
  }

  get mentionsBot(): boolean {
    const { id } = this.client.connector.world.bot;
    return mentionsOf(this.message.activity).some((entity) => asObject(entity['mentioned'])['id'] === id);
  }

  /** Keys of the people who are alerted by a mention in the text or the card. */
  get mentions(): string[] {
    const { activity } = this.message;
    const card = cardOf(activity);
    const entities = [...mentionsOf(activity), ...(card ? mentionsOf(asObject(card['msteams'])) : [])];
    const { world } = this.client.connector;
    return entities
      .map((entity) => world.identity(String(asObject(entity['mentioned'])['id']))?.person.key)
      .filter((key) => key !== undefined);
  }
}

function mentionsOf(owner: JsonObject): JsonObject[] {
  return objectsOf(owner['entities']).filter((entity) => entity['type'] === 'mention');
}
