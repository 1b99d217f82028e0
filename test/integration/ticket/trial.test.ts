import type { PlaceView } from '../../../src/simulator/people/place-view';
import { Desk } from '../../support/desk';
import {
  classes,
  did,
  maintainerWest,
  opensReport,
  places,
  reads,
  reportFault,
  ticketCard,
  wholeReport,
  wordOfNord,
} from '../../support/desk-steps';
import { runCli } from '../../support/run-cli';
import { filled } from '../../support/ticket-way';

const trial = { Probe: true };

/** What everybody at an operator has seen. */
function seenByOperators(desk: Desk): readonly string[] {
  const { nord, nordB, sued, suedB } = places(desk);
  return [nord, nordB, sued, suedB].flatMap((view) => view.shows().map(({ text }) => text));
}

/** The newest answer to a typed command. */
async function answerTo(view: PlaceView, text: string): Promise<string> {
  await view.writes(`@Software-Pflege ${text}`);
  return view.shows().at(-1)?.text ?? '';
}

/** Leads it from its report to its release, dispatcher and maintainer alone. */
async function practises(desk: Desk): Promise<string> {
  const { dispatch, dispatch2, journal } = places(desk);
  const number = await reportFault(desk, trial, dispatch);
  await did(desk, dispatch, number, 'Zurückweisen (Angaben fehlen)', { 'Welche Angaben fehlen': 'Version?' });
  await did(desk, dispatch, number, 'Ergänzen', { ...filled.word, ...filled.answer });
  await did(desk, dispatch, number, 'Akzeptieren');
  await did(desk, dispatch, number, 'Zuweisen', { Maintainer: maintainerWest });
  await did(desk, journal, number, 'Rückfrage', filled.question);
  await did(desk, dispatch, number, 'Antworten', { ...filled.word, ...filled.answer });
  await did(desk, journal, number, 'Plan vorschlagen', filled.plan);
  await did(desk, dispatch, number, 'Plan für den Netzbetreiber zustimmen', filled.word);
  await did(desk, dispatch, number, 'Dem Plan zustimmen');
  await did(desk, journal, number, 'Bearbeitung beginnen');
  await did(desk, journal, number, 'Bearbeitung abschließen', filled.completion);
  await did(desk, dispatch, number, 'Test beginnen');
  await did(desk, dispatch2, number, 'Freigeben und schließen', { ...filled.test, ...filled.release });
  return number;
}

describe('given a ticket to practise with (process 7)', () => {
  let desk: Desk;
  afterEach(() => desk.close());

  it('when a dispatcher and a maintainer lead it to its end, then both read "Probe", and no operator anything', async () => {
    desk = await Desk.open();
    const { dispatch, journal } = places(desk);
    const before = seenByOperators(desk);
    const number = await practises(desk);
    for (const view of [dispatch, journal]) {
      const { unfolded } = ticketCard(view, number);
      expect(unfolded).toContain(`${number} | Probe · Geschlossen · Klasse 2`);
      expect(unfolded).toContain('Netzbetreiber: keiner (Probe)');
      expect(unfolded).not.toMatch(/nicht über Teams erreichbar/i);
      const told = view.shows().filter(({ mentions }) => mentions.length > 0);
      expect(told.length).toBeGreaterThan(1);
      for (const { text } of told) expect(text).toContain('Probe: ');
    }
    expect(seenByOperators(desk)).toEqual(before);
    expect(await answerTo(dispatch, `Ticket ${number}`)).toContain('Probe · Geschlossen');
  });

  it('when it is open, overdue or closed, then no list, digest or report knows of it', async () => {
    desk = await Desk.open();
    const { dispatch, journal, nord } = places(desk);
    await practises(desk);
    const open = await reportFault(desk, { ...trial, 'Fehlerklasse (Vorschlag)': classes[1] }, dispatch);
    await did(desk, dispatch, open, 'Akzeptieren');
    await did(desk, dispatch, open, 'Zuweisen', { Maintainer: maintainerWest });
    const missed = await reportFault(desk, trial, dispatch);
    desk.at('2026-06-11T12:00');
    await desk.timePasses();
    expect(ticketCard(dispatch, missed).text).toContain('versäumt');
    const history = await reads(ticketCard(dispatch, missed), 'Verlauf');
    expect(history.text).toContain('Als Probeticket zum Üben angelegt');
    const [digest] = dispatch.shows().filter(({ text }) => text.startsWith('Tagesübersicht\n'));
    expect(digest?.text).toContain('Keine offenen Tickets.');
    for (const view of [dispatch, journal, nord]) {
      expect(await answerTo(view, 'Offene Tickets')).toContain('Keine offenen Tickets.');
      const overview = await answerTo(view, 'Tagesübersicht');
      expect(overview).toContain('Keine offenen Tickets.');
      expect(overview).toContain('bis heute 0 Uhr: keine.');
    }
    expect(await answerTo(nord, 'Bugfix-Pakete')).toContain('noch nichts freigegeben');
    const report = await runCli('report', { MONGODB_URI: desk.storeUri }, '--month', '2026-06');
    expect(report).toMatchObject({ status: 0, wrong: '' });
    expect(report.out.trim().split('\r\n')).toHaveLength(1);
    const verified = await runCli('verify', { MONGODB_URI: desk.storeUri });
    expect(verified).toMatchObject({ status: 0 });
  });

  it('when its dispatcher is of an operator’s company, then nobody there hears of it, and nobody is to be called', async () => {
    desk = await Desk.open({
      organisation: (sample) => ({
        ...sample,
        people: sample.people.map((each) =>
          each.id === 'dispatcher-1' ? { ...each, organisation: 'netz-nord' } : each,
        ),
      }),
    });
    const before = seenByOperators(desk);
    const number = await practises(desk);
    expect(seenByOperators(desk)).toEqual(before);
    expect(await answerTo(places(desk).nord, `Ticket ${number}`)).not.toContain('Geschlossen');
  });

  it('when it is marked security-relevant, or left without operator and mark, then the form says at the field what is wrong', async () => {
    desk = await Desk.open();
    const { dispatch, nord } = places(desk);
    const secret = await (
      await opensReport(dispatch)
    )
      .fill({ ...wholeReport, ...trial, Sicherheit: true })
      .submit('Weiter');
    expect(secret.text).toContain('Ein Probeticket ist nie sicherheitsrelevant');
    const nobody = await (await opensReport(dispatch)).fill(wholeReport).submit('Weiter');
    expect(nobody.text).toContain('Bitte wählen Sie den Netzbetreiber.');
    const checked = await (
      await opensReport(dispatch)
    )
      .fill({ ...wholeReport, ...wordOfNord, ...trial })
      .submit('Weiter');
    expect(checked.text).toContain('Netzbetreiber: keiner (Probe)');
    expect(checked.text).toContain('zählen bei einem Probeticket nicht');
    expect(checked.text).not.toContain('Schichtleitung Nord');
    expect((await opensReport(nord)).text).not.toContain('Probe');
  });
});
