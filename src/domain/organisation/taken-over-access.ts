import type { Instant } from '../instant';
import { localDayAt } from '../reaction/service-day';
import { accessesOf, accessTaskId } from './access-tasks-due';
import type { OrganisationEvent } from './changes';
import { dayBefore } from './days';
import { contractOn } from './find';
import { inForceOn } from './in-force';
import type { Installation } from './installation';
import { maintainerAccessTakenOver } from './maintainer-access';
import { packageAccessOn } from './package-access';

/**
 * The access that operators have before the bot knows of any (process 8): under a contract yesterday and today, they have been
 * let in by whoever looked after that before, and nobody needs to be told. A contract that begins today leads to a task.
 */
export function takenOverAccess(recorded: Installation, now: Instant): readonly OrganisationEvent[] {
  const { day: today } = localDayAt(recorded.calendars, now);
  const yesterday = dayBefore(today);
  const inForce = inForceOn(recorded, today);
  const operators = accessesOf(inForce)
    .filter(
      (access) =>
        yesterday !== undefined &&
        contractOn(inForce, access.operator, access.module, yesterday) !== undefined &&
        packageAccessOn(inForce, access, today).kind === 'granting',
    )
    .map((access) => {
      const id = accessTaskId({ kind: 'grant', ...access }, 1);
      const outcome = { kind: 'takenOver', at: now } as const;
      const task = { id, kind: 'grant', ...access, since: now, reminders: 0, outcome } as const;
      return { type: 'accessTaskRecorded', task } as const;
    });
  return [...operators, ...maintainerAccessTakenOver(recorded, { today, now })];
}
