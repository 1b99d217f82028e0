import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { submitLabels } from '../../../texts/form-words.de';
import { textLimits } from '../../../domain/ticket/text-limits';
import type { FormDefinition } from './form-definition';

/** "Zurückweisen (Angaben fehlen)": the operator gets the report to complete it (process 3); what is missing now is always new. */
export const returnReportForm: FormDefinition = {
  id: 'returnReport',
  title: () => actionNames.returnReport,
  submitLabel: () => submitLabels.returnReport,
  fields: () => [{ id: 'missing', kind: 'text', ...fieldTexts.missing, maxLength: textLimits.missing }],
  initialValues: () => ({}),
  info: () => [],
  read: (_context, { missing = '' }) => ({ ok: true, command: { type: 'returnReport', missing } }),
};
