import type { Installation } from '../../domain/organisation/installation';
import { type Place, placeKey } from '../../domain/organisation/place';
import { belongsTo, placesReading, roleOfPlace } from '../../domain/ticket/access';
import type { TicketAction } from '../../domain/ticket/actions/registry';
import type { Actor } from '../../domain/ticket/command-base';
import { actorIn, mayTake } from '../../domain/ticket/rights';
import type { Ticket } from '../../domain/ticket/ticket';
import { rowsOf } from '../../domain/ticket/transitions';
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

/** The first actor who may take the action; undefined if none may. */
export function actorFor(
  actors: readonly Actor[],
  action: TicketAction,
  ticket: Ticket | undefined,
): Actor | undefined {
  return actors.find((actor) => rowsOf(action).some((row) => mayTake(row, actor, ticket)));
}
