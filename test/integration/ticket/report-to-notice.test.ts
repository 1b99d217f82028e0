import type { PlaceView } from '../../../src/simulator/people/place-view';
import { Desk } from '../../support/desk';
import { presses, ticketCard, classes, did, maintainerWest, places } from '../../support/desk-steps';
import { filled, reports } from '../../support/ticket-way';

/** Every card of the bot at a place that is the ticket's or its notice's, as it stands at the end. */
function finalCards(view: PlaceView): readonly string[] {
  return view
    .shows()
    .filter(({ hasCard, text }) => hasCard && /^SP-2026-0001|^Freigabeinformation/.test(text))
    .map(({ unfolded }) => unfolded);
}

function closedCard(facts: readonly string[], confirmed: readonly string[], last: readonly string[]): string {
  return [
    'SP-2026-0001 | Geschlossen · Klasse 4',
    'Suche findet nichts',
    'Reaktion erfolgt am Mi 10.06.2026, 11:00 Uhr, innerhalb der Frist (Mi 17.06.2026, 17:00 Uhr)',
    'Beendet: behoben und freigegeben',
    ...facts,
    'Behoben in Version: 2.2.1',
    'Bearbeitung',
    'Behoben in Version: 2.2.1',
    'Paket: betriebstagebuch-2.2.1.tgz',
    'Geändert: Die Abfrage liest, ohne zu sperren.',
    'Betroffene Versionen: <2.2.0',
    'Commit: https://git.example.org/betriebstagebuch/commit/1',
    'Test',
    'Ergebnis: Alles gefunden.',
    'Freigabeinformation',
    'Text: Die Suche findet wieder alle Einträge.',
    ...confirmed,
    'Klasse: 4 – Unkritischer Fehler',
    'Priorität: mittel',
    'Modul: Betriebstagebuch',
    'Netzbetreiber: Netz Nord GmbH',
    'Eingang: Mi 10.06.2026, 10:00 Uhr',
    'Umgebung: Produktion, reproduzierbar: immer',
    'Beschreibung: Die Suche bleibt leer, sobald zwei Schichten zugleich suchen.',
    'Zuletzt',
    ...last,
    '[Inhalt anzeigen]',
    '[Einzelheiten] […: Verlauf | Fristberechnung]',
  ].join('\n');
}

function noticeCard(reader: string): string {
  return [
    'Freigabeinformation',
    'Für ein Modul, das Sie einsetzen, ist ein Fehler behoben.',
    'Modul: Betriebstagebuch',
    'Behebt: Die Suche findet wieder alle Einträge.',
    'Behoben in Version: 2.2.1',
    'Paket: betriebstagebuch-2.2.1.tgz',
    `Gelesen: bestätigt von ${reader} am Mi 17.06.2026, 09:00 Uhr`,
  ].join('\n');
}

/** What places at a place were alerted by. */
const told = (view: PlaceView) =>
  view.shows().flatMap(({ text, mentions }) => (mentions.length === 0 ? [] : [text]));

describe('given a ticket of class 4', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  it('when it goes its whole way, with an objection and a failed test, then every card tells its place the end', async () => {
    const { dispatch, nord, nordB, journal, platform, sued, suedB } = places(desk);
    const number = await reports(desk, 4);

    desk.at('2026-06-10T11:00');
    await did(desk, dispatch, number, 'Analyse starten');
    await did(desk, dispatch, number, 'Akzeptieren', { Fehlerklasse: classes[4] });
    await did(desk, dispatch, number, 'Zuweisen', { Maintainer: maintainerWest });

    desk.at('2026-06-11T09:00');
    await did(desk, journal, number, 'Rückfrage', filled.question);
    await did(desk, nord, number, 'Antworten', filled.answer);
    await did(desk, journal, number, 'Plan vorschlagen', {
      ...filled.plan,
      'Zieltermin (ein Servicetag)': '2026-07-01',
    });

    desk.at('2026-06-11T10:00');
    await did(desk, nord, number, 'Dem Plan widersprechen', {
      'Grund des Widerspruchs': 'Vor dem Monatsende, bitte.',
    });
    expect(journal.shows().at(-1)?.mentions).toEqual(['maintainer-west']);

    desk.at('2026-06-11T11:00');
    const change = (await presses(ticketCard(journal, number), 'Plan ändern')).dialog;
    const check = (await change.fill({ 'Zieltermin (ein Servicetag)': '2026-06-19' }).submit('Weiter'))
      .dialog;
    expect(check.text).toContain('01.07.2026');
    expect(check.text).toContain('19.06.2026');
    await check.submit(check.buttons[0] ?? '');
    await desk.delivered();
    expect(ticketCard(nord, number).unfolded).toContain('19.06.2026');
    await did(desk, nordB, number, 'Dem Plan zustimmen');
    await did(desk, dispatch, number, 'Dem Plan zustimmen');

    desk.at('2026-06-12T09:00');
    await did(desk, journal, number, 'Bearbeitung beginnen');
    await did(desk, journal, number, 'Unterstützung anfordern', filled.support);
    await did(desk, platform, number, 'Unterstützung übernehmen');
    await did(desk, platform, number, 'Unterstützung erledigen', { Antwort: 'Die nächtliche Pipeline.' });
    desk.at('2026-06-15T09:00');
    await did(desk, journal, number, 'Bearbeitung abschließen', filled.completion);
    await did(desk, dispatch, number, 'Test beginnen');
    await did(desk, dispatch, number, 'Test nicht bestanden', {
      ...filled.test,
      Ergebnis: 'Leer.',
      ...filled.defect,
    });
    expect(ticketCard(dispatch, number).unfolded).toContain('Nacharbeiten: 1');
    desk.at('2026-06-16T09:00');
    await did(desk, journal, number, 'Bearbeitung abschließen', {
      ...filled.completion,
      'Behoben in Version': '2.2.1',
      Paketreferenz: 'betriebstagebuch-2.2.1.tgz',
      'Link zum Commit': 'https://git.example.org/betriebstagebuch/commit/1',
    });
    await did(desk, dispatch, number, 'Test beginnen');
    desk.at('2026-06-16T14:00');
    const release = (await presses(ticketCard(dispatch, number), 'Freigeben und schließen')).dialog;
    const summary = await release
      .fill({ ...filled.test, ...filled.release })
      .submit(release.buttons[0] ?? '');
    expect(summary.dialog.text).toContain('Informiert werden (2): Netz Nord GmbH, Stadtwerke Süd AG');
    await summary.dialog.submit('Freigeben und schließen');
    await desk.delivered();

    expect(ticketCard(dispatch, number).unfolded).toContain(
      'Noch nicht gelesen: Netz Nord GmbH und Stadtwerke Süd AG',
    );
    desk.at('2026-06-17T09:00');
    await nord.card('Freigabeinformation').press('Gelesen');
    await desk.delivered();
    expect(ticketCard(dispatch, number).unfolded).toContain('Noch nicht gelesen: Stadtwerke Süd AG');
    await sued.card('Freigabeinformation').press('Gelesen');
    await desk.delivered();

    const closing = [
      'Di 16.06.2026, 09:00 Uhr: Bearbeitung abgeschlossen – Maintainer West',
      'Di 16.06.2026, 09:00 Uhr: Test begonnen – Dispatcher Eins',
      'Di 16.06.2026, 14:00 Uhr: Freigegeben und geschlossen – Dispatcher Eins',
    ];
    const facts = [
      'Netzbetreiber: Netz Nord GmbH | Modul: Betriebstagebuch',
      'Maintainer: Maintainer West | Zieltermin: Fr 19.06.2026',
    ];
    expect(finalCards(dispatch)).toEqual([
      closedCard(
        facts,
        ['Gelesen: 2 von 2'],
        [
          'Di 16.06.2026, 14:00 Uhr: Freigegeben und geschlossen – Dispatcher Eins',
          'Mi 17.06.2026, 09:00 Uhr: Freigabeinformation gelesen: Netz Nord GmbH – Leitwarte Nord, Schicht A',
          'Mi 17.06.2026, 09:00 Uhr: Freigabeinformation gelesen: Stadtwerke Süd AG – Leitstelle Süd, Schicht A',
        ],
      ),
    ]);
    const ofNord = ['Modul: Betriebstagebuch | Maintainer: Maintainer West', 'Zieltermin: Fr 19.06.2026'];
    expect(finalCards(nord)).toEqual([
      closedCard(ofNord, [], closing),
      noticeCard('Leitwarte Nord, Schicht A'),
    ]);
    expect(finalCards(journal)).toEqual([closedCard(facts, [], closing)]);
    expect(finalCards(platform)).toEqual([closedCard(facts, [], closing)]);
    expect(finalCards(sued)).toEqual([noticeCard('Leitstelle Süd, Schicht A')]);
    expect(finalCards(suedB)).toEqual(finalCards(sued));
    const plan =
      'Zu Ticket SP-2026-0001 liegt ein Fehlerbehebungsplan vor; bitte stimmen Sie zu oder widersprechen Sie mit einem Grund.';
    const changedPlan =
      'Plan geändert (Version 2) zu Ticket SP-2026-0001, Zieltermin Mi 01.07.2026 → Fr 19.06.2026; bitte stimmen Sie zu oder widersprechen Sie mit einem Grund.';
    const shifts = '@Leitwarte Nord, Schicht A, @Leitwarte Nord, Schicht B';
    expect(told(nord)).toEqual([
      `${shifts}: Zu Ticket SP-2026-0001 gibt es eine Rückfrage an Sie, bitte antworten Sie.`,
      `${shifts}: ${plan}`,
      `${shifts}: ${changedPlan}`,
      `${shifts}: Der Fehler von Ticket SP-2026-0001 ist behoben und freigegeben; das Ticket ist geschlossen. Bitte bestätigen Sie die Freigabeinformation.`,
    ]);
    const completed =
      '@Dispatcher Eins: Die Bearbeitung von Ticket SP-2026-0001 ist abgeschlossen; der Test kann beginnen.';
    expect(told(dispatch)).toEqual([
      `@Dispatcher Eins: ${plan}`,
      `@Dispatcher Eins: ${changedPlan}`,
      completed,
      completed,
    ]);
    expect(told(journal)).toEqual([
      '@Maintainer West: Ticket SP-2026-0001 ist Ihnen zugewiesen.',
      '@Maintainer West: Ihre Rückfrage zu Ticket SP-2026-0001 ist beantwortet.',
      '@Maintainer West: Ihrem Fehlerbehebungsplan zu Ticket SP-2026-0001 wurde widersprochen; der Grund steht auf der Karte unter „Einzelheiten“.',
      '@Maintainer West: Der Fehlerbehebungsplan von Ticket SP-2026-0001 ist verbindlich; alle drei Seiten haben zugestimmt.',
      '@Maintainer West: Die Unterstützung, die Sie zu Ticket SP-2026-0001 angefordert haben, ist erledigt.',
      '@Maintainer West: Ticket SP-2026-0001 hat den Test nicht bestanden und ist wieder in Bearbeitung.',
    ]);
  });
});
