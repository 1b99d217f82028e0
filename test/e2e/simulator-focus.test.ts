import type { Page } from 'playwright-core';
import type { AdaptiveCardJson } from '../../src/simulator/page-api';
import { PageHost } from '../support/page-host';
import { channelId, message, sceneWith, withCard } from '../support/page-scene';
import type { OpenPage } from './chromium';
import { describeInBrowser, openShippedPage } from './in-browser';

const field = (id: string, label: string) => ({ type: 'Input.Text', id, label });
const card = (body: object[], ...buttons: string[]): AdaptiveCardJson => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
  actions: buttons.map((title) => ({ type: 'Action.Submit', title, data: {} })),
});
const text = (said: string) => ({ type: 'TextBlock', text: said, wrap: true });
const form = card(
  [text('Bitte ausfüllen'), field('title', 'Titel'), field('text', 'Beschreibung')],
  'Weiter',
);
/** As the bot says that a field is wrong: a sentence below it. */
const wrongForm = card(
  [
    field('title', 'Titel'),
    field('text', 'Beschreibung'),
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Zu lang.', color: 'Attention' }] },
  ],
  'Weiter',
);
const ticket = card([text('Ticket')], 'Analyse starten', 'Akzeptieren');

/** What has the focus: nothing is the window itself, from where one begins anew. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const active = document.activeElement;
    if (active === null || active === document.body) return 'nothing';
    return active.getAttribute('aria-label') ?? (active.textContent || active.id || active.className);
  })()`);

describeInBrowser('the focus on the page of the simulator', () => {
  let browser: OpenPage;
  let page: Page;
  let host: PageHost;
  let address: string;

  beforeAll(async () => {
    browser = await openShippedPage();
    page = browser.page;
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    host = new PageHost(sceneWith([ticket]));
    address = await host.start();
    await page.setViewportSize({ width: 1280, height: 900 });
  });
  afterEach(async () => {
    await page.goto('about:blank');
    await host.stop();
  });

  const channel = () => `${address}/person/dispatcher-1?ort=${encodeURIComponent(channelId)}`;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const dialogField = (name: string) => page.getByRole('dialog').getByRole('textbox', { name });
  async function expectSomethingFocused(after: string): Promise<void> {
    // As long as the page may take to give it back.
    await page.evaluate('new Promise((resolve) => setTimeout(resolve, 200))');
    expect([after, await focused(page)]).not.toEqual([after, 'nothing']);
  }

  test.each([1280, 390])(
    'given a window of %i pixels, when person, place and card change and dialogs close, then something has the focus each time',
    async (width) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      await page
        .locator('.who-name, .rail-link')
        .filter({ hasText: 'Dispatcher Eins', visible: true })
        .last()
        .click();
      await expectSomethingFocused('a person chosen');
      await page.getByRole('link', { name: /^Dispatch geteilter Kanal/ }).click();
      await button('Akzeptieren').waitFor();
      await expectSomethingFocused('a place chosen');

      await button('Akzeptieren').click();
      await expectSomethingFocused('a press');
      const shown = host.scene.conversations.get(channelId);
      shown?.threads[1]?.messages.splice(0, 1, withCard('10', card([text('Akzeptiert')], 'Zuweisen'), 'v2'));
      host.changed();
      await button('Zuweisen').waitFor();
      await expectSomethingFocused('the button gone from the card');

      host.scene.act = () => ({ kind: 'dialog', title: 'Zuweisen', card: form, dialogId: 'd' });
      await button('Zuweisen').click();
      await dialogField('Titel').waitFor();
      host.scene.submit = () => ({ kind: 'closed' });
      await button('Weiter').click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await expectSomethingFocused('a dialog closed');

      await button('Zuweisen').focus();
      shown?.threads[1]?.messages.splice(0, 1, message('10', { deleted: true }));
      host.changed();
      await button('Zuweisen').waitFor({ state: 'hidden' });
      await expectSomethingFocused('the message deleted');

      await page
        .getByRole('button', { name: /^Auf die Unterhaltung von/ })
        .first()
        .click();
      await button('Abbrechen').click();
      await expectSomethingFocused('the reply given up');
      const panel = page.getByRole('complementary', { name: 'Erste Schritte' });
      if (!(await panel.isVisible())) await button('Erste Schritte').click();
      await panel.getByRole('button').first().click();
      await expectSomethingFocused('the panel closed');
      await page.goBack();
      await expectSomethingFocused('back to where one was');
    },
  );

  test('given a dialog, when it opens and when it comes back with errors, then the first field has the focus, or the first wrong one', async () => {
    await page.goto(channel());
    host.scene.act = () => ({ kind: 'dialog', title: 'Melden', card: form, dialogId: 'd' });
    host.scene.submit = () => ({ kind: 'dialog', title: 'Melden', card: wrongForm, dialogId: 'd2' });
    await button('Akzeptieren').click();
    await dialogField('Titel').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Schichtbuch');
    expect(await dialogField('Titel').inputValue()).toBe('Schichtbuch');
    await button('Weiter').click();
    await dialogField('Beschreibung').and(page.locator(':focus')).waitFor();
    expect(await dialogField('Beschreibung').getAttribute('aria-invalid')).toBe('true');
    host.scene.submit = () => ({ kind: 'error', text: 'Bitte prüfen.', fields: { Titel: 'zu lang' } });
    await button('Weiter').click();
    await dialogField('Titel').and(page.locator(':focus')).waitFor();
  });

  test('given the page as it opens, when Tab, Tab and Enter are pressed, then one writes; Tab and Enter lead to the messages', async () => {
    await page.goto(channel());
    const box = page.getByRole('textbox', { name: 'Neue Nachricht in Dispatch' });
    await box.waitFor();
    for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
    await box.and(page.locator(':focus')).waitFor();
    await page.reload();
    await box.waitFor();
    for (const key of ['Tab', 'Enter']) await page.keyboard.press(key);
    await page.locator('#messages:focus').waitFor();
    expect(page.url()).toBe(channel());
  });

  test('given a click beside everything, when what had the focus before goes away, then the page does not take the focus', async () => {
    await page.goto(channel());
    await button('Akzeptieren').focus();
    await page.getByRole('heading', { level: 1 }).click();
    expect(await focused(page)).toBe('nothing');
    host.scene.conversations.get(channelId)?.threads.splice(1, 1);
    host.changed();
    await button('Akzeptieren').waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('nothing');
  });
});
