import { toIsoDate } from '../src/domain/service-calendar/civil-date';
import { holidaysOf } from '../src/domain/service-calendar/holidays-of-region';
import { createServiceCalendar, type ServiceCalendar } from '../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../src/domain/service-calendar/standard-calendar';
import { createPeers, type Peer } from './calendar-peers';
import { pseudoRandom, ratesOf } from './measure';

const firstYear = 2026;
const yearCount = 10;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const weekOfService = 39.5 * hour;
const queries = 20_000;

interface Task {
  readonly name: string;
  /** how many queries both peers answer for comparison */
  readonly compared: number;
  readonly ours: (start: number) => number;
  readonly peer: (peer: Peer, start: number) => number;
}

/** `npm run bench -- calendar`: service time against the fastest npm peers and a bare binary search. */
export async function run(): Promise<void> {
  // The peers count in the zone of the process.
  process.env['TZ'] = 'Europe/Berlin';
  console.log(
    `node ${process.version}, standard calendar with holidays, random starts ${firstYear}-${firstYear + yearCount - 1}\n`,
  );
  const calendar = buildTables();
  const holidays = Array.from({ length: 2 * yearCount + 2 }, (_, index) =>
    holidaysOf('BUND', firstYear + index),
  )
    .flat()
    .map(toIsoDate);
  const peers = createPeers(holidays);
  const starts = randomStarts();
  const search = bareSearch(calendar);
  const ratios: string[] = [];
  for (const task of tasks(calendar)) {
    compare(task, peers, starts);
    const rates = ratesOf({
      ours: (count) => repeat(starts, count, task.ours),
      limit: (count) => repeat(starts, count, search),
      ...Object.fromEntries(
        peers.map((peer) => [
          peer.name,
          (count: number) => repeat(starts, count, (start) => task.peer(peer, start)),
        ]),
      ),
    });
    const of = (name: string) => rates[name] ?? NaN;
    for (const [name, rate] of Object.entries(rates)) {
      console.log(
        `${task.name.padEnd(18)} ${name.padEnd(22)} ${Math.round(rate).toLocaleString('en-US').padStart(14)} /s`,
      );
    }
    const fastest = Math.max(...peers.map((peer) => of(peer.name)));
    ratios.push(`ratio ${task.name} ours/fastest-peer ${(of('ours') / fastest).toFixed(1)}`);
    ratios.push(`ratio ${task.name} ours/limit ${(of('ours') / of('limit')).toFixed(2)}`);
  }
  console.log(`\ntables after the run: ${(calendar.tableBytes() / 1024).toFixed(0)} KiB\n`);
  console.log(ratios.join('\n'));
  return Promise.resolve();
}

function tasks(calendar: ServiceCalendar): Task[] {
  const add = (name: string, amount: number, compared: number): Task => ({
    name,
    compared,
    ours: (start) => calendar.add(start, amount / 1000),
    peer: (peer, start) => peer.addMinutes(start, amount / minute),
  });
  const between = (name: string, span: number, compared: number): Task => ({
    name,
    compared,
    ours: (start) => calendar.between(start, start + span),
    peer: (peer, start) => peer.minutesBetween(start, start + span) * 60,
  });
  return [
    add('add-4h', 4 * hour, 2000),
    add('add-6h', 6 * hour, 2000),
    add('add-8h', 8 * hour, 2000),
    add('add-3-months', 13 * weekOfService, 200),
    between('between-month', 30 * day, 500),
    between('between-10-years', 3652 * day, 5),
  ];
}

/** Builds the tables of ten years twice: the first run also finds the zone's clock changes, with cold code. */
function buildTables(): ServiceCalendar {
  const [from, to] = [Date.UTC(firstYear, 0, 1), Date.UTC(firstYear + yearCount, 0, 1) - 1];
  let calendar = createServiceCalendar(standardCalendar);
  for (const state of ['cold, with the clock changes of the zone', 'zone known']) {
    const begun = performance.now();
    calendar = createServiceCalendar(standardCalendar);
    calendar.between(from, to);
    const took = performance.now() - begun;
    console.log(
      `tables of ${yearCount} years (${state}): ${took.toFixed(1)} ms, ${(calendar.tableBytes() / 1024).toFixed(0)} KiB`,
    );
  }
  const single = createServiceCalendar(standardCalendar);
  single.add(from, 6 * 3600);
  console.log(`tables that a single deadline needs: ${(single.tableBytes() / 1024).toFixed(0)} KiB\n`);
  return calendar;
}

function randomStarts(): Float64Array {
  const random = pseudoRandom(20_260_612);
  const minutes = (yearCount * 365 * day) / minute;
  return Float64Array.from(
    { length: queries },
    () => Date.UTC(firstYear, 0, 1) + Math.floor(random() * minutes) * minute,
  );
}

/** The minimum a query has to do: find where its start lies among the window ends of ten years. */
function bareSearch(calendar: ServiceCalendar): (start: number) => number {
  const windows = calendar.explain(Date.UTC(firstYear, 0, 1), Date.UTC(firstYear + yearCount, 0, 1));
  const ends = Float64Array.from(windows, (window) => window.to);
  return (start) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) <= start) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function repeat(starts: Float64Array, count: number, query: (start: number) => number): number {
  let sum = 0;
  for (let index = 0; index < count; index++) sum += query(starts[index % queries] as number);
  return sum;
}

/** Results are compared first: a peer that counts differently is reported, not measured. */
function compare(task: Task, peers: readonly Peer[], starts: Float64Array): void {
  for (const peer of peers) {
    let different = 0;
    let example = '';
    for (const start of starts.subarray(0, task.compared)) {
      const [ours, theirs] = [task.ours(start), task.peer(peer, start)];
      if (ours === theirs) continue;
      different++;
      example ||= ` (from ${new Date(start).toISOString()}: ours ${ours}, theirs ${theirs})`;
    }
    console.log(
      `${task.name.padEnd(18)} ${peer.name}: ${task.compared - different} of ${task.compared} results equal${example}`,
    );
  }
}
