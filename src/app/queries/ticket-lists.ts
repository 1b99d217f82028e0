import { personById } from '../../domain/organisation/find';
import type { ModuleId, OrganisationId, PersonId, Role } from '../../domain/organisation/installation';
import type { Place } from '../../domain/organisation/place';
import type { FaultClass } from '../../domain/reaction/fault-class';
import { personMayRead, placeMayRead } from '../../domain/ticket/access';
import type { Ticket, TicketNumber } from '../../domain/ticket/ticket';
import { openStates, type TicketState } from '../../domain/ticket/ticket-state';
import type { TicketList } from '../messages/ticket-list';
import type { Directory } from '../ports/directory';
import type { TicketRecord, TicketScope, TicketStore } from '../ports/ticket-store';

export interface ListDeps {
  readonly tickets: TicketStore;
  readonly directory: Directory;
}

/** For whom a list is: in a channel the places it is, in a private chat the person (process 1). */
export type Reader = { readonly places: readonly Place[] } | { readonly person: PersonId };

export interface ListOptions {
  readonly limit: number;
  readonly skip?: number;
  readonly module?: ModuleId;
  readonly faultClass?: FaultClass;
  /** One of the open states; an ended one finds nothing here. */
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
  const restFilter = { ...filter, scopes: readable.map((each) => each.scope), except: waitingScopes };
  const [waiting, rest] = await Promise.all([
    deps.tickets.count(waitingFilter),
    deps.tickets.count(restFilter),
  ]);
  const first = skip < waiting ? await deps.tickets.list(waitingFilter, { limit, skip }) : [];
  const left = limit - first.length;
  const second =
    left > 0 ? await deps.tickets.list(restFilter, { limit: left, skip: Math.max(0, skip - waiting) }) : [];
  return { tickets: [...first, ...second], waiting, total: waiting + rest };
}

/** The ticket, or undefined both for one that does not exist and for one the reader may not read. */
export async function readableTicket(
  deps: ListDeps,
  reader: Reader,
  number: TicketNumber,
): Promise<TicketRecord | undefined> {
  const record = await deps.tickets.find(number);
  if (record === undefined) return undefined;
  const { ticket } = record;
  const readable =
    'person' in reader
      ? personMayRead(deps.directory.installation(), reader.person, ticket)
      : reader.places.some((place) => placeMayRead(place, ticket));
  return readable ? record : undefined;
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
  /** The part of it that waits for the reader. */
  readonly waiting: readonly TicketScope[];
}

function scopesOf({ directory }: Pick<ListDeps, 'directory'>, reader: Reader): readonly ReadableScope[] {
  if ('places' in reader) return reader.places.flatMap(scopeOfPlace);
  const person = personById(directory.installation(), reader.person);
  return (person?.roles ?? []).flatMap((grant) => {
    switch (grant.role) {
      case 'operator':
        return [ofOperator(person?.organisation ?? '')];
      case 'maintainer':
        return [ofModule(grant.module)];
      case 'dispatcher':
        return [everything('dispatcher')];
      case 'processOwner':
        return [everything()];
      case 'platformMaintainer':
        return [ofPlatform];
    }
  });
}

function scopeOfPlace(place: Place): readonly ReadableScope[] {
  switch (place.kind) {
    case 'dispatch':
      return [everything('dispatcher')];
    case 'organisation':
      return [ofOperator(place.organisation)];
    case 'module':
      return [ofModule(place.module)];
    case 'platform':
      return [ofPlatform];
  }
}

/** The platform maintainer reads the tickets with a support request; the open ones wait for them (process 1, 5). */
const ofPlatform: ReadableScope = { scope: { support: 'any' }, waiting: [{ support: 'open' }] };

function everything(waitsFor?: Role): ReadableScope {
  return { scope: {}, waiting: waitsFor === undefined ? [] : [{ responsible: waitsFor }] };
}

function ofOperator(operator: OrganisationId): ReadableScope {
  return { scope: { operator }, waiting: [{ operator, responsible: 'operator' }] };
}

function ofModule(module: ModuleId): ReadableScope {
  return { scope: { module, assigned: true }, waiting: [{ module, responsible: 'maintainer' }] };
}
