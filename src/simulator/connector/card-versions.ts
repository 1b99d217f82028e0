import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { cardOf } from './activity-checks';
import { withFallbacks } from './card-walk';
import type { JsonObject } from './json';

/** What of a message decides which card somebody sees. */
interface CardMessage {
  readonly id: string;
  readonly activity: JsonObject;
  readonly deleted: boolean;
  readonly views: ReadonlyMap<string, JsonObject>;
}

/** So many former cards of all messages together are remembered; a card has at most 28 KB. */
const maxFormer = 2_000;

/** A name for what a card shows and does: two cards have the same one only if they are equal on the screen. */
export function cardVersion(card: JsonObject): string {
  return createHash('sha256')
    .update(JSON.stringify(withFallbacks(card)))
    .digest('hex')
    .slice(0, 16);
}

/** The card of a message as a person sees it now: their own view where they have one; undefined without a card. */
export function cardShownTo(message: CardMessage, personKey: string): JsonObject | undefined {
  if (message.deleted) return undefined;
  return message.views.get(personKey) ?? cardOf(message.activity);
}

/**
 * The cards that a message showed before. A window that was not refreshed still shows one of them, and Teams runs the
 * button that the person saw, with the data of the card it stood on.
 */
export class FormerCards {
  private readonly cards: LRUCache<string, JsonObject>;

  constructor(max = maxFormer) {
    this.cards = new LRUCache({ max });
  }

  /** Remembers what everybody and single people see of the message; called before that changes. */
  keepAllOf({ id, activity, views }: CardMessage): void {
    const common = cardOf(activity);
    if (common) this.keep(id, '', common);
    for (const [personKey, card] of views) this.keep(id, personKey, card);
  }

  /** Remembers the view of one person. */
  keepViewOf({ id, views }: CardMessage, personKey: string): void {
    const card = views.get(personKey);
    if (card) this.keep(id, personKey, card);
  }

  /** The card of this version that the person sees or could have seen; undefined if there never was one, or long ago. */
  find(message: CardMessage, personKey: string, version: string): JsonObject | undefined {
    if (message.deleted) return undefined;
    const standing = [message.views.get(personKey), cardOf(message.activity)];
    return (
      standing.find((card) => card !== undefined && cardVersion(card) === version) ??
      this.cards.get(nameOf(message.id, personKey, version)) ??
      this.cards.get(nameOf(message.id, '', version))
    );
  }

  clear(): void {
    this.cards.clear();
  }

  private keep(messageId: string, personKey: string, card: JsonObject): void {
    this.cards.set(nameOf(messageId, personKey, cardVersion(card)), card);
  }
}

/** Of everybody's card the key of the person is empty. */
function nameOf(messageId: string, personKey: string, version: string): string {
  return JSON.stringify([messageId, personKey, version]);
}
