import type { RecordEntry } from '../../../src/simulator/connector/record';
import type { Dialog } from '../../../src/simulator/people/dialog';
import { Desk } from '../../support/desk';
import { ticketCard, did, type Fields, places, opensContent } from '../../support/desk-steps';
import { filled, reports } from '../../support/ticket-way';

/** One canary for each field that somebody can type into between assignment and closing. */
const typed = {
  plan: {
    ...filled.plan,
    Ursache: 'kanarie-ursache',
    'Betroffene Versionen': 'kanarie-planversion',
    Testvorgehen: 'kanarie-vorgehen',
    Risiken: 'kanarie-risiken',
  },
  objection: { 'Für wen?': 'Für die Wartungs-Dispatcher', 'Grund des Widerspruchs': 'kanarie-widerspruch' },
  begin: { 'Sofortbeginn, Begründung': 'kanarie-sofort' },
  completion: {
    'Behoben in Version': 'kanarie-behoben',
    Paketreferenz: 'kanarie-paket',
    'Was wurde geändert?': 'kanarie-geaendert',
    'Betroffene Versionen': '<2.2.0, kanarie-betroffen',
    'Link zum Commit': 'https://git.example.org/kanarie-commit',
    'Link zum Build': 'https://ci.example.org/kanarie-build',
    'Link zur QS-/Demo-Umgebung': 'https://qs.example.org/kanarie-umgebung',
  },
  test: {
    Testumgebung: 'kanarie-testort',
    Testschritte: 'kanarie-schritte',
    Ergebnis: 'kanarie-ergebnis',
  },
  defect: { Fehlerbeschreibung: 'kanarie-mangel' },
  release: { 'Information an die betroffenen Netzbetreiber': 'freigabe-fuer-alle' },
  question: { Rückfrage: 'kanarie-rueckfrage' },
  answer: { Antwort: 'kanarie-rueckantwort' },
  support: { ...filled.support, 'Frage oder Auftrag': 'kanarie-anforderung' },
} satisfies Readonly<Record<string, Fields>>;

/** The title of the dialog that an answer was shown in. */
function dialogOf(entry: RecordEntry): string | undefined {
  if (entry.kind !== 'delivery') return undefined;
  const { task } = entry.answer as { readonly task?: { readonly value?: { readonly title?: string } } };
  return task?.value?.title;
}

/** What was said where, in the order in which it was first said. */
function saidIn(entries: readonly RecordEntry[]): Readonly<Record<string, readonly string[]>> {
  const titles = new Set(entries.map((entry) => dialogOf(entry) ?? 'no dialog'));
  const canaries = (title: string) =>
    JSON.stringify(entries.filter((entry) => (dialogOf(entry) ?? 'no dialog') === title)).match(
      /kanarie-[a-z]+/g,
    );
  return Object.fromEntries([...titles].map((title) => [title, [...new Set(canaries(title))]]));
}

describe('given a security-relevant ticket with a canary in every field of its repair', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  /** Whatever shows tickets: lists, copies, histories, deadlines. */
  async function readsEverything(number: string): Promise<void> {
    const { dispatch, nord, journal, platform } = places(desk);
    for (const view of [dispatch, nord, journal, platform]) {
      await view.writes('@Software-Pflege Unsere Tickets');
      await view.writes('@Software-Pflege Offene Tickets');
      await view.writes('@Software-Pflege Bugfix-Pakete');
      await view.writes(`@Software-Pflege Ticket ${number}`);
      const history = await ticketCard(view, number).press('Verlauf');
      await history.dialog.submit('Fristberechnung');
    }
  }

  async function allPages(first: Dialog): Promise<string> {
    let page = first;
    let text = page.text;
    while (page.buttons.includes('Nächste Seite')) {
      page = (await page.submit('Nächste Seite')).dialog;
      text += page.text;
    }
    return text;
  }

  it('when it went its whole way, then they were said behind "Inhalt anzeigen" and in dialogs that go on from them or answer to them only', async () => {
    const { dispatch, nord, journal, platform, sued } = places(desk);
    const number = await reports(desk, 1, { Sicherheit: true });
    await did(desk, dispatch, number, 'Akzeptieren');
    await did(desk, dispatch, number, 'Zuweisen', { Maintainer: 'Maintainer West (Softwarehaus West GmbH)' });
    await did(desk, journal, number, 'Plan vorschlagen', typed.plan);
    await did(desk, dispatch, number, 'Dem Plan widersprechen', typed.objection);
    await did(desk, journal, number, 'Rückfrage', typed.question);
    await did(desk, nord, number, 'Antworten', typed.answer);
    await did(desk, journal, number, 'Kommentieren', { Kommentar: 'kanarie-intern' });
    await did(desk, nord, number, 'Kommentieren', { Kommentar: 'kanarie-kommentar' });
    await did(desk, journal, number, 'Unterstützung anfordern', typed.support);
    await did(desk, platform, number, 'Unterstützung übernehmen');
    await did(desk, platform, number, 'Unterstützung erledigen', { Antwort: 'kanarie-hilfe' });
    await did(desk, journal, number, 'Bearbeitung beginnen', typed.begin);
    await readsEverything(number);
    await did(desk, journal, number, 'Bearbeitung abschließen', typed.completion);
    await did(desk, dispatch, number, 'Test beginnen');
    await did(desk, dispatch, number, 'Test nicht bestanden', { ...typed.test, ...typed.defect });
    await did(desk, journal, number, 'Bearbeitung abschließen', typed.completion);
    await did(desk, dispatch, number, 'Test beginnen');
    await readsEverything(number);
    await did(desk, dispatch, number, 'Freigeben und schließen', { ...typed.test, ...typed.release });
    await readsEverything(number);
    await sued.writes('Bugfix-Pakete');

    // Whoever got such a dialog may read the ticket; that is recorded.
    expect(saidIn(desk.connector.record.search('kanarie-'))).toEqual({
      'Dem Plan widersprechen': [
        'kanarie-ursache',
        'kanarie-planversion',
        'kanarie-vorgehen',
        'kanarie-risiken',
      ],
      Antworten: ['kanarie-rueckfrage'],
      'Unterstützung erledigen': ['kanarie-anforderung'],
      'Bearbeitung abschließen': [
        'kanarie-planversion',
        'kanarie-behoben',
        'kanarie-paket',
        'kanarie-geaendert',
        'kanarie-betroffen',
        'kanarie-umgebung',
      ],
      'Freigeben und schließen': ['kanarie-testort', 'kanarie-schritte'],
    });
    const release = 'freigabe-fuer-alle';
    expect(sued.card('Freigabeinformation').text).toContain(release);
    const pages = await allPages((await opensContent(ticketCard(dispatch, number))).dialog);
    for (const canary of JSON.stringify(typed).match(/kanarie-[a-z]+/g) ?? [])
      expect(pages).toContain(canary);
    for (const text of ['kanarie-intern', 'kanarie-kommentar', 'kanarie-hilfe', release]) {
      expect(pages).toContain(text);
    }
  });
});
