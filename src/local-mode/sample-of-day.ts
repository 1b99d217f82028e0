import type {
  Absence,
  Contract,
  DutyDay,
  Installation,
  Onboarding,
  PersonId,
} from '../domain/organisation/installation';
import { beginOnboarding, withTick } from '../domain/organisation/onboarding/onboarding';
import type { StandardItem } from '../domain/organisation/onboarding/standard-checklist';
import { haveSameOperatorAndModule } from '../domain/organisation/operator-and-module';
import { calendarAt } from '../domain/reaction/calendar-timeline';
import {
  type CalendarDay,
  type DayNumber,
  millisecondsPerDay,
  parseDate,
  toIsoDate,
  weekdayOf,
} from '../domain/service-calendar/civil-date';
import { startOfDay } from '../domain/service-calendar/start-of-day';

const millisecondsPerHour = 3_600_000;

/** Of a month that ends today, people see the end of a contract coming (process 8). */
const daysToEnd = 21;
const endingContract = { operator: 'netz-sued', module: 'geplante-netzmassnahmen' };
/** Somebody has to be let in to its packages today. */
const beginningContract = { operator: 'netz-sued', module: 'bereitschaftsplanung' };
/** Somebody is being set up for a module that nobody maintains. */
const setUp = { person: 'maintainer-ost', organisation: 'softwarehaus-ost', module: 'kontaktstammdaten' };
/** So many days ago it began: none of its steps has waited for too long (process 7). */
const daysOfOnboarding = 4;
/** What is done of it, and by whom. */
const stepsDone: readonly {
  readonly step: StandardItem;
  readonly by: PersonId;
  readonly evidence?: string;
}[] = [
  { step: 'contract', by: 'prozess' },
  { step: 'contact', by: 'prozess' },
  { step: 'ticket-account', by: 'dispatcher-1' },
  { step: 'eclipse-account', by: 'maintainer-ost' },
  {
    step: 'repository',
    by: 'plattform',
    evidence: 'https://git.genossenschaft.example.org/kontaktstammdaten',
  },
  { step: 'environments', by: 'plattform' },
];
/** Somebody for whom a first step does not ask. */
const absent = { person: 'maintainer-west-vertretung', deputy: 'maintainer-west' };
/** This week and the next; the first steps are for whoever comes first. */
const weeksOnDuty = ['dispatcher-1', 'dispatcher-2'];

/**
 * The sample with what no file can hold, as it is soon past: a contract that ends in three weeks and one that begins, an
 * absence that lasts, an onboarding half done, and the roster of this week and the next; at the weekend, of the two that follow.
 */
export function sampleOfDay(sample: Installation, today: CalendarDay): Installation {
  const day = parseDate(today);
  if (day === undefined) throw new Error(`${today} is no day`);
  return {
    ...sample,
    contracts: [...sample.contracts.map((contract) => endingIn(contract, day)), beginningOn(today)],
    absences: [...sample.absences, absenceAround(day)],
    duty: [...sample.duty, ...rosterFrom(day)],
    onboardings: [...sample.onboardings, onboardingSince(day - daysOfOnboarding, sample)],
  };
}

function endingIn(contract: Contract, day: DayNumber): Contract {
  const ends = haveSameOperatorAndModule(contract, endingContract);
  return ends ? { ...contract, to: toIsoDate(day + daysToEnd) } : contract;
}

function beginningOn(day: CalendarDay): Contract {
  const { operator, module } = beginningContract;
  return { id: `${operator}-${module}`, operator, module, from: day };
}

function onboardingSince(day: DayNumber, { calendars, onboardingChecklist }: Installation): Onboarding {
  const { zone } = calendarAt(calendars, day * millisecondsPerDay).calendar;
  /** In the morning, so many days later. */
  const at = (days: number) => startOfDay(day + days, zone) + 10 * millisecondsPerHour;
  const id = `${setUp.person}-${setUp.module}`;
  const begun = beginOnboarding({ id, ...setUp }, onboardingChecklist, { by: 'prozess', at: at(0) });
  return stepsDone.reduce(
    (onboarding, { step, ...done }) => withTick(onboarding, step, { ...done, at: at(1) }),
    begun,
  );
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
