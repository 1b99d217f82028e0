import { faultClassNames } from '../texts/labels.de';
import { deadlineTexts, expectedTexts } from '../texts/cli.de';
import { AmountNeverReached, InstantOutOfRange } from '../domain/service-calendar/calendar-errors';
import { firstYear, lastYear } from '../domain/service-calendar/civil-date';
import { localToInstants, parseLocalTime } from '../domain/service-calendar/local-time';
import type { Instant } from '../domain/instant';
import { calendarAt, type CalendarTimeline, type TimelineEntry } from '../domain/reaction/calendar-timeline';
import { type FaultClass, faultClasses, parseFaultClass } from '../domain/reaction/fault-class';
import { explainReaction } from '../domain/reaction/reaction-deadline';
import {
  describeOutsideServiceTime,
  describeSkippedTime,
  formatDay,
  formatExactEnd,
  formatExactInstant,
  formatExplanation,
  formatReactionTime,
} from '../texts/german-time';
import { skippedHolidaysText } from '../texts/holidays.de';
import { FieldError } from './field-error';
import { parseIsoInstant } from './iso-instant';

export interface DeadlineRequest {
  readonly faultClass: string | undefined;
  readonly received: string | undefined;
}

/**
 * The German text that states a deadline and how it was counted (process 2.10). Throws FieldError, in German, for an
 * invalid class or receipt.
 */
export function deadlineReport(request: DeadlineRequest, timeline: CalendarTimeline): string {
  const faultClass = readClass(request.faultClass);
  const receipt = readReceipt(request.received, timeline);
  const entry = calendarAt(timeline, receipt.at);
  const { calendar, id, validFrom } = entry;
  const { zone } = calendar;
  const explanation = explain(receipt.at, faultClass, entry);
  const outside = describeOutsideServiceTime(receipt.at, calendar);
  const skipped = skippedHolidaysText(receipt.at, explanation.deadline, calendar);
  const lines = [
    deadlineTexts.faultClass(faultClass, faultClassNames[faultClass], formatReactionTime(faultClass)),
    deadlineTexts.receipt(formatExactInstant(receipt.at, zone), outside),
    deadlineTexts.deadline(formatExactEnd(explanation.deadline, zone)),
    deadlineTexts.explanation(formatExplanation(explanation, zone)),
    ...(skipped === undefined ? [] : [deadlineTexts.skipped(skipped)]),
    deadlineTexts.calendar(id === validFrom ? deadlineTexts.validFrom(formatDay(validFrom)) : id, zone),
  ];
  if (receipt.twice) lines.push(deadlineTexts.twice);
  return lines.join('\n');
}

function readClass(text: string | undefined): FaultClass {
  const faultClass = text === undefined ? undefined : parseFaultClass(text);
  if (faultClass !== undefined) return faultClass;
  throw new FieldError('--class', expectedTexts.faultClass(faultClasses.join(', '), text));
}

interface Receipt {
  readonly at: Instant;
  /** the clock showed the time twice, and the first was taken */
  readonly twice: boolean;
}

function readReceipt(text: string | undefined, timeline: CalendarTimeline): Receipt {
  const shown = text === undefined ? undefined : parseLocalTime(text);
  if (text === undefined || shown === undefined) return readInstant(text);
  const year = new Date(shown).getUTCFullYear();
  if (year < firstYear || year > lastYear) throw yearOutOfRange(text);
  const { zone } = calendarOfDay(timeline, text.slice(0, 10)).calendar;
  const [first, second] = localToInstants(text, zone);
  if (first !== undefined) return { at: first, twice: second !== undefined };
  const skipped = describeSkippedTime(text, zone) ?? '';
  throw new FieldError('--received', expectedTexts.skippedTime(zone, skipped, text));
}

function readInstant(text: string | undefined): Receipt {
  const parsed = parseIsoInstant(text);
  if ('at' in parsed) return { at: parsed.at, twice: false };
  if (text !== undefined && /^\d{4,}-[^T]*T.*(?:[Zz]|[+-]\d\d)/.test(text) && parsed.problem.includes('year'))
    throw yearOutOfRange(text);
  throw new FieldError('--received', expectedTexts.receipt(text));
}

/** The calendar whose days include this one (process 2.9); its zone applies to a receipt without an offset. */
function calendarOfDay(timeline: CalendarTimeline, date: string): TimelineEntry {
  const byStart = [...timeline].sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  const entry = byStart.filter(({ validFrom }) => validFrom <= date).at(-1) ?? byStart[0];
  if (entry === undefined) throw new FieldError('--organisation', expectedTexts.noCalendar);
  return entry;
}

function explain(at: Instant, faultClass: FaultClass, { calendar, id }: TimelineEntry) {
  try {
    return explainReaction(at, faultClass, calendar);
  } catch (error) {
    if (error instanceof AmountNeverReached) {
      throw new FieldError('--received', expectedTexts.tooLittleServiceTime(id));
    }
    if (error instanceof InstantOutOfRange) throw yearOutOfRange(new Date(at).toISOString());
    throw error;
  }
}

function yearOutOfRange(text: string): FieldError {
  return new FieldError('--received', expectedTexts.year(firstYear, lastYear, text));
}
