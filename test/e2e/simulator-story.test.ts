import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { shippedPage } from '../support/shipped-page';
import { SimulatedDesk } from '../support/simulated-desk';
import { berlin } from '../support/given';
import { chromiumPath, openPage, type OpenPage } from './chromium';
import { entersText } from './enters-text';
import { describeInBrowser } from './in-browser';

jest.setTimeout(240_000);

/** A picture of each step, for whoever wants to see what a failure was about. */
const pictures = join(__dirname, '../../test-results/story');
const wide = { width: 1240, height: 800 };
const channel = (name: string) => `19:${name}@thread.tacv2`;
const places = {
  nord: ['leitwarte-nord-a', channel('netz-nord')],
  dispatch: ['dispatcher-1', channel('dispatch')],
  dispatch2: ['dispatcher-2', channel('dispatch')],
  journal: ['maintainer-west', channel('betriebstagebuch')],
} as const;

/** A repair from the report to the confirmed release information, and a deadline that is missed, in a real browser. */
describeInBrowser('Teams on this machine, in a browser', () => {
  let desk: SimulatedDesk;
  let browser: OpenPage;
  let page: Page;

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    desk = await SimulatedDesk.open(await shippedPage());
    browser = await openPage(chromiumPath ?? '');
    page = browser.page;
    page.setDefaultTimeout(20_000);
    await page.setViewportSize(wide);
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterAll(async () => {
    await browser.close();
    await desk.close();
  });

  async function as([person, place]: readonly [string, string]): Promise<void> {
    await page.goto(`${desk.address}/person/${person}?ort=${encodeURIComponent(place)}`);
    await page.getByRole('textbox', { name: /^(Neue Nachricht|Nachricht an)/ }).waitFor();
  }
  const cards = () => page.getByRole('group', { name: /^Karte von Software-Pflege/ });
  const cardWith = (text: string | RegExp): Locator => cards().filter({ hasText: text }).first();
  /** The ticket's own card: what else names it unfolds nothing. */
  const cardOf = (number: string): Locator =>
    cards()
      .filter({ hasText: number, has: page.getByRole('button', { name: 'Einzelheiten' }) })
      .first();
  const dialog = (): Locator => page.getByRole('dialog');
  const button = (within: Locator, name: string): Locator =>
    within.getByRole('button', { name, exact: true });
  const picture = (name: string): Promise<unknown> =>
    page.screenshot({ path: join(pictures, `${name}.png`) });
  async function press(within: Locator, name: string): Promise<void> {
    await button(within, name).first().click();
  }
  async function fill(fields: Readonly<Record<string, string | true>>): Promise<void> {
    for (const [label, value] of Object.entries(fields)) {
      const field = dialog().getByLabel(label).first();
      if (value === true) await field.check();
      else await entersText(field, value);
    }
  }
  /** Sends the open form, over its check page where it has one; the card says what was done, or the dialog does. */
  async function sends(fields: Readonly<Record<string, string | true>> = {}): Promise<void> {
    await fill(fields);
    const [done, back] = [button(dialog(), 'OK'), button(dialog(), 'Zurück')];
    const send = () => dialog().locator('.ac-pushButton').first().click();
    const onCheckPage = (await back.count()) > 0;
    const closed = () => dialog().waitFor({ state: 'hidden' });
    await send();
    if (!onCheckPage) {
      await Promise.race([closed(), done.or(back).first().waitFor()]);
      if ((await back.count()) > 0) await send();
    }
    await Promise.race([closed(), done.click()]);
    await closed();
  }
  /** Presses a next step on the ticket's card. */
  const opens = (number: string, action: string): Promise<void> => press(cardOf(number), action);
  const shows = (number: string, text: string | RegExp): Promise<void> =>
    cardOf(number).getByText(text).first().waitFor();

  const report = {
    Modul: 'Betriebstagebuch',
    Beschreibung: 'Nach dem Anmelden bleibt die Liste der Einträge leer.',
    Reproduzierbar: 'immer',
    'Fehlerklasse (Vorschlag)': '2 – Betriebsbehindernder Fehler (6 Stunden Servicezeit)',
    '1st und 2nd Level': true,
  } as const;

  async function asksForTheForm(): Promise<void> {
    const box = page.getByRole('textbox', { name: /^Neue Nachricht/ });
    await box.fill('@Software-Pflege Störung melden');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Senden' }).first().click();
    const start = cards().filter({ has: button(page.locator('*'), 'Störung melden') });
    await start.last().waitFor();
    await press(start.last(), 'Störung melden');
    await dialog().waitFor();
  }

  test('given a fault, then it goes from its report to the confirmed release information, and only those read it who may', async () => {
    const number = 'SP-2026-0001';
    await page.goto(desk.address);
    await page.getByRole('heading', { name: 'Wer ist wer' }).waitFor();
    await picture('wer-ist-wer');

    await as(places.nord);
    await asksForTheForm();
    await fill(report);
    await press(dialog(), 'Weiter');
    // The title is missing: said at the field, and what was typed is still there.
    await dialog().getByText(/Titel/).first().waitFor();
    expect(await dialog().getByLabel('Beschreibung').inputValue()).toBe(report.Beschreibung);
    await picture('stoerung-melden');
    await fill({ Titel: 'Schichtbuch bleibt leer' });
    await press(dialog(), 'Weiter');
    await button(dialog(), 'Absenden').waitFor();
    await picture('meldung-pruefen');
    await sends();
    await shows(number, /Reaktionsfrist Mi 10\.06\.2026, 16:00 Uhr/);
    await picture('netzbetreiber');

    await as(places.dispatch);
    await opens(number, 'Analyse starten');
    await shows(number, /Reaktion erfolgt/);
    await opens(number, 'Akzeptieren');
    await sends();
    await shows(number, /Ticket zuweisen/);
    await picture('dispatcher');
    await opens(number, 'Zuweisen');
    await sends({ Maintainer: 'Maintainer West (Softwarehaus West GmbH)' });

    await page.goto(`${desk.address}/person/maintainer-west`);
    await page
      .getByRole('link', { name: /Betriebstagebuch.*1 Erwähnung/ })
      .or(page.getByRole('button', { name: /Betriebstagebuch.*1 Erwähnung/ }))
      .first()
      .waitFor();
    await as(places.journal);
    await opens(number, 'Plan vorschlagen');
    await sends({
      Ursache: 'Der Suchindex wird beim Start nicht gelesen.',
      Maßnahme: 'Patch',
      'Betroffene Versionen': '<2.3.1',
      Zieltermin: '2026-06-16',
      Testvorgehen: 'Suche nach einem Eintrag von gestern.',
    });
    for (const place of [places.nord, places.dispatch]) {
      await as(place);
      await opens(number, 'Dem Plan zustimmen');
      await shows(
        number,
        place === places.dispatch ? /Bearbeitung beginnen/ : /die Wartungs-Dispatcher – dem Fehler/,
      );
    }
    await as(places.journal);
    await opens(number, 'Bearbeitung beginnen');
    await shows(number, /In Bearbeitung/);
    await completes(number, '2.3.1');
    await picture('maintainer');

    await as(places.dispatch2);
    await opens(number, 'Test beginnen');
    await opens(number, 'Test nicht bestanden');
    await sends({ ...testRecord, Fehlerbeschreibung: 'Die Liste bleibt leer.' });
    await shows(number, /In Bearbeitung/);
    await as(places.journal);
    await completes(number, '2.3.2');
    await as(places.dispatch2);
    await opens(number, 'Test beginnen');
    await opens(number, 'Freigeben und schließen');
    await sends({
      ...testRecord,
      'Information an die betroffenen Netzbetreiber': 'Die Liste der Einträge erscheint wieder.',
    });
    await shows(number, /Geschlossen/);

    await as(places.nord);
    const notice = cards().filter({ has: page.getByRole('button', { name: 'Gelesen', exact: true }) });
    await notice.first().getByText('2.3.2').first().waitFor();
    await picture('freigabe');
    await press(notice.first(), 'Gelesen');
    await cardWith(/Gelesen: /).waitFor();

    // The other company hears of the release, and of nothing before; a stranger of nothing at all.
    await page.goto(`${desk.address}/person/leitstelle-sued-a`);
    expect(await page.getByText(number).count()).toBe(0);
    await page.goto(`${desk.address}/person/fremde-person`);
    await page.getByRole('heading', { name: 'Chats und Kanäle' }).waitFor();
    expect(await page.getByText('Dispatch', { exact: true }).count()).toBe(0);
  });

  async function completes(number: string, version: string): Promise<void> {
    await opens(number, 'Bearbeitung abschließen');
    await sends({
      'Behoben in Version': version,
      Paketreferenz: `betriebstagebuch-${version}`,
      'Was wurde geändert?': 'Der Suchindex wird beim Start gelesen.',
      'Betroffene Versionen': '<2.3.1',
    });
    await shows(number, /Bearbeitet/);
  }
  const testRecord = { Testumgebung: 'QS', Testschritte: 'Suche nach einem Eintrag.', Ergebnis: 'Wie oben.' };

  test('given the clock is moved, then a warning, a breach and the digest of the next day are seen', async () => {
    const number = 'SP-2026-0002';
    await as(places.nord);
    await asksForTheForm();
    await sends({ ...report, Titel: 'Ausdruck fehlt' });
    await as(places.dispatch);
    /** Moves the clock by its button; it stands at the time that is read there. */
    const move = async (name: string, time: string) => {
      const clock = page.getByRole('group', { name: 'Simulierte Zeit' });
      await clock.getByRole('button', { name: new RegExp(`^${name}`) }).click();
      await page.getByText(time).first().waitFor();
    };
    await move('Zur nächsten Frist', '13:00 Uhr');
    await shows(number, /Warnung: 50 %/);
    await move('\\+1 h', '14:00 Uhr');
    await page
      .getByText(new RegExp(`Ticket ${number}: 50 %`))
      .first()
      .waitFor();
    await picture('warnung');
    await move('Zur nächsten Frist', '14:30 Uhr');
    await shows(number, /Warnung: 75 %/);
    await move('Zur nächsten Frist', '16:00 Uhr');
    await shows(number, /versäumt/);
    await picture('fristverletzung');
    await move('Zum nächsten Servicebeginn', 'Do 11.06.2026, 08:30 Uhr');
    const digest = cardWith(/Tagesübersicht\s*Stand Do 11\.06\.2026/);
    await digest.waitFor();
    expect(await digest.textContent()).toContain(number);
    await picture('tagesuebersicht');
  });

  test('given the dark theme and a phone, then the same is there to read', async () => {
    await as(places.dispatch);
    await page.evaluate("localStorage.setItem('simulator-theme', 'dark')");
    await as(places.dispatch);
    await shows('SP-2026-0002', /versäumt/);
    await picture('dunkel');
    await page.setViewportSize({ width: 390, height: 800 });
    await as(places.dispatch);
    await shows('SP-2026-0002', /versäumt/);
    await picture('telefon');
    expect(desk.time).toBe(berlin('2026-06-10T10:00'));
  });
});
