import type { Migration } from './migration';

/**
 * From here on a new ticket has a proof that its cards carry. Tickets of before stay without, and so do their cards; but
 * earlier software must not open tickets again on these data, since it would give them none.
 */
export const proofsOfCards: Migration = { name: 'proofs of cards', steps: {} };
