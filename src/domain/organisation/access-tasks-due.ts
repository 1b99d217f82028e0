import type { Instant } from '../instant';
import type { CalendarDay } from '../service-calendar/civil-date';
import type { OrganisationEvent } from './changes';
import { dueAfter, timesDue } from './due-every';
import type { AccessTask, AccessTaskId, Installation, PackageTask } from './installation';
import { haveSameOperatorAndModule } from './operator-and-module';
import { type AccessOf, isOpen, packageAccessOn, packageTasks } from './package-access';

/** Service days after which an open task is overdue, and as many from one reminder to the next. */
export const serviceDaysForAccess = 2;

interface At {
  readonly today: CalendarDay;
  readonly now: Instant;
}

/**
 * The tasks that follow from contracts and are not recorded yet; those that are open and follow from them no more, which fall
 * away; and those that are to be reminded of (process 8). Of contracts that follow each other without a gap, access stays.
 * Asked of the installation in force today.
 */
export function accessTasksDue(inForce: Installation, at: At): readonly OrganisationEvent[] {
  return accessesOf(inForce).flatMap((access) => taskOf(inForce, access, at));
}

/** When an open task is overdue: at the end of service time of its second service day. */
export function accessDueAt({ calendars }: Pick<Installation, 'calendars'>, since: Instant): Instant {
  return dueAfter(calendars, since, serviceDaysForAccess);
}

/** Access is one for each operator and module, however many contracts there are or were. */
export function accessesOf({ contracts, ...recorded }: Installation): readonly AccessOf[] {
  const known = new Map(
    [...contracts, ...packageTasks(recorded)].map((each) => [`${each.operator} ${each.module}`, each]),
  );
  return [...known.values()].map(({ operator, module }) => ({ operator, module }));
}

function taskOf(inForce: Installation, access: AccessOf, at: At): readonly OrganisationEvent[] {
  const open = packageTasks(inForce).find((task) => isOpen(task) && haveSameOperatorAndModule(task, access));
  const wanted = wantedOf(inForce, access, at.today);
  if (open === undefined) return wanted === undefined ? [] : [newTask(inForce, access, wanted, at)];
  if (open.kind !== wanted) return [recording({ ...open, outcome: { kind: 'dropped', at: at.now } })];
  const reminders = remindersBy(inForce, open, at.now);
  return reminders > open.reminders ? [recording({ ...open, reminders })] : [];
}

function wantedOf(
  inForce: Installation,
  access: AccessOf,
  today: CalendarDay,
): PackageTask['kind'] | undefined {
  const { kind } = packageAccessOn(inForce, access, today);
  if (kind === 'granting') return 'grant';
  return kind === 'revoking' ? 'revoke' : undefined;
}

function newTask(
  inForce: Installation,
  access: AccessOf,
  kind: PackageTask['kind'],
  { now }: At,
): OrganisationEvent {
  const ofAccess = packageTasks(inForce).filter((task) => haveSameOperatorAndModule(task, access));
  const id = accessTaskId({ kind, ...access }, ofAccess.length + 1);
  return recording({ id, kind, ...access, since: now, reminders: 0 });
}

/** The nth task of an access. Ids of operators and modules have hyphens and no dots, so no two accesses share one. */
export function accessTaskId(
  { kind, operator, module }: Pick<PackageTask, 'kind' | keyof AccessOf>,
  nth: number,
): AccessTaskId {
  return [kind, operator, module, nth].join('.');
}

/** How many reminders have come due. */
export function remindersBy({ calendars }: Installation, { since }: AccessTask, now: Instant): number {
  return timesDue(calendars, since, { serviceDays: serviceDaysForAccess, now });
}

function recording(task: AccessTask): OrganisationEvent {
  return { type: 'accessTaskRecorded', task };
}
