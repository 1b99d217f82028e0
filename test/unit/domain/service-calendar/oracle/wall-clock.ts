/**
 * What the wall clock of a zone shows, read straight from Intl and from nothing of the product. Slow on purpose.
 */
export interface WallClock {
  /** 'YYYY-MM-DD' */
  date: string;
  /** 1 Monday to 7 Sunday */
  weekday: number;
  /** seconds since midnight as shown, fractions cut off */
  seconds: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export function wallClock(at: number, zone: string): WallClock {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  // "Fri, 12/06/2026, 14:00:00"
  const match = /^(\w+), (\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(format.format(at));
  if (match === null) throw new Error(`unreadable: ${format.format(at)}`);
  const [, weekday = '', day = '', month = '', year = '', hour, minute, second] = match;
  return {
    date: `${year}-${month}-${day}`,
    weekday: weekdays.indexOf(weekday) + 1,
    seconds: Number(hour) * 3600 + Number(minute) * 60 + Number(second),
  };
}
