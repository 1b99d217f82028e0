import { actionNameFor } from '../../../texts/action-names.de';
import { fieldTexts } from '../../../texts/actions.de';
import { submitLabels } from '../../../texts/form-words.de';
import { textLimits } from '../../../domain/ticket/text-limits';
import type { FormDefinition } from './form-definition';

/** "An Dispatcher zurückgeben" by the maintainer; the dispatcher may take a ticket back the same way. */
export const handBackForm: FormDefinition = {
  id: 'handBack',
  title: ({ actor }) => actionNameFor('handBack', actor.role),
  submitLabel: ({ actor }) =>
    actor.role === 'dispatcher' ? actionNameFor('handBack', actor.role) : submitLabels.handBack,
  fields: () => [{ id: 'reason', kind: 'text', ...fieldTexts.handBackReason, maxLength: textLimits.reason }],
  initialValues: () => ({}),
  info: () => [],
  read: (_context, { reason = '' }) => ({ ok: true, command: { type: 'handBack', reason } }),
};
