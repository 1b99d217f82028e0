import type { Instant } from '../../domain/instant';
import type { PersonId } from '../../domain/organisation/installation';
import type { OrganisationPlace, Place } from '../../domain/organisation/place';
import type { CalendarDay } from '../../domain/service-calendar/civil-date';
import type { MentionReason } from '../../domain/ticket/event-rules';
import type { TicketNumber } from '../../domain/ticket/ticket';
import type { TimerKind } from '../../domain/ticket/timers';

/**
 * What has to be sent because of an event. Speaks of places; which conversation that is, only the Teams adapter
 * knows. Nothing typed is in it: content is rendered from the stored ticket at the time of sending.
 */
export type Effect =
  /**
   * The place's tracked card shows the present state; posted where there is none yet. `again`: although the card shows
   * this version already, because something besides the ticket has changed on it.
   */
  | { readonly kind: 'showCard'; readonly place: Place; readonly again?: true }
  /** The tracked card with the release information for an affected operator, who need not be the reporting one (process 6). */
  | { readonly kind: 'showNotice'; readonly place: OrganisationPlace }
  /** The place may no longer read the ticket: its card is edited to number and "abgegeben" (process 1). */
  | { readonly kind: 'withdrawCard'; readonly place: Place }
  /** One short mention in the thread of the ticket's card. */
  | {
      readonly kind: 'mention';
      readonly place: Place;
      readonly people: readonly PersonId[];
      readonly reason: MentionReason;
    }
  /** Told by the bot itself: in the thread of the ticket's card, or with others of the same minute in one post (process 2). */
  | Remind
  /** The figures and open tickets of the place's channel, once on a service day; those of when it is sent. */
  | { readonly kind: 'showDigest'; readonly place: Place; readonly day: CalendarDay }
  /** The card that opened the form becomes "Gemeldet: <Nummer>". */
  | {
      readonly kind: 'markReported';
      readonly place: Place;
      /** Who sent the form: the card is in their private chat where it is not in the place's channel. */
      readonly person: PersonId;
      readonly origin: string;
    };

export interface Remind {
  readonly kind: 'remind';
  readonly place: Place;
  readonly people: readonly PersonId[];
  readonly timer: TimerKind;
  /** As in the table of timers; 100 of 'reaction' is the breach. */
  readonly step: number;
  /** Since when the ticket waited; what was done meanwhile makes the reminder pointless. */
  readonly since: Instant;
  readonly dueAt: Instant;
}

/** An effect with its deterministic id: cause (an event of a ticket, a digest day), kind and place. */
export interface PlannedEffect {
  readonly id: string;
  /** Whose event caused it; absent where the cause is no ticket's event. */
  readonly ticket?: TicketNumber;
  /** The version of the ticket that caused it. */
  readonly version?: number;
  readonly effect: Effect;
}
