import type { ModuleId, OrganisationId, PersonId } from '../../domain/organisation/installation';
import type { TicketEvent } from '../../domain/ticket/events';
import type { Ticket, TicketNumber, TicketState } from '../../domain/ticket/ticket';

/** A ticket with its whole history; `effectsPlanned` is the version up to which effects were derived. */
export interface TicketRecord {
  readonly ticket: Ticket;
  /** In order; event i leads to version i + 1. Append-only and hash-chained in the store (process 10). */
  readonly events: readonly TicketEvent[];
  readonly effectsPlanned: number;
}

/** Which tickets a list shows. Every field narrows; an empty array finds nothing. */
export interface TicketFilter {
  readonly states?: readonly TicketState[];
  readonly operators?: readonly OrganisationId[];
  readonly modules?: readonly ModuleId[];
  readonly assignedTo?: PersonId;
  readonly assigned?: boolean;
  readonly limit: number;
  readonly skip?: number;
}

export interface TicketStore {
  /** The next number of the year, from an atomic counter: 'SP-2026-0001'. Gaps are possible, repeats are not. */
  nextNumber(year: number): Promise<TicketNumber>;
  /**
   * Writes a new ticket, its events and the mark that effects are due, in one write.
   * 'duplicate' where a ticket of the same report command exists already: nothing was written.
   */
  create(ticket: Ticket, events: readonly TicketEvent[]): Promise<'created' | 'duplicate'>;
  /**
   * Writes the new state, the added events and the mark that effects are due, in one write guarded by the
   * version. False where somebody else was quicker: nothing was written.
   */
  append(ticket: Ticket, added: readonly TicketEvent[], expectedVersion: number): Promise<boolean>;
  find(number: TicketNumber): Promise<TicketRecord | undefined>;
  /** The ticket that this report command opened, so that the same submission delivered again has one effect. */
  findByReport(commandId: string): Promise<TicketRecord | undefined>;
  /** Tickets marked as having effects due, oldest mark first. */
  withEffectsDue(limit: number): Promise<readonly TicketRecord[]>;
  /** Effects up to this version are in the deliveries; the mark goes unless the ticket has moved on. */
  effectsPlanned(number: TicketNumber, version: number): Promise<void>;
  /** Sorted by the present reaction deadline while it runs, then class, priority and number. */
  list(filter: TicketFilter): Promise<readonly Ticket[]>;
  count(filter: Omit<TicketFilter, 'limit' | 'skip'>): Promise<number>;
}
