import type { Installation, ModuleId, OrganisationId, Role } from '../../domain/organisation/installation';
import type { FaultClass } from '../../domain/reaction/fault-class';
import {
  mayRead,
  placeMayReadIn,
  type Reader,
  type ReadingPlace,
  readingPlacesOf,
  scopesOfPlace,
} from '../../domain/ticket/access';
import type { Ticket, TicketNumber } from '../../domain/ticket/ticket';
import { openStates, type TicketState } from '../../domain/ticket/ticket-state';
import { dueMomentAt, urgencies, type Urgency } from '../../domain/ticket/urgency';
import { waitsForRole } from '../../domain/ticket/waits-for';
import type { TicketList } from '../messages/ticket-list';
import type { Clock } from '../ports/clock';
import type { Directory } from '../ports/directory';
import type { TicketRecord, TicketScope, TicketStore } from '../ports/ticket-store';

export interface ListDeps {
  readonly tickets: TicketStore;
  readonly directory: Directory;
}

export interface OpenTicketsDeps extends ListDeps {
  readonly clock: Clock;
}

export interface ListOptions {
  readonly limit: number;
  readonly skip?: number;
  readonly module?: ModuleId;
  readonly faultClass?: FaultClass;
  /** One of the open states; an end state finds nothing here. */
  readonly state?: TicketState;
  /** Those alone that are overdue. */
  readonly overdueOnly?: boolean;
  /** Those alone that are waited for (`awaited`). */
  readonly waitingOnly?: boolean;
  /** Whom the tickets are said to wait for, of those that the reader may read: a person who asks in a channel; else the reader. */
  readonly awaiter?: Reader;
}

/**
 * The open tickets that the reader may read, as a queue: what is overdue first, then what is due today, then the rest, each
 * part by class, priority and age. So the pages of one moment are one order.
 */
export async function openTickets(
  deps: OpenTicketsDeps,
  reader: Reader,
  options: ListOptions,
): Promise<TicketList> {
  const { limit, skip = 0, state, overdueOnly, waitingOnly, awaiter = reader, ...narrowing } = options;
  const installation = deps.directory.installation();
  const at = dueMomentAt(installation.calendars, deps.clock.now());
  const readable = readableScopes(deps, reader);
  const waitingScopes = scopesWaiting(deps, reader, awaiter);
  const states = openStates.filter((each) => state === undefined || each === state);
  const scopes = waitingOnly === true ? waitingScopes : readable;
  const ofUrgency = (is: Urgency) => ({ ...narrowing, states, scopes, urgency: { is, at } });
  const parts = overdueOnly === true ? (['overdue'] as const) : urgencies;
  const waitingFilter = {
    ...(overdueOnly === true ? ofUrgency('overdue') : { ...narrowing, states }),
    scopes: waitingScopes,
  };
  const [waiting, ...counts] = await Promise.all([
    deps.tickets.count(waitingFilter),
    ...parts.map((is) => deps.tickets.count(ofUrgency(is))),
  ]);
  const tickets: Ticket[] = [];
  let before = 0;
  for (const [index, is] of parts.entries()) {
    const count = counts[index] ?? 0;
    const page = { limit: limit - tickets.length, skip: Math.max(0, skip - before) };
    if (page.limit > 0 && page.skip < count) tickets.push(...(await deps.tickets.list(ofUrgency(is), page)));
    before += count;
  }
  return {
    tickets,
    awaited: awaitedAmong(tickets, installation, awaiter),
    waiting,
    overdue: counts[0] ?? 0,
    total: before,
  };
}

/** Those that wait at the places: `scopesWaiting`, of tickets that are at hand. */
function awaitedAmong(
  tickets: readonly Ticket[],
  installation: Installation,
  awaiter: Reader,
): ReadonlySet<TicketNumber> {
  const places = readingPlacesOf(installation, awaiter);
  const waitsAt = (ticket: Ticket, { place, role }: ReadingPlace) =>
    role !== 'processOwner' && placeMayReadIn(installation, place, ticket) && waitsForRole(ticket, role);
  return new Set(
    tickets.filter((ticket) => places.some((each) => waitsAt(ticket, each))).map(({ number }) => number),
  );
}

/** The ticket; undefined if it does not exist or the reader may not read it. */
export async function readableTicket(
  deps: ListDeps,
  reader: Reader,
  number: TicketNumber,
): Promise<TicketRecord | undefined> {
  const record = await deps.tickets.find(number);
  if (record === undefined) return undefined;
  return mayRead(deps.directory.installation(), reader, record.ticket) ? record : undefined;
}

/** The numbers of those tickets that the reader may read, open or not. */
export async function readableAmong(
  deps: ListDeps,
  reader: Reader,
  numbers: readonly TicketNumber[],
): Promise<ReadonlySet<TicketNumber>> {
  const records = await Promise.all(numbers.map((number) => readableTicket(deps, reader, number)));
  return new Set(records.flatMap((record) => record?.ticket.number ?? []));
}

/** Open tickets of the same operator and module, shown before a report is sent, so that nobody reports twice. */
export async function similarOpenTickets(
  deps: ListDeps,
  operator: OrganisationId,
  module: ModuleId,
  limit: number,
): Promise<readonly Ticket[]> {
  return deps.tickets.list({ scopes: [{ operator, module }], states: openStates }, { limit, skip: 0 });
}

/** The tickets that the reader may read, open or not. */
export function readableScopes(
  { directory }: Pick<ListDeps, 'directory'>,
  reader: Reader,
): readonly TicketScope[] {
  const installation = directory.installation();
  return readingPlacesOf(installation, reader).flatMap(({ place }) => scopesOfPlace(installation, place));
}

/** Of the tickets that the reader may read, those that wait for the awaiter. */
function scopesWaiting(
  deps: Pick<ListDeps, 'directory'>,
  reader: Reader,
  awaiter: Reader,
): readonly TicketScope[] {
  const installation = deps.directory.installation();
  const parts = readingPlacesOf(installation, awaiter).flatMap(({ place, role }) =>
    scopesOfPlace(installation, place).flatMap((scope) => partsWaiting(scope, role)),
  );
  // What waits for the reader, the reader may read.
  if (awaiter === reader) return parts;
  return readableScopes(deps, reader).flatMap((scope) => parts.flatMap((part) => inBoth(scope, part)));
}

/** None where the two exclude each other. */
function inBoth(one: TicketScope, other: TicketScope): readonly TicketScope[] {
  const both = { ...one, ...other };
  const agrees = Object.entries(one).every(([key, value]) => both[key as keyof TicketScope] === value);
  return agrees ? [both] : [];
}

/** The part of a scope that waits for the role (process 3); a process owner reads, and is waited for nowhere. */
function partsWaiting(scope: TicketScope, role: Role): readonly TicketScope[] {
  return role === 'processOwner' ? [] : [{ ...scope, waitsFor: role }];
}
