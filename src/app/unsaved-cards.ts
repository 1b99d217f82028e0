/** What was posted and the store has not taken yet. */
export interface UnsavedCards<Card> {
  save(card: Card): Promise<void>;
  has(key: string): boolean;
  /** Has the store take the card of this key, if one is left; it is returned. */
  settle(key: string): Promise<Card | undefined>;
  forget(card: Card): void;
}

/**
 * Remembers a card that was posted until the store has taken it: where the store fails in between, the next try finds the
 * card and does not post it twice. A kill in between is the only way left to lose it.
 */
export function createUnsavedCards<Card extends { readonly activityId: string }>(
  keyOf: (card: Card) => string,
  store: (card: Card) => Promise<void>,
): UnsavedCards<Card> {
  const unsaved = new Map<string, Card>();

  async function save(card: Card): Promise<void> {
    const key = keyOf(card);
    unsaved.set(key, card);
    await store(card);
    if (unsaved.get(key) === card) unsaved.delete(key);
  }

  return {
    save,
    has: (key) => unsaved.has(key),
    async settle(key) {
      const posted = unsaved.get(key);
      if (posted !== undefined) await save(posted);
      return posted;
    },
    forget(card) {
      const key = keyOf(card);
      if (unsaved.get(key)?.activityId === card.activityId) unsaved.delete(key);
    },
  };
}
