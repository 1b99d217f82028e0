import { chromiumPath, openPage, type OpenPage } from './chromium';
import { describeInBrowser } from './in-browser';
import { PlaygroundClient } from './playground-client';
import { type RunningPlayground, startPlayground } from './running-playground';

describeInBrowser('in the Microsoft 365 Agents Playground, forms as cards', () => {
  let playground: RunningPlayground;
  let browser: OpenPage | undefined;
  let client: PlaygroundClient;

  beforeAll(async () => {
    playground = await startPlayground();
    browser = await openPage(chromiumPath ?? '');
    client = new PlaygroundClient(browser.page);
  });
  afterAll(async () => {
    await browser?.close();
    await (playground as RunningPlayground | undefined)?.stop();
  });

  test('given the greeting, a fault goes from its report to "Bearbeitet" by the buttons of cards', async () => {
    const title = 'Schichtbuch bleibt leer';
    await client.open(playground.address);
    await client.press(client.card('Schreiben Sie mir einen dieser Befehle'), 'Störung melden');

    const form = client.card('1st und 2nd Level');
    await client.choose(form, 'Modul', 'Betriebstagebuch');
    await client.type(form, 'Titel', title);
    await client.type(form, 'Beschreibung', 'Nach dem Anmelden bleibt die Liste der Schicht leer.');
    await client.type(form, 'Seit wann', 'seit dem Update gestern');
    await client.choose(form, 'Reproduzierbar', 'immer');
    await client.choose(form, 'Fehlerklasse', /^1 – Betriebsverhindernder Fehler/);
    await form.getByRole('checkbox', { name: '1st und 2nd Level' }).check();
    await client.pictureOf(form, '1-report-form');

    // The client itself lets blanks pass: this is the bot's own answer, with everything typed still there.
    await client.type(form, 'Titel', '   ');
    await client.press(form, 'Weiter');
    await client.card('Bitte geben Sie einen Titel an.').waitFor();
    await client.picture('2-field-error');
    expect(await form.getByRole('textbox', { name: 'Beschreibung' }).inputValue()).toContain('der Schicht');
    expect(await form.getByRole('radio', { name: 'Betriebstagebuch', exact: true }).isChecked()).toBe(true);

    await client.type(form, 'Titel', title);
    await client.press(form, 'Weiter');
    const check = client.card('bevor Sie sie absenden');
    await check.waitFor();
    await client.picture('3-check-page');
    expect(await check.innerText()).toMatch(/Reaktionsfrist:\s+\S\S \d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr/);
    await client.press(check, 'Absenden');

    const reported = client.card('Gemeldet: SP-');
    await reported.waitFor();
    const number = /SP-\d{4}-\d{4}/.exec(await reported.innerText())?.[0] ?? '';
    await client.card('Angefragt').waitFor();
    await client.picture('4-reported');
    expect(await client.card('Angefragt').innerText()).toContain(number);

    await client.goTo('General');
    const dispatch = client.card(number);
    await dispatch.getByRole('button', { name: 'Analyse starten' }).waitFor();
    await client.pictureOf(dispatch, '5-dispatch-card');
    await client.press(dispatch, 'Analyse starten');
    await client.card('Alle Rollen analysiert sie').waitFor();
    await client.press(dispatch, 'Akzeptieren');
    await dispatch.getByRole('radio', { name: 'mittel' }).waitFor();
    await client.picture('6-accept-form');
    await client.press(dispatch, 'Akzeptieren');
    await client.press(dispatch, 'Zuweisen');
    await client.choose(dispatch, 'Maintainer', /^Maintainer Zwei/);
    await client.picture('7-assign-form');
    await client.press(dispatch, 'Zuweisen');
    await client.card(/Als Nächstes:\s*Maintainer Zwei/).waitFor();
    await client.picture('8-assigned');

    await client.goTo('Betriebstagebuch');
    const atModule = client.card(number);
    await atModule.getByRole('button', { name: 'An Dispatcher zurückgeben' }).waitFor();
    const mention = client.said(`Ticket ${number} ist Ihnen zugewiesen.`);
    await mention.waitFor();
    await client.picture('9-module-channel');
    expect(await atModule.innerText()).toContain(title);
    expect(await mention.innerText()).toContain('Maintainer Zwei');

    // Class 1 may begin before the plan is binding; whoever repairs cannot test, so the one user gets no further.
    await client.press(atModule, 'Bearbeitung beginnen');
    await client.type(atModule, 'Sofortbeginn, Begründung', 'Die Leitwarte steht.');
    await client.press(atModule, 'Bearbeitung beginnen');
    await client.card('In Bearbeitung').waitFor();
    await client.press(atModule, 'Bearbeitung abschließen');
    await client.type(atModule, 'Behoben in Version', '2.2.0');
    await client.type(atModule, 'Paketreferenz', 'betriebstagebuch-2.2.0');
    await client.type(atModule, 'Was wurde geändert', 'Die Liste der Schicht wird wieder geladen.');
    await client.type(atModule, 'Betroffene Versionen', '2.1.0');
    await client.picture('10-completion-form');
    await client.press(atModule, 'Abschließen');
    await client.card('Bearbeitet').waitFor();
    await client.goTo('General');
    const fixed = client.card('Bearbeitet');
    await fixed.waitFor();
    await client.picture('11-fixed');
    await client.press(fixed, 'Test beginnen');
    await client.card('die Bearbeitung selbst abgeschlossen').waitFor();
    expect(playground.printed()).not.toMatch(/"level":(40|50|60)/);
  });
});
