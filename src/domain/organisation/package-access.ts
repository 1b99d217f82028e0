import type { Instant } from '../instant';
import type { CalendarDay } from '../service-calendar/civil-date';
import { contractOn, moduleById } from './find';
import type { AccessOutcome, AccessTask, Installation, PackageTask } from './installation';
import { haveSameOperatorAndModule } from './operator-and-module';

/** What an operator and a module say of an access. */
export type AccessOf = Pick<PackageTask, 'operator' | 'module'>;

/** Whether an operator gets at the packages of a module, as it was recorded, and whether that is as its contracts say (process 8). */
export type PackageAccess =
  /** The module has no package repository. */
  | { readonly kind: 'noRepository' }
  | { readonly kind: 'none' }
  /** There is a contract, and nobody has let them in yet. */
  | { readonly kind: 'granting' }
  /** `by` a task done, or of a contract that ran before the bot did. */
  | {
      readonly kind: 'granted';
      readonly at: Instant;
      readonly by: 'task' | 'takenOver';
      readonly reference?: string;
    }
  /** There is no contract any more, and nobody has kept them out yet. */
  | { readonly kind: 'revoking' }
  | { readonly kind: 'revoked'; readonly at: Instant };

type Settled = Exclude<AccessOutcome, { readonly kind: 'dropped' }>;

/** Asked of the installation in force on the day. */
export function packageAccessOn(
  inForce: Installation,
  { operator, module }: AccessOf,
  day: CalendarDay,
): PackageAccess {
  if (moduleById(inForce, module)?.packageRepository === undefined) return { kind: 'noRepository' };
  const isEntitled = contractOn(inForce, operator, module, day) !== undefined;
  const last = lastSettled(inForce, { operator, module });
  if (last?.kind !== 'grant') {
    if (isEntitled) return { kind: 'granting' };
    return last === undefined ? { kind: 'none' } : { kind: 'revoked', at: last.outcome.at };
  }
  if (!isEntitled) return { kind: 'revoking' };
  const { outcome } = last;
  if (outcome.kind === 'takenOver') return { kind: 'granted', at: outcome.at, by: 'takenOver' };
  const { at, reference } = outcome;
  return { kind: 'granted', at, by: 'task', ...(reference !== undefined && { reference }) };
}

/** The task that says who gets in now: the last one that was done. */
export function lastSettled(
  recorded: Pick<Installation, 'accessTasks'>,
  access: AccessOf,
): (PackageTask & { readonly outcome: Settled }) | undefined {
  return packageTasks(recorded)
    .filter(isSettled)
    .findLast((task) => haveSameOperatorAndModule(task, access));
}

function isSettled(task: PackageTask): task is PackageTask & { readonly outcome: Settled } {
  return task.outcome !== undefined && task.outcome.kind !== 'dropped';
}

/** What an operator's access follows from. */
export function packageTasks({ accessTasks }: Pick<Installation, 'accessTasks'>): readonly PackageTask[] {
  return accessTasks.flatMap((task) => (task.kind === 'revokeMaintainer' ? [] : [task]));
}

export function isOpen({ outcome }: AccessTask): boolean {
  return outcome === undefined;
}
