import type { Place } from '../../domain/organisation/place';
import type { TicketNumber } from '../../domain/ticket/ticket';

/** What a tracked card shows: the ticket, or the release information about it (process 6). */
export const cardSubjects = ['ticket', 'notice'] as const;
export type CardSubject = (typeof cardSubjects)[number];

/** The one tracked card of a ticket's subject in one lane. */
export interface TrackedCard {
  readonly ticket: TicketNumber;
  readonly subject: CardSubject;
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
  find(ticket: TicketNumber, subject: CardSubject, laneKey: string): Promise<TrackedCard | undefined>;
  /** The card with this activity in this conversation: where a press came from, whatever the card carried. */
  findByActivity(conversation: string, activityId: string): Promise<TrackedCard | undefined>;
  /** The cards of both subjects. */
  ofTicket(ticket: TicketNumber): Promise<readonly TrackedCard[]>;
  /** Inserts or replaces the card of (ticket, subject, lane). */
  save(card: TrackedCard): Promise<void>;
}
