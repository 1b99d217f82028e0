import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { formWords, hint } from '../../../texts/form-words.de';
import { defined } from '../../../defined';
import { isPlanBinding } from '../../../domain/ticket/plan/fix-plan';
import { textLimits } from '../../../domain/ticket/text-limits';
import type { FormDefinition } from './form-definition';
import { planStatusLine } from './plan-status';
import { ticketOf } from './ticket-of';

/** "Bearbeitung beginnen" on a binding plan, or in classes 1 and 2 as "Sofortbeginn" with a reason (process 3). */
export const beginWorkForm: FormDefinition = {
  id: 'beginWork',
  title: () => actionNames.beginWork,
  submitLabel: () => actionNames.beginWork,
  fields: (context) =>
    isPlanBinding(ticketOf(context))
      ? []
      : [
          {
            id: 'immediateStartReason',
            kind: 'text',
            ...fieldTexts.immediateStartReason,
            maxLength: textLimits.reason,
          },
        ],
  initialValues: () => ({}),
  info: (context) =>
    isPlanBinding(ticketOf(context))
      ? [planStatusLine(context)]
      : [planStatusLine(context), hint(formWords.immediateStart)],
  read: (_context, { immediateStartReason }) => ({
    ok: true,
    command: {
      type: 'beginWork',
      ...defined({ immediateStartReason }),
    },
  }),
};
