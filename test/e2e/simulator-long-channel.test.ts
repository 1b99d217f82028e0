import { everydayCards } from '../cards/everyday-cards';
import { PageHost } from '../support/page-host';
import { channelId, sceneWith } from '../support/page-scene';
import type { OpenPage } from './chromium';
import { describeInBrowser, openShippedPage } from './in-browser';

const threads = 300;
/** So many threads are drawn at once. */
const portion = 30;

describeInBrowser('a channel of 300 tickets', () => {
  let browser: OpenPage;
  let host: PageHost;

  beforeAll(async () => {
    browser = await openShippedPage();
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
  });

  test('given 300 threads with a ticket card each, when the channel is opened, then one portion of cards is drawn, and twice as many with each request for earlier ones', async () => {
    const { page } = browser;
    const cards = everydayCards();
    host = new PageHost(
      sceneWith(Array.from({ length: threads }, (_each, index) => cards[index % cards.length]?.card ?? {})),
    );
    const address = await host.start();
    await page.goto(`${address}/person/dispatcher-1?ort=${encodeURIComponent(channelId)}`);
    await page.locator('.card-frame').first().waitFor();
    const drawn = page.locator('.card-frame .ac-adaptiveCard');
    expect(await drawn.count()).toBe(portion);
    for (const count of [2 * portion, 4 * portion]) {
      await page.getByRole('button', { name: 'Frühere' }).click();
      await drawn.nth(count - 1).waitFor();
      expect(await drawn.count()).toBe(count);
    }
  });
});
