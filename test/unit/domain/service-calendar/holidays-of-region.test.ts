import { dayOf, type DayNumber, toIsoDate } from '../../../../src/domain/service-calendar/civil-date';
import { holidayRegions, holidaysOf } from '../../../../src/domain/service-calendar/holidays-of-region';
import { createServiceCalendar } from '../../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../../src/domain/service-calendar/standard-calendar';

const years = Array.from({ length: 11 }, (_, index) => 2022 + index);

/** Gregorian Easter by the method of Meeus, Jones and Butcher: not the one of the library. */
function easter(year: number): DayNumber {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const days = moon + weekday - 7 * shift + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1) ?? NaN;
}

type Rule = (year: number) => DayNumber | undefined;
const fixed =
  (month: number, day: number, from = 0): Rule =>
  (year) =>
    year >= from ? dayOf(year, month, day) : undefined;
const afterEaster =
  (days: number): Rule =>
  (year) =>
    easter(year) + days;
const once =
  (only: number, month: number, day: number): Rule =>
  (year) =>
    year === only ? dayOf(year, month, day) : undefined;

const newYear = fixed(1, 1);
const epiphany = fixed(1, 6);
const corpusChristi = afterEaster(60);
const assumption = fixed(8, 15);
const reformation = fixed(10, 31);
const allSaints = fixed(11, 1);
/** The Wednesday before 23 November. */
const repentance: Rule = (year) => {
  for (let day = 22; day >= 16; day--) {
    if (new Date(Date.UTC(year, 10, day)).getUTCDay() === 3) return dayOf(year, 11, day);
  }
  return undefined;
};

const nationwide = [
  newYear,
  afterEaster(-2),
  afterEaster(1),
  fixed(5, 1),
  afterEaster(39),
  afterEaster(50),
  fixed(10, 3),
  fixed(12, 25),
  fixed(12, 26),
];
const bavaria = [epiphany, corpusChristi, allSaints];

/** By the holiday laws of the states, beyond what is nationwide. */
const laws: Readonly<Record<string, readonly Rule[]>> = {
  BUND: [],
  BW: [epiphany, corpusChristi, allSaints],
  BY: [...bavaria, assumption],
  'BY-EV': bavaria,
  AUGSBURG: [...bavaria, assumption, fixed(8, 8)],
  BE: [fixed(3, 8, 2019), once(2025, 5, 8), once(2028, 6, 17)],
  BB: [afterEaster(0), afterEaster(49), reformation],
  HB: [reformation],
  HH: [reformation],
  HE: [corpusChristi],
  MV: [fixed(3, 8, 2023), reformation],
  NI: [reformation],
  NW: [corpusChristi, allSaints],
  RP: [corpusChristi, allSaints],
  SL: [corpusChristi, assumption, allSaints],
  SN: [reformation, repentance],
  ST: [epiphany, reformation],
  SH: [reformation],
  TH: [fixed(9, 20, 2019), reformation],
};

const listOf = (region: string, year: number) =>
  [...nationwide, ...(laws[region] ?? [])]
    .flatMap((rule) => rule(year) ?? [])
    .map(toIsoDate)
    .sort();

describe('the public holidays of a region (process 2.6)', () => {
  test('given the list of the laws, then it has every region but the one that stands for all', () => {
    expect(Object.keys(laws).sort()).toEqual(holidayRegions.filter((region) => region !== 'ALL').sort());
  });

  test.each(holidayRegions.filter((region) => region !== 'ALL'))(
    'given %s, then the days are those of its law in each year from 2022 to 2032',
    (region) => {
      for (const year of years) {
        expect([year, [...new Set(holidaysOf(region, year).map(toIsoDate))].sort()]).toEqual([
          year,
          [...new Set(listOf(region, year))],
        ]);
      }
    },
  );

  test('given all regions together, then every day of every state is one', () => {
    for (const year of years) {
      const all = new Set(holidaysOf('ALL', year).map(toIsoDate));
      for (const region of Object.keys(laws).filter((each) => each !== 'AUGSBURG')) {
        expect([region, year, listOf(region, year).filter((day) => !all.has(day))]).toEqual([
          region,
          year,
          [],
        ]);
      }
    }
  });

  test('given the day of the liberation in Berlin, then it is no service day there in 2025, and one elsewhere and in other years', () => {
    const calendar = (holidayRegion: string) => createServiceCalendar({ ...standardCalendar, holidayRegion });
    expect(['2020-05-08', '2025-05-08', '2026-05-08'].map((day) => calendar('BE').isServiceDay(day))).toEqual(
      [false, false, true],
    );
    expect(calendar('BB').isServiceDay('2025-05-08')).toBe(true);
    expect(calendar('BUND').isServiceDay('2025-05-08')).toBe(true);
  });
});
