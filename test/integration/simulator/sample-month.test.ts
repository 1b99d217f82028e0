import { ticketStates } from '../../../src/domain/ticket/ticket-state';
import type { Overview } from '../../../src/simulator/page-api';
import { stateNames } from '../../../src/texts/labels.de';
import { sampleFaults } from '../../../src/texts/sample-month.de';
import { summaryComplaints } from '../../support/card-summaries';
import { TeamsLog } from '../../../src/simulator/host/teams-log';
import { SimulatedDesk } from '../../support/simulated-desk';

// Some 250 forms and buttons, each with the cards that follow: on a busy machine more than the limit of other tests; milliseconds.
const monthLimit = 900_000;
const dispatchChannel = '19:dispatch@thread.tacv2';

describe('given Teams on this machine without a ticket', () => {
  let desk: SimulatedDesk;
  beforeAll(async () => {
    desk = await SimulatedDesk.open();
  });
  afterAll(() => desk.close());

  const ended = () =>
    desk.until(async (): Promise<Overview | undefined> => {
      const overview = await desk.overview();
      return overview.sampleData.state === 'running' ? undefined : overview;
    });

  it(
    'sample-month, sample-needs-empty: when sample data is asked for, then every step of the month is taken',
    async () => {
      await desk.post('/api/misbehaviour', { delayMs: 10 });
      expect((await desk.post('/api/sample-data')).body.error).toBe(
        'Bitte schalten Sie zuerst die Störungen aus.',
      );
      await desk.post('/api/misbehaviour', { delayMs: 0 });

      expect((await desk.post('/api/sample-data')).status).toBe(202);
      expect((await desk.post('/api/sample-data')).body.error).toBe('Die Beispieldaten entstehen gerade.');
      expect((await desk.clock('hour')).status).toBe(409);
      expect((await desk.post('/api/misbehaviour', { throttle: true })).status).toBe(409);

      const { sampleData, firstSteps, now, clockMoved } = await ended();
      // A step that the bot did not take would be told here.
      expect(sampleData).toMatchObject({
        state: 'done',
        reason: expect.stringContaining('Es gibt schon Tickets') as string,
      });
      expect(sampleData.done).toBe(sampleData.total);
      expect(sampleData.total).toBe(sampleFaults.length);
      expect({ now, clockMoved }).toEqual({ now: desk.time, clockMoved: 0 });
      expect(firstSteps.some(({ done }) => done)).toBe(false);
      // Nor are they done by the next press of somebody whose part was played: only what they did themselves counts.
      await desk.at('leitwarte-nord-a', '19:netz-nord@thread.tacv2').opensReport();
      expect((await desk.overview()).firstSteps.some(({ done }) => done)).toBe(false);

      const cards = (await desk.at('dispatcher-1', dispatchChannel).messages())
        .map(({ card }) => JSON.stringify(card ?? ''))
        .filter((card) => card.includes('SP-2026-'));
      const states = ticketStates.map((state) => [
        state,
        cards.filter((card) => card.includes(`"${stateNames[state]} · `)).length,
      ]);
      expect(states.filter(([, count]) => count === 0)).toEqual([]);
      const numbers = new Set(cards.flatMap((card) => card.match(/SP-2026-\d{4}/g) ?? []));
      expect(numbers.size).toBe(sampleFaults.length);
      for (const { title, securityRelevant } of sampleFaults) {
        expect(cards.some((card) => card.includes(title))).toBe(securityRelevant !== true);
      }
      expect((await desk.post('/api/sample-data')).body.error).toContain('Es gibt schon Tickets');
      await desk.stop();
      await expectSummaries(desk.conversationsFolder);
      await desk.start();
      expect((await desk.overview()).sampleData).toMatchObject({ state: 'unavailable' });
    },
    monthLimit,
  );
});

/** Every card of the month says in the feed what it is about, and nothing that was typed. */
async function expectSummaries(conversationsFolder: string): Promise<void> {
  const log = new TeamsLog(conversationsFolder, (error) => {
    throw error;
  });
  const sent = [...log.keptMessages()].filter(({ author }) => author === undefined);
  await log.close();
  expect(sent.flatMap(({ activity }) => summaryComplaints(activity))).toEqual([]);
  const summaries = sent.map(({ activity }) => (activity['summary'] ?? '') as string);
  const ofTickets = summaries.filter((summary) =>
    /^SP-2026-\d{4} [^:]+: (Klasse \d, \p{L}|\d+ % |Frist )/u.test(summary),
  );
  expect(ofTickets.length).toBeGreaterThan(sampleFaults.length);
  for (const { title } of sampleFaults) {
    expect(summaries.filter((summary) => summary.includes(title))).toEqual([]);
  }
}
