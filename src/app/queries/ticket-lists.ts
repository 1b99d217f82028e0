import type { ModuleId, OrganisationId, Role } from '../../domain/organisation/installation';
import type { FaultClass } from '../../domain/reaction/fault-class';
import { mayRead, type Reader, scopeOfPlace, readingPlacesOf } from '../../domain/ticket/access';
import type { Ticket, TicketNumber } from '../../domain/ticket/ticket';
import { openStates, type TicketState } from '../../domain/ticket/ticket-state';
import type { TicketList } from '../messages/ticket-list';
import type { Directory } from '../ports/directory';
import type { TicketRecord, TicketScope, TicketStore } from '../ports/ticket-store';

export interface ListDeps {
  readonly tickets: TicketStore;
  readonly directory: Directory;
}

export interface ListOptions {
  readonly limit: number;
  readonly skip?: number;
  readonly module?: ModuleId;
  readonly faultClass?: FaultClass;
  /** One of the open states; an end state finds nothing here. */
  readonly state?: TicketState;
}

/** The open tickets that the reader may read. */
export async function openTickets(deps: ListDeps, reader: Reader, options: ListOptions): Promise<TicketList> {
  const { limit, skip = 0, state, ...narrowing } = options;
  const readable = scopesOf(deps, reader);
  const waitingScopes = readable.flatMap((each) => each.waiting);
  const states = openStates.filter((each) => state === undefined || each === state);
  const filter = { ...narrowing, states };
  const waitingFilter = { ...filter, scopes: waitingScopes };
  const scopes = readable.map((each) => each.scope);
  const restFilter = { ...filter, scopes, except: waitingScopes };
  const [waiting, total] = await Promise.all([
    deps.tickets.count(waitingFilter),
    deps.tickets.count({ ...filter, scopes }),
  ]);
  const first = skip < waiting ? await deps.tickets.list(waitingFilter, { limit, skip }) : [];
  const left = limit - first.length;
  const second =
    left > 0 ? await deps.tickets.list(restFilter, { limit: left, skip: Math.max(0, skip - waiting) }) : [];
  return { tickets: [...first, ...second], waiting, total };
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
export function readableScopes(deps: Pick<ListDeps, 'directory'>, reader: Reader): readonly TicketScope[] {
  return scopesOf(deps, reader).map(({ scope }) => scope);
}

interface ReadableScope {
  readonly scope: TicketScope;
  /** The part that waits for the reader. */
  readonly waiting: readonly TicketScope[];
}

function scopesOf({ directory }: Pick<ListDeps, 'directory'>, reader: Reader): readonly ReadableScope[] {
  return readingPlacesOf(directory.installation(), reader).map(({ place, role }) => {
    const scope = scopeOfPlace(place);
    return { scope, waiting: partsWaiting(scope, role) };
  });
}

/** The part of a scope that waits for the role (process 3); a process owner reads, and is waited for nowhere. */
function partsWaiting(scope: TicketScope, role: Role): readonly TicketScope[] {
  return role === 'processOwner' ? [] : [{ ...scope, waitsFor: role }];
}
