import type { Absence, Contract, DutyDay, Installation } from '../domain/organisation/installation';
import {
  type CalendarDay,
  type DayNumber,
  parseDate,
  toIsoDate,
  weekdayOf,
} from '../domain/service-calendar/civil-date';

/** Of a month that ends today, people see the end of a contract coming (process 8). */
const daysToEnd = 21;
const endingContract = { operator: 'netz-sued', module: 'geplante-netzmassnahmen' };
/** Somebody has to be let in to its packages today. */
const beginningContract = { operator: 'netz-sued', module: 'bereitschaftsplanung' };
/** Somebody for whom a first step does not ask. */
const absent = { person: 'maintainer-west-vertretung', deputy: 'maintainer-west' };
/** This week and the next; the first steps are for whoever comes first. */
const weeksOnDuty = ['dispatcher-1', 'dispatcher-2'];

/**
 * The sample with what no file can hold, as it is soon past: a contract that ends in three weeks and one that begins, an
 * absence that lasts, and the roster of this week and the next; at the weekend, of the two that follow.
 */
export function sampleOfDay(sample: Installation, today: CalendarDay): Installation {
  const day = parseDate(today);
  if (day === undefined) throw new Error(`${today} is no day`);
  return {
    ...sample,
    contracts: [...sample.contracts.map((contract) => endingIn(contract, day)), beginningOn(today)],
    absences: [...sample.absences, absenceAround(day)],
    duty: [...sample.duty, ...rosterFrom(day)],
  };
}

function endingIn(contract: Contract, day: DayNumber): Contract {
  const ends = contract.operator === endingContract.operator && contract.module === endingContract.module;
  return ends ? { ...contract, to: toIsoDate(day + daysToEnd) } : contract;
}

function beginningOn(day: CalendarDay): Contract {
  const { operator, module } = beginningContract;
  return { id: `${operator}-${module}`, operator, module, from: day };
}

function absenceAround(day: DayNumber): Absence {
  return { ...absent, from: toIsoDate(day - 2), to: toIsoDate(day + 9) };
}

function rosterFrom(day: DayNumber): readonly DutyDay[] {
  const isWeekend = weekdayOf(day) > 5;
  const monday = day + 1 - weekdayOf(day) + (isWeekend ? 7 : 0);
  return weeksOnDuty.flatMap((dispatcher, week) =>
    Array.from({ length: 5 }, (_, weekday) => ({
      day: toIsoDate(monday + 7 * week + weekday),
      dispatchers: [dispatcher],
    })),
  );
}
