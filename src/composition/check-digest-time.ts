import { isInServiceTime } from '../app/digest-time';
import { type Config, ConfigError } from '../config';
import type { CalendarTimeline } from '../domain/reaction/calendar-timeline';

/**
 * A digest outside service time would go unread, or would come at another time than configured. Throws ConfigError if a
 * weekday with service time, in any calendar of the organisation file, is closed at DIGEST_TIME.
 */
export function checkDigestTime(
  { digestTime }: Pick<Config, 'digestTime'>,
  calendars: CalendarTimeline,
): void {
  if (digestTime === undefined || isInServiceTime(calendars, digestTime)) return;
  throw new ConfigError([
    {
      variable: 'DIGEST_TIME',
      expected:
        'a time of day as HH:MM at which every weekday with service time has it, in every calendar of the organisation file',
    },
  ]);
}
