import { Desk } from '../../support/desk';
import {
  acceptTicket,
  assignTicket,
  does,
  maintainerWest,
  places,
  presses,
  reportFault,
  returnTicket,
  ticketCard,
  opensContent,
  reads,
} from '../../support/desk-steps';

describe('given the actions with a guard of their own', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.at('2026-06-10T10:00'));

  describe('declining a duplicate', () => {
    const duplicate = { Grund: 'Duplikat', Begründung: 'Dieselbe Störung.' };

    it.each([
      [null, 'Bitte geben Sie die Nummer des Tickets an, das dieselbe Störung beschreibt.'],
      ['4711', 'Bitte geben Sie eine Ticketnummer an, etwa SP-2026-0001.'],
    ])('when it names %s, then the field says what is expected', async (named, sentence) => {
      const number = await reportFault(desk);
      const form = (await presses(ticketCard(places(desk).dispatch, number), 'Ablehnen')).dialog;
      const again = (await form.fill({ ...duplicate, 'Duplikat von': named }).submit('Weiter')).dialog;
      expect(again.text).toContain(sentence);
      expect(again.value('Begründung')).toBe('Dieselbe Störung.');
    });

    it('when it names an unknown ticket or itself, then the form comes back with everything typed', async () => {
      const number = await reportFault(desk);
      const { dispatch } = places(desk);
      const cases = [
        ['SP-2026-9999', 'zu der angegebenen gibt es kein Ticket.'],
        [number, 'nicht das Duplikat seiner selbst sein'],
      ] as const;
      for (const [named, sentence] of cases) {
        const form = (await presses(ticketCard(dispatch, number), 'Ablehnen')).dialog;
        const check = (await form.fill({ ...duplicate, 'Duplikat von': named }).submit('Weiter')).dialog;
        const again = (await check.submit('Ablehnen')).dialog;
        await desk.delivered();
        expect(again.text).toContain(sentence);
        expect(again.value('Duplikat von')).toBe(named);
        expect(again.value('Begründung')).toBe('Dieselbe Störung.');
      }
      expect(ticketCard(dispatch, number).unfolded).toContain('Angefragt');
    });

    it('when it names one that was declined as its own duplicate, then the form says why not, and the ticket stays open', async () => {
      const [first, second] = [await reportFault(desk), await reportFault(desk)];
      const { dispatch } = places(desk);
      await does(desk, dispatch, first, 'Ablehnen', { ...duplicate, 'Duplikat von': second });
      const form = (await presses(ticketCard(dispatch, second), 'Ablehnen')).dialog;
      const check = (await form.fill({ ...duplicate, 'Duplikat von': first }).submit('Weiter')).dialog;
      const again = (await check.submit('Ablehnen')).dialog;
      await desk.delivered();
      expect(again.text).toContain(`Ticket ${first} ist selbst als Duplikat abgelehnt`);
      expect(again.value('Begründung')).toBe('Dieselbe Störung.');
      expect(ticketCard(dispatch, second).unfolded).toContain('Angefragt');
    });

    it('when it names another one, then the card says which, after a summary that it cannot be undone', async () => {
      const [first, second] = [await reportFault(desk), await reportFault(desk)];
      const { dispatch, nord } = places(desk);
      const form = (await presses(ticketCard(dispatch, second), 'Ablehnen')).dialog;
      const check = (await form.fill({ ...duplicate, 'Duplikat von': first.toLowerCase() }).submit('Weiter'))
        .dialog;
      expect(check.text).toContain('Das Ticket wird abgelehnt und ist damit beendet.');
      expect(check.text).toContain(`Duplikat von: ${first}`);
      expect(check.text).toContain('Das kann nicht rückgängig gemacht werden');
      await check.submit('Ablehnen');
      await desk.delivered();
      const { unfolded: text } = ticketCard(nord, second);
      expect(text).toContain(`Grund der Ablehnung: Duplikat von ${first} – Dieselbe Störung.`);
      const told = nord.message(`Ticket ${second} wurde abgelehnt`);
      expect(told.mentions).toEqual(['leitwarte-nord-a', 'leitwarte-nord-b']);
    });

    it('when it names another operator’s ticket, then the dispatcher reads the number and the operator does not', async () => {
      const foreign = await reportFault(desk, {}, desk.as('leitstelle-sued-a').chat());
      const own = await reportFault(desk);
      const { dispatch, nord } = places(desk);
      await does(desk, dispatch, own, 'Ablehnen', { ...duplicate, 'Duplikat von': foreign });
      expect(ticketCard(dispatch, own).unfolded).toContain(`Duplikat von ${foreign} – Dieselbe Störung.`);
      expect(ticketCard(nord, own).unfolded).toContain('Grund der Ablehnung: Duplikat – Dieselbe Störung.');
      for (const button of ['Verlauf', 'Inhalt anzeigen']) {
        const shown = (await reads(ticketCard(nord, own), button)).dialog;
        expect(shown.text).not.toContain(foreign);
      }
      expect(ticketCard(nord, own).unfolded).not.toContain(foreign);
    });

    it('when the check page is left, then everything typed is still there', async () => {
      const number = await reportFault(desk);
      const form = (await presses(ticketCard(places(desk).dispatch, number), 'Ablehnen')).dialog;
      const check = (
        await form.fill({ Grund: 'Kein Softwarefehler', Begründung: 'Das Netz.' }).submit('Weiter')
      ).dialog;
      const back = (await check.submit('Zurück')).dialog;
      expect(back.value('Grund')).toBe('noSoftwareFault');
      expect(back.value('Begründung')).toBe('Das Netz.');
    });
  });

  describe('closing without answer', () => {
    it('when ten service days have passed, then it is offered, and a summary is shown first', async () => {
      const number = await reportFault(desk);
      await returnTicket(desk, number);
      const { dispatch } = places(desk);
      await desk.at('2026-06-24T16:59').timePasses();
      expect(ticketCard(dispatch, number).buttons).not.toContain('Schließen ohne Antwort');
      await desk.at('2026-06-24T17:00').timePasses();
      const summary = await presses(ticketCard(dispatch, number), 'Schließen ohne Antwort');
      expect(summary.text).toContain('Das Ticket wird geschlossen, weil keine Antwort kam.');
      expect(summary.text).toContain('Das kann nicht rückgängig gemacht werden');
      await summary.dialog.submit('Schließen');
      await desk.delivered();
      expect(ticketCard(places(desk).nord, number).unfolded).toContain('Beendet: ohne Antwort geschlossen');
      expect(places(desk).nord.text()).toContain(
        `Ticket ${number} wurde geschlossen, weil keine Antwort kam.`,
      );
    });

    it('when the button comes from an old form before the time, then nothing is closed', async () => {
      const number = await reportFault(desk);
      await returnTicket(desk, number);
      await desk.at('2026-06-24T17:00').timePasses();
      const { dispatch } = places(desk);
      const summary = (await presses(ticketCard(dispatch, number), 'Schließen ohne Antwort')).dialog;
      desk.at('2026-06-23T12:00');
      const outcome = await summary.submit('Schließen');
      await desk.delivered();
      expect(outcome.text).toContain('ist erst nach zehn Servicetagen möglich, ab Mi 24.06.2026, 17:00 Uhr');
      expect(ticketCard(dispatch, number).unfolded).toContain(`${number} | Zurückgewiesen`);
    });
  });

  describe('assigning and handing back', () => {
    it('when the module has no maintainer, then card and form say so and the process owner is told once', async () => {
      const number = await reportFault(desk, { Modul: 'Bereitschaftsplanung' });
      await acceptTicket(desk, number);
      const { dispatch, nord } = places(desk);
      expect(ticketCard(dispatch, number).text).toMatch(
        /^Als Nächstes: Prozessverantwortlicher \(.+\) – Maintainer für Bereitschaftsplanung benennen$/m,
      );
      expect(ticketCard(dispatch, number).text).toContain('Kein Maintainer benannt (N.N.): bis dahin');
      const told = dispatch.message(`Für das Modul von Ticket ${number} ist kein Maintainer benannt (N.N.)`);
      expect(told.mentions).toEqual(['prozess']);
      expect(told.text).toContain(
        'Bitte benennen Sie für Bereitschaftsplanung einen: Tragen Sie in der Organisationsdatei beim Modul',
      );
      const form = await presses(ticketCard(dispatch, number), 'Zuweisen');
      expect(form.text).toContain('Für Bereitschaftsplanung ist kein Maintainer benannt (N.N.)');
      expect(form.dialog.buttons).toEqual([]);
      expect(nord.text()).not.toContain(`Für das Modul von Ticket ${number}`);
    });

    it('when the named maintainer is already assigned, then the form says so', async () => {
      const number = await reportFault(desk);
      await assignTicket(desk, number);
      const again = await does(desk, places(desk).dispatch, number, 'Zuweisen', {
        Maintainer: maintainerWest,
      });
      expect(again.text).toBe(
        `Das Ticket ist Maintainer West bereits zugewiesen; das Ticket ist im Zustand „Akzeptiert“, am Zug: Maintainer West und die Maintainer von Betriebstagebuch (Softwarehaus West GmbH).`,
      );
    });

    it('when it is assigned to the deputy, then the deputy is mentioned in the card’s thread', async () => {
      const number = await reportFault(desk);
      await assignTicket(desk, number);
      await does(desk, places(desk).dispatch, number, 'Zuweisen', {
        Maintainer: 'Maintainer West, Vertretung (Softwarehaus West GmbH)',
      });
      const { journal } = places(desk);
      const told = journal
        .shows()
        .filter(({ text }) => text.includes(`Ticket ${number} ist Ihnen zugewiesen.`));
      expect(told.map(({ mentions }) => mentions)).toEqual([
        ['maintainer-west'],
        ['maintainer-west-vertretung'],
      ]);
      expect(new Set(told.map(({ threadId }) => threadId))).toEqual(
        new Set([ticketCard(journal, number).message.rootId]),
      );
    });

    it('when another maintainer of the module hands it back, then the assigning dispatcher is told and reads why', async () => {
      const number = await reportFault(desk);
      await assignTicket(desk, number);
      const deputy = desk.as('maintainer-west-vertretung').in('Betriebstagebuch');
      await does(desk, deputy, number, 'An Dispatcher zurückgeben', { Grund: 'Liegt am Server.' });
      const { dispatch, nord } = places(desk);
      const { unfolded: text } = ticketCard(dispatch, number);
      expect(text).toContain('Als Nächstes: die Wartungs-Dispatcher – Ticket zuweisen');
      expect(text).toContain('Grund der Rückgabe: Liegt am Server.');
      expect(text).toContain('An Dispatcher zurückgegeben – Maintainer West, Vertretung');
      expect(
        dispatch.message(`Ticket ${number} wurde an die Wartungs-Dispatcher zurückgegeben.`).mentions,
      ).toEqual(['dispatcher-1']);
      expect(ticketCard(nord, number).unfolded).not.toContain('Liegt am Server');
      expect((await opensContent(ticketCard(nord, number))).text).not.toContain('Liegt am Server');
    });

    it('when it is assigned again after that, then the module’s card shows it again', async () => {
      const number = await reportFault(desk);
      await assignTicket(desk, number);
      const { dispatch, journal } = places(desk);
      await does(desk, dispatch, number, 'Zurückholen', { Grund: 'Urlaub.' });
      expect(journal.message((message) => message.text.startsWith(number)).text).toContain('abgegeben');
      await does(desk, dispatch, number, 'Zuweisen', { Maintainer: maintainerWest });
      expect(ticketCard(journal, number).unfolded).toContain(
        `Als Nächstes: ${maintainerWest} – Fehlerbehebungsplan vorschlagen`,
      );
      expect(journal.shows().filter((message) => message.text.startsWith(number))).toHaveLength(1);
    });
  });

  describe('changing the module', () => {
    it('when the module stays the same, then the form says so; without contract none is offered', async () => {
      const number = await reportFault(desk);
      const { dispatch } = places(desk);
      const form = (await presses(ticketCard(dispatch, number), 'Modul ändern')).dialog;
      const again = await form.fill({ Modul: 'Betriebstagebuch (bisher)' }).submit('Modul ändern');
      expect(again.text).toContain('Das Ticket gehört bereits zu diesem Modul');
      expect(() => again.dialog.fill({ Modul: 'Kaskadeninformationstool' })).toThrow('no choice');
      expect(() => again.dialog.fill({ Modul: 'Geplante Netzmaßnahmen' })).toThrow('no choice');
    });

    it('when it is assigned, then the form says that the assignment ends', async () => {
      const number = await reportFault(desk);
      await assignTicket(desk, number);
      const form = await presses(ticketCard(places(desk).dispatch, number), 'Modul ändern');
      expect(form.text).toContain('Hinweis: Die Zuweisung endet damit.');
    });
  });

  it('when a report is returned, then the reporter is mentioned in the thread of its card', async () => {
    const number = await reportFault(desk);
    await returnTicket(desk, number, 'Welche Version?');
    const { nord } = places(desk);
    const told = nord.message(`Zu Ticket ${number} fehlen Angaben, bitte ergänzen Sie es.`);
    expect(told.mentions).toEqual(['leitwarte-nord-a', 'leitwarte-nord-b']);
    expect(told.threadId).toBe(ticketCard(nord, number).message.rootId);
    await does(desk, places(desk).nordB, number, 'Ergänzen', { Antwort: '2.1.0' });
    const supplied = places(desk).dispatch.message(`Meldung ${number}, Klasse 2`);
    expect(supplied.mentions).toEqual(['dispatcher-1', 'dispatcher-2']);
  });
});
