import { nextAbsence } from '../domain/organisation/absences';
import { allPlaces } from '../domain/organisation/find';
import type {
  Installation,
  MaintainedModule,
  ModuleId,
  PersonId,
  Role,
} from '../domain/organisation/installation';
import { placeKey } from '../domain/organisation/place';
import { staffingOf } from '../domain/ticket/assignable';
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
  /** By module, who maintains it and whether anybody can be assigned; not left by earlier software, nor are the names. */
  readonly staff?: Readonly<Record<ModuleId, readonly string[]>>;
  /** Of modules and companies alone: people's names stand in one place, and not in what one walk leaves for the next. */
  readonly names?: Readonly<Record<string, string>>;
}

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
    ...roles.map((grant) => (grant.role === 'maintainer' ? `maintainer:${grant.module}` : grant.role)).sort(),
  ]);
  return {
    lanes: inOrder(lanes),
    people: people.sort(byFirst),
    absences: absencesIn(installation, people, day),
    staff: inOrder(installation.modules.map((module) => [module.id, staffOf(installation, module)] as const)),
    names: inOrder([
      ...installation.modules.map(({ id, name }) => [nameKey('module', id), name] as const),
      ...installation.organisations.map(({ id, name }) => [nameKey('organisation', id), name] as const),
    ]),
  };
}

function staffOf(installation: Installation, { id, maintainer }: MaintainedModule): readonly string[] {
  const staffing = staffingOf({ module: id }, installation);
  switch (staffing) {
    case 'nobody':
      return [maintainer ?? ''];
    case 'assignable':
      // As earlier software has left it: no card follows that says the same as before.
      return [maintainer ?? '', 'maintained'];
    case 'inOnboarding':
    case 'calledOff':
      return [maintainer ?? '', staffing];
  }
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

/** What differs from one state of the organisation to another, by the ids of what is concerned. */
export interface Changes {
  /** The keys of the places that are reached elsewhere, or together with other places, than before. */
  readonly places: ReadonlySet<string>;
  /** The modules that another company maintains than before, or that somebody can be assigned for since, or nobody any more. */
  readonly staff: ReadonlySet<ModuleId>;
  /** Who has become a dispatcher since, or is none any more: cards name them as those who analyse or test, or do not. */
  readonly dispatchers: ReadonlySet<PersonId>;
  /** Of whom cards say another absence than before, or none any more. */
  readonly absences: ReadonlySet<PersonId>;
  /** The modules and companies with another name than before, by `nameKey`. */
  readonly names: ReadonlySet<string>;
}

/** From any of several states to the present one: part of what stands may follow each of them. */
export function changesTo(present: Reach, before: readonly Reach[]): Changes {
  const since = <Id>(differing: (each: Reach) => readonly Id[]) => new Set(before.flatMap(differing));
  const { absences = {}, staff = {}, names = {} } = present;
  return {
    places: since((each) => placesChanged(each, present)),
    // What earlier software has left says nothing of it: cards of tickets without maintainer follow once.
    staff: since((each) => differingFields(each.staff ?? {}, staff)),
    dispatchers: since((each) => dispatchersChanged(each, present)),
    absences: since((each) => differingFields(each.absences ?? {}, absences)),
    names: since((each) => differingFields(each.names ?? names, names)),
  };
}

function placesChanged(before: Reach, present: Reach): readonly string[] {
  const keys = new Set([...Object.keys(before.lanes), ...Object.keys(present.lanes)]);
  const of = ({ lanes }: Reach, key: string) => JSON.stringify(lanes[key] ?? {});
  return [...keys].filter((key) => of(before, key) !== of(present, key));
}

function dispatchersChanged(before: Reach, present: Reach): readonly PersonId[] {
  const [former, now] = [dispatchersIn(before), dispatchersIn(present)];
  return [...former.filter((id) => !now.includes(id)), ...now.filter((id) => !former.includes(id))];
}

function dispatchersIn({ people }: Reach): readonly PersonId[] {
  const role: Role = 'dispatcher';
  return people.flatMap(([id, , ...roles]) => (id !== undefined && roles.includes(role) ? [id] : []));
}

/** An id of one kind may be that of another kind too. */
export function nameKey(kind: 'module' | 'organisation', id: string): string {
  return `${kind}:${id}`;
}

export function isReached({ lanes }: Reach, place: string, lane: string): boolean {
  return lanes[place]?.[lane] !== undefined;
}
