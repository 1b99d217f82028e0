import { bytesOf } from '../cards/card-parts';
import { everydayCards } from '../cards/everyday-cards';
import { stressCards } from '../cards/stress-cards';
import { CardWall, widths } from './card-wall';
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

  test.each(['desktop', 'phone'] as const)(
    'given tickets of every state with sentences as people write them, when they are drawn on a %s, then each is seen at a glance and nothing is cut off',
    async (device) => {
      const cards = everydayCards();
      const wall = await CardWall.open(
        browser.page,
        cards.map(({ card }) => card),
      );
      await wall.show(widths[device]);
      const measured = await wall.measure();
      await wall.close();
      expect(measured).toHaveLength(cards.length);
      const named = cards.map(({ name }, index) => ({ name, ...measured[index] }));
      expect(named.filter(({ height = 0 }) => height >= glance[device])).toEqual([]);
      expect(named.filter(({ cutOff = 0 }) => cutOff > 0)).toEqual([]);
    },
  );

  test.each(['desktop', 'phone'] as const)(
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
