import type { PlaceView } from '../../../src/simulator/people/place-view';
import { Desk } from '../../support/desk';
import { presses, ticketCard, classes, did, type Fields, places } from '../../support/desk-steps';
import { filled, type Milestone, ticketAt } from '../../support/ticket-way';

interface Wrong {
  readonly what: string;
  readonly from: Milestone;
  readonly at: 'nord' | 'dispatch' | 'journal' | 'platform';
  readonly action: string;
  readonly good: Fields;
  /** Replaces what is good, by input id: a client whose own checks are none. */
  readonly bad: Readonly<Record<string, unknown>>;
  readonly says: string;
}

const manyVersions = Array.from({ length: 30 }, (_, index) => `1.${index}`).join('\n');
const controls = 'unsichtbare Steuerzeichen';
const plan = { from: 'assigned', at: 'journal', action: 'Plan vorschlagen', good: filled.plan } as const;
const completion = {
  from: 'inProgress',
  at: 'journal',
  action: 'Bearbeitung abschließen',
  good: filled.completion,
} as const;
const question = { from: 'assigned', at: 'journal', action: 'Rückfrage', good: filled.question } as const;
const comment = {
  from: 'assigned',
  at: 'nord',
  action: 'Kommentieren',
  good: { Kommentar: 'Gut.' },
} as const;

const wrongs: readonly Wrong[] = [
  { ...plan, what: 'a target date in the past', bad: { targetDate: '2026-06-09' }, says: 'Vergangenheit' },
  { ...plan, what: 'a target on a holiday', bad: { targetDate: '2026-12-25' }, says: 'kein Servicetag' },
  { ...plan, what: 'a target on a Sunday', bad: { targetDate: '2026-06-14' }, says: 'kein Servicetag' },
  { ...plan, what: 'a day that does not exist', bad: { targetDate: '2026-02-30' }, says: 'Datum' },
  {
    ...plan,
    what: 'a year beyond the calendar',
    bad: { targetDate: '9999-12-31' },
    says: 'Servicekalender reicht bis',
  },
  { ...plan, what: 'a measure that is none', bad: { measure: 'hope' }, says: 'angebotenen Werte' },
  { ...plan, what: 'a cause of blanks', bad: { cause: ' \u00a0\u200b ' }, says: 'Ursache' },
  {
    ...plan,
    what: 'a cause too long',
    bad: { cause: 'x'.repeat(2_001) },
    says: 'Zeichen sind möglich, es sind 2001',
  },
  {
    ...plan,
    what: 'too many versions',
    bad: { affectedVersions: manyVersions },
    says: 'Höchstens 20 Versionen',
  },
  { ...plan, what: 'a text that is an object', bad: { risks: { a: 1 } }, says: 'nicht gelesen' },
  {
    ...completion,
    what: 'a link of another scheme',
    bad: { commitLink: 'javascript:alert(1)' },
    says: 'http',
  },
  { ...completion, what: 'a link to a file', bad: { buildLink: 'file:///etc/passwd' }, says: 'http' },
  { ...completion, what: 'a link that is none', bad: { environmentLink: 'QS 1' }, says: 'http' },
  { ...completion, what: 'no version', bad: { fixVersion: '' }, says: 'Version' },
  { ...completion, what: 'a version of two lines', bad: { fixVersion: '2.2\n2.3' }, says: 'eine Zeile' },
  { ...completion, what: 'control characters', bad: { changed: 'a\u0007b' }, says: controls },
  { ...question, what: 'an empty question', bad: { question: '' }, says: 'Rückfrage' },
  {
    ...question,
    what: 'a question too long',
    bad: { question: 'x'.repeat(2_001) },
    says: 'Zeichen sind möglich, es sind 2001',
  },
  { ...comment, what: 'a comment of blanks', bad: { text: '\n \t' }, says: 'Kommentar' },
  { ...comment, what: 'a comment that turns around', bad: { text: 'gut\u202etug' }, says: controls },
  {
    from: 'planned',
    at: 'nord',
    action: 'Dem Plan widersprechen',
    good: { 'Grund des Widerspruchs': 'Nein.' },
    what: 'an objection without reason',
    bad: { reason: '  ' },
    says: 'Bitte',
  },
  {
    from: 'assigned',
    at: 'journal',
    action: 'Bearbeitung beginnen',
    good: { 'Sofortbeginn, Begründung': 'Eilt.' },
    what: 'an immediate start without reason',
    bad: { immediateStartReason: '' },
    says: 'Sofortbeginn',
  },
  {
    from: 'inTest',
    at: 'dispatch',
    action: 'Test nicht bestanden',
    good: { ...filled.test, ...filled.defect },
    what: 'a failed test without defect',
    bad: { defect: '' },
    says: 'Bitte',
  },
  {
    from: 'inTest',
    at: 'dispatch',
    action: 'Freigeben und schließen',
    good: { ...filled.test, ...filled.release },
    what: 'a release without a word for the operators',
    bad: { noticeText: '' },
    says: 'Bitte',
  },
  {
    from: 'accepted',
    at: 'dispatch',
    action: 'Unterstützung anfordern',
    good: filled.support,
    what: 'support of no kind',
    bad: { kind: 'magic' },
    says: 'angebotenen Werte',
  },
];

describe('given bad input', () => {
  let desk: Desk;
  const standing = new Map<Milestone, string>();
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  /** Nothing that is wrong changes a ticket, so one of each standing does for all. */
  async function ticketIn(from: Milestone): Promise<string> {
    const number = standing.get(from) ?? (await ticketAt(desk, from));
    standing.set(from, number);
    return number;
  }

  it.each(wrongs.map((each): [string, Wrong] => [each.what, each]))(
    'when it is %s, then a sentence says so, what was typed is still there, and nothing changes',
    async (_what, { from, at, action, good, bad, says }) => {
      const number = await ticketIn(from);
      const view: PlaceView = places(desk)[at];
      const before = ticketCard(view, number).unfolded;
      const form = (await presses(ticketCard(view, number), action)).dialog.fill({ ...good });
      const again = await form.submit(form.buttons[0] ?? '', { forged: { ...bad } });
      await desk.delivered();
      expect(again.kind).toBe('dialog');
      expect(again.text).toContain(says);
      // One field at a time is wrong, and even that one is given back.
      const lost = Object.keys(good).filter((label) => !again.dialog.labels.includes(label));
      expect(lost).toEqual([]);
      const emptied = Object.keys(good).filter((label) => again.dialog.value(label) === undefined);
      expect(emptied.length).toBeLessThanOrEqual(1);
      expect(ticketCard(view, number).unfolded).toBe(before);
    },
  );

  it('when the answer comes to a question that is already answered, then it is still there to be a comment', async () => {
    const { journal, nord, nordB } = places(desk);
    const number = await ticketAt(desk, 'assigned');
    await did(desk, journal, number, 'Rückfrage', filled.question);
    const form = (await presses(ticketCard(nordB, number), 'Antworten')).dialog;
    await did(desk, nord, number, 'Antworten', filled.answer);
    const late = await form.fill({ Antwort: 'Seit dem Morgen.' }).submit(form.buttons[0] ?? '');
    await desk.delivered();
    expect(late.text).toContain('Bereits erledigt von Leitwarte Nord, Schicht A');
    expect(late.dialog.text).toContain('Seit dem Morgen.');
    expect(ticketCard(journal, number).unfolded).not.toContain('Seit dem Morgen.');
  });

  it('when a plan is sent to a ticket that has got another module, then it is as if there were none', async () => {
    const { journal, dispatch } = places(desk);
    const number = await ticketAt(desk, 'assigned');
    const form = (await presses(ticketCard(journal, number), 'Plan vorschlagen')).dialog;
    await did(desk, dispatch, number, 'Modul ändern', { Modul: 'Störungsinformationstool' });
    const before = ticketCard(dispatch, number).unfolded;
    const late = await form.fill({ ...filled.plan }).submit(form.buttons[0] ?? '');
    await desk.delivered();
    expect(late.text).toContain('Zu dieser Nummer gibt es hier kein Ticket.');
    expect(ticketCard(dispatch, number).unfolded).toBe(before);
  });

  it('when an immediate start is asked for in class 3, then nothing begins', async () => {
    const { journal, dispatch } = places(desk);
    const number = await ticketAt(desk, 'assigned');
    const form = (await presses(ticketCard(journal, number), 'Bearbeitung beginnen')).dialog;
    await did(desk, dispatch, number, 'Klasse ändern', {
      Fehlerklasse: classes[3],
      Begründung: 'Es gibt eine Umgehung.',
    });
    const late = await form.fill({ 'Sofortbeginn, Begründung': 'Eilt.' }).submit(form.buttons[0] ?? '');
    await desk.delivered();
    expect(late.text).toContain('Fehlerbehebungsplan');
    expect(ticketCard(dispatch, number).unfolded).toContain(`${number} | Akzeptiert`);
  });

  it('when the one who repaired it is a dispatcher too, then they do not test their own repair', async () => {
    const own = await Desk.open({
      organisation: (sample) => ({
        ...sample,
        people: sample.people.map((person) =>
          person.id === 'maintainer-west'
            ? { ...person, roles: [...person.roles, { role: 'dispatcher' as const }] }
            : person,
        ),
      }),
    });
    try {
      const repaired = await ticketAt(own, 'fixed');
      const both = own.as('maintainer-west').in('Dispatch');
      const refused = await ticketCard(both, repaired).press('Test beginnen');
      expect(refused.text).toContain('Test beginnen');
      expect(ticketCard(places(own).dispatch, repaired).unfolded).toContain(`${repaired} | Bearbeitet`);
      await did(own, places(own).dispatch, repaired, 'Test beginnen');
      const form = await presses(ticketCard(both, repaired), 'Freigeben und schließen');
      expect(form.dialog.labels).toEqual([]);
    } finally {
      await own.close();
    }
  });
});
