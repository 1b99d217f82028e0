import type { Instant } from '../instant';
import { localDayAt } from '../reaction/service-day';
import type { CalendarDay } from '../service-calendar/civil-date';
import { remindersBy } from './access-tasks-due';
import type { OrganisationEvent } from './changes';
import { dayAfter } from './days';
import { maintains, moduleById, organisationById } from './find';
import { inForceOn } from './in-force';
import type { Installation, MaintainerTask, ModuleId, Person, PersonId } from './installation';
import { maintainedModules } from './maintained-modules';
import { onboardingInTheWay } from './onboarding/active-maintainers';
import { isDone } from './onboarding/onboarding';
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
  return [
    ...formerByTime(recorded, at.today).map((former) => newTask(recorded, former, at.now)),
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
  return before.people
    .flatMap(({ id, roles }) => maintainedModules(roles).map((module) => ({ person: id, module })))
    .filter(
      ({ person, module }) =>
        maintains(before, person, module) &&
        !maintains(then, person, module) &&
        hasAccess(recorded, { person, module }) &&
        !tasksOf(recorded, { person, module }).some(isOpen),
    )
    .map((former) => newTask(recorded, former, now));
}

/** Who was no maintainer any more before the bot knew of them was looked after by others, and nobody needs to be told. */
export function maintainerAccessTakenOver(recorded: Installation, at: At): readonly OrganisationEvent[] {
  return formerByTime(recorded, at.today).map((former) =>
    recording({ ...taskOf(recorded, former, at.now), outcome: { kind: 'takenOver', at: at.now } }),
  );
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

/** Whoever was active, or was given something by the platform maintainer meanwhile. */
function hasAccess(recorded: Installation, { person, module }: Former): boolean {
  const onboarding = onboardingInTheWay(recorded, person, module);
  return (
    onboarding === undefined ||
    onboarding.wasActive === true ||
    onboarding.items.some((item) => item.by === 'platformMaintainer' && isDone(item))
  );
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
