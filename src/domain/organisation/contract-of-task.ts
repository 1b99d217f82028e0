import { localDayAt } from '../reaction/service-day';
import type { CalendarDay } from '../service-calendar/civil-date';
import { dayAfter } from './days';
import { contractOn, moduleById, organisationById } from './find';
import { isRetiredOn } from './in-force';
import type { Contract, Installation, PackageTask } from './installation';
import { haveSameOperatorAndModule } from './operator-and-module';

/**
 * The contract that a task of package access follows from (process 8): the one that opened the access, or the last one that has
 * ended. Asked of the installation in force, where what is retired has none.
 */
export function contractOfTask(inForce: Installation, task: PackageTask): Contract | undefined {
  const { kind, operator, module } = task;
  const day = dayOf(inForce, task);
  if (kind === 'grant') return contractOn(inForce, operator, module, day);
  return inForce.contracts
    .filter((each) => haveSameOperatorAndModule(each, task) && each.to !== undefined && each.to < day)
    .toSorted(({ to: one = '' }, { to: other = '' }) => (one < other ? -1 : 1))
    .at(-1);
}

/** The first day on which the operator had no contract any more, of a task that keeps it out; undefined where that is not known. */
export function withoutContractSince(inForce: Installation, task: PackageTask): CalendarDay | undefined {
  const day = dayOf(inForce, task);
  const [retired] = [organisationById(inForce, task.operator), moduleById(inForce, task.module)]
    .flatMap((each) => (each !== undefined && isRetiredOn(each, day) ? [each.retired] : []))
    .toSorted();
  const last = contractOfTask(inForce, task)?.to;
  return retired ?? (last && dayAfter(last));
}

function dayOf({ calendars }: Installation, { since }: PackageTask): CalendarDay {
  return localDayAt(calendars, since).day;
}
