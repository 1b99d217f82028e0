import { createRequire } from 'node:module';

/** An npm library that counts business time, in whole minutes. Instants in epoch milliseconds. */
export interface Peer {
  readonly name: string;
  addMinutes(start: number, minutes: number): number;
  minutesBetween(from: number, to: number): number;
}

interface MomentLike {
  valueOf(): number;
  addWorkingTime(amount: number, unit: string): MomentLike;
  workingDiff(other: MomentLike, unit: string): number;
}

interface DayjsLike {
  valueOf(): number;
  addBusinessMinutes(minutes: number): DayjsLike;
  businessMinutesDiff(other: DayjsLike): number;
}

type Factory<T> = ((at: number) => T) & Record<string, (...values: never[]) => unknown>;

const load = createRequire(__filename);
const long: [string, string] = ['08:30:00', '17:00:00'];
const friday: [string, string] = ['08:30:00', '14:00:00'];

/** Both peers use only the zone of the process: set TZ first. Holidays as 'YYYY-MM-DD'. */
export function createPeers(holidays: readonly string[]): Peer[] {
  return [createMoment(holidays), createDayjs(holidays)];
}

function createMoment(holidays: readonly string[]): Peer {
  const moment = load('moment') as Factory<MomentLike>;
  load('moment-business-time');
  const workinghours = { 0: null, 1: long, 2: long, 3: long, 4: long, 5: friday, 6: null };
  (moment['updateLocale'] as (locale: string, data: object) => void)('en', { workinghours, holidays });
  return {
    name: 'moment-business-time',
    addMinutes: (start, minutes) => moment(start).addWorkingTime(minutes, 'minutes').valueOf(),
    minutesBetween: (from, to) => Math.abs(moment(from).workingDiff(moment(to), 'minutes')),
  };
}

function createDayjs(holidays: readonly string[]): Peer {
  const dayjs = load('dayjs') as Factory<DayjsLike>;
  (dayjs['extend'] as (plugin: unknown) => void)(load('dayjs-business-time'));
  const segment = ([start, end]: [string, string]) => [{ start, end }];
  (dayjs['setBusinessTime'] as (hours: object) => void)({
    sunday: null,
    monday: segment(long),
    tuesday: segment(long),
    wednesday: segment(long),
    thursday: segment(long),
    friday: segment(friday),
    saturday: null,
  });
  (dayjs['setHolidays'] as (days: readonly string[]) => void)(holidays);
  return {
    name: 'dayjs-business-time',
    addMinutes: (start, minutes) => dayjs(start).addBusinessMinutes(minutes).valueOf(),
    minutesBetween: (from, to) => dayjs(from).businessMinutesDiff(dayjs(to)),
  };
}
