import fc from 'fast-check';
import { connectStores, type MongoStores } from '../../../src/adapters/mongo/connect';
import { createDeadlineCheck, type DeadlineReport } from '../../../src/app/check-deadlines';
import { handleTicketCommand } from '../../../src/app/handle-ticket-command';
import { rearmEdited } from '../../../src/app/rearm-timers';
import type { Finding } from '../../../src/app/verify/finding';
import type { Role } from '../../../src/domain/organisation/installation';
import { defaultThresholdPercents } from '../../../src/domain/reaction/thresholds';
import { findingText } from '../../../src/texts/verify.de';
import { type RunningServer, storeServer } from '../../servers/store-servers';
import { type CommandText, reportByNord, requested } from '../../support/given';
import { installation } from '../../support/installation';
import {
  eventsAs,
  fillStore,
  findingsIn,
  relayAll,
  timersIn,
  verified,
  writeTicket,
} from '../../support/verified-store';
import { accept, assign } from '../../support/sending-world';
import { sampleTime } from '../../support/tickets';

const [minute, hour] = [60_000, 3_600_000];
const armed = 'SP-2026-0004';
const differs: Finding = { kind: 'timerDiffers', ticket: armed };

describe('the instant at which a ticket is looked at next', () => {
  let server: RunningServer;
  let stores: MongoStores;
  beforeAll(async () => {
    server = await storeServer.start();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    stores = await connectStores(server.uri, { database: server.newDatabase() });
  });
  afterEach(() => stores.close());

  const tickets = () => stores.tickets.model.db.collection<{ readonly _id: string }>('tickets');
  async function armedAt(): Promise<number> {
    const found = await tickets().findOne({ _id: armed });
    return ((found as unknown as { nextDueAt: Date } | null)?.nextDueAt ?? new Date(NaN)).getTime();
  }
  const setTo = (at: number) => tickets().updateOne({ _id: armed }, { $set: { nextDueAt: new Date(at) } });
  const foundAt = (now: number) => findingsIn(stores, { timers: timersIn(stores, now) });

  describe('given a ticket with a timer', () => {
    beforeEach(async () => {
      await fillStore(stores);
      await writeTicket(stores, eventsAs(armed, requested()));
      await relayAll(stores);
    });

    it('when it is removed, then a sentence says it, before its instant and after', async () => {
      const due = await armedAt();
      await tickets().updateOne({ _id: armed }, { $unset: { nextDueAt: 1 } });
      expect(await foundAt(due - hour)).toEqual([differs]);
      expect(await foundAt(due + 400 * 24 * hour)).toContainEqual(differs);
      expect(findingText(differs)).toBe(
        `${armed}: Der gespeicherte Zeitpunkt der nächsten Prüfung passt nicht zum Ticket.`,
      );
    });

    it.each([1, hour, 400 * 24 * hour])('when it is moved back by %i ms, then it is found', async (later) => {
      const due = await armedAt();
      await setTo(due + later);
      expect(await foundAt(due - hour)).toEqual([differs]);
    });

    it('when it is moved forward, then nothing is missed by that, and nothing is found', async () => {
      const due = await armedAt();
      await setTo(due - hour);
      expect(await foundAt(due - 2 * hour)).toEqual([]);
    });

    it('when a failed check has put it off, then that is right for the minutes that takes, and no longer', async () => {
      const due = await armedAt();
      await stores.tickets.setAside.checkFailed(armed, due, due + 5 * minute);
      expect(await foundAt(due)).toEqual([]);
      await setTo(due + 6 * minute);
      expect(await foundAt(due)).toContainEqual(differs);
    });

    it('when calendars or percentages are others than at the last start, then timers are not compared', async () => {
      await tickets().updateOne({ _id: armed }, { $unset: { nextDueAt: 1 } });
      await stores.settings.write('timers', 'others');
      expect(await verified(stores)).toMatchObject({ timersCompared: false, found: [] });
    });

    it('when there are no settings to judge by, then timers are not compared', async () => {
      await tickets().updateOne({ _id: armed }, { $unset: { nextDueAt: 1 } });
      expect(await verified(stores, { timers: undefined })).toMatchObject({
        timersCompared: false,
        found: [],
      });
    });
  });

  const commands: readonly (readonly [string, Role, CommandText])[] = [
    ['nord-1', 'operator', reportByNord],
    ['nord-1', 'operator', { ...reportByNord, securityRelevant: true } as CommandText],
    ['dispatcher-1', 'dispatcher', accept],
    ['dispatcher-1', 'dispatcher', assign],
    ['dispatcher-1', 'dispatcher', { type: 'askOperator', question: 'Seit wann?' }],
    ['nord-1', 'operator', { type: 'answerQuestion', answer: 'Seit gestern.' }],
    ['maintainer-a1', 'maintainer', { type: 'handBack', reason: 'Anderes Modul.' }],
    ['dispatcher-1', 'dispatcher', { type: 'changePriority', priority: 'high' }],
  ];

  it('given any commands, checks that fail or not, and time, then nothing is ever found', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ does: fc.nat({ max: commands.length - 1 }), ticket: fc.nat() }) },
      { weight: 2, arbitrary: fc.record({ checks: fc.constantFrom('well', 'fails') }) },
      { weight: 2, arbitrary: fc.record({ passes: fc.integer({ min: 1, max: 60 }) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 15 }), async (steps) => {
        await stores.close();
        stores = await connectStores(server.uri, { database: server.newDatabase() });
        const at = await atWork(stores);
        for (const each of [{ does: 0, ticket: 0 }, ...steps]) {
          if ('does' in each) await at.does(commands[each.does], each.ticket);
          else if ('passes' in each) at.clock.time += each.passes * hour;
          else await at.checks(each.checks === 'fails');
          const timers = timersIn(stores, at.clock.time);
          const { found, timersCompared } = await verified(stores, { timers });
          expect(found.filter(({ kind }) => kind === 'timerDiffers')).toEqual([]);
          expect(timersCompared).toBe(true);
        }
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 12) },
    );
  });
});

/** What the bot does with its stores at a time that passes. */
async function atWork(stores: MongoStores) {
  const clock = { time: sampleTime, now: () => clock.time };
  const reports: DeadlineReport[] = [];
  const deps = {
    ...stores,
    clock,
    directory: { installation: () => installation },
    warningPercents: defaultThresholdPercents,
    effectsWaiting: () => undefined,
    isStoreFailure: () => false,
    leftOut: () => undefined,
    proofs: { make: (number: string) => number },
    oneAtATime: <Result>(work: () => Promise<Result>) => work(),
    elapsed: () => clock.time,
    rearm: () => Promise.resolve(),
    report: (what: DeadlineReport) => reports.push(what),
  };
  await rearmEdited(deps);
  const reported: string[] = [];
  let count = 0;
  return {
    clock,
    /** What is refused changes nothing. */
    async does(what: readonly [string, Role, CommandText] | undefined, pick: number): Promise<void> {
      if (what === undefined) throw new Error('there are commands');
      const [person, role, text] = what;
      const ticket = text.type === 'reportFault' ? undefined : reported[pick % reported.length];
      count += 1;
      const outcome = await handleTicketCommand(deps, {
        person,
        role,
        reader: { person },
        command: { ...text, commandId: `c${count}`, ...(ticket === undefined && { receivedAt: clock.time }) },
        ...(ticket !== undefined && { ticket }),
      });
      if (outcome.kind === 'done' && ticket === undefined) reported.push(outcome.record.ticket.number);
    },
    async checks(fails: boolean): Promise<void> {
      const failing = Object.assign(Object.create(stores.tickets) as typeof stores.tickets, {
        append: () => Promise.reject(new Error('nothing can be decided')),
      });
      await createDeadlineCheck({ ...deps, tickets: fails ? failing : stores.tickets }).run();
      await relayAll(stores);
    },
  };
}
