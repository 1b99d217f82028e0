import type { CardStore, TrackedCard } from './ports/card-store';

type CardKey = Pick<TrackedCard, 'ticket' | 'subject' | 'laneKey'>;

export interface PostedCards extends CardStore {
  /** Whether an earlier try has posted or edited the card and the store has not taken it yet; `find` has it saved. */
  isUnsaved(card: CardKey): boolean;
}

/**
 * Remembers a card that was posted until the store has taken it: where the store fails in between, the next try finds the
 * card and does not post it twice. A kill in between is the only way left to lose it.
 */
export function rememberingPosted(cards: CardStore): PostedCards {
  const unsaved = new Map<string, TrackedCard>();

  async function save(card: TrackedCard): Promise<void> {
    const key = keyOf(card);
    unsaved.set(key, card);
    await cards.save(card);
    if (unsaved.get(key) === card) unsaved.delete(key);
  }

  return {
    save,
    isUnsaved: (card) => unsaved.has(keyOf(card)),
    async find(ticket, subject, laneKey) {
      const posted = unsaved.get(keyOf({ ticket, subject, laneKey }));
      if (posted === undefined) return cards.find(ticket, subject, laneKey);
      await save(posted);
      return posted;
    },
    findByActivity: (conversation, activityId) => cards.findByActivity(conversation, activityId),
    forget(card) {
      const key = keyOf(card);
      if (unsaved.get(key)?.activityId === card.activityId) unsaved.delete(key);
      return cards.forget(card);
    },
    ofTicket: (ticket) => cards.ofTicket(ticket),
    standing: (after, limit) => cards.standing(after, limit),
  };
}

function keyOf({ ticket, subject, laneKey }: CardKey): string {
  return JSON.stringify([ticket, subject, laneKey]);
}
