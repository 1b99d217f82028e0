const time = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;
const midnightAtTheEnd = /^24:00(:00)?$/;

/** Milliseconds since midnight on the wall clock of 'HH:MM', 'HH:MM:SS' or '24:00'; undefined for anything else. */
export function parseTimeOfDay(text: string): number | undefined {
  if (midnightAtTheEnd.test(text)) return 86_400_000;
  const match = time.exec(text);
  if (match === null) return undefined;
  return (Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0)) * 1000;
}
