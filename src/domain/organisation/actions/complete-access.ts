import { isOpen } from '../package-access';
import type { AccessTaskId } from '../installation';
import type { OrganisationActionShape } from './action';

/** An operator was let into a package repository, or is kept out of it (process 8). */
export interface CompleteAccess {
  readonly type: 'completeAccess';
  readonly task: AccessTaskId;
  /** The account or token that it was done for, never a secret. */
  readonly reference?: string;
}

export const completeAccess: OrganisationActionShape<CompleteAccess> = {
  roles: ['platformMaintainer'],
  eventsOf: ({ task: id, reference }, { accessTasks }, { actor, now }) =>
    accessTasks
      .filter((task) => task.id === id)
      .map((task) => ({
        type: 'accessTaskRecorded',
        task: {
          ...task,
          outcome: { kind: 'done', at: now, by: actor.id, ...(reference !== undefined && { reference }) },
        },
      })),
  refusal({ task: id }, { records: { accessTasks } }) {
    const task = accessTasks.find((each) => each.id === id);
    return task === undefined || isOpen(task) ? undefined : { code: 'accessSettled', task };
  },
};
