import { textLimits } from '../../../domain/ticket/text-limits';
import { missingTexts } from '../../../texts/form-errors.de';
import { actionNames } from '../../../texts/labels.de';
import type { FormDefinition } from './form-definition';
import { blockedForWhoCompleted, testRecordFields, testRecordIn, verdictLines } from './test-record';

/** "Test nicht bestanden": the maintainer gets it back with what is wrong (process 3). */
export const failTestForm: FormDefinition = {
  id: 'failTest',
  template: 'fail-test',
  title: () => actionNames.failTest,
  submitLabel: () => actionNames.failTest,
  blocked: (context) => blockedForWhoCompleted(context, 'failTest'),
  fields: () => [
    ...testRecordFields,
    { id: 'defect', kind: 'text', missing: missingTexts.defect, longest: textLimits.defect },
  ],
  initialValues: () => ({}),
  view: (context) => ({ info: verdictLines(context) }),
  read: (_context, values) => {
    const { defect = '' } = values;
    return { ok: true, command: { type: 'failTest', record: testRecordIn(values), defect } };
  },
};
