import type { ReactionExplanation } from '../domain/reaction/reaction-deadline';
import { type FaultClass, reactionTimes } from '../domain/reaction/fault-class';
import type { Instant } from '../domain/instant';
import { millisecondsPerDay, parseDate, weekdayOf } from '../domain/service-calendar/civil-date';
import { dayDue } from '../domain/reaction/service-day';
import { holidayOn } from '../domain/service-calendar/holiday-on';
import { instantToLocal, skippedTime } from '../domain/service-calendar/local-time';
import type { ServiceCalendar, UsedWindow } from '../domain/service-calendar/service-calendar';

const millisecondsPerMinute = 60_000;
const weekdays = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'];

/**
 * 'Fr 12.06.2026, 14:00 Uhr' as a clock of the IANA zone shows it: the minute that has begun, so that nobody is promised
 * one that is not there.
 */
export function formatInstant(at: Instant, zone: string): string {
  return formatExactInstant(toWholeMinute(at), zone);
}

/** The same with seconds, where there are some. */
export function formatExactInstant(at: Instant, zone: string): string {
  const { date, timeOfDay } = instantToLocal(at, zone);
  return `${formatDay(date)}, ${formatClock(timeOfDay)} Uhr`;
}

/**
 * The same for an instant at which service time ends or is used up: at midnight it is the end of the day before,
 * 'Di 30.06.2026, 24:00 Uhr', and never the next day, on which nothing could be done in time any more.
 */
export function formatEnd(at: Instant, zone: string): string {
  return endsItsDay(at, zone) ? formatExactEnd(at, zone) : formatInstant(at, zone);
}

/** '14:00 Uhr', '24:00 Uhr': the same where the day is said. */
export function formatEndClock(at: Instant, zone: string): string {
  const clock = endsItsDay(at, zone)
    ? '24:00'
    : formatClock(instantToLocal(toWholeMinute(at), zone).timeOfDay);
  return `${clock} Uhr`;
}

/** The same with seconds, where there are some. */
export function formatExactEnd(at: Instant, zone: string): string {
  const { date, clock } = endOn(at, zone);
  return `${formatDay(date)}, ${clock} Uhr`;
}

/** The beginning of the minute that an instant lies in; the clocks of all zones change by whole minutes. */
export function toWholeMinute(at: Instant): Instant {
  return Math.floor(at / millisecondsPerMinute) * millisecondsPerMinute;
}

/** 'Fr 14:00', for an instant near one that is shown with its date. */
export function formatShort(at: Instant, zone: string): string {
  const { date, timeOfDay } = instantToLocal(toWholeMinute(at), zone);
  return `${formatWeekday(date)} ${formatClock(timeOfDay)}`;
}

/** 'Fr 12.06.2026' of 'YYYY-MM-DD'. */
export function formatDay(date: string): string {
  return `${formatWeekday(date)} ${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** 'Fr 12.06.' of 'YYYY-MM-DD'. */
export function formatDayAndMonth(date: string): string {
  return `${formatWeekday(date)} ${date.slice(8, 10)}.${date.slice(5, 7)}.`;
}

/** '2 h', '1 h 30 min', '45 min', '20 s' of service seconds. */
export function formatServiceDuration(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = Math.round((seconds - hours * 3600 - minutes * 60) * 1000) / 1000;
  const parts: string[] = [];
  if (hours > 0) parts.push(`${hours} h`);
  if (minutes > 0) parts.push(`${minutes} min`);
  if (rest > 0) parts.push(`${String(rest).replace('.', ',')} s`);
  return parts.length > 0 ? parts.join(' ') : '0 min';
}

/** '4 Stunden Servicezeit' or '5 Servicetage': the reaction time of a class. */
export function formatReactionTime(faultClass: FaultClass): string {
  const time = reactionTimes[faultClass];
  return time.kind === 'serviceSeconds'
    ? `${time.seconds / 3600} Stunden Servicezeit`
    : `${time.days} Servicetage`;
}

/** 'Fr 12:00-14:00 2 h, Mo 08:30-10:30 2 h' (process 2.10); with day and month where weekdays alone would be ambiguous. */
export function explainDeadline(windows: readonly UsedWindow[], zone: string): string {
  const [first, last] = [windows[0], windows[windows.length - 1]];
  if (first === undefined || last === undefined) return 'keine Servicezeit';
  const days = (last.to - first.from) / millisecondsPerDay;
  const name = days >= 6 ? formatDayAndMonth : formatWeekday;
  return windows.map((window) => explainWindow(window, zone, name)).join(', ');
}

/** 'Servicetage: Do 11.06., Fr 12.06., …; Ende der Servicezeit Mi 17:00 Uhr' (process 2.5). */
export function explainServiceDays(days: readonly string[], deadline: Instant, zone: string): string {
  const { date } = endOn(deadline, zone);
  const end = endsItsDay(deadline, zone) ? `${formatWeekday(date)} 24:00` : formatShort(deadline, zone);
  return `Servicetage: ${days.map(formatDayAndMonth).join(', ')}; Ende der Servicezeit ${end} Uhr`;
}

/** The explanation of a reaction deadline, whatever its class. */
export function formatExplanation(explanation: ReactionExplanation, zone: string): string {
  return explanation.kind === 'serviceSeconds'
    ? explainDeadline(explanation.windows, zone)
    : explainServiceDays(explanation.days, explanation.deadline, zone);
}

/**
 * 'Am So 29.03.2026 wird die Uhr von 02:00 auf 03:00 gestellt; erwartet wird eine Zeit davor oder danach.' for a local time
 * that does not exist (process 2.7); undefined for one that does.
 */
export function describeSkippedTime(local: string, zone: string): string | undefined {
  const skipped = skippedTime(local, zone);
  if (skipped === undefined) return undefined;
  const { before, after } = skipped;
  const target =
    before.date === after.date
      ? formatClock(after.timeOfDay)
      : `${formatDay(after.date)}, ${formatClock(after.timeOfDay)}`;
  return `Am ${formatDay(before.date)} wird die Uhr von ${formatClock(before.timeOfDay)} auf ${target} gestellt; erwartet wird eine Zeit davor oder danach.`;
}

const holidaysOfOneYear: Readonly<Record<string, string>> = {
  '2020-05-08': '75. Jahrestag der Befreiung',
  '2025-05-08': '80. Jahrestag der Befreiung',
  '2028-06-17': '75. Jahrestag des Aufstandes vom 17. Juni 1953',
};

/** '1. Weihnachtstag', or 'Feiertag' of one without a name; undefined where the day is none or would be closed anyway. */
export function holidayName(date: string, { definition }: ServiceCalendar): string | undefined {
  const holiday = holidayOn(date, definition);
  return holiday && (holiday.name ?? holidaysOfOneYear[date] ?? 'Feiertag');
}

/**
 * 'Außerhalb der Servicezeit; weiter ab Mo 08:30 Uhr', on a holiday 'Außerhalb der Servicezeit, Karfreitag; weiter ab …';
 * undefined within service time.
 */
export function describeOutsideServiceTime(now: Instant, calendar: ServiceCalendar): string | undefined {
  const opening = calendar.nextOpening(now);
  if (opening === now) return undefined;
  const holiday = holidayName(instantToLocal(now, calendar.zone).date, calendar);
  const outside = `Außerhalb der Servicezeit${holiday === undefined ? '' : `, ${holiday}`}`;
  if (opening === undefined) return outside;
  const { date, timeOfDay } = instantToLocal(opening, calendar.zone);
  // Within six days a weekday names one day only.
  const day = opening - now < 6 * millisecondsPerDay ? formatWeekday(date) : `${formatDay(date)},`;
  return `${outside}; weiter ab ${day} ${formatClock(timeOfDay)} Uhr`;
}

function explainWindow(window: UsedWindow, zone: string, name: (date: string) => string): string {
  const from = instantToLocal(window.from, zone);
  const to = endOn(window.to, zone);
  const endDay = to.date === from.date ? '' : `${name(to.date)} `;
  return `${name(from.date)} ${formatClock(from.timeOfDay)}-${endDay}${to.clock} ${formatServiceDuration(window.seconds)}`;
}

/** The day that an end belongs to, and its clock: what ends with its day ends at 24:00, not at 00:00 of the next. */
function endOn(at: Instant, zone: string): { readonly date: string; readonly clock: string } {
  if (endsItsDay(at, zone)) return { date: dayDue(at, zone), clock: '24:00' };
  const { date, timeOfDay } = instantToLocal(at, zone);
  return { date, clock: formatClock(timeOfDay) };
}

function endsItsDay(at: Instant, zone: string): boolean {
  return dayDue(at, zone) !== instantToLocal(at, zone).date;
}

function formatWeekday(date: string): string {
  return weekdays[weekdayOf(parseDate(date) ?? NaN) - 1] ?? '';
}

function formatClock(timeOfDay: number): string {
  const pad = (value: number, digits = 2) => String(value).padStart(digits, '0');
  const [hours, minutes] = [Math.floor(timeOfDay / 3_600_000), Math.floor(timeOfDay / 60_000) % 60];
  const [seconds, milliseconds] = [Math.floor(timeOfDay / 1000) % 60, timeOfDay % 1000];
  const clock = `${pad(hours)}:${pad(minutes)}`;
  if (milliseconds > 0) return `${clock}:${pad(seconds)},${pad(milliseconds, 3)}`;
  return seconds > 0 ? `${clock}:${pad(seconds)}` : clock;
}
