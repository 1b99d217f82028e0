import type { Instant } from '../instant';
import { localDayAt } from '../reaction/service-day';
import type { CalendarDay } from '../service-calendar/civil-date';
import { remindersBy } from './access-tasks-due';
import type { OrganisationEvent } from './changes';
import { dayAfter } from './days';
import { maintains, moduleById, organisationById, personById } from './find';
import { inForceOn } from './in-force';
import type { Installation, MaintainerTask, ModuleId, Onboarding, Person, PersonId } from './installation';
import { maintainedModules } from './maintained-modules';
import { isCompleted, onboardingInTheWay, wasActiveBefore } from './onboarding/active-maintainers';
import { lapseOn } from './onboarding/lapsed-onboardings';
import { isUnderWay } from './onboarding/onboarding';
import { isOpen } from './package-access';

interface At {
  readonly today: CalendarDay;
  readonly now: Instant;
}

interface Former {
  readonly person: PersonId;
  readonly module: ModuleId;
}

/**
 * The tasks of the platform maintainer to take away what maintainers had (process 7): of those who have left or whose company or
 * module is retired, once for each time; open ones of who maintains the module again fall away, the others are reminded of.
 */
export function maintainerTasksDue(recorded: Installation, at: At): readonly OrganisationEvent[] {
  const inForce = inForceOn(recorded, at.today);
  const former = [...formerByTime(recorded, at.today), ...setUpInVain(recorded, at.today)];
  return [
    ...former.map((each) => newTask(recorded, each, at.now)),
    ...recorded.accessTasks.flatMap((task) => {
      if (task.kind !== 'revokeMaintainer' || !isOpen(task)) return [];
      if (maintains(inForce, task.person, task.module))
        return [recording({ ...task, outcome: { kind: 'dropped', at: at.now } })];
      const reminders = remindersBy(recorded, task, at.now);
      return reminders > task.reminders ? [recording({ ...task, reminders })] : [];
    }),
  ];
}

/** Likewise of those who maintain a module now and do not after a change of the records, in the same change. */
export function maintainerTasksOfChange(
  recorded: Installation,
  after: Installation,
  now: Instant,
): readonly OrganisationEvent[] {
  const { day } = localDayAt(recorded.calendars, now);
  const [before, then] = [inForceOn(recorded, day), inForceOn(after, day)];
  const lost = before.people
    .flatMap(({ id, roles }) => maintainedModules(roles).map((module) => ({ person: id, module })))
    .filter(
      ({ person, module }) =>
        maintains(before, person, module) &&
        hasAccess(recorded, { person, module }) &&
        !tasksOf(recorded, { person, module }).some(isOpen),
    );
  // Whose last day is over may not have been recorded yet, and is not seen any more once the role is gone.
  const stillSeen = new Set(formerByTime(after, day).map(keyOf));
  const unseen = formerByTime(recorded, day).filter((former) => !stillSeen.has(keyOf(former)));
  return [...lost, ...unseen]
    .filter(({ person, module }) => !maintains(then, person, module))
    .map((former) => newTask(recorded, former, now));
}

/** Who was no maintainer any more before the bot knew of them was looked after by others, and nobody needs to be told. */
export function maintainerAccessTakenOver(recorded: Installation, at: At): readonly OrganisationEvent[] {
  return formerByTime(recorded, at.today).map((former) =>
    recording({ ...taskOf(recorded, former, at.now), outcome: { kind: 'takenOver', at: at.now } }),
  );
}

const keyOf = ({ person, module }: Former) => `${person} ${module}`;

/**
 * Those whose own onboardings have all come to nothing before they were given the role: what the platform maintainer gave them
 * meanwhile is of no use any more.
 */
function setUpInVain(recorded: Installation, today: CalendarDay): readonly Former[] {
  const setUp = recorded.onboardings.flatMap(({ person, module }) =>
    person === undefined ? [] : [{ person, module }],
  );
  return [...new Map(setUp.map((each) => [keyOf(each), each])).values()].filter((former) => {
    const { person, module } = former;
    const own = recorded.onboardings.filter((each) => each.person === person && each.module === module);
    const roles = personById(recorded, person)?.roles ?? [];
    return (
      own.every((each) => cameToNothing(recorded, each, today)) &&
      own.some((each) => wasGivenIn(recorded, each, former)) &&
      !maintainedModules(roles).includes(module) &&
      !tasksOf(recorded, former).some(isOpen)
    );
  });
}

function cameToNothing(recorded: Installation, onboarding: Onboarding, today: CalendarDay): boolean {
  const isOver = !isUnderWay(onboarding) && !isCompleted(onboarding);
  return isOver || lapseOn(recorded, onboarding, today) !== undefined;
}

/** Without a task since they lost it. */
function formerByTime(recorded: Installation, today: CalendarDay): readonly Former[] {
  return recorded.people.flatMap((person) =>
    maintainedModules(person.roles)
      .map((module) => ({ person: person.id, module, lostOn: lostOn(recorded, person, module) }))
      .filter(({ lostOn: day, ...former }) => {
        if (day === undefined || day > today || !hasAccess(recorded, former)) return false;
        return !tasksOf(recorded, former).some(
          (task) => isOpen(task) || localDayAt(recorded.calendars, task.since).day >= day,
        );
      }),
  );
}

/** The first day on which somebody with the role does not hold it; undefined where there is none, or another company maintains the module. */
function lostOn(
  recorded: Installation,
  { organisation, until }: Person,
  id: ModuleId,
): CalendarDay | undefined {
  const module = moduleById(recorded, id);
  if (module?.maintainer !== organisation) return undefined;
  return [until && dayAfter(until), organisationById(recorded, organisation)?.retired, module.retired]
    .flatMap((day) => day ?? [])
    .toSorted()[0];
}

/** Whoever was active, or was given something by the platform maintainer since their access was last taken. */
function hasAccess(recorded: Installation, former: Former): boolean {
  const { person, module } = former;
  const onboarding = onboardingInTheWay(recorded, person, module);
  return (
    onboarding === undefined ||
    wasActiveBefore(onboarding, person) ||
    onboardingsOf(recorded, former).some((each) => wasGivenIn(recorded, each, former))
  );
}

/** Their own, and their company's. */
function onboardingsOf(
  { people, onboardings }: Installation,
  { person, module }: Former,
): readonly Onboarding[] {
  const organisation = people.find(({ id }) => id === person)?.organisation;
  return onboardings.filter(
    (each) =>
      each.module === module &&
      (each.person === person || (each.person === undefined && each.organisation === organisation)),
  );
}

function wasGivenIn(recorded: Installation, { items }: Onboarding, former: Former): boolean {
  const takenAt = accessTakenAt(recorded, former) ?? -Infinity;
  return items.some(
    ({ by, state }) => by === 'platformMaintainer' && state.kind === 'done' && state.at > takenAt,
  );
}

/** When the platform maintainer took what they had, if that is the last that was to be done. */
export function accessTakenAt(recorded: Installation, former: Former): Instant | undefined {
  const last = tasksOf(recorded, former).at(-1);
  return last?.outcome?.kind === 'done' ? last.outcome.at : undefined;
}

function tasksOf({ accessTasks }: Installation, { person, module }: Former): readonly MaintainerTask[] {
  return accessTasks.flatMap((task) =>
    task.kind === 'revokeMaintainer' && task.person === person && task.module === module ? [task] : [],
  );
}

function newTask(recorded: Installation, former: Former, now: Instant): OrganisationEvent {
  return recording(taskOf(recorded, former, now));
}

/** Ids of people and modules have no dots, so no two tasks share one. */
function taskOf(recorded: Installation, former: Former, now: Instant): MaintainerTask {
  const { person, module } = former;
  const id = ['revokeMaintainer', person, module, tasksOf(recorded, former).length + 1].join('.');
  return { id, kind: 'revokeMaintainer', person, module, since: now, reminders: 0 };
}

function recording(task: MaintainerTask): OrganisationEvent {
  return { type: 'accessTaskRecorded', task };
}
