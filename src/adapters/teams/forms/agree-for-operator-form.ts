import { formWords } from '../../../texts/form-words.de';
import type { FormDefinition } from './form-definition';
import { onBehalfFields, onBehalfInitial, readOnBehalf } from './on-behalf';
import { planLines } from './plan-standing';
import { doneBy, refusalAt, standingOf } from './standing';
import { ticketOf } from './ticket-of';

/** "Plan zustimmen" by a dispatcher on the operator's word; for themselves they need no form (process 3, 4). */
export const agreeForOperatorForm: FormDefinition = {
  id: 'agreeForOperator',
  template: 'agree-for-operator',
  title: () => formWords.agreeForOperator,
  submitLabel: () => 'Zustimmen',
  blocked: (context) => {
    const { fixPlan } = ticketOf(context);
    if (fixPlan === undefined) return refusalAt(context, { code: 'noFixPlan', ...standingOf(context) });
    const { operator } = fixPlan.consents;
    return operator === undefined ? undefined : doneBy(context, 'agreeToPlan', operator);
  },
  fields: onBehalfFields,
  initialValues: onBehalfInitial,
  view: (context) => ({ info: planLines(context) }),
  read: (context, values) => {
    const word = readOnBehalf(context, values, ticketOf(context).fixPlan?.at);
    if (!word.ok) return word;
    const onBehalf = word.onBehalf === undefined ? {} : { onBehalf: word.onBehalf };
    return { ok: true, command: { type: 'agreeToPlan', ...onBehalf } };
  },
};
