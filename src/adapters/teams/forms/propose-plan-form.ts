import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { formWords, hint } from '../../../texts/form-words.de';
import { defined } from '../../../defined';
import { type FixPlanContent, isSamePlan, measures } from '../../../domain/ticket/plan/fix-plan';
import { lastYear, parseDate, yearOf } from '../../../domain/service-calendar/civil-date';
import { targetDateProblem } from '../../../domain/ticket/plan/target-date';
import { textLimits } from '../../../domain/ticket/text-limits';
import { beyondCalendarText, fieldErrors, targetNotServiceDayText } from '../../../texts/form-errors.de';
import { formatDay } from '../../../texts/german-time';
import { comingHolidayName } from '../../../texts/holidays.de';
import { measureNames } from '../../../texts/labels.de';
import { choicesOf, valueIn } from './choices';
import type { FieldValues, FormContext, FormDefinition, FormReading } from './form-definition';
import { planStatusLine } from './plan-status';
import { planCheckPage } from './propose-plan-check';
import { standing } from '../../../domain/ticket/deciding';
import { refusalText } from '../../../texts/refusals.de';
import { ticketOf } from './ticket-of';
import { readVersions, versionListField, versionsText } from './version-list';

/** "Plan vorschlagen", or change the present one: a new version, which voids the consents (process 4). */
export const proposePlanForm: FormDefinition = {
  id: 'proposePlan',
  title: titleOf,
  submitLabel: titleOf,
  fields: () => [
    { id: 'cause', kind: 'text', ...fieldTexts.cause, maxLength: textLimits.cause },
    {
      id: 'measure',
      kind: 'choice',
      ...fieldTexts.measure,
      choices: choicesOf(measures, measureNames),
    },
    versionListField,
    { id: 'targetDate', kind: 'date', ...fieldTexts.targetDate },
    {
      id: 'testApproach',
      kind: 'text',
      ...fieldTexts.testApproach,
      maxLength: textLimits.testApproach,
    },
    { id: 'risks', kind: 'text', ...fieldTexts.risks, maxLength: textLimits.risks },
  ],
  initialValues,
  info: (context) => {
    if (ticketOf(context).fixPlan === undefined) return [];
    return [planStatusLine(context), hint(formWords.consentsVoid)];
  },
  read,
  check: planCheckPage,
};

/** The present plan to be changed; whoever gets the form may read what was typed into the ticket (process 10). */
function initialValues(context: FormContext): FieldValues {
  const { fixPlan } = ticketOf(context);
  if (fixPlan === undefined) return {};
  const { cause, measure, affectedVersions, targetDate, testApproach, risks } = fixPlan;
  return {
    cause,
    measure,
    affectedVersions: versionsText(affectedVersions),
    targetDate,
    testApproach,
    ...defined({ risks }),
  };
}

function read(context: FormContext, values: FieldValues): FormReading {
  const { cause = '', targetDate = '', testApproach = '', risks } = values;
  const reading = readVersions(values['affectedVersions']);
  const dateError = targetDateError(context, targetDate);
  const errors = {
    ...(reading.ok ? {} : reading.errors),
    ...defined({ targetDate: dateError }),
  };
  if (!reading.ok || dateError !== undefined) return { ok: false, errors };
  const plan: FixPlanContent = {
    cause,
    measure: valueIn(measures, values['measure']),
    affectedVersions: reading.versions,
    targetDate,
    testApproach,
    ...defined({ risks }),
  };
  const { fixPlan } = ticketOf(context);
  if (fixPlan !== undefined && isSamePlan(plan, fixPlan)) {
    const refusal = { code: 'samePlan', version: fixPlan.version, ...standing(ticketOf(context)) } as const;
    return { ok: false, errors: { '': refusalText(refusal, context.view) } };
  }
  return { ok: true, command: { type: 'proposePlan', plan } };
}

/** The sentence at the target date, which must be a service day from today on (process 4). */
function targetDateError({ view }: FormContext, date: string): string | undefined {
  const day = parseDate(date);
  if (day === undefined) return fieldErrors.notADate;
  switch (targetDateProblem(date, view.now, view.installation.calendars)) {
    case undefined:
      return undefined;
    case 'targetInPast':
      return fieldErrors.targetInPast;
    case 'targetNotServiceDay':
      return yearOf(day) > lastYear
        ? beyondCalendarText(lastYear)
        : targetNotServiceDayText(formatDay(date), comingHolidayName(date, view));
  }
}

function titleOf(context: FormContext): string {
  return ticketOf(context).fixPlan === undefined ? actionNames.proposePlan : formWords.changePlan;
}
