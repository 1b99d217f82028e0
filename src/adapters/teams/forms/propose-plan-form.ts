import { defined } from '../../../defined';
import { type FixPlanContent, measures, planContentOf } from '../../../domain/ticket/plan/fix-plan';
import { LAST_YEAR, parseDate, yearOf } from '../../../domain/service-calendar/civil-date';
import { targetDateProblem } from '../../../domain/ticket/plan/target-date';
import { textLimits } from '../../../domain/ticket/text-limits';
import { formatDate } from '../../../texts/german-time';
import {
  beyondCalendarText,
  fieldErrors,
  missingTexts,
  targetNotServiceDayText,
} from '../../../texts/form-errors.de';
import { formWords } from '../../../texts/form-words.de';
import { actionNames, measureNames } from '../../../texts/labels.de';
import { choicesOf, valueIn } from './choices';
import type { FieldValues, FormContext, FormDefinition, FormReading } from './form-definition';
import { planStandingLine } from './plan-standing';
import { changedFields, planCheckPage } from './propose-plan-check';
import { refusalAt, standingOf } from './standing';
import { ticketOf } from './ticket-of';
import { readVersions, versionListField, versionsText } from './version-list';

/** "Plan vorschlagen", or change the present one: a new version, which voids the consents (process 4). */
export const proposePlanForm: FormDefinition = {
  id: 'proposePlan',
  template: 'propose-plan',
  title: titleOf,
  submitLabel: titleOf,
  fields: () => [
    { id: 'cause', kind: 'text', missing: missingTexts.cause, longest: textLimits.cause },
    {
      id: 'measure',
      kind: 'choice',
      missing: missingTexts.measure,
      choices: choicesOf(measures, measureNames),
    },
    versionListField,
    { id: 'targetDate', kind: 'date', missing: missingTexts.targetDate },
    {
      id: 'testApproach',
      kind: 'text',
      missing: missingTexts.testApproach,
      longest: textLimits.testApproach,
    },
    { id: 'risks', kind: 'text', longest: textLimits.risks },
  ],
  initialValues,
  view: (context) => {
    const { fixPlan, securityRelevant } = ticketOf(context);
    if (fixPlan === undefined) return { info: [] };
    const present = securityRelevant ? [{ label: 'Bisheriger Plan', text: formWords.underContent }] : [];
    const hint = { label: 'Hinweis', text: formWords.consentsVoid };
    return { info: [planStandingLine(context), ...present, hint] };
  },
  read,
  check: planCheckPage,
};

/** The present plan to be changed; nothing typed where the ticket is security-relevant (process 10). */
function initialValues(context: FormContext): FieldValues {
  const { fixPlan, securityRelevant } = ticketOf(context);
  if (fixPlan === undefined || securityRelevant) return {};
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
  if (fixPlan !== undefined && changedFields(planContentOf(fixPlan), plan).length === 0) {
    const refusal = { code: 'samePlan', version: fixPlan.version, ...standingOf(context) } as const;
    return { ok: false, errors: { '': refusalAt(context, refusal) } };
  }
  return { ok: true, command: { type: 'proposePlan', plan } };
}

/** The sentence at the target date, which must be a service day from today on (process 4). */
function targetDateError({ installation, now }: FormContext, date: string): string | undefined {
  const day = parseDate(date);
  if (day === undefined) return fieldErrors.notADate;
  switch (targetDateProblem(date, now, installation.calendars)) {
    case undefined:
      return undefined;
    case 'targetInPast':
      return fieldErrors.targetInPast;
    case 'targetNotServiceDay':
      return yearOf(day) > LAST_YEAR
        ? beyondCalendarText(LAST_YEAR)
        : targetNotServiceDayText(formatDate(date));
  }
}

function titleOf(context: FormContext): string {
  return ticketOf(context).fixPlan === undefined ? actionNames.proposePlan : formWords.changePlan;
}
