import type { Place } from '../../domain/organisation/place';
import type { TicketNumber } from '../../domain/ticket/ticket';
import type { CardSubject } from '../messages/card-subject';

/** A card that stands in one lane, for a place. */
export interface StandingCard {
  readonly laneKey: string;
  readonly place: Place;
  /** The conversation it was posted to, without the thread. */
  readonly conversation: string;
  readonly activityId: string;
  /** The version that it shows of what it is about. */
  readonly shownVersion: number;
  /** Its place is not reached or may not read there any more, and it says so. */
  readonly withdrawn: boolean;
}

/** The single tracked card of a ticket and subject in one lane. */
export interface TrackedCard extends StandingCard {
  readonly ticket: TicketNumber;
  readonly subject: CardSubject;
}

export interface CardStore {
  find(ticket: TicketNumber, subject: CardSubject, laneKey: string): Promise<TrackedCard | undefined>;
  /** The card with this activity id in this conversation: the origin of a press, whatever data the card carried. */
  findByActivity(conversation: string, activityId: string): Promise<TrackedCard | undefined>;
  /** The cards of both subjects. */
  ofTicket(ticket: TicketNumber): Promise<readonly TrackedCard[]>;
  /** The next ones after a card that have not been withdrawn, or the first ones; always in the same order, by ticket. */
  standing(after: TrackedCard | undefined, limit: number): Promise<readonly TrackedCard[]>;
  /** Inserts or replaces the card of (ticket, subject, lane). */
  save(card: TrackedCard): Promise<void>;
  /** Teams no longer has its message: nothing leads to it any more. Leaves another one of its ticket and lane alone. */
  forget(card: TrackedCard): Promise<void>;
}
