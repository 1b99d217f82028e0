import { z } from 'zod';
import { type MissingTime, missingTime } from '../../domain/reaction/calendar-reach';
import type { CalendarDefinition } from '../../domain/service-calendar/calendar-definition';
import { checkCalendarDefinition } from '../../domain/service-calendar/check-calendar';
import { toIsoDate } from '../../domain/service-calendar/civil-date';
import { createServiceCalendar, type ServiceCalendar } from '../../domain/service-calendar/service-calendar';
import { dayNumberAt } from '../../domain/service-calendar/start-of-day';
import { serviceDaysUntilUnanswered } from '../../domain/ticket/timers';
import { type FieldPath, parsePath, type Report } from './field-path';
import { listOf, section } from './fields';
import type { OrganisationFile } from './file-shape';

const windows = listOf(section({ from: z.unknown(), to: z.unknown() }), 'windows');

/** The calendar ignores unknown keys; a misspelt one must not be lost silently. */
const knownKeys = z.object({
  hours: z.record(z.string(), windows),
  openDays: listOf(section({ date: z.unknown(), windows }), 'open days').optional(),
});

type CalendarEntry = OrganisationFile['calendars'][number];

/** Checks each calendar by itself, that they ascend by first day, and that each report gets its deadline (process 2.9). */
export function checkCalendars(calendars: OrganisationFile['calendars'], report: Report): void {
  let sound = true;
  const reportUnsound: Report = (path, message) => {
    sound = false;
    report(path, message);
  };
  for (const [index, entry] of calendars.entries()) {
    checkDefinition(entry, ['calendars', index], reportUnsound);
    const before = calendars[index - 1];
    if (before !== undefined && entry.validFrom <= before.validFrom) {
      reportUnsound(
        ['calendars', index, 'validFrom'],
        `expected a day after ${before.validFrom}, from which the calendar before it is valid, found "${entry.validFrom}"`,
      );
    }
  }
  if (sound) checkReach(calendars, report);
}

function checkDefinition(definition: CalendarEntry, at: FieldPath, report: Report): void {
  const problems = checkCalendarDefinition(definition);
  for (const problem of problems) report([...at, ...parsePath(problem.path)], problem.message);
  if (problems.length > 0) return;
  for (const { path, message } of knownKeys.safeParse(definition).error?.issues ?? []) {
    report([...at, ...(path as (string | number)[])], message);
  }
}

/** Each calendar has to hold a deadline for every report counted with it; nobody should learn that when reporting (process 2.4). */
function checkReach(calendars: OrganisationFile['calendars'], report: Report): void {
  const entries = calendars.map(({ validFrom, ...definition }) => ({
    validFrom,
    calendar: createServiceCalendar(definition as CalendarDefinition),
  }));
  for (const [index, entry] of entries.entries()) {
    const missing = missingTime(entry, entries[index + 1], serviceDaysUntilUnanswered);
    if (missing !== undefined) {
      report(['calendars', index, 'hours'], sentence(missing, entry.calendar));
    }
  }
}

function sentence(missing: MissingTime, { zone, definition }: ServiceCalendar): string {
  if (missing.kind === 'noWeeklyHours') {
    const openDays = definition.openDays?.length ?? 0;
    return `expected at least one weekday with a window${openDays > 0 ? ': no calendar follows this one, and single open days come to an end' : ''}`;
  }
  const received = toIsoDate(dayNumberAt(missing.start, zone));
  return missing.kind === 'deadline'
    ? `expected more service time: a report of class ${missing.faultClass} received on ${received} would never get a deadline`
    : `expected more service time: after ${received} there are not ${missing.days} service days any more`;
}
