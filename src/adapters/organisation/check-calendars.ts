import { z } from 'zod';
import { checkCalendarDefinition } from '../../domain/service-calendar/check-calendar';
import { parsePath, type Report } from './field-path';
import { listOf, section } from './fields';
import type { OrganisationFile } from './file-shape';

const windows = listOf(section({ from: z.unknown(), to: z.unknown() }), 'windows');

/** The calendar ignores unknown keys; a misspelt one must not be lost silently. */
const knownKeys = z.object({
  hours: z.record(z.string(), windows),
  openDays: listOf(section({ date: z.unknown(), windows }), 'open days').optional(),
});

/** Checks each calendar by itself, and that they ascend by first day (process 2.9). */
export function checkCalendars(calendars: OrganisationFile['calendars'], report: Report): void {
  for (const [index, { validFrom, ...definition }] of calendars.entries()) {
    const at = ['calendars', index];
    const problems = checkCalendarDefinition(definition);
    for (const problem of problems) report([...at, ...parsePath(problem.path)], problem.message);
    if (problems.length === 0) {
      const reading = knownKeys.safeParse(definition);
      if (reading.success && !hasServiceTime(reading.data))
        report([...at, 'hours'], 'expected at least one weekday with a window');
      for (const { path, message } of reading.error?.issues ?? []) {
        report([...at, ...(path as (string | number)[])], message);
      }
    }
    const before = calendars[index - 1];
    if (before !== undefined && validFrom <= before.validFrom) {
      report(
        [...at, 'validFrom'],
        `expected a day after ${before.validFrom}, from which the calendar before it is valid, found "${validFrom}"`,
      );
    }
  }
}

/** Without service time no reaction time ever ends (process 2.4). */
function hasServiceTime({ hours, openDays = [] }: z.infer<typeof knownKeys>): boolean {
  const days = [...Object.values(hours), ...openDays.map((day) => day.windows)];
  return days.some((day) => day.length > 0);
}
