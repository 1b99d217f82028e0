import { maxCardBytes } from './teams-limits';

/**
 * How much of a long text a ticket's card shows, in UTF-16 units; all of it is behind "Inhalt anzeigen". A card stays
 * readable, and below what Teams carries.
 */
export interface CardRoom {
  /** Of what a reader came for. */
  readonly text: number;
  /** Of what stands beside it. */
  readonly aside: number;
}

/** The usual room, and what is tried where a long story in a dense script would not fit. */
export const cardRooms: readonly [CardRoom, ...CardRoom[]] = [
  { text: 600, aside: 300 },
  { text: 300, aside: 150 },
  { text: 150, aside: 80 },
];

export function fits(card: object): boolean {
  return Buffer.byteLength(JSON.stringify(card)) <= maxCardBytes;
}
