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

/** Up to the next hour of UTC, the next quarter hour, the next second: shorter where the clock is changed within. */
const strides = [3600, 900, 1];

/**
 * Walks on from an instant in steps within which nothing changes: at most to the next edge of a window or of the day, and
 * never over a change of the clock, which shows in a last second that is not as far from the first as it should be.
 */
function* steps(
  calendar: SimpleCalendar,
  start: number,
): Generator<{ from: number; to: number; open: boolean }> {
  for (let at = start; ;) {
    const { clock, edges, open } = look(calendar, at);
    const second = Math.floor(at / 1000);
    const lengths = [...edges.flat(), 86_400]
      .filter((edge) => edge > clock.seconds)
      .map((edge) => edge - clock.seconds);
    let to = second + 1;
    for (const stride of strides) {
      const length = Math.min(...lengths, (Math.floor(second / stride) + 1) * stride - second);
      const last = wallClock((second + length - 1) * 1000, calendar.zone);
      to = second + length;
      if (last.date === clock.date && last.seconds - clock.seconds === length - 1) break;
    }
    yield { from: at, to: to * 1000, open };
    at = to * 1000;
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
