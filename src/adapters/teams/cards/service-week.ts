import { cardWords } from '../../../texts/card-words.de';
import { clockTimesText } from '../../../texts/card-sentences.de';
import type { Instant } from '../../../domain/instant';
import { type DayNumber, toIsoDate, weekdayOf } from '../../../domain/service-calendar/civil-date';
import type { ServiceCalendar } from '../../../domain/service-calendar/service-calendar';
import { dayNumberAt, startOfDay } from '../../../domain/service-calendar/start-of-day';
import { formatShort } from '../../../texts/german-time';

const weekdays = [
  cardWords.monday,
  cardWords.tuesday,
  cardWords.wednesday,
  cardWords.thursday,
  cardWords.friday,
  cardWords.saturday,
  cardWords.sunday,
];
const daysAhead = 364;
export const closed = 'geschlossen';

export interface Weekday {
  readonly day: string;
  readonly windows: string;
}

/**
 * The usual windows of each weekday as the calendar has them in the year ahead: what most of the days have. Read from the
 * calendar itself, so that the card can show nothing that is not counted.
 */
export function weekOf(calendar: ServiceCalendar, now: Instant): readonly Weekday[] {
  const days = daysFrom(calendar, now);
  return weekdays.map((day, index) => {
    const same = days.filter(({ weekday }) => weekday === index + 1).map(({ windows }) => windows);
    return { day, windows: mostFrequent(same) ?? closed };
  });
}

/** The days of the year ahead that differ from the week, in order. */
export function exceptionalDays(
  calendar: ServiceCalendar,
  now: Instant,
  week: readonly Weekday[],
): readonly { readonly date: string; readonly windows: string }[] {
  return daysFrom(calendar, now).filter(({ weekday, windows }) => week[weekday - 1]?.windows !== windows);
}

interface Day {
  readonly date: string;
  readonly weekday: number;
  readonly windows: string;
}

function daysFrom(calendar: ServiceCalendar, now: Instant): readonly Day[] {
  const first = dayNumberAt(now, calendar.zone);
  return Array.from({ length: daysAhead }, (_unused, offset) => {
    const day = first + offset;
    return { date: toIsoDate(day), weekday: weekdayOf(day), windows: windowsOn(day, calendar) };
  });
}

/** '08:30–17:00 Uhr' or 'geschlossen'. */
function windowsOn(day: DayNumber, calendar: ServiceCalendar): string {
  const { zone } = calendar;
  const windows = calendar.explain(startOfDay(day, zone), startOfDay(day + 1, zone));
  if (windows.length === 0) return closed;
  const texts = windows.map(({ from, to }) => {
    const end = dayNumberAt(to, zone) === day ? clock(to, zone) : '24:00';
    return `${clock(from, zone)}–${end}`;
  });
  return clockTimesText(texts.join(', '));
}

function clock(at: Instant, zone: string): string {
  return formatShort(at, zone).slice(3);
}

function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}
