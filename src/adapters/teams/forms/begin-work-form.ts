import { defined } from '../../../defined';
import { isPlanBinding, partiesWaitedFor, planParties } from '../../../domain/ticket/plan/fix-plan';
import { textLimits } from '../../../domain/ticket/text-limits';
import { missingTexts } from '../../../texts/form-errors.de';
import { formWords } from '../../../texts/form-words.de';
import { actionNames } from '../../../texts/labels.de';
import type { FormContext, FormDefinition } from './form-definition';
import { planStandingLine } from './plan-standing';
import { refusalAt, standingOf } from './standing';
import { ticketOf } from './ticket-of';

/** "Bearbeitung beginnen" on a binding plan, or in classes 1 and 2 as "Sofortbeginn" with a reason (process 3). */
export const beginWorkForm: FormDefinition = {
  id: 'beginWork',
  template: 'begin-work',
  title: () => actionNames.beginWork,
  submitLabel: () => actionNames.beginWork,
  blocked: (context) => {
    const ticket = ticketOf(context);
    if (isPlanBinding(ticket) || immediateStartPossible(context)) return undefined;
    const waitingFor = ticket.fixPlan === undefined ? planParties : partiesWaitedFor(ticket);
    const standing = standingOf(context);
    return refusalAt(context, {
      code: 'planNotBinding',
      waitingFor,
      immediateStartPossible: false,
      ...standing,
    });
  },
  fields: (context) =>
    isPlanBinding(ticketOf(context))
      ? []
      : [
          {
            id: 'immediateStartReason',
            kind: 'text',
            missing: missingTexts.immediateStartReason,
            longest: textLimits.reason,
          },
        ],
  initialValues: () => ({}),
  view: (context) => ({
    info: isPlanBinding(ticketOf(context))
      ? [planStandingLine(context)]
      : [planStandingLine(context), { label: 'Hinweis', text: formWords.immediateStart }],
  }),
  read: (_context, { immediateStartReason }) => ({
    ok: true,
    command: {
      type: 'beginWork',
      ...defined({ immediateStartReason }),
    },
  }),
};

function immediateStartPossible(context: FormContext): boolean {
  return ticketOf(context).faultClass <= 2;
}
