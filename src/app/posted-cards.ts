import type { CardStore, TrackedCard } from './ports/card-store';

/**
 * Remembers a card that was posted until the store has taken it: where the store fails in between, the next try finds the
 * card and does not post it twice. A kill in between is the only way left to lose it.
 */
export function rememberingPosted(cards: CardStore): CardStore {
  const unsaved = new Map<string, TrackedCard>();

  async function save(card: TrackedCard): Promise<void> {
    const key = keyOf(card);
    unsaved.set(key, card);
    await cards.save(card);
    if (unsaved.get(key) === card) unsaved.delete(key);
  }

  return {
    save,
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

function keyOf({ ticket, subject, laneKey }: Pick<TrackedCard, 'ticket' | 'subject' | 'laneKey'>): string {
  return JSON.stringify([ticket, subject, laneKey]);
}
