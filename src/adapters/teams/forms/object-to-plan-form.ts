import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { formWords, submitLabels, hint, onWordOfText } from '../../../texts/form-words.de';
import { defined } from '../../../defined';
import { partiesToObjectFor } from '../../../domain/ticket/actions/object-to-plan';
import type { PlanParty } from '../../../domain/ticket/plan/fix-plan';
import { textLimits } from '../../../domain/ticket/text-limits';
import type { Field } from './field';
import type { FieldValues, FormContext, FormDefinition, FormReading } from './form-definition';
import { isDispatcher, onBehalfFields, onBehalfInitial, readOnBehalf, wordErrors } from './on-behalf';
import { planSummaryLines } from './plan-status';
import { doneBy } from './done-by';
import { ticketOf } from './ticket-of';

/** "Plan widersprechen" with a reason; a dispatcher for themselves or on the operator's word (process 3, 4). */
export const objectToPlanForm: FormDefinition = {
  id: 'objectToPlan',
  title: () => actionNames.objectToPlan,
  submitLabel: () => submitLabels.objectToPlan,
  fields: (context) => [
    ...onBehalfFields(context).map((field): Field => ({ ...field, sometimes: true })),
    ...speaksForField(context),
    { id: 'reason', kind: 'text', ...fieldTexts.objection, maxLength: textLimits.reason },
  ],
  initialValues: (context): FieldValues => {
    const [first] = possibleParties(context);
    return { ...onBehalfInitial(context), ...defined({ speaksFor: first }) };
  },
  info: (context, isPrivate) => [
    ...planSummaryLines(context, isPrivate),
    ...(isDispatcher(context) ? [hint(formWords.onlyForOperatorsWord)] : []),
  ],
  read,
};

function read(context: FormContext, values: FieldValues): FormReading {
  const { reason = '' } = values;
  if (values['speaksFor'] !== 'operator') return { ok: true, command: { type: 'objectToPlan', reason } };
  const errors = wordErrors(context, values);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const word = readOnBehalf(context, values, 'objectToPlan');
  if (!word.ok) return word;
  return { ok: true, command: { type: 'objectToPlan', reason, ...defined({ onBehalf: word.onBehalf }) } };
}

/** "Für wen?": the parties a dispatcher can speak for that have not objected yet. */
function speaksForField(context: FormContext): readonly Field[] {
  const parties = possibleParties(context);
  if (parties.length === 0) return [];
  const operator = context.view.organisation(ticketOf(context).operator);
  const choices = parties.map((value) => ({
    title: value === 'operator' ? onWordOfText(operator) : formWords.forDispatchers,
    value,
  }));
  return [{ id: 'speaksFor', kind: 'choice', ...fieldTexts.speaksFor, choices, gone: goneParties(context) }];
}

function possibleParties(context: FormContext): readonly PlanParty[] {
  return isDispatcher(context) ? partiesToObjectFor(ticketOf(context), 'dispatcher') : [];
}

function goneParties(context: FormContext): ReadonlyMap<string, string> {
  const objections = Object.entries(ticketOf(context).fixPlan?.objections ?? {});
  return new Map(objections.map(([party, each]) => [party, doneBy(context, 'objectToPlan', each)]));
}
