import type { Instant } from '../../domain/instant';
import type { Place } from '../../domain/organisation/place';
import type { FaultClass } from '../../domain/reaction/fault-class';
import type { CalendarDay } from '../../domain/service-calendar/civil-date';
import type { TicketNumber } from '../../domain/ticket/ticket';
import type { TicketList } from './ticket-list';

/** Counts of the open tickets of one class; a ticket can count in several figures, but never as both due and overdue. */
export interface ClassFigures {
  readonly faultClass: FaultClass;
  readonly open: number;
  /** The running reaction deadline, or the plan's target date, is today and has not passed. */
  readonly dueToday: number;
  /** The running reaction deadline, or the plan's target date, has passed (process 2.4, 4). */
  readonly overdue: number;
  readonly waitingForOperator: number;
  readonly inProgress: number;
  readonly inTest: number;
}

/** How many cycles were judged since the start of the last service day before today. */
export interface JudgedReactions {
  readonly since: CalendarDay;
  readonly met: number;
  readonly missed: number;
}

/** What does not reach the reader's places; if all of it is empty, nothing is stuck. */
export interface DeliveryState {
  /** Messages that are due and have already failed, or have been due for longer than usual. */
  readonly late: number;
  /** Open tickets with a message that was given up and not made up for by a later one. */
  readonly unreached: readonly TicketNumber[];
  /** How many messages to each place were given up and not made up for by a later one. */
  readonly givenUp: readonly { readonly place: Place; readonly count: number }[];
  /** Tickets of whose latest events nothing can be told by this version of the bot; only to those who read everything. */
  readonly setAside: readonly TicketNumber[];
  /** The tickets whose deadlines cannot be checked: nothing that is due there is recorded. */
  readonly unchecked: readonly TicketNumber[];
  /** Channels whose last post that was not about a single ticket was given up. */
  readonly silentPlaces: readonly Place[];
}

/** The current figures and open tickets of a place or a person (process 1: only what the reader may read). */
export interface Digest {
  readonly asOf: Instant;
  readonly figures: readonly ClassFigures[];
  readonly list: TicketList;
  /** Absent for a reader not concerned with reactions. */
  readonly reactions?: JudgedReactions;
  readonly delivery: DeliveryState;
  /** What the last verification of the stored data found (process 10); absent where nothing was, or for a reader other than dispatch. */
  readonly findings?: number;
}
