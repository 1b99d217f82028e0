/** The zone used by everybody here. */
const timeZone = 'Europe/Berlin';

const day = new Intl.DateTimeFormat('de-DE', { timeZone, weekday: 'short' });
const date = new Intl.DateTimeFormat('de-DE', {
  timeZone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const time = new Intl.DateTimeFormat('de-DE', { timeZone, hour: '2-digit', minute: '2-digit' });

/** "Fr 12.06.2026, 14:00 Uhr" of an instant in milliseconds, in German time. */
export function germanTime(at: number): string {
  return `${day.format(at).replace('.', '')} ${date.format(at)}, ${time.format(at)} Uhr`;
}

/** As short as possible relative to `now`: on the same day, only the time. */
export function shortTime(at: number, now: number): string {
  return date.format(at) === date.format(now) ? `${time.format(at)} Uhr` : germanTime(at);
}

/** "3 h 20 min", "2 Tage 4 h" of milliseconds. */
export function germanSpan(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = [
    days > 0 ? `${days} ${days === 1 ? 'Tag' : 'Tage'}` : '',
    hours > 0 ? `${hours} h` : '',
    days === 0 && minutes % 60 > 0 ? `${minutes % 60} min` : '',
  ].filter((part) => part !== '');
  return parts.join(' ') || '0 min';
}
