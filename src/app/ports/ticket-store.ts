import type { Instant } from '../../domain/instant';
import type { ModuleId, OrganisationId, Role } from '../../domain/organisation/installation';
import type { FaultClass } from '../../domain/reaction/fault-class';
import type { TicketEvent } from '../../domain/ticket/event-rules';
import type { Ticket, TicketNumber } from '../../domain/ticket/ticket';
import type { TicketState } from '../../domain/ticket/ticket-state';
import type { DueMoment, Urgency } from '../../domain/ticket/urgency';
import type { ClassFigures } from '../messages/digest';
import type { SetAsideTickets } from './set-aside-tickets';

/** A ticket with its whole history; `effectsPlanned` is the version up to which effects have been derived. */
export interface TicketRecord {
  readonly ticket: Ticket;
  /** In order; event i leads to version i + 1. Append-only and hash-chained in the store (process 10). */
  readonly events: readonly TicketEvent[];
  readonly effectsPlanned: number;
  /** The hash of the last event in the chain of the history (process 10). */
  readonly historyHash: string;
}

/** A ticket whose document this version cannot read: damaged, or written by a newer one. */
export interface UnreadableTicket {
  readonly number: TicketNumber;
  readonly unreadable: Error;
}

/** What a look for many finds: one document that cannot be read does not keep the others from being read. */
export type FoundTicket = TicketRecord | UnreadableTicket;

/** A ticket due for a timer. */
export type DueTicket = FoundTicket & {
  /** The checks before have failed. */
  readonly hasFailed?: true;
};

export function isReadable<Found extends FoundTicket>(found: Found): found is Found & TicketRecord {
  return !('unreadable' in found);
}

export function numberOf(found: FoundTicket): TicketNumber {
  return isReadable(found) ? found.ticket.number : found.number;
}

/** A part of the tickets; every field narrows. */
export interface TicketScope {
  readonly operator?: OrganisationId;
  readonly module?: ModuleId;
  readonly assigned?: boolean;
  /** No index covers it: given with a module, whose assigned tickets are then looked at one by one. */
  readonly assignedTo?: OrganisationId;
  /** Waits for this role (waits-for.ts); never for the process owner. */
  readonly waitsFor?: Exclude<Role, 'processOwner'>;
  /** With any support request, completed or not (process 5). */
  readonly supported?: true;
}

/** Which tickets a list shows, none to practise with (process 7): those in any of the scopes (no scope finds nothing), except those in `except`. */
export interface TicketFilter {
  readonly scopes: readonly TicketScope[];
  readonly except?: readonly TicketScope[];
  readonly states?: readonly TicketState[];
  readonly module?: ModuleId;
  readonly faultClass?: FaultClass;
  /** Those that are as urgent as this at the moment; ended tickets are 'later'. */
  readonly urgency?: { readonly is: Urgency; readonly at: DueMoment };
}

export interface TicketStore {
  /**
   * The next number of the year, from an atomic counter: 'SP-2026-0001'. Gaps are possible, repeats are not, nor are numbers
   * that anything stored names although the counter was put back to an earlier state.
   */
  nextNumber(year: number): Promise<TicketNumber>;
  /** This number has been given out, though nothing stored may know of it: no ticket gets it, nor one before it. */
  numberSeen(number: TicketNumber): Promise<void>;
  /**
   * Writes a new ticket, its events and the mark that effects are due in one write, and returns the record. 'duplicate'
   * if the same report command has already opened a ticket: nothing was written. `nextDue` is when the ticket is next
   * due for a timer.
   */
  create(
    ticket: Ticket,
    events: readonly TicketEvent[],
    nextDue?: Instant,
  ): Promise<TicketRecord | 'duplicate'>;
  /**
   * Writes the new state, the added events and the mark that effects are due in one write guarded by the version of
   * `before`, and returns the new record. Undefined if somebody else was faster: nothing was written.
   */
  append(
    before: TicketRecord,
    ticket: Ticket,
    added: readonly TicketEvent[],
    nextDue?: Instant,
  ): Promise<TicketRecord | undefined>;
  find(number: TicketNumber): Promise<TicketRecord | undefined>;
  /** The ticket opened by this report command, so that a submission delivered twice has one effect. */
  findByReport(commandId: string): Promise<TicketRecord | undefined>;
  /** Tickets marked as having effects due, oldest mark first, without those kept back beyond `now`. */
  withEffectsDue(now: Instant, limit: number): Promise<readonly FoundTicket[]>;
  /**
   * Records that effects up to this version have been enqueued; the mark is removed unless the ticket has moved on, and
   * what failed before is forgotten.
   */
  effectsPlanned(number: TicketNumber, version: number): Promise<void>;
  readonly setAside: SetAsideTickets;
  /** Tickets due for a timer by `now`, the longest due first, then by number. */
  due(now: Instant, limit: number): Promise<readonly DueTicket[]>;
  /** The next instant at which any ticket is due for a timer; undefined if none is. */
  nextDue(): Promise<Instant | undefined>;
  /** Sets when the ticket is next due for a timer, undefined for never; no effect if it has moved on from the version. */
  rearm(number: TicketNumber, version: number, nextDue: Instant | undefined): Promise<void>;
  /** The tickets after `after` that are open or still due for a timer, sorted by number. */
  watched(after: TicketNumber | undefined, limit: number): Promise<readonly FoundTicket[]>;
  /** Sorted by the current reaction deadline while it runs, then class, priority and number. */
  list(
    filter: TicketFilter,
    page: { readonly limit: number; readonly skip: number },
  ): Promise<readonly Ticket[]>;
  count(filter: TicketFilter): Promise<number>;
  /** The figures of the open tickets in any of the scopes, none to practise with, by class; a class without open tickets is left out. */
  figures(scopes: readonly TicketScope[], at: DueMoment): Promise<readonly ClassFigures[]>;
  /** Which of these are open and none to practise with; an unknown number is not. */
  openAmong(numbers: readonly TicketNumber[]): Promise<readonly TicketNumber[]>;
}
