import type { Page } from 'playwright-core';
import { PageHost } from '../support/page-host';
import { channelId, sceneWith } from '../support/page-scene';
import type { OpenPage } from './chromium';
import { describeInBrowser, openShippedPage } from './in-browser';

const long = 'W'.repeat(500);
/** What may scroll: each of these is a list of its own. */
const lists = ['rail', 'places', 'thread-list', 'welcome', 'side-panel'];

/** Which elements a person can scroll although they are no list, and which of the lists and heads are cut off at the side. */
const faultsOf = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const lists = ${JSON.stringify(lists)};
    const all = [document.documentElement, ...document.body.querySelectorAll('*')].filter((each) => each.checkVisibility());
    const canScroll = (each) => /auto|scroll/.test(getComputedStyle(each).overflowY) || each === document.documentElement;
    const scrolls = all.filter((each) => canScroll(each) && each.tagName !== 'TEXTAREA'
      && (each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1));
    const second = scrolls.filter((each) => !lists.some((name) => each.classList.contains(name)));
    const parts = all.filter((each) => each.closest('.rail, .places, .header, .pane-head, .who')
      && !each.closest('.visually-hidden, svg, button') && getComputedStyle(each).display !== 'inline');
    const cut = [...parts, document.documentElement, ...scrolls].filter((each) => each.scrollWidth > each.clientWidth + 1);
    const name = (each) => each.tagName + '.' + each.className;
    return [...second.map((each) => 'scrolls: ' + name(each)), ...cut.map((each) => 'cut off: ' + name(each))];
  })()`);

describeInBrowser('the page of the simulator with names of 500 letters', () => {
  let browser: OpenPage;
  let page: Page;
  let host: PageHost;
  let address: string;

  beforeAll(async () => {
    browser = await openShippedPage();
    page = browser.page;
    const scene = sceneWith([]);
    const people = Array.from({ length: 30 }, (_each, index) => ({
      ...scene.overview.people[0],
      key: `person-${index}`,
      name: `${index} ${long}`,
      organisation: long,
      roles: [long, long],
      tenant: long,
      description: long,
      unread: 5,
      mentions: 2,
    }));
    scene.overview = { ...scene.overview, people };
    for (const [id, view] of scene.conversations) {
      const summary = { ...view.summary, name: long, team: long, tenant: long, preview: long };
      scene.conversations.set(id, { ...view, summary });
    }
    host = new PageHost(scene);
    address = await host.start();
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
  });

  test.each([1440, 1100, 899, 720, 390])(
    'given a window of %i pixels, when start page, places and a channel are shown, then only the lists scroll and nothing is cut off at the side',
    async (width) => {
      await page.setViewportSize({ width, height: 900 });
      for (const path of ['', '/person/person-0', `/person/person-0?ort=${encodeURIComponent(channelId)}`]) {
        await page.goto(`${address}${path}`);
        await page.locator('.pane-title:visible').last().waitFor();
        expect([path, await faultsOf(page)]).toEqual([path, []]);
      }
    },
  );
});
