import { nextAbsence } from '../domain/organisation/absences';
import { allPlaces } from '../domain/organisation/find';
import type { Installation, ModuleId, PersonId, Role } from '../domain/organisation/installation';
import { placeKey } from '../domain/organisation/place';
import type { CalendarDay } from '../domain/service-calendar/civil-date';
import { differingFields } from '../same-value';
import { type Lane, laneKey, lanesOf, placesIn } from './messages/lane';

/** Where every place is reached, who reads there and who is away, as text that differs if the organisation does. */
export interface Reach {
  /** By the key of the place, for each of its lanes: its key, and those of all places that it serves. */
  readonly lanes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Each person's id, company and roles: what decides what they read in private. */
  readonly people: readonly (readonly string[])[];
  /** By person, what cards say of the absence that lasts or comes next; earlier software has left nothing of it, and said nothing. */
  readonly absences?: Readonly<Record<PersonId, readonly string[]>>;
}

const asMaintainer = 'maintainer:';

/** On the day, as the installation is in force then. */
export function reachOf(installation: Installation, day: CalendarDay): Reach {
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
  return {
    lanes: inOrder(lanes),
    people: people.sort(byFirst),
    absences: absencesIn(installation, people, day),
  };
}

/** First and last day, and the deputy with their roles: whether they may act in somebody's stead is said too. */
function absencesIn(
  installation: Installation,
  people: Reach['people'],
  day: CalendarDay,
): Required<Reach>['absences'] {
  const away = [...new Set(installation.absences.map(({ person }) => person))];
  return inOrder(
    away.flatMap((person) => {
      const absence = nextAbsence(installation, person, day);
      if (absence === undefined) return [];
      const { from, to, deputy } = absence;
      return [[person, [from, to, ...(people.find(([id]) => id === deputy) ?? [])]] as const];
    }),
  );
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

/** Of whom cards say another absence than before, or none any more. */
export function absencesChanged(before: Reach, present: Reach): readonly PersonId[] {
  return differingFields(before.absences ?? {}, present.absences ?? {});
}

export function isReached({ lanes }: Reach, place: string, lane: string): boolean {
  return lanes[place]?.[lane] !== undefined;
}
