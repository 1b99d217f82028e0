import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { instant, simpleCalendar } from '../domain/service-calendar/arbitraries';

const root = join(__dirname, '../../..');

function runIn(timeZone: string, command: string, args: string[], input: string): string {
  const child = spawnSync(
    process.execPath,
    ['--require', 'sucrase/register/ts', join(root, 'src/cli', command), ...args],
    {
      cwd: root,
      env: { ...process.env, TZ: timeZone, NODE_OPTIONS: '' },
      input,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return `${child.status} ${child.stdout}${child.stderr}`;
}

/** The same lines in every run of a seed: random calendars, a region of holidays for some, both operations. */
function randomLines(): string {
  const line = fc.record({
    calendar: simpleCalendar,
    start: instant,
    add: fc.boolean(),
    amount: fc.integer({ min: 0, max: 300_000 }),
  });
  return fc
    .sample(line, 400)
    .map(({ calendar, start, add, amount }) => {
      const { zone, ...rest } = calendar;
      const from = new Date(Math.max(start, 0)).toISOString();
      const request = add
        ? { op: 'add', start: from, seconds: amount }
        : { op: 'between', start: from, end: new Date(Math.max(start, 0) + amount * 1000).toISOString() };
      return JSON.stringify({
        timezone: zone,
        ...rest,
        ...(amount % 2 === 0 ? { holidayRegion: 'BY' } : {}),
        ...request,
      });
    })
    .join('\n');
}

describe('the zone of the process changes no answer (process 2.7)', () => {
  const others = ['Europe/Berlin', 'America/New_York', 'Pacific/Auckland'];

  test('given random lines, the calendar command answers alike everywhere', () => {
    const lines = randomLines();
    const expected = runIn('UTC', 'calendar.ts', [], lines);

    expect(expected.startsWith('0 {')).toBe(true);
    expect(expected.split('\n')).toHaveLength(401);
    for (const timeZone of others) expect(runIn(timeZone, 'calendar.ts', [], lines)).toBe(expected);
  });

  test('given a receipt, the deadline command answers alike everywhere', () => {
    const args = ['--class', '1', '--received', '2027-03-25T15:00'];
    const expected = runIn('UTC', 'deadline.ts', args, '');

    expect(expected).toContain('Reaktionsfrist: Di 30.03.2027, 10:30 Uhr');
    for (const timeZone of others) expect(runIn(timeZone, 'deadline.ts', args, '')).toBe(expected);
  });
});
