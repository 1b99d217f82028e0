import type { Installation, Role } from '../../domain/organisation/installation';
import { type Place, placeKey } from '../../domain/organisation/place';
import { belongsTo, placesReading, roleOfPlace } from '../../domain/ticket/access';
import type { TicketAction } from '../../domain/ticket/actions/registry';
import type { Actor } from '../../domain/ticket/command-base';
import { actorIn, isOffered, mayTake } from '../../domain/ticket/rights';
import type { Ticket } from '../../domain/ticket/ticket';
import { rowsOf } from '../../domain/ticket/transitions';
import type { ReadableTicket } from './find-readable';
import { isAlone, type Standpoint } from './standpoint';

/**
 * The roles in which the person may act on the ticket here, that of the card's place first (process 1). Where dispatch
 * and platform share a channel, its one card serves both; in a private chat all the person's roles count.
 */
export function actorsHere(
  installation: Installation,
  standpoint: Standpoint,
  shown: Place,
  ticket: Ticket,
): readonly Actor[] {
  const { person, places } = standpoint;
  const here = new Set(places.map(placeKey));
  const others = placesReading(ticket).filter((place) =>
    isAlone(standpoint) ? belongsTo(person, place) : here.has(placeKey(place)),
  );
  const roles = new Set([shown, ...others].map(roleOfPlace));
  return [...roles].flatMap((role) => actorIn(installation, person.id, role) ?? []);
}

/** The first actor to whom the action is offered now, otherwise the first who may take it; undefined if none may. */
export function actorFor(
  actors: readonly Actor[],
  action: TicketAction,
  ticket: Ticket | undefined,
): Actor | undefined {
  const rows = rowsOf(action);
  const permitted = actors.filter((actor) => rows.some((row) => mayTake(row, actor, ticket)));
  const offered = permitted.find(
    ({ role }) => ticket !== undefined && rows.some((row) => isOffered(row, ticket, role)),
  );
  return offered ?? permitted[0];
}

/** The role in which the person takes the action on the ticket here; without one that may, that of the place is refused. */
export function actingRole(
  installation: Installation,
  standpoint: Standpoint,
  { place, record: { ticket } }: ReadableTicket,
  action: TicketAction,
): Role {
  const actors = actorsHere(installation, standpoint, place, ticket);
  return actorFor(actors, action, ticket)?.role ?? roleOfPlace(place);
}
