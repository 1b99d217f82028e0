import type { Page } from 'playwright-core';
import type { AdaptiveCardJson, PressRequest } from '../../src/simulator/page-api';
import { withFallbacks } from '../../src/simulator/connector/card-walk';
import { PageHost } from '../support/page-host';
import { channelId, sceneWith, withCard } from '../support/page-scene';
import { seriousViolations } from './axe';
import type { OpenPage } from './chromium';
import { describeInBrowser, openShippedPage } from './in-browser';

const text = (words: string, more: object = {}): object => ({
  type: 'TextBlock',
  text: words,
  wrap: true,
  ...more,
});
const press = (title: string, more: object = {}): object => ({
  type: 'Action.Execute',
  verb: 'x',
  title,
  ...more,
});
function cardOf(body: readonly object[], actions: readonly object[] = []): AdaptiveCardJson {
  // As the host gives it to the page.
  return withFallbacks({ type: 'AdaptiveCard', version: '1.5', body, actions });
}

describeInBrowser('a card on the page', () => {
  let browser: OpenPage;
  let page: Page;
  let host: PageHost;
  let pressed: PressRequest[];

  beforeAll(async () => {
    // A browser that speaks English, as its own date fields then do.
    browser = await openShippedPage('en-US');
    page = browser.page;
  });
  afterAll(() => browser.close());
  afterEach(() => host.stop());

  async function show(...cards: readonly AdaptiveCardJson[]): Promise<void> {
    host = new PageHost(sceneWith(cards));
    pressed = [];
    host.scene.act = (_message, request) => {
      pressed.push(request as PressRequest);
      return { kind: 'message', text: `Gedrückt: ${pressed.length}` };
    };
    await page.goto(`${await host.start()}/person/dispatcher-1?ort=${encodeURIComponent(channelId)}`);
    await page.getByRole('heading', { name: 'Dispatch', exact: true }).waitFor();
  }

  test('given every element of version 1.5, when it is drawn, then none is missing, tables included', async () => {
    const cell = (words: string): object => ({ type: 'TableCell', items: [text(words)] });
    await show(
      cardOf([
        text('Absatz'),
        { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Lauftext' }] },
        { type: 'Container', style: 'attention', items: [text('im Behälter')] },
        { type: 'ColumnSet', columns: [{ type: 'Column', items: [text('in der Spalte')] }] },
        { type: 'FactSet', facts: [{ title: 'Merkmal', value: 'Wert' }] },
        {
          type: 'Table',
          firstRowAsHeader: true,
          columns: [{ width: 1 }, { width: 1 }],
          rows: [
            { type: 'TableRow', cells: [cell('Kopf'), cell('Zahl')] },
            { type: 'TableRow', cells: [cell('in der Tabelle'), cell('3')] },
          ],
        },
        { type: 'Input.Text', id: 'a', label: 'Feld Text' },
        { type: 'Input.Number', id: 'b', label: 'Feld Zahl' },
        { type: 'Input.Date', id: 'c', label: 'Feld Datum' },
        { type: 'Input.Time', id: 'd', label: 'Feld Zeit' },
        { type: 'Input.Toggle', id: 'e', title: 'Feld Haken' },
        { type: 'Input.ChoiceSet', id: 'f', label: 'Feld Wahl', choices: [{ title: 'W', value: 'w' }] },
        {
          type: 'Input.ChoiceSet',
          id: 'g',
          label: 'Feld Mehreres',
          isMultiSelect: true,
          style: 'compact',
          value: 'b',
          choices: ['a', 'b', 'c'].map((value) => ({ title: `Angabe ${value}`, value })),
        },
        { type: 'ActionSet', actions: [press('im Satz')] },
        { type: 'Badge', text: 'Teams', style: 'Attention', fallback: text('Marke ersatzweise') },
        { type: 'ProgressBar', value: 40, fallback: text('noch 5 h 59 min') },
        { type: 'Icon', name: 'Warning', fallback: 'drop' },
      ]),
    );
    const card = page.locator('.card-frame').last();
    for (const words of [
      'Absatz Lauftext im Behälter in der Spalte Merkmal Wert Kopf Zahl in der Tabelle 3'.split(' '),
      'Marke ersatzweise,noch 5 h 59 min,im Satz,Feld Haken'.split(','),
    ].flat())
      await card.getByText(words).first().waitFor();
    for (const label of ['Text', 'Zahl', 'Datum', 'Zeit', 'Wahl'])
      await card.getByLabel(`Feld ${label}`, { exact: true }).waitFor();
    const several = card.getByRole('group', { name: 'Feld Mehreres', exact: true });
    expect(await several.getByRole('checkbox', { checked: true }).count()).toBe(1);
    for (const choice of ['a', 'b', 'c'])
      await several.getByRole('checkbox', { name: `Angabe ${choice}`, exact: true }).waitFor();
    expect(await card.getByRole('row').count()).toBe(2);
    const frame = await card.evaluate(backgroundOf);
    expect(
      await card.getByText('im Behälter').locator('xpath=ancestor::div[2]').evaluate(backgroundOf),
    ).not.toBe(frame);
    expect(await seriousViolations(page, '.thread-list')).toEqual([]);
  });

  test('given actions of mode secondary, when the menu is opened by keyboard, then it names them, runs the chosen one and gives the focus back', async () => {
    await show(
      cardOf(
        [text('Karte')],
        [
          press('Selten', { mode: 'secondary' }),
          press('Los', { style: 'positive' }),
          press('Gesperrt', { mode: 'secondary', isEnabled: false }),
          press('Zuletzt', { mode: 'secondary' }),
        ],
      ),
    );
    const frame = page.locator('.card-frame').last();
    const more = frame.getByRole('button', { name: 'Menü mit weiteren Aktionen' });
    expect(await frame.getByRole('button').allInnerTexts()).toEqual(['Los', '…']);
    await more.focus();
    await page.keyboard.press('Enter');
    const items = page.getByRole('menuitem');
    expect(await items.allInnerTexts()).toEqual(['Selten', 'Gesperrt', 'Zuletzt']);
    await more.and(page.locator('[aria-expanded="true"]')).waitFor();
    expect(await seriousViolations(page, '.thread-list')).toEqual([]);
    await page.keyboard.press('Escape');
    await items.first().waitFor({ state: 'detached' });
    expect(await more.evaluate(isFocused)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByText('Gedrückt: 1').waitFor();
    expect(pressed).toEqual([{ action: 'actions/3', inputs: {}, cardVersion: '10 v1' }]);
    expect(await more.getAttribute('aria-expanded')).toBe('false');
  });

  test('given a toggle, when it is pressed, then the page shows and hides by itself, and posts nothing', async () => {
    const toggle = { type: 'Action.ToggleVisibility', title: 'Verlauf', targetElements: ['history'] };
    const history = (words: string): object => ({
      type: 'Container',
      id: 'history',
      isVisible: false,
      items: [text(words), { type: 'ActionSet', actions: [press(`Innen ${words}`)] }],
    });
    await show(cardOf([history('erste')], [toggle]), cardOf([history('zweite')], [toggle]));
    const last = page.locator('.card-frame').last();
    const button = last.getByRole('button', { name: 'Verlauf' });
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    await button.click();
    await last.getByText('zweite', { exact: true }).waitFor();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByText('erste', { exact: true }).isVisible()).toBe(false);
    expect(pressed).toEqual([]);
    await last.getByRole('button', { name: 'Innen zweite' }).click();
    await page.getByText('Gedrückt: 1').waitFor();
    expect(pressed).toEqual([{ action: 'body/0/items/1/actions/0', inputs: {}, cardVersion: '11 v1' }]);
    await button.click();
    await last.getByText('zweite', { exact: true }).waitFor({ state: 'hidden' });
    expect(await seriousViolations(page, '.thread-list')).toEqual([]);
  });

  test('given a card that changed since, when it is pressed, then the press names what is drawn now', async () => {
    await show(cardOf([text('alt')], [press('Los')]));
    await page.locator('.card-frame').getByText('alt').waitFor();
    // The window is stale: what changes does not reach it.
    const conversation = /\/conversations\/[^/]+$/;
    await page.route(conversation, (route) => route.abort());
    const channel = host.scene.conversations.get(channelId);
    channel?.threads[1]?.messages.splice(0, 1, withCard('10', cardOf([text('neu')], [press('Los')]), 'v2'));
    await page.getByRole('button', { name: 'Los' }).click();
    await page.getByText('Gedrückt: 1').waitFor();
    await page.unroute(conversation);
    host.changed();
    await page.locator('.card-frame').getByText('neu').waitFor();
    await page.getByRole('button', { name: 'Los' }).click();
    await page.getByText('Gedrückt: 2').waitFor();
    expect(pressed.map(({ cardVersion }) => cardVersion)).toEqual(['10 v1', '10 v2']);
  });

  test('given a date and a time in a browser that speaks English, when they are typed in German, then they stay German and are sent as Teams sends them', async () => {
    await show(
      cardOf(
        [
          { type: 'Input.Date', id: 'day', label: 'Geplant bis', value: '2026-06-12', min: '2026-06-10' },
          { type: 'Input.Time', id: 'time', label: 'Uhrzeit', value: '14:00', isRequired: true },
        ],
        [press('Los')],
      ),
    );
    expect(await page.evaluate('navigator.language')).toMatch(/^en/);
    const day = page.getByLabel('Geplant bis', { exact: true });
    const time = page.getByLabel(/^Uhrzeit/);
    expect([await day.inputValue(), await time.inputValue()]).toEqual(['12.06.2026', '14:00']);
    expect(await day.getAttribute('placeholder')).toBe('TT.MM.JJJJ');

    await day.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('31.02.2027');
    await page.getByRole('button', { name: 'Los' }).click();
    await page.getByText('Bitte geben Sie ein mögliches Datum als TT.MM.JJJJ ein.').waitFor();
    await day.and(page.locator('[aria-invalid="true"]')).waitFor();
    expect(pressed).toEqual([]);
    await day.fill('9.6.2026');
    await page.getByRole('button', { name: 'Los' }).click();
    await page.getByText('Bitte geben Sie ein mögliches Datum als TT.MM.JJJJ ein.').waitFor();

    await day.fill('1.7.2026');
    await time.fill('2:00 PM');
    await page.getByRole('button', { name: 'Los' }).click();
    await page.getByText('Bitte geben Sie eine mögliche Uhrzeit als HH:MM ein.').waitFor();
    await time.fill('9.30 Uhr');
    await page.getByRole('button', { name: 'Los' }).click();
    await page.getByText('Gedrückt: 1').waitFor();
    expect([await day.inputValue(), await time.inputValue()]).toEqual(['01.07.2026', '09:30']);
    expect(pressed.map(({ inputs }) => inputs)).toEqual([{ day: '2026-07-01', time: '09:30' }]);
    await page.getByRole('button', { name: 'Kalender öffnen: Geplant bis' }).waitFor();
    expect(await seriousViolations(page, '.thread-list')).toEqual([]);
  });
});

function isFocused(element: { readonly ownerDocument: { readonly activeElement: unknown } }): boolean {
  return element === element.ownerDocument.activeElement;
}

function backgroundOf(element: {
  readonly ownerDocument: {
    readonly defaultView: { getComputedStyle(of: unknown): { readonly backgroundColor: string } };
  };
}): string {
  return element.ownerDocument.defaultView.getComputedStyle(element).backgroundColor;
}
