import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { systemClock } from '../../src/adapters/clock';
import { isStoreFailure } from '../../src/adapters/mongo/store-errors';
import { connectStores, type MongoStores } from '../../src/adapters/mongo/connect';
import { loadOrganisation } from '../../src/adapters/organisation/load-organisation';
import { downtimeAfter, maxRemindersInPost } from '../../src/app/delivery-policy';
import { handleTicketCommand } from '../../src/app/handle-ticket-command';
import type { Directory } from '../../src/app/ports/directory';
import { rearmEdited } from '../../src/app/rearm-timers';
import { sampleOrganisationFile } from '../../src/config';
import { defaultThresholdPercents } from '../../src/domain/reaction/thresholds';
import { type Connector, startConnector } from '../../src/simulator/connector/connector';
import { stringsIn } from '../../src/simulator/connector/json';
import { person } from '../../src/simulator/people/person';
import { dailyDigestHeading } from '../../src/texts/digest.de';
import { sampleReport } from '../support/given';
import { sampleInstallation, teamsOf } from '../support/sample-teams';
import { type Life, MortalBot, unattended } from './mortal-bot';

const count = 500;
const minute = 60_000;
/** Half of class 1's reaction time, where service never ends. */
const halfOfReaction = 2 * 60 * minute;
/** The same seed kills after the same times; how far the bots had come by then is the machine's affair. */
const seed = Number(process.env.KILL_SEED ?? randomInt(2 ** 31));

const life: fc.Arbitrary<Life> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      since: fc.constant('start' as const),
      milliseconds: fc.integer({ min: 100, max: 6_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      since: fc.constant('spawn' as const),
      milliseconds: fc.integer({ min: 50, max: 3_000 }),
    }),
  },
);

describe('given two bots on one store, killed at random while 500 tickets come due', () => {
  let directory: string;
  let store: ChildProcessByStdio<null, Readable, null>;
  let stores: MongoStores | undefined;
  let connector: Connector;
  let bots: readonly MortalBot[] = [];

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'two-processes-'));
    store = spawn(
      process.execPath,
      [
        '--require',
        'sucrase/register/ts',
        path.join(__dirname, '../../src/embedded-store/main.ts'),
        ...['--directory', path.join(directory, 'data')],
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    connector = await startConnector({
      world: teamsOf(sampleInstallation('http://127.0.0.1:1')),
      now: () => systemClock.now(),
    });
  });

  afterEach(async () => {
    await Promise.all(bots.map((bot) => bot.end()));
    await stores?.close();
    const gone = once(store, 'exit');
    if (store.kill('SIGKILL')) await gone;
    await connector.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('when they are left alone at last, then each threshold is recorded once and told at least once, at most once more a kill', async () => {
    const [storeUri] = (await once(createInterface(store.stdout), 'line')) as [string];
    const organisationFile = await organisationWithoutNights(directory, connector.serviceUrl);
    const installation = loadOrganisation(organisationFile);
    const organisation = { installation: () => installation };
    stores = await connectStores(storeUri, { answerWithin: 30_000 });
    // An earlier start has seen these calendars.
    await rearmEdited({
      ...stores,
      directory: organisation,
      clock: systemClock,
      warningPercents: defaultThresholdPercents,
      effectsWaiting: () => undefined,
      isStoreFailure,
      leftOut: ({ error }) => {
        throw error;
      },
    });
    const thread = await threadIn(connector);
    const begun = systemClock.now();
    // Told when a minute has ended: the last one of the tickets' is among those in which kills go on.
    const told = Math.ceil((begun + minute / 2) / minute) * minute;
    const expected = await reportTickets(stores, organisation, thread, begun + 2_000, told - 2_000);

    bots = ['first', 'second:PID'].map((holder) => new MortalBot({ storeUri, organisationFile, holder }));
    const until = Math.max(begun + minute, told + 12_000);
    await Promise.all(
      bots.map((bot, index) => bot.live(fc.sample(life, { seed: seed + index, numRuns: 500 }), until)),
    );
    const leftAlone = systemClock.now();
    await quiet(stores, told, leftAlone + 90_000);

    const kills = bots.flatMap((bot) => bot.kills);
    const lateness: number[] = [];
    for (const [number, dueAt] of expected) {
      const record = await stores.tickets.find(number);
      const [, warned, ...more] = record?.events ?? [];
      expect(more).toEqual([]);
      expect(warned).toMatchObject({ type: 'reactionWarned', percent: 50, dueAt });
      expect(await stores.tickets.brokenLink(number)).toBeUndefined();
      const at = warned?.at ?? NaN;
      lateness.push(at - dueAt - unattended(bots, dueAt, at));
    }
    const posts = remindersAmong([...expected.keys()], connector);
    const repeated = repeatedPosts(posts);
    const namings = posts.reduce((sum, { tickets }) => sum + tickets.size, 0);
    console.log(
      `KILL_SEED=${seed}: ${kills.length} kills, ${posts.length} posts, ${repeated.length} of them told again, ` +
        `${namings - count} tickets twice, at most ${(Math.max(...lateness) / 1000).toFixed(1)} s late with a bot at work, ` +
        `quiet ${((systemClock.now() - leftAlone) / 1000).toFixed(0)} s after the last kill`,
    );
    expect(bots.flatMap((bot) => bot.ownEnds)).toEqual([]);
    expect(Math.max(...lateness)).toBeLessThanOrEqual(downtimeAfter);
    expect(kills.length).toBeGreaterThanOrEqual(4);
    expect(new Set(posts.flatMap(({ tickets }) => [...tickets])).size).toBe(count);
    expect(namings - count).toBeLessThanOrEqual(repeated.length * maxRemindersInPost);
    expect(withoutKillOfItsOwn(repeated, kills)).toEqual([]);
    expect(await stores.deliveries.model.countDocuments({ status: { $ne: 'sent' } })).toBe(0);
    // The next threshold is armed.
    expect(await stores.tickets.nextDue()).toBe(Math.min(...expected.values()) + halfOfReaction / 2);
  }, 300_000);
});

/** The sample, with service around the clock on every day of the year, and its Teams at the service URL. */
async function organisationWithoutNights(directory: string, serviceUrl: string): Promise<string> {
  const sample = await readFile(sampleOrganisationFile, 'utf8');
  const file = path.join(directory, 'organisation.yaml');
  await writeFile(
    file,
    sample
      .replace(/^serviceUrl: .*$/m, `serviceUrl: ${serviceUrl}`)
      .replace(
        /^ {4}hours:\n(?: {6}.*\n)+ {4}holidayRegion: .*\n/m,
        `    hours:\n${[1, 2, 3, 4, 5, 6, 7].map((day) => `      ${day}: [{ from: '00:00', to: '24:00' }]\n`).join('')}`,
      ),
  );
  return file;
}

/** A message in the dispatch channel, in whose thread a single reminder is told. */
async function threadIn(connector: Connector): Promise<string> {
  await person(connector, 'dispatcher-1').in('Dispatch').writes('Karten');
  const written = connector.record.shown.at(-1);
  if (written === undefined) throw new Error('what was written is shown');
  return written.activityId;
}

/**
 * Reports tickets by phone so long ago that they come due evenly between two instants; answers when each is due. Their
 * cards are there and show what will be, so that only reminders are sent.
 */
async function reportTickets(
  stores: MongoStores,
  directory: Directory,
  thread: string,
  firstDue: number,
  lastDue: number,
): Promise<ReadonlyMap<string, number>> {
  const dispatch = directory.installation().dispatchChannel.conversation;
  const due = new Map<string, number>();
  const report = async (index: number): Promise<void> => {
    const dueAt = Math.round(firstDue + ((lastDue - firstDue) * index) / (count - 1));
    const outcome = await handleTicketCommand(
      {
        ...stores,
        directory,
        clock: systemClock,
        proofs: { make: (number) => number },
        warningPercents: defaultThresholdPercents,
        effectsWaiting: () => undefined,
        oneAtATime: (work) => work(),
      },
      {
        person: 'dispatcher-1',
        role: 'dispatcher',
        reader: { person: 'dispatcher-1' },
        command: {
          type: 'reportFault',
          commandId: randomUUID(),
          operator: 'netz-nord',
          module: 'betriebstagebuch',
          report: sampleReport,
          proposedClass: 1,
          securityRelevant: false,
          receivedAt: dueAt - halfOfReaction,
          onBehalf: { way: 'phone', saidBy: 'Leitwarte Nord', at: dueAt - halfOfReaction },
        },
      },
    );
    if (outcome.kind !== 'done') throw new Error(`a report was ${outcome.kind}`);
    const { number, version } = outcome.record.ticket;
    await stores.tickets.effectsPlanned(number, version);
    for (const place of [
      { kind: 'dispatch' },
      { kind: 'organisation', organisation: 'netz-nord' },
    ] as const) {
      const conversation = place.kind === 'dispatch' ? dispatch : '19:netz-nord@thread.tacv2';
      await stores.cards.save({
        ticket: number,
        subject: 'ticket',
        laneKey: `channel:${conversation}`,
        place,
        conversation,
        activityId: thread,
        shownVersion: version + 1,
        withdrawn: false,
      });
    }
    due.set(number, dueAt);
  };
  for (let made = 0; made < count; made += 25) {
    await Promise.all(Array.from({ length: 25 }, (_, index) => report(made + index)));
  }
  return due;
}

/** Resolves when everything was recorded and told; the limit only ends a test that fails anyway. */
async function quiet(stores: MongoStores, told: number, limit: number): Promise<void> {
  for (;;) {
    const now = systemClock.now();
    const [due, marked, backlog] = await Promise.all([
      stores.tickets.due(Math.max(now, told), 1),
      stores.tickets.withEffectsDue(now, 1),
      stores.deliveries.backlog(),
    ]);
    if (now >= told && due.length + marked.length + backlog.due === 0) return;
    if (now > limit) {
      const still = `recording ${due.length}, planning ${marked.length}, sending ${backlog.due} (tried ${backlog.retried})`;
      throw new Error(`KILL_SEED=${seed}: still at work: ${still}`);
    }
    await wait(250);
  }
}

interface Post {
  readonly at: number;
  readonly tickets: ReadonlySet<string>;
}

/** The posts that tell reminders; the digest of a day on which service has begun names tickets too, but tells nothing. */
function remindersAmong(numbers: readonly string[], connector: Connector): readonly Post[] {
  const known = new Set(numbers);
  return connector.record.shown
    .map(({ at, activity }) => ({ at, texts: [...stringsIn(activity)] }))
    .filter(({ texts }) => !texts.includes(dailyDigestHeading))
    .map(({ at, texts }) => {
      const named = texts.flatMap((text) => text.match(/SP-\d+-\d+/g) ?? []);
      return { at, tickets: new Set(named.filter((number) => known.has(number))) };
    })
    .filter(({ tickets }) => tickets.size > 0);
}

interface RepeatedPost {
  readonly at: number;
  /** When the first post came that names one of its tickets again. */
  readonly again: number;
}

function repeatedPosts(posts: readonly Post[]): readonly RepeatedPost[] {
  return posts.flatMap(({ at, tickets }, index) => {
    const again = posts
      .slice(index + 1)
      .find((later) => [...later.tickets].some((each) => tickets.has(each)));
    return again === undefined ? [] : [{ at, again: again.at }];
  });
}

/** A kill excuses one post: the one under way, or sent and not yet recorded as such. */
function withoutKillOfItsOwn(
  repeated: readonly RepeatedPost[],
  kills: readonly number[],
): readonly RepeatedPost[] {
  const left = [...kills].sort((a, b) => a - b);
  return repeated.filter(({ at, again }) => {
    // A request may be carried out after whoever sent it is gone.
    const excuse = left.findIndex((kill) => at - 10_000 <= kill && kill <= again);
    if (excuse >= 0) left.splice(excuse, 1);
    return excuse < 0;
  });
}
