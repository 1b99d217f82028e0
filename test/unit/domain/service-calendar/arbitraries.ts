import fc from 'fast-check';
import type {
  CalendarDefinition,
  ServiceWindow,
} from '../../../../src/domain/service-calendar/calendar-definition';
import type { SimpleCalendar } from './oracle/stepping-calendar';

export const runs = Number(process.env['PROPERTY_RUNS'] ?? 1_000);

/** Zones with every kind of clock change: half hours, at midnight, a skipped day, seconds, during Ramadan, none. */
export const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Monrovia',
  'America/St_Johns',
  'Asia/Gaza',
  'Africa/Cairo',
  'Antarctica/Troll',
  'Pacific/Chatham',
  'Asia/Tehran',
  'America/Havana',
  'Europe/Dublin',
  'America/Caracas',
  'UTC',
];

/** Days of clock changes that are easy to get wrong, in the zones above. */
const eventfulDays = [
  '1970-01-01',
  '1972-01-07',
  '1987-04-05',
  '2000-10-08',
  '2010-09-10',
  '2011-12-30',
  '2015-03-29',
  '2015-10-25',
  '2016-05-01',
  '2018-11-04',
  '2019-04-07',
  '2026-03-29',
  '2026-10-25',
  '2026-11-01',
  '2026-04-05',
  '2027-02-07',
  '2087-05-11',
  '2100-02-28',
  '2199-11-18',
].map((date) => Date.parse(date));

const pad = (value: number) => String(value).padStart(2, '0');

function clock(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return s === 0 ? `${pad(h)}:${pad(m)}` : `${pad(h)}:${pad(m)}:${pad(s)}`;
}

/** Edges of windows: hours and quarter hours mostly, near clock changes often, seconds sometimes. */
const edge = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 900) },
  { weight: 2, arbitrary: fc.constantFrom(0, 60, 3600, 7200, 9000, 10_800, 12_600, 82_800, 84_600, 86_400) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 86_400 }) },
);

const dayHours = fc
  .uniqueArray(edge, { minLength: 0, maxLength: 6 })
  .map((edges) => edges.sort((one, other) => one - other))
  .map((edges) => {
    const windows: [string, string][] = [];
    for (let index = 0; index + 1 < edges.length; index += 2) {
      windows.push([clock(edges[index] ?? 0), clock(edges[index + 1] ?? 0)]);
    }
    return windows;
  });

const wholeDay = fc.constant<[string, string][]>([['00:00', '24:00']]);

/** Instants from 1970 to November 2199, so that a span of weeks fits behind each. */
export const instant = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(...eventfulDays)
      .chain((day) =>
        fc.integer({ min: -172_800, max: 259_200 }).map((s) => Math.max(day + s * 1000, -3_600_000)),
      ),
  },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 7_254_000_000 }).map((s) => s * 1000) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 7_254_000_000_000 }) },
);

export const simpleCalendar: fc.Arbitrary<SimpleCalendar> = fc.record({
  zone: fc.constantFrom(...zones),
  hours: fc.dictionary(
    fc.constantFrom('1', '2', '3', '4', '5', '6', '7'),
    fc.oneof({ weight: 4, arbitrary: dayHours }, { weight: 1, arbitrary: wholeDay }),
    { minKeys: 1, maxKeys: 7 },
  ),
  holidays: fc.array(
    fc
      .constantFrom(...eventfulDays)
      .chain((day) =>
        fc
          .integer({ min: -3, max: 3 })
          .map((n) => new Date(Math.max(0, day + n * 86_400_000)).toISOString().slice(0, 10)),
      ),
    { maxLength: 3 },
  ),
});

export function toDefinition(calendar: SimpleCalendar): CalendarDefinition {
  const hours = Object.fromEntries(
    Object.entries(calendar.hours).map(([weekday, windows]) => [
      weekday,
      windows.map(([from, to]): ServiceWindow => ({ from, to })),
    ]),
  );
  return { zone: calendar.zone, hours, holidays: calendar.holidays };
}
