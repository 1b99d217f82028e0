import type { Locator, Page } from 'playwright-core';
import type { AdaptiveCardJson } from '../../src/simulator/page-api';
import { cardsOfEachShape } from '../support/card-shapes';
import { PageHost } from '../support/page-host';
import { bot, channelId, chatId, linkTo, message, sceneWith, withCard } from '../support/page-scene';
import { seriousViolations } from './axe';
import type { OpenPage } from './chromium';
import { describeInBrowser, openShippedPage } from './in-browser';

/** What of a browser's element is used here; the tests are compiled for Node. */
interface DomElement {
  readonly ownerDocument: { readonly activeElement: DomElement };
  readonly tagName: string;
  contains(other: DomElement): boolean;
  hasAttribute(name: string): boolean;
  getAttribute(name: string): string | null;
}

const themes = ['light', 'dark', 'contrast'] as const;
const wide = { width: 1400, height: 900 };
const phone = { width: 390, height: 800 };
/** So many threads a channel shows at once. */
const portion = 30;

const textField = (id: string, label: string): object => ({ type: 'Input.Text', id, label });
const form: AdaptiveCardJson = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { ...textField('title', 'Titel'), isRequired: true, errorMessage: 'Bitte geben Sie einen Titel an.' },
    { ...textField('text', 'Beschreibung'), isMultiline: true },
  ],
  actions: [{ type: 'Action.Submit', title: 'Absenden', data: {} }],
};
const opener: AdaptiveCardJson = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Melden', wrap: true }],
  actions: [{ type: 'Action.Submit', title: 'Formular öffnen', data: { msteams: { type: 'task/fetch' } } }],
};

describeInBrowser('the page of the simulator', () => {
  let browser: OpenPage;
  let page: Page;
  let host: PageHost;
  let address: string;

  beforeAll(async () => {
    browser = await openShippedPage();
    page = browser.page;
    // Colours are measured, and half way through a transition they are neither the old nor the new ones.
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await page.goto('about:blank');
    await host.stop();
  });

  async function show(cards: readonly AdaptiveCardJson[]): Promise<void> {
    host = new PageHost(sceneWith(cards));
    address = await host.start();
  }
  async function openChannel(query = ''): Promise<void> {
    await page.setViewportSize(wide);
    const place = encodeURIComponent(channelId);
    await page.goto(`${address}/person/dispatcher-1?ort=${place}${query}`);
    await page.getByRole('heading', { name: 'Dispatch', exact: true }).waitFor();
  }
  async function choose(theme: string): Promise<void> {
    await page.goto(address);
    await page.evaluate(`localStorage.setItem('simulator-theme', '${theme}')`);
  }
  const card = (name = 'Karte von Software-Pflege'): Locator => page.getByRole('group', { name }).last();

  test.each(themes)(
    'given the theme %s, when its views are looked at, then axe finds nothing serious',
    async (theme) => {
      await show([opener]);
      host.scene.act = () => ({ kind: 'dialog', title: 'Störung melden', card: form, dialogId: 'd' });
      await choose(theme);
      await page.setViewportSize(wide);
      await page.goto(address);
      await page.getByRole('heading', { name: 'Wer ist wer' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);

      await openChannel();
      expect(await seriousViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Werkzeuge' }).click();
      await page.getByRole('heading', { name: 'Teams stören' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Alles zurücksetzen' }).click();
      await page.getByRole('alertdialog', { name: 'Wirklich alles zurücksetzen?' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Abbrechen' }).click();

      await page.getByRole('button', { name: 'Antworten', exact: false }).first().click();
      await page.getByRole('textbox', { name: 'Auf die Unterhaltung von' }).fill('@');
      await page.getByRole('listbox', { name: 'Vorschläge' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Formular öffnen' }).click();
      const dialog = page.getByRole('dialog', { name: 'Störung melden' });
      await dialog.getByRole('button', { name: 'Absenden' }).click();
      await dialog.getByText('Bitte geben Sie einen Titel an.').waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });

      await page.setViewportSize(phone);
      for (const view of [
        '',
        '/person/dispatcher-1',
        `/person/dispatcher-1?ort=${encodeURIComponent(channelId)}`,
      ]) {
        await page.goto(`${address}${view}`);
        await page.getByRole('heading', { name: /^(Personen|Chats und Kanäle|Dispatch)$/ }).waitFor();
        expect(await seriousViolations(page)).toEqual([]);
      }
      await page.getByRole('button', { name: 'Erste Schritte' }).click();
      await page.getByRole('complementary', { name: 'Erste Schritte' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
    },
  );

  test.each(themes)(
    'given the theme %s, when every kind of card is looked at, then axe finds nothing serious',
    async (theme) => {
      const cards = cardsOfEachShape();
      const found: string[] = [];
      for (let start = 0; start < cards.length; start += portion) {
        await show(cards.slice(start, start + portion));
        await choose(theme);
        await openChannel();
        await card().waitFor();
        expect(await page.getByText('Diese Karte kann nicht angezeigt werden.').count()).toBe(0);
        // What is not a matter of colours is the same in each theme.
        const rules = theme === 'light' ? undefined : ['color-contrast'];
        found.push(...(await seriousViolations(page, '.thread-list', rules)));
        if (start + portion < cards.length) await host.stop();
      }
      expect(found).toEqual([]);
    },
  );

  test('given a form in a dialog, when it is used by keyboard alone, then the focus stays in it, is given back, and nothing typed is lost unasked', async () => {
    await show([opener]);
    host.scene.act = () => ({ kind: 'dialog', title: 'Störung melden', card: form, dialogId: 'd' });
    await openChannel();
    const button = page.getByRole('button', { name: 'Formular öffnen' });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Störung melden' });
    const title = dialog.getByRole('textbox', { name: 'Titel' });
    await title.waitFor();
    const reached = new Set<string>();
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      const focus = await dialog.evaluate((surface: DomElement) => {
        const active = surface.ownerDocument.activeElement;
        if (active.hasAttribute('data-tabster-dummy')) return 'guard';
        const name = active.getAttribute('aria-label') ?? active.tagName;
        return surface.contains(active) ? name : `outside: ${name}`;
      });
      reached.add(focus);
    }
    expect([...reached].filter((each) => each.startsWith('outside'))).toEqual([]);
    expect([...reached]).toEqual(expect.arrayContaining(['INPUT', 'TEXTAREA', 'Absenden', 'Schließen']));

    await title.focus();
    await page.keyboard.type('Schichtbuch leer');
    await page.keyboard.press('Escape');
    await page.getByText('geht beim Schließen verloren').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('geht beim Schließen verloren').waitFor({ state: 'hidden' });
    expect(await title.inputValue()).toBe('Schichtbuch leer');

    await title.focus();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Verwerfen' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expectFocus(button);
  });

  test('given a dialog whose answer is the form with an error, when it is sent, then the new card is there; closed, the focus is back', async () => {
    await show([opener]);
    host.scene.act = () => ({ kind: 'dialog', title: 'Störung melden', card: form, dialogId: 'd' });
    const again = structuredClone(form);
    again['body'] = [
      { type: 'TextBlock', text: 'Der Titel ist schon vergeben.', wrap: true },
      { ...textField('title', 'Titel'), value: 'Vom Bot wiederholt' },
    ];
    const answers = [
      { kind: 'error' as const, text: 'Die App ist nicht erreichbar.' },
      { kind: 'dialog' as const, title: 'Störung melden', card: again, dialogId: 'd2' },
      { kind: 'closed' as const },
    ];
    host.scene.submit = () => answers.shift() ?? { kind: 'closed' };
    await openChannel();
    const button = page.getByRole('button', { name: 'Formular öffnen' });
    await button.click();
    const dialog = page.getByRole('dialog', { name: 'Störung melden' });
    const title = dialog.getByRole('textbox', { name: 'Titel' });
    await title.fill('Schichtbuch leer');
    const send = dialog.getByRole('button', { name: 'Absenden' });
    await send.click();
    await dialog.getByText('Die App ist nicht erreichbar.').waitFor();
    expect(await title.inputValue()).toBe('Schichtbuch leer');
    await send.click();
    await dialog.getByText('Der Titel ist schon vergeben.').waitFor();
    expect(await title.inputValue()).toBe('Vom Bot wiederholt');
    await send.click();
    await dialog.waitFor({ state: 'hidden' });
    await expectFocus(button);
    const sent = host.requests.filter(({ path }) => path.endsWith('/dialogs/d')).map(({ body }) => body);
    const typed = { action: 'actions/0', inputs: { title: 'Schichtbuch leer', text: '' } };
    expect(sent).toEqual([typed, typed]);
  });

  test('given something typed in a card and in the box, when others write and edit, then it stays, with the focus', async () => {
    await show([form, opener]);
    await openChannel();
    const box = page.getByRole('textbox', { name: 'Neue Nachricht in Dispatch' });
    await box.fill('Noch nicht gesen');
    const title = page.getByRole('textbox', { name: 'Titel' });
    await title.fill('Schicht');
    const channel = host.scene.conversations.get(channelId);
    channel?.threads.push({
      rootId: '90',
      messages: [message('90', { text: [{ kind: 'text', text: 'Neues von anderen' }], unread: true })],
    });
    const changed = structuredClone(form);
    (changed['body'] as unknown[]).unshift({ type: 'TextBlock', text: 'Jetzt geändert', wrap: true });
    channel?.threads[1]?.messages.splice(0, 1, withCard('10', changed, 'v2'));
    host.changed();
    await page.getByText('Jetzt geändert').waitFor();
    await page.getByText('Neues von anderen', { exact: true }).waitFor();
    await expectFocus(title);
    await page.keyboard.type('buch');
    expect(await title.inputValue()).toBe('Schichtbuch');
    expect(await box.inputValue()).toBe('Noch nicht gesen');
    const spoken = page
      .locator('[aria-live="polite"]')
      .filter({ hasText: 'Neue Nachricht von Software-Pflege' });
    await spoken.waitFor({ state: 'attached' });
    await page.getByRole('link', { name: bot.name }).first().click();
    await page.getByRole('textbox', { name: `Nachricht an ${bot.name}` }).waitFor();
    await page.getByRole('link', { name: 'Dispatch geteilter Kanal' }).click();
    await title.waitFor();
    expect(await title.inputValue()).toBe('Schichtbuch');
    expect(await box.inputValue()).toBe('Noch nicht gesen');
    await page.reload();
    await box.waitFor();
    expect(await box.inputValue()).toBe('Noch nicht gesen');
  });

  test('given a press that fails, when it is answered, then the German sentence stands under the card and the fields are kept', async () => {
    await show([form]);
    host.scene.act = () => ({
      kind: 'error',
      text: 'Die App ist nicht erreichbar.',
      fields: { Titel: 'zu lang' },
    });
    await openChannel();
    await page.getByRole('textbox', { name: 'Titel' }).fill('x');
    await page.getByRole('button', { name: 'Absenden' }).click();
    await card().getByText('Die App ist nicht erreichbar.').waitFor();
    await card().getByText('Titel: zu lang').waitFor();
    expect(await page.getByRole('textbox', { name: 'Titel' }).inputValue()).toBe('x');
  });

  test('given markup in every kind of text, when it is shown, then it is text and nothing of it runs', async () => {
    const markup = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
    const typed: AdaptiveCardJson = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        { type: 'TextBlock', text: `A ${markup} **fett** [Klick](javascript:window.ran=1)`, wrap: true },
        { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: `B ${markup} **nicht fett**` }] },
        { type: 'FactSet', facts: [{ title: `C ${markup}`, value: `D ${markup}` }] },
        { type: 'TextBlock', text: '<at>Dispatcher Eins</at> bitte', wrap: true },
        {
          type: 'Input.ChoiceSet',
          id: 'c',
          label: `E ${markup}`,
          style: 'expanded',
          choices: [{ title: `F ${markup}`, value: '1' }],
        },
      ],
      msteams: {
        entities: [
          {
            type: 'mention',
            text: '<at>Dispatcher Eins</at>',
            mentioned: { id: '29:1', name: 'Dispatcher Eins' },
          },
        ],
      },
    };
    await show([typed]);
    host.scene.conversations.get(channelId)?.threads[0]?.messages.push(
      message('4', {
        text: [
          { kind: 'text', text: `G ${markup}` },
          { kind: 'link', text: 'H', url: 'javascript:window.ran=1' },
        ],
      }),
    );
    await openChannel();
    for (const letter of ['A', 'B', 'C', 'D', 'E', 'F', 'G'])
      await page.getByText(`${letter} ${markup}`).first().waitFor();
    await card().getByText('**nicht fett**').waitFor();
    expect(await card().locator('strong').allInnerTexts()).toEqual(['fett']);
    expect(await card().locator('.mention').allInnerTexts()).toEqual(['Dispatcher Eins']);
    expect(await page.locator('main img, main script, a[href^="javascript"]').count()).toBe(0);
    expect(await page.evaluate('window.ran')).toBeUndefined();
  });

  test('given a link to a message, when it is followed, then the page jumps there and the message has the focus', async () => {
    const filler = Array.from({ length: 40 }, () => opener);
    const linking: AdaptiveCardJson = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text: `[zum Ticket](${linkTo('11')})`, wrap: true }],
      actions: [{ type: 'Action.OpenUrl', title: 'Zur Meldung', url: linkTo('10') }],
    };
    await show([...filler, linking]);
    await openChannel();
    await page.getByRole('link', { name: 'zum Ticket' }).click();
    await expectFocus(page.locator('[data-message="11"]'));
    await page.getByRole('link', { name: 'Zur Meldung' }).click();
    await expectFocus(page.locator('[data-message="10"]'));
    expect(new URL(page.url()).searchParams.get('nachricht')).toBe('10');
  });

  test('given a card with refresh, when it comes into sight, then the host is told once for each version', async () => {
    const refreshing = { ...opener, refresh: { action: { type: 'Action.Execute', verb: 'refresh' } } };
    await show([refreshing]);
    await openChannel();
    const looks = (): number => host.requests.filter(({ path }) => path.endsWith('/messages/10/look')).length;
    await until(() => looks() === 1);
    const before = host.reads;
    host.changed();
    await until(() => host.reads > before);
    expect(looks()).toBe(1);
  });

  test('given more windows than a browser has connections, when something changes, then each shows it', async () => {
    await show([opener]);
    await openChannel();
    const others = await Promise.all(Array.from({ length: 7 }, () => page.context().newPage()));
    try {
      await Promise.all(others.map((other) => other.goto(page.url())));
      await Promise.all(others.map((other) => other.getByText('Guten Tag').waitFor()));
      host.scene.conversations
        .get(channelId)
        ?.threads[0]?.messages.push(message('5', { text: [{ kind: 'text', text: 'An alle' }] }));
      host.changed();
      const windows = [page, ...others];
      await Promise.all(windows.map((each) => each.getByText('An alle', { exact: true }).waitFor()));
      expect(host.openStreams).toBe(1);
    } finally {
      await Promise.all(others.map((other) => other.close()));
    }
  });

  test('given the box of a private chat, when a command is begun, then the arrows choose it and Enter takes it, then sends it', async () => {
    await show([]);
    await page.setViewportSize(wide);
    await page.goto(`${address}/person/dispatcher-1?ort=${encodeURIComponent(chatId)}`);
    const box = page.getByRole('textbox', { name: `Nachricht an ${bot.name}` });
    await box.pressSequentially('stö');
    await page.getByRole('option', { name: /Störung melden/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('Störung melden');
    await page.keyboard.press('Enter');
    await until(() => host.requests.some(({ path }) => path.endsWith('/messages')));
    expect(host.requests.find(({ path }) => path.endsWith('/messages'))?.body).toEqual({
      text: 'Störung melden',
    });
    await until(async () => (await box.inputValue()) === '');
    host.refusal = 'Sie sind nicht Mitglied dieses Kanals.';
    await box.fill('Hallo');
    await page.keyboard.press('Enter');
    await page.getByText('Sie sind nicht Mitglied dieses Kanals.').waitFor();
    expect(await box.inputValue()).toBe('Hallo');
  });

  async function expectFocus(locator: Locator): Promise<void> {
    await until(() =>
      locator.evaluate((element: DomElement) => element === element.ownerDocument.activeElement),
    );
  }
  /** Looks again until it is so; the page's own patience ends it. */
  async function until(look: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = performance.now() + 10_000;
    while (!(await look())) {
      if (performance.now() > deadline) throw new Error(`never became true: ${look.toString()}`);
      await page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
    }
  }
});
