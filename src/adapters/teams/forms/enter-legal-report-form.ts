import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { defined } from '../../../defined';
import { fieldErrors, reportedTooEarlyText } from '../../../texts/form-errors.de';
import { hint, legalReportChoice, submitLabels, formWords } from '../../../texts/form-words.de';
import { legalReportNames } from '../../../texts/labels.de';
import { legalDutyLines } from '../../../texts/legal-duties.de';
import type { Instant } from '../../../domain/instant';
import { earliestKnownAt, pastProblem } from '../../../domain/ticket/legal/known-at';
import { legalReportMade, openLegalReports } from '../../../domain/ticket/legal/legal-duties';
import { type LegalReport, legalReports } from '../../../domain/ticket/legal/legal-report';
import { textLimits } from '../../../domain/ticket/text-limits';
import { valueIn } from './choices';
import type { Choice } from './field';
import type { FieldErrors, FieldValues, FormContext, FormDefinition } from './form-definition';
import { localTimeNow, readLocalTime } from './local-time-input';
import { onBehalfFields, onBehalfInitial, readOnBehalf } from './on-behalf';
import { ticketOf } from './ticket-of';

/** "Gemeldet am …": which report to the authority, when and under which reference (process 10). */
export const enterLegalReportForm: FormDefinition = {
  id: 'enterLegalReport',
  title: () => actionNames.enterLegalReport,
  submitLabel: () => submitLabels.enterLegalReport,
  fields: (context) => [
    ...onBehalfFields(context),
    {
      id: 'legalReport',
      kind: 'choice',
      ...fieldTexts.legalReport,
      choices: legalReports.map((report) => choiceOf(report, context)),
    },
    { id: 'reportedDate', kind: 'date', ...fieldTexts.reportedDate },
    { id: 'reportedTime', kind: 'time', ...fieldTexts.reportedTime },
    {
      id: 'legalReference',
      kind: 'line',
      ...fieldTexts.legalReference,
      maxLength: textLimits.legalReference,
    },
  ],
  initialValues: (context) => {
    const { date, time } = localTimeNow(context);
    const [next] = openLegalReports(ticketOf(context));
    return {
      ...onBehalfInitial(context),
      ...defined({ legalReport: next }),
      reportedDate: date,
      reportedTime: time,
    };
  },
  info: (context) => [...legalDutyLines(ticketOf(context), context.view), hint(formWords.laterEntryCounts)],
  about: ({ legalReport }) =>
    legalReport === undefined ? undefined : { report: valueIn(legalReports, legalReport) },
  read: (context, values) => {
    const word = readOnBehalf(context, values, 'enterLegalReport');
    if (!word.ok) return word;
    const reported = readReportedAt(context, values);
    if (!reported.ok) return reported;
    return {
      ok: true,
      command: {
        type: 'enterLegalReport',
        report: valueIn(legalReports, values['legalReport']),
        reportedAt: reported.at,
        reference: values['legalReference'] ?? '',
        ...defined({ onBehalf: word.onBehalf }),
      },
    };
  },
};

/** What was entered already says so: another entry corrects it. */
function choiceOf(report: LegalReport, context: FormContext): Choice {
  const made = legalReportMade(ticketOf(context), report);
  const name = legalReportNames[report];
  const title = made === undefined ? name : legalReportChoice(name, context.view.time(made.reportedAt));
  return { title, value: report };
}

function readReportedAt(
  context: FormContext,
  { reportedDate: date = '', reportedTime: time = '' }: FieldValues,
): { readonly ok: true; readonly at: Instant } | { readonly ok: false; readonly errors: FieldErrors } {
  const entered = readLocalTime(context, { date, time });
  if (!entered.ok) {
    const field = entered.wrong === 'date' ? 'reportedDate' : 'reportedTime';
    return { ok: false, errors: { [field]: entered.sentence } };
  }
  const { receivedAt } = ticketOf(context);
  const { now } = context.view;
  switch (pastProblem(entered.at, receivedAt, now)) {
    case 'inFuture':
      return { ok: false, errors: { reportedTime: fieldErrors.reportedInFuture } };
    case 'tooEarly': {
      const earliest = context.view.time(earliestKnownAt(receivedAt));
      return { ok: false, errors: { reportedDate: reportedTooEarlyText(earliest) } };
    }
    case undefined:
      return { ok: true, at: entered.at };
  }
}
