import { defined } from '../../../defined';
import { formWords, submitLabels } from '../../../texts/form-words.de';
import type { FormDefinition } from './form-definition';
import { onBehalfFields, onBehalfInitial, readOnBehalf } from './on-behalf';
import { planSummaryLines } from './plan-status';

/** "Plan zustimmen" by a dispatcher on the operator's word; for themselves they need no form (process 3, 4). */
export const agreeForOperatorForm: FormDefinition = {
  id: 'agreeForOperator',
  title: () => formWords.agreeForOperator,
  onOperatorsWord: true,
  submitLabel: () => submitLabels.agreeForOperator,
  fields: onBehalfFields,
  initialValues: onBehalfInitial,
  info: planSummaryLines,
  read: (context, values) => {
    const word = readOnBehalf(context, values, 'agreeToPlan');
    if (!word.ok) return word;
    return { ok: true, command: { type: 'agreeToPlan', ...defined({ onBehalf: word.onBehalf }) } };
  },
};
