import type { Instant } from '../instant';
import { AmountNeverReached, EndBeforeStart, InvalidAmount, InvalidCalendar } from './calendar-errors';
import type { CalendarDefinition } from './calendar-definition';
import { lastInstant, pageLength, checkInstant } from './calendar-range';
import { checkCalendarDefinition } from './check-calendar';
import { millisecondsPerDay, parseDate } from './civil-date';
import { createDayRules } from './day-windows';
import { addOpenSpans, endOfServiceDay } from './open-spans';
import { firstSpanEndingAfter, instantOfUse, usedBefore } from './span-block';
import { nextChange, nextOpening, previousChange } from './span-changes';
import { createSpanTable } from './span-table';
import { zoneOffsets } from './zone-offsets';

/** The part of an open span that counted towards a deadline. */
export interface UsedWindow {
  readonly from: Instant;
  readonly to: Instant;
  readonly seconds: number;
}

/**
 * Counts service time (process 2.4-2.7). Pure: results depend on the definition alone, not on the zone the process runs
 * in. Instants are whole milliseconds in the years 1970 to 2199; every method throws InstantOutOfRange for others.
 */
export interface ServiceCalendar {
  readonly zone: string;
  /** What it was made from. */
  readonly definition: CalendarDefinition;
  /**
   * The earliest instant at which `serviceSeconds` of service time have passed since `start`, to the millisecond,
   * rounded up; `start` itself for 0. Throws AmountNeverReached when that is not before the end of 2199, InvalidAmount
   * for a negative amount.
   */
  add(start: Instant, serviceSeconds: number): Instant;
  /** Service seconds of physical time in [from, to), exact to the millisecond. Throws EndBeforeStart. */
  between(from: Instant, to: Instant): number;
  /** The end of the service time of the nth service day after the day of receipt (process 2.5). Throws AmountNeverReached, InvalidAmount. */
  addServiceDays(receipt: Instant, days: number): Instant;
  /** True inside a half-open window: at its opening instant, but not at its closing one (process 2.4). */
  isOpen(at: Instant): boolean;
  /** The first opening or closing after `at`; undefined when there are no more up to 2199. */
  nextChange(at: Instant): Instant | undefined;
  /** The last opening or closing before `at`; undefined when there was none since 1970. */
  previousChange(at: Instant): Instant | undefined;
  /** `at` itself while open, otherwise the next opening. */
  nextOpening(at: Instant): Instant | undefined;
  /** The spans of open time in [start, deadline) and how much of each counted (process 2.10). Throws EndBeforeStart. */
  explain(start: Instant, deadline: Instant): readonly UsedWindow[];
  /** True when the day 'YYYY-MM-DD' of the calendar's zone has service time (process 2.5). */
  isServiceDay(date: string): boolean;
  /** Bytes taken by the tables computed so far. */
  tableBytes(): number;
}

/** Makes a calendar from its definition; throws InvalidCalendar with all problems found. Tables are computed when first needed. */
export function createServiceCalendar(definition: CalendarDefinition): ServiceCalendar {
  const problems = checkCalendarDefinition(definition);
  if (problems.length > 0) throw new InvalidCalendar(problems);
  const rules = createDayRules(definition);
  const offsets = zoneOffsets(definition.zone);
  const table = createSpanTable(
    (list, from, to) => addOpenSpans(list, from, to, rules, offsets),
    Math.ceil((rules.windowsPerDay * pageLength) / millisecondsPerDay) + 8,
  );

  const checkSpan = (from: Instant, to: Instant) => {
    checkInstant(from);
    checkInstant(to);
    if (to < from) throw new EndBeforeStart(from, to);
  };

  return {
    zone: definition.zone,
    definition,

    add(start, serviceSeconds) {
      checkInstant(start);
      const amount = toMilliseconds(serviceSeconds);
      if (amount === 0) return start;
      for (let block = table.blockAt(start); ;) {
        const index = firstSpanEndingAfter(block, start);
        const target = usedBefore(block, start, index) + amount;
        const held = block.before[block.length] as number;
        if (target <= held) {
          const end = instantOfUse(block, target, index);
          if (end > lastInstant) throw new AmountNeverReached(start, serviceSeconds, 'serviceSeconds');
          return end;
        }
        const pages = block.lastPage - block.firstPage + 1;
        const missing = held > 0 ? Math.ceil((target - held) / (held / pages)) : pages;
        const longer = table.extendForward(block, missing);
        if (longer === undefined) throw new AmountNeverReached(start, serviceSeconds, 'serviceSeconds');
        block = longer;
      }
    },

    between(from, to) {
      checkSpan(from, to);
      const block = table.blockOver(from, to);
      const used = usedBefore(block, to, firstSpanEndingAfter(block, to));
      return (used - usedBefore(block, from, firstSpanEndingAfter(block, from))) / 1000;
    },

    addServiceDays(receipt, days) {
      checkInstant(receipt);
      if (!Number.isInteger(days) || days < 1) throw new InvalidAmount(days);
      let day = Math.floor((receipt + offsets.offsetAt(receipt)) / millisecondsPerDay);
      for (let counted = 0; ;) {
        day++;
        if (day * millisecondsPerDay > lastInstant)
          throw new AmountNeverReached(receipt, days, 'serviceDays');
        const end = endOfServiceDay(day, rules, offsets);
        if (end !== undefined && ++counted === days) return end;
      }
    },

    isOpen(at) {
      checkInstant(at);
      const block = table.blockAt(at);
      const index = firstSpanEndingAfter(block, at);
      return index < block.length && (block.starts[index] as number) <= at;
    },

    nextChange(at) {
      checkInstant(at);
      return nextChange(table, at);
    },

    previousChange(at) {
      checkInstant(at);
      return previousChange(table, at);
    },

    nextOpening(at) {
      checkInstant(at);
      return nextOpening(table, at);
    },

    explain(start, deadline) {
      checkSpan(start, deadline);
      const block = table.blockOver(start, deadline);
      const windows: UsedWindow[] = [];
      for (let index = firstSpanEndingAfter(block, start); index < block.length; index++) {
        const from = Math.max(block.starts[index] as number, start);
        const to = Math.min(block.ends[index] as number, deadline);
        if (from >= to) break;
        windows.push({ from, to, seconds: (to - from) / 1000 });
      }
      return windows;
    },

    isServiceDay(date) {
      const day = parseDate(date);
      return day !== undefined && endOfServiceDay(day, rules, offsets) !== undefined;
    },

    tableBytes: () => table.bytes(),
  };
}

/** Seconds as milliseconds, taken to the microsecond and rounded up: the result must not fall short of the amount. */
function toMilliseconds(seconds: number): number {
  if (!(seconds >= 0) || seconds === Infinity) throw new InvalidAmount(seconds);
  const milliseconds = seconds * 1000;
  if (Number.isInteger(milliseconds)) return milliseconds;
  return Math.ceil(Math.round(seconds * 1_000_000) / 1000);
}
