import type { Place } from '../../domain/organisation/place';
import type { TicketNumber } from '../../domain/ticket/ticket';

/** The one tracked card of a ticket in one lane. */
export interface TrackedCard {
  readonly ticket: TicketNumber;
  readonly laneKey: string;
  readonly place: Place;
  /** The conversation it was posted to, without thread. */
  readonly conversation: string;
  readonly activityId: string;
  /** The ticket's version that it shows. */
  readonly shownVersion: number;
  readonly withdrawn: boolean;
}

export interface CardStore {
  find(ticket: TicketNumber, laneKey: string): Promise<TrackedCard | undefined>;
  /** The card with this activity in this conversation: where a press came from, whatever the card carried. */
  findByActivity(conversation: string, activityId: string): Promise<TrackedCard | undefined>;
  ofTicket(ticket: TicketNumber): Promise<readonly TrackedCard[]>;
  /** Inserts or replaces the card of (ticket, lane). */
  save(card: TrackedCard): Promise<void>;
}
