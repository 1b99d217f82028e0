import { fieldErrors, knownTooEarlyText } from '../../../texts/form-errors.de';
import { defined } from '../../../defined';
import type { Instant } from '../../../domain/instant';
import { earliestKnownAt, pastProblem } from '../../../domain/ticket/legal/known-at';
import type { Field } from './field';
import type { FieldErrors, FieldValues, FormContext } from './form-definition';
import { readLocalTime } from './local-time-input';

/** When the operator became aware (process 10); both may stay empty, then the receipt or the marking counts. */
export function knownAtFields(texts: {
  readonly date: { readonly label: string };
  readonly time: { readonly label: string };
}): readonly Field[] {
  return [
    { id: 'knownDate', kind: 'date', ...texts.date },
    { id: 'knownTime', kind: 'time', ...texts.time },
  ];
}

type KnownAtReading =
  { readonly ok: true; readonly knownAt?: Instant } | { readonly ok: false; readonly errors: FieldErrors };

export function isKnownAtFilled({ knownDate, knownTime }: FieldValues): boolean {
  return knownDate !== undefined || knownTime !== undefined;
}

/** What was entered; half of it is none, and the field that is empty says so. */
export function readKnownAt(context: FormContext, values: FieldValues, receivedAt: Instant): KnownAtReading {
  if (!isKnownAtFilled(values)) return { ok: true };
  const { knownDate: date = '', knownTime: time = '' } = values;
  const entered = readLocalTime(context, { date, time });
  if (!entered.ok) return wrong(entered.wrong === 'date' ? 'knownDate' : 'knownTime', entered.sentence);
  const { view } = context;
  switch (pastProblem(entered.at, receivedAt, view.now)) {
    case 'inFuture':
      return wrong('knownTime', fieldErrors.knownInFuture);
    case 'tooEarly':
      return wrong('knownDate', knownTooEarlyText(view.time(earliestKnownAt(receivedAt))));
    case undefined:
      return { ok: true, knownAt: entered.at };
  }
}

type MarkingReading =
  | { readonly ok: true; readonly securityRelevant: boolean; readonly knownAt?: Instant }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Whether a report is security-relevant, and since when it is known; a Kenntnis without the mark is asked about, not dropped. */
export function readMarking(context: FormContext, values: FieldValues, receivedAt: Instant): MarkingReading {
  if (values['securityRelevant'] === 'true') {
    const known = readKnownAt(context, values, receivedAt);
    return known.ok ? { ok: true, securityRelevant: true, ...defined({ knownAt: known.knownAt }) } : known;
  }
  return isKnownAtFilled(values)
    ? wrong('securityRelevant', fieldErrors.knownButNotMarked)
    : { ok: true, securityRelevant: false };
}

function wrong(field: 'knownDate' | 'knownTime' | 'securityRelevant', sentence: string) {
  return { ok: false, errors: { [field]: sentence } } as const;
}
