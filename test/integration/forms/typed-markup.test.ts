import { channels, Desk } from '../../support/desk';
import {
  classes,
  does,
  type Fields,
  opensReport,
  places,
  presses,
  reportFault,
  ticketCard,
  wordOfNord,
  opensContent,
} from '../../support/desk-steps';

/** What would be markup, mention, template or command somewhere between a keyboard and a reader. */
const hostile = [
  '**fett** _kursiv_ ~~weg~~ `code`',
  '[Klick](https://evil.example.com) ![x](https://evil.example.com/x.png)',
  '<at>Dispatcher Eins</at> <b>fett</b> &amp; &lt;b&gt;',
  '${title} $(rm) ${$root.number} {{DATE(2026-01-01T00:00:00Z, SHORT)}}',
  '"Anführung" \\ rückwärts </script>',
].join(' ');
const lines = `# Titel\n- Liste\n1. Zahl\n> Zitat\n---\n| a | b |\n${hostile}`;
const short = '**f** <at>Dispatcher Eins</at> ${title} [x](y)';

/** Clients replace nothing in it any more: an invisible joiner stands between the braces. */
const asRead = (text: string) => text.replaceAll('{{DATE(', '{\u2060{DATE(');

describe('given texts that look like markup in every field', () => {
  let desk: Desk;
  let number: string;
  beforeAll(async () => {
    desk = await Desk.open();
    const fields: Fields = {
      ...wordOfNord,
      'Mitgeteilt von': short,
      Titel: short,
      Beschreibung: lines,
      'Seit wann': hostile.slice(0, 190),
      'Version des Moduls': short,
      Umgehung: `${hostile} ${hostile}`,
    };
    const { dispatch } = places(desk);
    number = await reportFault(desk, fields, dispatch);
    await does(desk, dispatch, number, 'Zurückweisen (Angaben fehlen)', { 'Welche Angaben fehlen': lines });
  });
  afterAll(() => desk.close());

  it('when they are reported, then every card shows them as typed', async () => {
    const expected = [
      `Beschreibung: ${asRead(lines)}`,
      `Seit: ${asRead(hostile.slice(0, 190))}`,
      `Version: ${short}`,
      `Es fehlt: ${asRead(lines)}`,
      `Uhr, ${short}`,
    ];
    for (const view of [places(desk).nord, places(desk).dispatch]) {
      for (const text of expected) expect(ticketCard(view, number).unfolded).toContain(text);
      await view.writes(`@Software-Pflege Ticket ${number}`);
      for (const text of expected) expect(view.shows().at(-1)?.unfolded).toContain(text);
      await view.writes('@Software-Pflege Unsere Tickets');
      // A row has room for the beginning of a title.
      expect(view.shows().at(-1)?.text).toContain(`${short.slice(0, 31)}…`);
    }
  });

  it('when the content is read, then it is as typed', async () => {
    const content = (await opensContent(ticketCard(places(desk).nord, number))).text;
    for (const text of [short, lines, hostile]) expect(content).toContain(asRead(text));
  });

  it('when the operator answers, then the form repeats what is missing as typed, and the card the answer', async () => {
    const { nord, dispatch } = places(desk);
    const form = (await ticketCard(nord, number).press('Ergänzen')).dialog;
    expect(form.text).toContain(`Es fehlt: ${asRead(lines)}`);
    await form.fill({ Antwort: lines }).submit('Ergänzen');
    await desk.delivered();
    expect(ticketCard(dispatch, number).unfolded).toContain(`Ergänzung: ${asRead(lines)}`);
  });

  it('when a reason is given for a class, a return and a refusal, then cards show them as typed', async () => {
    const { dispatch, nord } = places(desk);
    await does(desk, dispatch, number, 'Klasse ändern', { Fehlerklasse: classes[3], Begründung: hostile });
    expect(ticketCard(nord, number).unfolded).toContain('Begründung der Klasse');
    expect(ticketCard(nord, number).unfolded).toContain(asRead(hostile).slice(0, 250));
    const decline = (await presses(ticketCard(dispatch, number), 'Ablehnen')).dialog;
    const check = (await decline.fill({ Grund: 'Kein Softwarefehler', Begründung: lines }).submit('Weiter'))
      .dialog;
    expect(check.text).toContain(`Begründung: ${asRead(lines)}`);
    await check.submit('Ablehnen');
    await desk.delivered();
    expect(ticketCard(nord, number).unfolded).toContain(`Kein Softwarefehler – ${asRead(lines)}`);
  });

  it('when a form is checked and left again, then it holds exactly what was typed', async () => {
    const form = (await opensReport(places(desk).nord)).fill({
      Modul: 'Betriebstagebuch',
      Titel: short,
      Beschreibung: lines,
      Reproduzierbar: 'immer',
      'Fehlerklasse (Vorschlag)': classes[2],
      '1st und 2nd Level': true,
    });
    const check = (await form.submit('Weiter')).dialog;
    expect(check.text).toContain(`Titel: ${short}`);
    expect(check.text).toContain(`Beschreibung: ${asRead(lines)}`);
    const back = (await check.submit('Zurück')).dialog;
    expect(back.value('Titel')).toBe(short);
    expect(back.value('Beschreibung')).toBe(lines);
  });

  it('when all of this was shown, then nobody was mentioned by it', () => {
    const seen = [channels.dispatch, channels.nord].flatMap((name) =>
      desk.as('dispatcher-1').in(name).shows(),
    );
    const mentioned = seen.filter(
      ({ author, mentions }) => author === 'Software-Pflege' && mentions.length > 0,
    );
    expect(mentioned.map(({ text }) => text).filter((text) => !text.startsWith('@'))).toEqual([]);
    expect(mentioned.every(({ hasCard }) => !hasCard)).toBe(true);
  });
});
