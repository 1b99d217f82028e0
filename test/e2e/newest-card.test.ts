import type { Locator } from 'playwright-core';
import { type EverydayCard, everydayCards } from '../cards/everyday-cards';
import { CardWall, widths } from './card-wall';
import { shippedPage } from '../support/shipped-page';
import { chromiumPath, openPage, type OpenPage } from './chromium';
import { describeInBrowser } from './in-browser';

/** Of the window, in CSS pixels; see CardWall.show. */
const height = 900;

describeInBrowser('a channel that is opened', () => {
  let browser: OpenPage;

  beforeAll(async () => {
    await shippedPage();
    browser = await openPage(chromiumPath ?? '');
  });
  afterAll(() => browser.close());

  /** A channel of many cards, the newest of them last. */
  async function openedWith(
    name: string,
  ): Promise<{ readonly newest: EverydayCard; readonly wall: CardWall }> {
    const cards = everydayCards();
    const newest = cards.find((each) => each.name === name);
    if (newest === undefined) throw new Error(`no everyday card "${name}"`);
    const others = cards.filter((each) => each !== newest);
    const wall = await CardWall.open(
      browser.page,
      [...others, newest].map(({ card }) => card),
    );
    await wall.show(widths.desktop);
    return { newest, wall };
  }

  const newestFrame = (): Locator => browser.page.locator('.card-frame').last();

  /** Whole, inside the window, and under nothing else: a mouse can press it without scrolling. */
  async function expectInView(target: Locator): Promise<void> {
    const box = await target.boundingBox();
    expect(box).not.toBeNull();
    if (box === null) return;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    await target.click({ trial: true });
    expect(await target.boundingBox()).toEqual(box);
  }

  test.each([
    ['requested at dispatch', 'Analyse starten'],
    ['assigned at module', 'Plan vorschlagen'],
    // Nothing is put forward here: the first of its steps.
    ['assigned at dispatch', 'Rückfrage'],
    ['security-relevant at dispatch', 'Analyse starten'],
  ])(
    'given %s as the newest card, when the channel is opened at 1440 × 900, then its first step is in view',
    async (name, title) => {
      const { newest, wall } = await openedWith(name);
      const forward = newest.card.actions?.find(({ style }) => style === 'positive');
      if (forward !== undefined) expect(forward['title']).toBe(title);
      await expectInView(newestFrame().getByRole('button', { name: title, exact: true }));
      await wall.close();
    },
  );

  test.each(['desktop', 'phone'] as const)(
    'given the longest menu, when it is opened on a %s, then all of it is in view',
    async (device) => {
      const { wall } = await openedWith('requested at dispatch');
      await wall.show(widths[device]);
      await newestFrame().getByRole('button', { name: 'Menü mit weiteren Aktionen' }).click();
      const items = browser.page.getByRole('menuitem');
      await items.first().waitFor();
      expect(await items.count()).toBeGreaterThan(10);
      for (const item of await items.all()) {
        const box = await item.boundingBox();
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
      }
      await wall.close();
    },
  );
});
