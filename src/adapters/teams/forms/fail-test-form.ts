import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { textLimits } from '../../../domain/ticket/text-limits';
import type { FormDefinition } from './form-definition';
import { testRecordFields, testRecordIn, testRecordInitial, verdictLines } from './test-record';

/** "Test nicht bestanden": the maintainer gets it back with what is wrong (process 3). */
export const failTestForm: FormDefinition = {
  id: 'failTest',
  title: () => actionNames.failTest,
  submitLabel: () => actionNames.failTest,
  fields: () => [
    ...testRecordFields,
    { id: 'defect', kind: 'text', ...fieldTexts.defect, maxLength: textLimits.defect },
  ],
  // What is wrong now is never what was wrong before.
  initialValues: testRecordInitial,
  info: verdictLines,
  read: (_context, values) => {
    const { defect = '' } = values;
    return { ok: true, command: { type: 'failTest', record: testRecordIn(values), defect } };
  },
};
