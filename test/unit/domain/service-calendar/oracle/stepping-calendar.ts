import { wallClock } from './wall-clock';

/** The calendar line of the command: ISO weekday -> windows, and days off. */
export interface SimpleCalendar {
  zone: string;
  hours: Record<string, [string, string][]>;
  holidays: string[];
}

const toSeconds = (text: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
};

/** The windows of the wall clock's day, and where the clock stands; an instant is open while its clock is in a window. */
function look(calendar: SimpleCalendar, at: number) {
  const clock = wallClock(at, calendar.zone);
  const closed = calendar.holidays.includes(clock.date);
  const windows = closed ? [] : (calendar.hours[String(clock.weekday)] ?? []);
  const edges = windows.map(([from, to]) => [toSeconds(from), toSeconds(to)] as const);
  return { clock, edges, open: edges.some(([from, to]) => clock.seconds >= from && clock.seconds < to) };
}

export function isOpenByStepping(calendar: SimpleCalendar, at: number): boolean {
  return look(calendar, at).open;
}

const LONGEST_STEP = 900;

/**
 * Walks on from an instant in steps within which nothing changes: at most to the next edge of a window, and never over a
 * quarter hour of UTC, where clocks are changed; a step over a change elsewhere is walked second by second.
 */
function* steps(
  calendar: SimpleCalendar,
  start: number,
): Generator<{ from: number; to: number; open: boolean }> {
  for (let at = start; ;) {
    const { clock, edges, open } = look(calendar, at);
    const wholeSecond = Math.floor(at / 1000);
    let length = LONGEST_STEP - (((wholeSecond % LONGEST_STEP) + LONGEST_STEP) % LONGEST_STEP);
    for (const edge of [...edges.flat(), 86_400]) {
      if (edge > clock.seconds) length = Math.min(length, edge - clock.seconds);
    }
    const last = wallClock((wholeSecond + length - 1) * 1000, calendar.zone);
    if (last.date !== clock.date || last.seconds - clock.seconds !== length - 1) length = 1;
    const to = (wholeSecond + length) * 1000;
    yield { from: at, to, open };
    at = to;
  }
}

/** Milliseconds of open time in [from, to). */
export function betweenByStepping(calendar: SimpleCalendar, from: number, to: number): number {
  let sum = 0;
  for (const step of steps(calendar, from)) {
    if (step.from >= to) return sum;
    if (step.open) sum += Math.min(step.to, to) - step.from;
  }
  return sum;
}

/** The first instant at which that many milliseconds have been open; undefined when not before `limit`. */
export function addByStepping(
  calendar: SimpleCalendar,
  start: number,
  amount: number,
  limit: number,
): number | undefined {
  let left = amount;
  if (left === 0) return start;
  for (const step of steps(calendar, start)) {
    if (step.from >= limit) return undefined;
    if (!step.open) continue;
    if (step.to - step.from >= left) return step.from + left;
    left -= step.to - step.from;
  }
  return undefined;
}
