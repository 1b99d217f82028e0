import { type DutyWeek, dutyWeeksFrom } from '../../../domain/organisation/duty-weeks';
import type { PersonId } from '../../../domain/organisation/installation';
import { type CalendarDay, parseDate, toIsoDate } from '../../../domain/service-calendar/civil-date';
import { weekText } from '../../../texts/records.de';
import type { RecordContext } from './record-form';

/** This week and the next seven: who is on duty later is planned later. */
const plannedAhead = 8;

export function rosterWeeks({ recorded, view }: RecordContext): readonly DutyWeek[] {
  return dutyWeeksFrom(recorded.calendars, view.now, plannedAhead);
}

/** Whoever was on duty on a day that is past was it. */
export function daysLeft({ serviceDays }: DutyWeek, { today }: RecordContext): readonly CalendarDay[] {
  return serviceDays.filter((day) => day >= today);
}

/** Who is named for the day; nobody where it is not planned, and then all are called (process 2, Warnings). */
export function namedFor({ recorded }: RecordContext, wanted: CalendarDay): readonly PersonId[] {
  return recorded.duty.find(({ day }) => day === wanted)?.dispatchers ?? [];
}

/** 'KW 50: Mo 07.12.2026 bis Fr 11.12.2026'; to Friday, unless there is service time on the days after it. */
export function weekName({ number, monday, serviceDays }: DutyWeek): string {
  const friday = toIsoDate((parseDate(monday) ?? NaN) + 4);
  return weekText(
    number,
    monday,
    serviceDays.reduce((last, day) => (day > last ? day : last), friday),
  );
}
