import { renderDigestCard } from '../../src/adapters/teams/cards/digest-card';
import { renderOpenTicketsCard } from '../../src/adapters/teams/cards/open-tickets-card';
import type { AdaptiveCardJson } from '../../src/adapters/teams/cards/card-json';
import type { Digest } from '../../src/app/messages/digest';
import type { Ticket } from '../../src/domain/ticket/ticket';
import { withFallbacks } from '../../src/simulator/connector/card-walk';
import { digestCards } from '../cards/digest-cards';
import { everyday } from '../cards/everyday-cards';
import { accepted, assigned, berlin, inProgress, planned, requested } from '../support/given';
import { PageHost } from '../support/page-host';
import { channelId, linkTo, sceneWith } from '../support/page-scene';
import { ticketList } from '../support/ticket-list';
import { viewAt } from '../support/view';
import type { OpenPage } from './chromium';
import { describeInBrowser, openShippedPage } from './in-browser';

const title = 'Nach dem Schichtwechsel bleibt die Liste der Einträge leer, Suche ohne Treffer';
const now = berlin('2026-06-22T08:30');
const view = viewAt(now);

/** 40 open tickets of six states at the opening; the first five are late. */
function busyMorning(): Digest {
  const stories = [requested(), planned(), inProgress(), accepted(), assigned()];
  const tickets = stories.map(({ stands }): Ticket => ({ ...stands, report: { ...stands.report, title } }));
  return {
    asOf: now,
    figures: ([1, 2, 3, 4] as const).map((faultClass) => ({
      faultClass,
      open: 10,
      dueToday: 2,
      overdue: 3,
      waitingForOperator: 3,
      inProgress: 2,
      inTest: 1,
    })),
    list: ticketList(tickets, { waiting: 3, overdue: 12, total: 40 }),
    reactions: { since: '2026-06-19', met: 4, missed: 3 },
    delivery: { late: 0, unreached: [], givenUp: [], setAside: [], unchecked: [], silentPlaces: [] },
  };
}

describeInBrowser('the size of lists on the page', () => {
  let browser: OpenPage;
  let host: PageHost;

  beforeAll(async () => {
    browser = await openShippedPage('de-DE');
  });
  afterAll(() => browser.close());
  afterEach(() => host.stop());

  async function shown(card: AdaptiveCardJson, width: number) {
    const { page } = browser;
    await page.setViewportSize({ width, height: 900 });
    host = new PageHost(sceneWith([withFallbacks(card)]));
    await page.goto(`${await host.start()}/person/dispatcher-1?ort=${encodeURIComponent(channelId)}`);
    const frame = page.locator('.card-frame').last();
    await frame.getByText('SP-2026-0005').waitFor();
    const box = await frame.boundingBox();
    const isCut = await page.evaluate<boolean>(
      `(() => { const all = document.querySelectorAll('.card-frame'); const last = all[all.length - 1];
        return last.scrollWidth > last.clientWidth + 1; })()`,
    );
    // A row's title and what stands below it, in the lines that each takes.
    const lines = await page.evaluate<number[]>(
      `(() => { const all = document.querySelectorAll('.card-frame');
        const texts = [...all[all.length - 1].querySelectorAll('.ac-richTextBlock')].slice(0, 10);
        const heights = texts.map((each) => each.getBoundingClientRect().height);
        return heights.map((height) => Math.round(height / Math.min(...heights))); })()`,
    );
    const size = { height: box?.height ?? Infinity, width: box?.width ?? 0 };
    return { ...size, isCut, lines, text: await frame.innerText() };
  }

  test('given 40 open tickets of six states, when the digest is shown at 1440, then it is under 700 px high, rows, figures and command included', async () => {
    const card = renderDigestCard({ heading: 'Tagesübersicht', digest: busyMorning(), view, link: linkTo });
    const { height, width, text } = await shown(card, 1440);
    console.log(`digest: ${Math.round(width)} x ${Math.round(height)} px`);
    expect(text).toContain('Überfällig: 12');
    expect(text).toContain('35 weitere Tickets');
    expect(height).toBeLessThan(700);
  });

  test('given much that does not reach its readers, when the daily digest is shown at 1440, then it is under 700 px high and says so in a line', async () => {
    const card = digestCards(everyday).find(({ name }) => name === 'digest: full')?.card;
    if (card === undefined) throw new Error('no such sample');
    const { height, text } = await shown(card, 1440);
    console.log(`digest with trouble: ${Math.round(height)} px`);
    expect(text).toContain('Zustellung gestört: 17 Nachrichten, 9 Tickets – siehe „Übersicht“.');
    expect(height).toBeLessThan(700);
  });

  test('given a list, when it is shown as wide as a channel lets it be, then each row is two lines', async () => {
    const { list } = busyMorning();
    const { lines, width } = await shown(
      renderOpenTicketsCard({ list, page: 1, filter: {}, view, link: linkTo }),
      1800,
    );
    console.log(`list of ${Math.round(width)} px, lines: ${lines.join(', ')}`);
    expect(lines).toEqual(Array(10).fill(1));
  });

  // Two windows beside each other on one screen are this wide.
  test.each([1000, 900, 899, 720])(
    'given a list, when it is shown at %i, then its card is no narrower than on a phone',
    async (width) => {
      const { list } = busyMorning();
      const card = renderOpenTicketsCard({ list, page: 1, filter: {}, view, link: linkTo });
      expect((await shown(card, width)).width).toBeGreaterThan(350);
    },
  );

  test.each([1440, 390])(
    'given a list, when it is shown at %i, then nothing of it is cut off',
    async (width) => {
      const { list } = busyMorning();
      const card = renderOpenTicketsCard({ list, page: 1, filter: {}, view, link: linkTo });
      const { isCut, text } = await shown(card, width);
      expect(isCut).toBe(false);
      expect(text).toContain('Wartet auf mich');
    },
  );
});
