/** How a date and a time are written here, whatever the language of the browser. */
export const typedForm = { date: 'TT.MM.JJJJ', time: 'HH:MM' } as const;

const germanDay = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/;
const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;
const clock = /^(\d{1,2})[:.](\d{2})(?:\s*Uhr)?$/i;

/** "2026-06-12" of "12.06.2026", "1.6.2026" or of itself; undefined of anything that is no day of the calendar. */
export function isoDate(typed: string): string | undefined {
  const text = typed.trim();
  const [, day, month, year] = germanDay.exec(text) ?? [];
  const iso =
    day === undefined || month === undefined ? text : `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  return isDay(iso) ? iso : undefined;
}

/** "14:00" of "14:00", "14.00 Uhr" or "9:30" ("09:30"); undefined of anything that is no time of day. */
export function isoTime(typed: string): string | undefined {
  const [, hours, minutes] = clock.exec(typed.trim()) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${twoDigits(hours)}:${minutes}`;
}

/** "12.06.2026" of "2026-06-12"; anything else stays as it is. */
export function germanDate(iso: string): string {
  return isDay(iso) ? iso.replace(isoDay, '$3.$2.$1') : iso;
}

function isDay(iso: string): boolean {
  if (!isoDay.test(iso)) return false;
  const at = Date.parse(`${iso}T00:00:00Z`);
  // 31.02. would otherwise become a day of March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso);
}

function twoDigits(digits: string): string {
  return digits.padStart(2, '0');
}
