import type { Installation } from '../../../domain/organisation/installation';
import { type Place, placeKey } from '../../../domain/organisation/place';
import type { Actor } from '../../../domain/ticket/commands';
import { actorIn, mayTake, placesOf, roleOfPlace } from '../../../domain/ticket/permissions';
import type { Ticket } from '../../../domain/ticket/ticket';
import { rowsOf, type TicketAction } from '../../../domain/ticket/transitions';
import { belongsTo } from './place-of-press';
import type { Turn } from './turn';

/**
 * In which roles the person may act on the ticket here, that of the card's place first (process 1): where dispatch and
 * platform share a channel, its one card serves both; in a private chat all roles are the person's own.
 */
export function actorsHere(
  installation: Installation,
  { conversation, person, places }: Turn,
  shown: Place,
  ticket: Ticket,
): readonly Actor[] {
  const here = new Set(places.map(placeKey));
  const others = placesOf(ticket).filter((place) =>
    conversation.kind === 'personal' ? belongsTo(person, place) : here.has(placeKey(place)),
  );
  const roles = new Set([shown, ...others].map(roleOfPlace));
  return [...roles].flatMap((role) => actorIn(installation, person.id, role) ?? []);
}

/** The first of them who may take the action; undefined where none may. */
export function actorFor(
  actors: readonly Actor[],
  action: TicketAction,
  ticket: Ticket | undefined,
): Actor | undefined {
  return actors.find((actor) => rowsOf(action).some((row) => mayTake(row, actor, ticket)));
}
