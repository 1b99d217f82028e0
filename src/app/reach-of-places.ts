import { allPlaces } from '../domain/organisation/find';
import type { Installation, ModuleId, PersonId, Role } from '../domain/organisation/installation';
import { placeKey } from '../domain/organisation/place';
import { type Lane, laneKey, lanesOf, placesIn } from './messages/lane';

/** Where every place is reached and who reads there, as text that differs if the organisation file does. */
export interface Reach {
  /** By the key of the place, for each of its lanes: its key, and those of all places that it serves. */
  readonly lanes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Each person's id, company and roles: what decides what they read in private. */
  readonly people: readonly (readonly string[])[];
}

const asMaintainer = 'maintainer:';

export function reachOf(installation: Installation): Reach {
  const lanes = allPlaces(installation).map((place) => {
    const reached = lanesOf(installation, place).map(
      (lane) => [laneKey(lane), servedBy(installation, lane)] as const,
    );
    return [placeKey(place), inOrder(reached)] as const;
  });
  const people = installation.people.map(({ id, organisation, roles }) => [
    id,
    organisation,
    ...roles
      .map((grant) => (grant.role === 'maintainer' ? `${asMaintainer}${grant.module}` : grant.role))
      .sort(),
  ]);
  return { lanes: inOrder(lanes), people: people.sort(byFirst) };
}

function servedBy(installation: Installation, lane: Lane): readonly string[] {
  return placesIn(installation, lane).map(placeKey).sort();
}

/** The order in the file says nothing. */
function inOrder<T>(entries: readonly (readonly [key: string, value: T])[]): Readonly<Record<string, T>> {
  return Object.fromEntries([...entries].sort(byFirst));
}

function byFirst([one = '']: readonly unknown[], [other = '']: readonly unknown[]): number {
  return String(one) < String(other) ? -1 : 1;
}

/** The keys of the places that are reached elsewhere, or together with other places, than before. */
export function placesChanged(before: Reach, present: Reach): ReadonlySet<string> {
  const keys = new Set([...Object.keys(before.lanes), ...Object.keys(present.lanes)]);
  const of = ({ lanes }: Reach, key: string) => JSON.stringify(lanes[key] ?? {});
  return new Set([...keys].filter((key) => of(before, key) !== of(present, key)));
}

/** The modules that have a maintainer now and had none before, or the other way round: what can be done with their tickets differs. */
export function modulesRestaffed(before: Reach, present: Reach): readonly ModuleId[] {
  const former = modulesStaffed(before);
  const now = modulesStaffed(present);
  return [
    ...[...now].filter((module) => !former.has(module)),
    ...[...former].filter((module) => !now.has(module)),
  ];
}

function modulesStaffed({ people }: Reach): ReadonlySet<ModuleId> {
  const grants = people.flat().filter((grant) => grant.startsWith(asMaintainer));
  return new Set(grants.map((grant) => grant.slice(asMaintainer.length)));
}

/** Who has become a dispatcher since, or is none any more: cards name them as those who analyse or test, or do not. */
export function dispatchersChanged(before: Reach, present: Reach): readonly PersonId[] {
  const [former, now] = [dispatchersIn(before), dispatchersIn(present)];
  return [...former.filter((id) => !now.includes(id)), ...now.filter((id) => !former.includes(id))];
}

function dispatchersIn({ people }: Reach): readonly PersonId[] {
  const role: Role = 'dispatcher';
  return people.flatMap(([id, , ...roles]) => (id !== undefined && roles.includes(role) ? [id] : []));
}

export function isReached({ lanes }: Reach, place: string, lane: string): boolean {
  return lanes[place]?.[lane] !== undefined;
}
