import { bytesOf } from '../cards/card-parts';
import { everyEverydayCard } from '../cards/everyday-cards';
import { stressCards } from '../cards/stress-cards';
import { CardWall, devices, measureAll, widths } from './card-wall';
import type { OpenPage } from './chromium';
import { describeInBrowser, openShippedPage } from './in-browser';

/** What is seen at one glance, in CSS pixels. */
const glance = { desktop: 400, phone: 600 } as const;

describeInBrowser('tickets at a glance', () => {
  let browser: OpenPage;

  beforeAll(async () => {
    browser = await openShippedPage();
  });
  afterAll(() => browser.close());

  test('given every ticket at every place, also late, with sentences as people write them and the longest title, when they are drawn, then each is seen at a glance on a desktop and on a phone, and nothing is cut off', async () => {
    const cards = everyEverydayCard();
    const measured = await measureAll(
      browser.page,
      cards.map(({ card }) => card),
    );
    for (const device of devices) {
      const named = cards.map(({ name }, index) => ({ name, ...measured[device][index] }));
      expect(named.filter(({ height = 0 }) => height <= 0 || height >= glance[device])).toEqual([]);
      expect(named.filter(({ cutOff = 0 }) => cutOff > 0)).toEqual([]);
    }
  });

  test.each(devices)(
    'given what strains a card, when it is drawn and unfolded on a %s, then nothing is cut off, and Teams takes it',
    async (device) => {
      const cards = stressCards();
      expect(cards.filter(({ card }) => bytesOf(card) >= 28_000).map(({ name }) => name)).toEqual([]);
      const wall = await CardWall.open(
        browser.page,
        cards.map(({ card }) => card),
      );
      await wall.show(widths[device]);
      const folded = await wall.measure();
      await wall.unfold();
      const unfolded = await wall.measure();
      await wall.close();
      expect([...folded, ...unfolded].filter(({ cutOff }) => cutOff > 0)).toEqual([]);
    },
  );
});
