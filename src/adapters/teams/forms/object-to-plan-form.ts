import { defined } from '../../../defined';
import { isPlanBinding } from '../../../domain/ticket/plan/fix-plan';
import { textLimits } from '../../../domain/ticket/text-limits';
import { missingTexts } from '../../../texts/form-errors.de';
import { formWords } from '../../../texts/form-words.de';
import { actionNames } from '../../../texts/labels.de';
import { organisationName } from '../../../texts/parties.de';
import type { Field } from './field';
import type { FieldValues, FormContext, FormDefinition, FormReading } from './form-definition';
import { onBehalfFields, onBehalfInitial, readOnBehalf, wordErrors } from './on-behalf';
import { planLines } from './plan-standing';
import { doneBy, refusalAt, standingOf } from './standing';
import { ticketOf } from './ticket-of';

/** "Plan widersprechen" with a reason; a dispatcher for themselves or on the operator's word (process 3, 4). */
export const objectToPlanForm: FormDefinition = {
  id: 'objectToPlan',
  template: 'object-to-plan',
  title: () => actionNames.objectToPlan,
  submitLabel: () => 'Widersprechen',
  blocked,
  fields: (context) => [
    ...onBehalfFields(context).map((field): Field => ({ ...field, sometimes: true })),
    ...speaksForField(context),
    { id: 'reason', kind: 'text', missing: missingTexts.objection, longest: textLimits.reason },
  ],
  initialValues: (context): FieldValues => {
    const [first] = possibleParties(context);
    return { ...onBehalfInitial(context), ...defined({ speaksFor: first }) };
  },
  view: (context) => ({
    info: [
      ...planLines(context),
      ...(isDispatcher(context) ? [{ label: 'Hinweis', text: formWords.onlyForOperatorsWord }] : []),
    ],
  }),
  read,
};

function read(context: FormContext, values: FieldValues): FormReading {
  const { reason = '' } = values;
  if (values['speaksFor'] !== 'operator') return { ok: true, command: { type: 'objectToPlan', reason } };
  const errors = wordErrors(context, values);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const word = readOnBehalf(context, values, ticketOf(context).fixPlan?.at);
  if (!word.ok) return word;
  const onBehalf = word.onBehalf === undefined ? {} : { onBehalf: word.onBehalf };
  return { ok: true, command: { type: 'objectToPlan', reason, ...onBehalf } };
}

function blocked(context: FormContext): string | undefined {
  const ticket = ticketOf(context);
  const { fixPlan } = ticket;
  if (fixPlan === undefined) return refusalAt(context, { code: 'noFixPlan', ...standingOf(context) });
  const { version, objections } = fixPlan;
  if (isPlanBinding(ticket)) {
    return refusalAt(context, { code: 'planAlreadyBinding', version, ...standingOf(context) });
  }
  const { role } = context.actor;
  const own = role === 'operator' || role === 'maintainer' ? objections[role] : objections.dispatcher;
  if (own === undefined || possibleParties(context).length > 0) return undefined;
  return doneBy(context, 'objectToPlan', own);
}

/** "Für wen?": the parties a dispatcher can speak for that have not objected yet. */
function speaksForField(context: FormContext): readonly Field[] {
  const parties = possibleParties(context);
  if (parties.length === 0) return [];
  const operator = organisationName(context.installation, ticketOf(context).operator);
  const titles = {
    dispatcher: 'Für die Wartungs-Dispatcher',
    operator: `Auf Wort von ${operator}`,
  };
  const choices = parties.map((value) => ({ title: titles[value], value }));
  return [
    { id: 'speaksFor', kind: 'choice', missing: missingTexts.speaksFor, choices, gone: goneParties(context) },
  ];
}

function possibleParties(context: FormContext): readonly ('dispatcher' | 'operator')[] {
  if (!isDispatcher(context)) return [];
  const objections = ticketOf(context).fixPlan?.objections ?? {};
  return (['dispatcher', 'operator'] as const).filter((party) => objections[party] === undefined);
}

function goneParties(context: FormContext): ReadonlyMap<string, string> {
  const objections = Object.entries(ticketOf(context).fixPlan?.objections ?? {});
  return new Map(objections.map(([party, each]) => [party, doneBy(context, 'objectToPlan', each)]));
}

function isDispatcher({ actor }: FormContext): boolean {
  return actor.role === 'dispatcher';
}
