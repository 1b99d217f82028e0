/** What the store's adapter tells of a store that does not answer. */
export class StoreAway extends Error {}
