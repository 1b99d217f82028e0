import { defined } from '../../../defined';
import type { AccessTask } from '../../../domain/organisation/installation';
import { looksLikeSecret } from '../../../domain/organisation/looks-like-secret';
import { isOpen, lastSettled } from '../../../domain/organisation/package-access';
import { accessSettledText, accessTaskKind, accessTaskTexts } from '../../../texts/access-tasks.de';
import { hint } from '../../../texts/form-words.de';
import { accessTaskFacts } from '../../../texts/package-access.de';
import { recordTexts } from '../../../texts/records.de';
import type { RecordForm, RecordFormContext } from './record-form';
import { referenceField } from './text-fields';

/** "Erledigt": an operator was let into a package repository, or is kept out of it; for which account, never by which secret (process 8). */
export const accessDoneForm: RecordForm = {
  id: 'accessDone',
  action: 'completeAccess',
  list: 'accessTasks',
  title: (context) => {
    const task = taskMeant(context);
    return task === undefined ? recordTexts.accessTasks : accessTaskKind(task);
  },
  submitLabel: () => recordTexts.accessDone,
  blocked: (context) => {
    const task = taskMeant(context);
    if (task === undefined) return recordTexts.unknownRecord;
    return isOpen(task) ? undefined : accessSettledText(task, context.view);
  },
  fields: (context) => [
    taskMeant(context)?.kind === 'grant'
      ? { ...referenceField, missing: accessTaskTexts.referenceMissing }
      : referenceField,
  ],
  initialValues: (context) => {
    const task = taskMeant(context);
    const granted = task?.kind === 'revoke' ? lastSettled(context.recorded, task)?.outcome : undefined;
    return defined({ reference: granted?.kind === 'done' ? granted.reference : undefined });
  },
  info: (context) => {
    const task = taskMeant(context);
    return task === undefined
      ? []
      : [...accessTaskFacts(task, context.view), hint(accessTaskTexts.referenceHint)];
  },
  read: ({ of = '' }, { reference }) =>
    reference !== undefined && looksLikeSecret(reference)
      ? { ok: false, errors: { reference: accessTaskTexts.looksLikeSecret } }
      : { ok: true, command: { type: 'completeAccess', task: of, ...defined({ reference }) } },
};

function taskMeant({ recorded, of }: RecordFormContext): AccessTask | undefined {
  return recorded.accessTasks.find(({ id }) => id === of);
}
