import { textLimits } from '../../../domain/ticket/text-limits';
import { missingTexts } from '../../../texts/form-errors.de';
import { actionNames } from '../../../texts/labels.de';
import type { FormDefinition } from './form-definition';

/** "Zurückweisen (Angaben fehlen)": the operator gets the report to complete it (process 3). */
export const returnReportForm: FormDefinition = {
  id: 'returnReport',
  template: 'return-report',
  title: () => actionNames.returnReport,
  submitLabel: () => 'Zurückweisen',
  fields: () => [{ id: 'missing', kind: 'text', missing: missingTexts.missing, longest: textLimits.missing }],
  initialValues: () => ({}),
  view: () => ({ info: [] }),
  read: (_context, { missing = '' }) => ({ ok: true, command: { type: 'returnReport', missing } }),
};
