import type { Instant } from '../instant';
import { presenceAt } from '../organisation/absences';
import { maintainersOf } from '../organisation/find';
import { inForceAt } from '../organisation/in-force';
import type { Installation, Person, PersonId, Role } from '../organisation/installation';
import { dispatchersOnDuty } from '../organisation/on-duty';
import type { Place } from '../organisation/place';
import { type Addressee, belongsTo, grantsAt, roleOfPlace } from './access';

/**
 * Who is mentioned: those in charge who may act there and are there, for one who is absent the deputy if they may; otherwise
 * everybody who may and is there (process 1; 2, Warnings). Where nobody in a role is there, those who hold it are called
 * together with their deputies or, without any, with whoever is there and reads at the place; where nobody holds it,
 * everybody who reads there. So somebody absent is called alone only where nobody else reads, and never anybody who has left
 * or lost the role. An operator's people work in shifts, so all who are there are called, those in charge first (process 3).
 */
export function peopleToMention(
  { place, people, roles = [roleOfPlace(place)], except }: Addressee,
  installation: Installation,
  now: Instant,
): readonly PersonId[] {
  const inForce = inForceAt(installation, now);
  const { isThere, inSteadOf } = presenceAt(installation, now);
  const others = (some: readonly PersonId[]) => [...new Set(some)].filter((id) => id !== except);
  const here = idsOf(inForce.people.filter((person) => belongsTo(person, place)));
  const holders = roles.map((role) => idsOf(holdersOf(role, place, inForce, now)));
  const mayAct = holders.flat().filter(isThere);
  const standing = people.map(inSteadOf);
  const inCharge = others(here.filter((id) => mayAct.includes(id) && standing.includes(id)));
  if (inCharge.length > 0 && place.kind !== 'organisation') return inCharge;
  const meant = holders.flatMap((each) =>
    each.some(isThere) ? each.filter(isThere) : each.flatMap((id) => [id, inSteadOf(id) ?? id]),
  );
  const acting = here.filter((id) => meant.includes(id));
  const called = others([...inCharge, ...acting]);
  // Whoever may act has said it themselves.
  if (called.length === 0 && acting.length > 0) return [];
  if (called.some(isThere)) return called;
  const withReaders = others([...called, ...here.filter(isThere)]);
  return withReaders.length > 0 ? withReaders : others(here);
}

function holdersOf(role: Role, place: Place, inForce: Installation, now: Instant): readonly Person[] {
  if (place.kind === 'module') return maintainersOf(inForce, place.module);
  if (role === 'dispatcher') return dispatchersOnDuty(inForce, now);
  return inForce.people.filter((person) => grantsAt(place, person).some((grant) => grant.role === role));
}

function idsOf(people: readonly Person[]): readonly PersonId[] {
  return people.map(({ id }) => id);
}
