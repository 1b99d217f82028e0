import type { FoundTicket, TicketRecord } from '../../app/ports/ticket-store';
import { defined } from '../../defined';
import type { Instant } from '../../domain/instant';
import type { CalendarDay } from '../../domain/service-calendar/civil-date';
import type { TicketEvent } from '../../domain/ticket/event-rules';
import { planDueOf } from '../../domain/ticket/plan/fix-plan';
import { runningDeadline, type Ticket } from '../../domain/ticket/ticket';
import { isOpen } from '../../domain/ticket/ticket-state';
import { waitsForRole } from '../../domain/ticket/waits-for';
import type { HistoryLink } from './history-chain';
import { listOrderOf } from './list-order';
import { fromStored } from './stored-form';

/** An event as stored in the document: flat, with its place in the chain. */
export type StoredEvent = Omit<HistoryLink, 'event'> & TicketEvent;

/** What lists are filtered and sorted by; derived again at each write. */
export interface ListFields {
  /** To practise with: in no list and no figure (process 7). */
  readonly trial: boolean;
  readonly assigned: boolean;
  /** Somebody has asked for support. */
  readonly supported: boolean;
  readonly listOrder: string;
  /** The reaction deadline while its cycle runs. */
  readonly reactionDue?: Instant;
  /** The plan's target date while work is under way. */
  readonly planDue?: CalendarDay;
  /** Whom it waits for (waits-for.ts). */
  readonly waitsForOperator: boolean;
  readonly waitsForDispatcher: boolean;
  readonly waitsForMaintainer: boolean;
  readonly waitsForPlatform: boolean;
}

/** The list fields that a ticket can lose again. */
export const passingListFields = ['reactionDue', 'planDue'] as const satisfies readonly (keyof ListFields)[];

/** A ticket's document, with values in the domain's form; the schemas turn instants into dates. */
export interface TicketDocument extends ListFields {
  readonly _id: string;
  readonly version: number;
  readonly reportCommandId: string;
  readonly ticket: Ticket;
  readonly events: readonly StoredEvent[];
  readonly historyHash: string;
  readonly effectsPlanned: number;
  readonly effectsDue: boolean;
  readonly effectsDueSince?: number;
  readonly effectsTries?: number;
  readonly effectsRetryAt?: number;
  readonly effectsSetAsideAt?: number;
  readonly effectsSetAsideFor?: string;
  readonly failedChecks?: number;
  readonly uncheckedSince?: number;
  readonly uncheckedFor?: string;
  readonly nextDueAt?: number;
}

export function listFieldsOf(ticket: Ticket): ListFields {
  const reactionDue = isOpen(ticket) ? runningDeadline(ticket) : undefined;
  const planDue = planDueOf(ticket);
  return {
    trial: ticket.trial === true,
    assigned: ticket.assignment !== undefined,
    listOrder: listOrderOf(ticket),
    supported: ticket.supportRequests.length > 0,
    ...defined({ reactionDue, planDue }),
    waitsForOperator: waitsForRole(ticket, 'operator'),
    waitsForDispatcher: waitsForRole(ticket, 'dispatcher'),
    waitsForMaintainer: waitsForRole(ticket, 'maintainer'),
    waitsForPlatform: waitsForRole(ticket, 'platformMaintainer'),
  };
}

export function toStoredEvent({ event, ...link }: HistoryLink): StoredEvent {
  return { ...link, ...event };
}

export function toLink({ seq, previousHash, hash, ...event }: StoredEvent): HistoryLink {
  return { seq, previousHash, hash, event };
}

/** The record in a document read from the store; throws UnreadableDocument for one that is none. */
export function toRecord(stored: object): TicketRecord {
  const { _id, ticket, events, effectsPlanned, historyHash } = fromStored<Partial<TicketDocument>>(stored);
  const isWhole =
    ticket?.number === _id &&
    typeof effectsPlanned === 'number' &&
    typeof historyHash === 'string' &&
    events?.every((event: unknown) => typeof event === 'object' && event !== null);
  if (ticket === undefined || events === undefined || !isWhole) throw new UnreadableDocument(String(_id));
  return {
    ticket,
    events: events.map((event) => toLink(event).event),
    effectsPlanned,
    historyHash,
  };
}

/** As `toRecord`, but one that cannot be read is an answer too, so that it does not stand for all that were read with it. */
export function toFound(stored: object): FoundTicket {
  try {
    return toRecord(stored);
  } catch (error) {
    const { _id } = stored as { readonly _id: string };
    return { number: _id, unreadable: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** A ticket's document that lacks what every ticket has, or says two things about it. */
export class UnreadableDocument extends Error {
  constructor(id: string) {
    super(`the document of ${id} cannot be read`);
    this.name = 'UnreadableDocument';
  }
}
