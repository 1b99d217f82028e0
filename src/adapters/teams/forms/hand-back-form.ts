import { textLimits } from '../../../domain/ticket/text-limits';
import { missingTexts } from '../../../texts/form-errors.de';
import { actionNames } from '../../../texts/labels.de';
import type { FormDefinition } from './form-definition';

/** "An Dispatcher zurückgeben" by the maintainer; the dispatcher may take a ticket back the same way. */
export const handBackForm: FormDefinition = {
  id: 'handBack',
  template: 'hand-back',
  title: () => actionNames.handBack,
  submitLabel: () => 'Zurückgeben',
  fields: () => [
    { id: 'reason', kind: 'text', missing: missingTexts.handBackReason, longest: textLimits.reason },
  ],
  initialValues: () => ({}),
  view: () => ({ info: [] }),
  read: (_context, { reason = '' }) => ({ ok: true, command: { type: 'handBack', reason } }),
};
