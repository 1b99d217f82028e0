import type { AccessTask } from '../../../domain/organisation/installation';
import { isOpen } from '../../../domain/organisation/package-access';
import { accessTaskKind } from '../../../texts/access-tasks.de';
import { accessTaskRowTexts } from '../../../texts/package-access.de';
import { recordTexts } from '../../../texts/records.de';
import type { RecordContext } from './record-form';
import type { RecordListDefinition, RecordRow } from './record-list';

/** "Paketzugänge" (process 8): what is to be done, the longest waiting first, and then what was done, the last first. */
export const accessTasksList: RecordListDefinition = {
  list: 'accessTasks',
  title: recordTexts.accessTasks,
  roles: ['platformMaintainer', 'processOwner'],
  additions: [],
  none: () => recordTexts.noAccessTasks,
  rows: (context) => {
    const { accessTasks } = context.recorded;
    const open = accessTasks.filter(isOpen).toSorted((one, other) => one.since - other.since);
    const settled = accessTasks
      .flatMap((task) => {
        const { outcome } = task;
        // Access that was taken over was nobody's task.
        return outcome === undefined || outcome.kind === 'takenOver' ? [] : [{ task, at: outcome.at }];
      })
      .toSorted((one, other) => other.at - one.at)
      .map(({ task }) => task);
    const nameOf = namesOnce(context);
    return [...open, ...settled].map((task) => rowOf(task, nameOf(task), context));
  },
};

function rowOf(task: AccessTask, text: string, { view, role }: RecordContext): RecordRow {
  const mayDo = isOpen(task) && role === 'platformMaintainer';
  return {
    text,
    details: [accessTaskKind(task), ...accessTaskRowTexts(task, view)],
    buttons: mayDo ? [{ title: recordTexts.accessDone, form: 'accessDone', of: task.id }] : [],
  };
}

/** Names are told apart from all others: once for each task would be long for hundreds. */
function namesOnce({ recorded, view }: RecordContext): (task: AccessTask) => string {
  const operators = new Map(recorded.organisations.map(({ id }) => [id, view.organisation(id)]));
  const modules = new Map(recorded.modules.map(({ id }) => [id, view.module(id)]));
  const ownerOf = (task: AccessTask) =>
    task.kind === 'revokeMaintainer'
      ? view.person(task.person)
      : (operators.get(task.operator) ?? task.operator);
  return (task) => `${ownerOf(task)} – ${modules.get(task.module) ?? task.module}`;
}
