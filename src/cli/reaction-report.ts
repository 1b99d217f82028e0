import {
  allClasses,
  allOperators,
  cycleColumns,
  expectedTexts,
  ledgerHeadName,
  reactionResultNames,
  summaryColumns,
} from '../texts/cli.de';
import { stringify } from 'csv-stringify/sync';
import type { LedgerHead } from '../app/ports/ledger';
import type { PublishedReaction, Span } from '../app/ports/reaction-store';
import type { Installation } from '../domain/organisation/installation';
import { calendarAt, type CalendarTimeline } from '../domain/reaction/calendar-timeline';
import { dayDue } from '../domain/reaction/service-day';
import { faultClasses } from '../domain/reaction/fault-class';
import { localToInstant } from '../domain/service-calendar/local-time';
import { breachReasonNames } from '../texts/labels.de';
import { namesIn } from '../texts/names';
import { headText } from '../texts/verify.de';
import { FieldError } from './field-error';
import { formatIsoInstant } from './iso-instant';

/** 'YYYY-MM' */
export type Month = string;

const firstMonth = '1970-01';
const lastMonth = '2199-12';
const twoDays = 2 * 86_400_000;

/** Throws FieldError, in German, if the text is not a month. */
export function readMonth(text: string | undefined): Month {
  if (text !== undefined && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) && text >= firstMonth && text <= lastMonth)
    return text;
  throw new FieldError('--month', expectedTexts.month(text));
}

/** A span that contains the month in every zone; `inMonth` filters out the rest. */
export function spanAround(month: Month): Span {
  const begins = localToInstant(`${month}-01T00:00`, 'UTC') ?? 0;
  const [year = 0, ordinal = 0] = month.split('-').map(Number);
  const next = ordinal === 12 ? `${year + 1}-01` : `${year}-${String(ordinal + 1).padStart(2, '0')}`;
  const ends = localToInstant(`${next}-01T00:00`, 'UTC') ?? begins + 31 * 86_400_000;
  return { from: begins - twoDays, to: ends + twoDays };
}

/** Whether the day of the cycle's deadline is one of the month, in the zone of the calendar it was counted with. */
export function inMonth(reaction: PublishedReaction, month: Month, timeline: CalendarTimeline): boolean {
  return dayDue(reaction.deadline, zoneOf(reaction, timeline)).startsWith(`${month}-`);
}

export interface ReportOptions {
  readonly installation: Installation;
  /** For a German Excel to open by double click: semicolons and a byte order mark. */
  readonly excel: boolean;
}

/** One line per cycle, sorted by operator, class, deadline and ticket. */
export function cyclesCsv(reactions: readonly PublishedReaction[], options: ReportOptions): string {
  const { installation } = options;
  const sorted = [...reactions].sort(
    (a, b) =>
      byText(operatorOf(a, installation), operatorOf(b, installation)) ||
      a.faultClass - b.faultClass ||
      a.deadline - b.deadline ||
      byText(a.id, b.id),
  );
  const rows = sorted.map((each) => {
    const time = (at: number | undefined) =>
      at === undefined ? '' : formatIsoInstant(at, zoneOf(each, installation.calendars));
    return [
      operatorOf(each, installation),
      String(each.faultClass),
      each.ticket,
      String(each.cycle),
      namesIn(installation).module(each.module),
      time(each.startedAt),
      time(each.deadline),
      time(each.reactedAt),
      time(each.withdrawnAt),
      reactionResultNames[each.result],
      (each.breachReason && breachReasonNames[each.breachReason]) ?? '',
    ];
  });
  return toCsv([cycleColumns, ...rows], options);
}

/** One line for each operator and class with cycles, and one for the total. */
export function totalsCsv(reactions: readonly PublishedReaction[], options: ReportOptions): string {
  const { installation } = options;
  const results = ['met', 'missed', 'open', 'withdrawn'] as const;
  const name = (operator: string) => namesIn(installation).organisation(operator);
  const line = (operator: string, faultClass: string, cycles: readonly PublishedReaction[]) => [
    operator,
    faultClass,
    ...results.map((result) => String(cycles.filter((each) => each.result === result).length)),
    String(cycles.length),
  ];
  // By id: two operators may have the same name.
  const operators = [...new Set(reactions.map(({ operator }) => operator))].sort(
    (one, other) => byText(name(one), name(other)) || byText(one, other),
  );
  const rows = operators.flatMap((operator) =>
    faultClasses.flatMap((faultClass) => {
      const cycles = reactions.filter((each) => each.operator === operator && each.faultClass === faultClass);
      return cycles.length === 0 ? [] : [line(name(operator), String(faultClass), cycles)];
    }),
  );
  const header = [
    summaryColumns.operator,
    summaryColumns.faultClass,
    ...results.map((result) => reactionResultNames[result]),
    summaryColumns.cycles,
  ];
  return toCsv([header, ...rows, line(allOperators, allClasses, reactions)], options);
}

/** The head of the ledger at the time of the report: with it, `npm run verify` can later prove that nothing was changed since. */
export function headLine(head: LedgerHead | undefined, { excel }: Pick<ReportOptions, 'excel'>): string {
  const row = [ledgerHeadName, head === undefined ? '' : headText(head)];
  return toCsv([row], { excel }, { bom: false });
}

/** Anything a spreadsheet would take for a formula is prefixed with an apostrophe. */
function toCsv(
  rows: readonly (readonly string[])[],
  { excel }: Pick<ReportOptions, 'excel'>,
  { bom = excel }: { readonly bom?: boolean } = {},
): string {
  return stringify(rows as string[][], {
    escape_formulas: true,
    record_delimiter: 'windows',
    bom,
    ...(excel ? { delimiter: ';' } : {}),
  });
}

function operatorOf({ operator }: PublishedReaction, installation: Installation): string {
  return namesIn(installation).organisation(operator);
}

function zoneOf({ startedAt }: PublishedReaction, timeline: CalendarTimeline): string {
  return calendarAt(timeline, startedAt).calendar.zone;
}

function byText(one: string, other: string): number {
  return one.localeCompare(other, 'de');
}
