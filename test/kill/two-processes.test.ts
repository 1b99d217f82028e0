import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../../src/adapters/clock';
import { isStoreFailure } from '../../src/adapters/mongo/store-errors';
import type { MongoStores } from '../../src/adapters/mongo/connect';
import { downtimeAfter, maxRemindersInPost } from '../../src/app/delivery-policy';
import { handleTicketCommand } from '../../src/app/handle-ticket-command';
import type { Directory } from '../../src/app/ports/directory';
import { rearmEdited } from '../../src/app/rearm-timers';
import { defaultThresholdPercents } from '../../src/domain/reaction/thresholds';
import type { Connector } from '../../src/simulator/connector/connector';
import { stringsIn } from '../../src/simulator/connector/json';
import { person } from '../../src/simulator/people/person';
import { dailyDigestHeading } from '../../src/texts/digest.de';
import { sampleReport } from '../support/given';
import { unattended } from './mortal-bot';
import { MortalWorld, seed } from './mortal-world';
import { type Post, repeatedPosts, withoutKillOfItsOwn } from './repeated-posts';

const count = 500;
const minute = 60_000;
/** Half of class 1's reaction time, where service never ends. */
const halfOfReaction = 2 * 60 * minute;

describe('given two bots on one store, killed at random while 500 tickets come due', () => {
  let world: MortalWorld | undefined;
  afterEach(async () => {
    await world?.close();
  });

  it('when they are left alone at last, then each threshold is recorded once and told at least once, at most once more a kill', async () => {
    world = await MortalWorld.open();
    const { connector, stores, installation, bots } = world;
    const organisation = { installation: () => installation };
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

    const until = Math.max(begun + minute, told + 12_000);
    await world.liveUntil(until);
    const leftAlone = systemClock.now();
    await quiet(stores, told, leftAlone + 90_000);

    const { kills } = world;
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
    const namings = posts.reduce((sum, { tells }) => sum + tells.size, 0);
    console.log(
      `KILL_SEED=${seed}: ${kills.length} kills, ${posts.length} posts, ${repeated.length} of them told again, ` +
        `${namings - count} tickets twice, at most ${(Math.max(...lateness) / 1000).toFixed(1)} s late with a bot at work, ` +
        `quiet ${((systemClock.now() - leftAlone) / 1000).toFixed(0)} s after the last kill`,
    );
    expect(world.ownEnds).toEqual([]);
    expect(Math.max(...lateness)).toBeLessThanOrEqual(downtimeAfter);
    expect(kills.length).toBeGreaterThanOrEqual(4);
    expect(new Set(posts.flatMap(({ tells }) => [...tells])).size).toBe(count);
    expect(namings - count).toBeLessThanOrEqual(repeated.length * maxRemindersInPost);
    expect(withoutKillOfItsOwn(repeated, kills)).toEqual([]);
    expect(await stores.deliveries.model.countDocuments({ status: { $ne: 'sent' } })).toBe(0);
    // The next threshold is armed.
    expect(await stores.tickets.nextDue()).toBe(Math.min(...expected.values()) + halfOfReaction / 2);
  }, 300_000);
});

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

/** The posts that tell reminders; the digest of a day on which service has begun names tickets too, but tells nothing. */
function remindersAmong(numbers: readonly string[], connector: Connector): readonly Post[] {
  const known = new Set(numbers);
  return connector.record.shown
    .map(({ at, activity }) => ({ at, texts: [...stringsIn(activity)] }))
    .filter(({ texts }) => !texts.includes(dailyDigestHeading))
    .map(({ at, texts }) => {
      const named = texts.flatMap((text) => text.match(/SP-\d+-\d+/g) ?? []);
      return { at, tells: new Set(named.filter((number) => known.has(number))) };
    })
    .filter(({ tells }) => tells.size > 0);
}
