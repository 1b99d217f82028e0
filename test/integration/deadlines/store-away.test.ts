import { connectStores, type MongoStores } from '../../../src/adapters/mongo/connect';
import { isStoreFailure } from '../../../src/adapters/mongo/store-errors';
import { createDeadlineCheck, type DeadlineReport } from '../../../src/app/check-deadlines';
import type { TicketStore } from '../../../src/app/ports/ticket-store';
import { defaultThresholdPercents } from '../../../src/domain/reaction/thresholds';
import { replay } from '../../../src/domain/ticket/evolve';
import { serverFactories, type RunningServer } from '../../servers/store-servers';
import { type CutConnection, cutConnection } from '../../support/cut-connection';
import { installation } from '../../support/installation';
import { sampleFaultReported } from '../../support/tickets';

const numbers = Array.from({ length: 10 }, (_, index) => `SP-2026-${String(index + 1).padStart(4, '0')}`);
const { cycle } = sampleFaultReported({ number: 'SP-2026-0001' });
const dueAt = cycle.deadline + 1;

describe.each(serverFactories)(
  'given ten tickets are due while the connection to $name is cut',
  (factory) => {
    let server: RunningServer;
    let way: CutConnection;
    let direct: MongoStores;
    let throughWay: MongoStores;
    let now = dueAt;
    let reports: DeadlineReport[];

    beforeEach(async () => {
      server = await factory.start();
      way = await cutConnection(server.uri);
      const database = server.newDatabase();
      direct = await connectStores(server.uri, { database });
      throughWay = await connectStores(way.uri, { database, answerWithin: 1_000 });
      for (const number of numbers) {
        const event = sampleFaultReported({ number });
        await direct.tickets.create(replay([event]), [event], dueAt);
      }
      now = dueAt;
      reports = [];
    });
    afterEach(async () => {
      await throughWay.close();
      await direct.close();
      await way.close();
      await server.close();
    });

    const checkOn = (tickets: TicketStore) =>
      createDeadlineCheck({
        tickets,
        deliveries: direct.deliveries,
        directory: { installation: () => installation },
        clock: { now: () => now },
        elapsed: () => now,
        warningPercents: defaultThresholdPercents,
        isStoreFailure,
        rearm: () => Promise.resolve(),
        effectsWaiting: () => undefined,
        report: (what) => reports.push(what),
      });
    /** What the decisions on the tickets need; whatever is written to say when they are looked at again arrives. */
    const cutAtTheWrite = (): TicketStore =>
      Object.assign(Object.create(throughWay.tickets) as TicketStore, {
        append: (...args: Parameters<TicketStore['append']>) => {
          way.cut();
          return throughWay.tickets.append(...args);
        },
        rearm: (...args: Parameters<TicketStore['rearm']>) => direct.tickets.rearm(...args),
        setAside: direct.tickets.setAside,
      });

    it('when it is back after 9 s, then the next check records all of them, 10 s late and not five minutes', async () => {
      await checkOn(cutAtTheWrite()).run();
      expect(reports).toMatchObject([{ kind: 'failed' }]);
      expect(reports).not.toMatchObject([{ ticket: expect.any(String) as string }]);
      expect(await direct.tickets.nextDue()).toBe(dueAt);
      now += 5_000;
      await checkOn(throughWay.tickets).run();
      expect(reports).toMatchObject([{ kind: 'failed' }, { kind: 'failed' }]);
      now += 5_000;
      reports.length = 0;
      await checkOn(direct.tickets).run();
      expect(reports).toHaveLength(numbers.length);
      for (const report of reports) expect(report).toMatchObject({ kind: 'recorded', lateness: 10_000 });
    });

    it('when one of them cannot be decided on, then it alone is put off, for five minutes', async () => {
      const [first = ''] = numbers;
      await direct.tickets.model.collection.updateOne(
        { _id: first as never },
        { $unset: { 'ticket.cycles': 1 } },
      );
      await checkOn(direct.tickets).run();
      expect(reports.filter(({ kind }) => kind === 'recorded')).toHaveLength(numbers.length - 1);
      expect(reports.filter(({ kind }) => kind === 'failed')).toMatchObject([{ ticket: first }]);
      expect(await direct.tickets.due(dueAt + 299_999, 99)).toEqual([]);
      expect(await direct.tickets.due(dueAt + 300_000, 99)).toHaveLength(1);
    });
  },
);
