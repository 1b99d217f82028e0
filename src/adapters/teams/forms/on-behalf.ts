import { fieldTexts } from '../../../texts/actions.de';
import { infoLabels } from '../../../texts/form-words.de';
import { checkReceipt, maxReceiptAgeDays } from '../../../domain/reaction/receipt';
import { shapeOf, type TicketAction } from '../../../domain/ticket/actions/registry';
import { type OnBehalf, reportingWays } from '../../../domain/ticket/on-behalf';
import { textLimits } from '../../../domain/ticket/text-limits';
import { fieldErrors, receiptTooOldText, saidTooEarlyText } from '../../../texts/form-errors.de';
import { reportingWayNames } from '../../../texts/labels.de';
import { choicesOf, valueIn } from './choices';
import type { Field } from './field';
import type { FieldErrors, FieldValues, FormContext } from './form-definition';
import type { LabelledText } from '../cards/labelled-text';
import { localTimeNow, readLocalTime } from './local-time-input';

const minute = 60_000;

/** A dispatcher doing what the operator may says who asked for it, how and when (process 3); an operator does not. */
export function onBehalfFields(context: FormContext): readonly Field[] {
  if (!isDispatcher(context)) return [];
  return [
    {
      id: 'reportingWay',
      kind: 'choice',
      ...fieldTexts.reportingWay,
      choices: choicesOf(reportingWays, reportingWayNames),
    },
    { id: 'saidBy', kind: 'line', ...fieldTexts.saidBy, maxLength: textLimits.saidBy },
    { id: 'receivedDate', kind: 'date', ...fieldTexts.receivedDate },
    { id: 'receivedTime', kind: 'time', ...fieldTexts.receivedTime },
  ];
}

/** Now, on the clock of the service calendar. */
export function onBehalfInitial(context: FormContext): FieldValues {
  if (!isDispatcher(context)) return {};
  const { date, time } = localTimeNow(context);
  return { reportingWay: 'phone', receivedDate: date, receivedTime: time };
}

export type WordReading =
  { readonly ok: true; readonly onBehalf?: OnBehalf } | { readonly ok: false; readonly errors: FieldErrors };

/**
 * The operator's word as it was entered; none where an operator acts. Times are of the calendar's zone: one that occurs
 * twice means the first, one that does not exist is refused (process 2.7).
 */
export function readOnBehalf(context: FormContext, values: FieldValues, action: TicketAction): WordReading {
  if (!isDispatcher(context)) return { ok: true };
  const { record, view } = context;
  const notBefore = record && shapeOf(action).saidAfter?.(record.ticket);
  const { receivedDate = '', receivedTime = '', saidBy = '' } = values;
  const reading = readLocalTime(context, { date: receivedDate, time: receivedTime });
  if (!reading.ok) return wrong(reading.wrong === 'date' ? 'receivedDate' : 'receivedTime', reading.sentence);
  const { at: entered } = reading;
  const problem = checkReceipt(entered, view.now);
  if (problem === 'inFuture') return wrong('receivedTime', fieldErrors.receiptInFuture);
  if (problem === 'tooOld') return wrong('receivedDate', receiptTooOldText(maxReceiptAgeDays));
  // The field knows no seconds: the minute in which it became possible is in time.
  const at =
    notBefore === undefined || notBefore - entered >= minute ? entered : Math.max(entered, notBefore);
  if (notBefore !== undefined && at < notBefore) {
    return wrong('receivedTime', saidTooEarlyText(view.time(notBefore)));
  }
  return { ok: true, onBehalf: { way: valueIn(reportingWays, values['reportingWay']), saidBy, at } };
}

/** The sentences at the fields of the operator's word that were left empty where they need not be filled in always. */
export function wordErrors(context: FormContext, values: FieldValues): FieldErrors {
  const empty = onBehalfFields(context).filter(({ id }) => values[id] === undefined);
  return Object.fromEntries(empty.map(({ id, missing = '' }) => [id, missing]));
}

/** The operator's word on a check page; who said it is a typed text. */
export function onBehalfLines(
  onBehalf: OnBehalf | undefined,
  { view }: FormContext,
  typed: (text: string) => string,
): readonly LabelledText[] {
  if (onBehalf === undefined) return [];
  const { way, saidBy, at } = onBehalf;
  return [
    { label: infoLabels.received, text: `${reportingWayNames[way]}, ${view.time(at)}` },
    { label: fieldTexts.saidBy.label, text: typed(saidBy) },
  ];
}

function wrong(field: string, sentence: string): WordReading {
  return { ok: false, errors: { [field]: sentence } };
}

export function isDispatcher({ actor }: FormContext): boolean {
  return actor.role === 'dispatcher';
}
