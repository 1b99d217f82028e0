import type { PlaceView } from '../../../src/simulator/people/place-view';
import { Desk } from '../../support/desk';
import { ticketCard, did, places, opensContent } from '../../support/desk-steps';
import { filled, reports, ticketAt } from '../../support/ticket-way';

const bot = '@Software-Pflege ';
const secret = 'Das Passwort steht im Klartext';

describe('given what is said to the bot in the thread of a ticket', () => {
  let desk: Desk;
  let number: string;
  beforeAll(async () => {
    desk = await Desk.open();
    number = await ticketAt(desk, 'assigned');
  });
  afterAll(() => desk.close());

  /** Replies to the ticket's card, and answers what the bot says to that. */
  async function replies(view: PlaceView, text: string, about = number): Promise<string> {
    await view.replies(ticketCard(view, about), bot + text);
    await desk.delivered();
    const answers = view.thread(ticketCard(view, about)).filter(({ author }) => author === 'Software-Pflege');
    return answers.findLast(({ hasCard }) => hasCard)?.text ?? '';
  }

  it('when a maintainer comments, then it is internal: dispatch reads it, the operator does not', async () => {
    const { journal, dispatch, nord } = places(desk);
    const before = ticketCard(nord, number).unfolded;
    await replies(journal, 'Kommentar Es liegt\nam Index.');
    expect(journal.message('Es liegt').reactions).toEqual(['2705_whiteheavycheckmark']);
    expect(ticketCard(dispatch, number).unfolded).toContain('Es liegt\nam Index.');
    expect(dispatch.shows().at(-1)?.mentions).toEqual(['dispatcher-1']);
    expect(ticketCard(nord, number).unfolded).toBe(before);
  });

  it('when the text mentions somebody, then the ticket names them', async () => {
    const { dispatch } = places(desk);
    await replies(dispatch, 'Kommentar Bitte mit @Dispatcher Zwei absprechen');
    expect(ticketCard(dispatch, number).unfolded).toContain('Bitte mit Dispatcher Zwei absprechen');
  });

  it('when the text begins with a sign, then the sign is kept', async () => {
    const { dispatch } = places(desk);
    await replies(dispatch, 'Kommentar -5 °C im Schrank');
    await replies(dispatch, 'Kommentar: --force hilft nicht');
    expect(ticketCard(dispatch, number).unfolded).toMatch(/-5 °C im Schrank[^]*--force hilft nicht/);
  });

  it('when signs are typed that are markup elsewhere, then they are stored as typed', async () => {
    const { dispatch } = places(desk);
    await replies(dispatch, 'Kommentar a < b &amp; <quoted/> R&D');
    expect(ticketCard(dispatch, number).unfolded).toContain('a < b &amp; <quoted/> R&D');
  });

  it('when the message is edited and deleted, then the record is corrected and stays', async () => {
    const { dispatch } = places(desk);
    await replies(dispatch, 'Kommentar Wartung um 15 Uhr.');
    const written = dispatch.message('Wartung um 15 Uhr.');
    await dispatch.edits(written, `${bot}Kommentar Wartung um 16 Uhr.`);
    await desk.delivered();
    const { unfolded: text } = ticketCard(dispatch, number);
    expect(text).toMatch(/Wartung um 15 Uhr\./);
    expect(text).toMatch(/Geändert \(Kommentar vom .+ Uhr\): Wartung um 16 Uhr\./);
    await dispatch.deletes(written);
    await desk.delivered();
    expect(
      dispatch
        .thread(ticketCard(dispatch, number))
        .map((each) => each.text)
        .join(),
    ).toContain(`steht weiterhin in Ticket ${number}`);
  });

  it('when a reply quotes, then it is understood and the mark is not stored', async () => {
    const { dispatch } = places(desk);
    const card = ticketCard(dispatch, number);
    await dispatch.replies(card, `${bot}Kommentar Wie zitiert.`, { quotes: card });
    await desk.delivered();
    expect(ticketCard(dispatch, number).unfolded).toContain('Wie zitiert.');
    expect(ticketCard(dispatch, number).unfolded).not.toContain('messageId');
  });

  it('when it is said to all, then every place of the ticket reads it', async () => {
    const { journal, dispatch, nord } = places(desk);
    await replies(dispatch, 'Kommentar an alle: Wir sind daran.');
    for (const view of [journal, dispatch, nord]) {
      expect(ticketCard(view, number).unfolded).toContain('Wir sind daran.');
    }
    expect(nord.shows().at(-1)?.mentions).toEqual(['leitwarte-nord-a', 'leitwarte-nord-b']);
  });

  it('when the operator comments, then it is for all, whichever word they use', async () => {
    const { journal, nordB } = places(desk);
    await replies(nordB, 'Kommentar Auch in Schicht B.');
    expect(ticketCard(journal, number).unfolded).toContain('Auch in Schicht B.');
  });

  it('when the operator answers the question, then it is answered', async () => {
    const { journal, nord, dispatch } = places(desk);
    expect(await replies(nord, 'Antwort Ungefragt.')).toContain('Rückfrage');
    await did(desk, journal, number, 'Rückfrage', filled.question);
    expect(nord.shows().at(-1)?.mentions).toEqual(['leitwarte-nord-a', 'leitwarte-nord-b']);
    expect(await replies(nord, 'Antwort Seit der Nachtschicht.')).toContain(
      `Die Antwort steht in Ticket ${number}.`,
    );
    expect(ticketCard(journal, number).unfolded).toContain('Seit der Nachtschicht.');
    expect(journal.shows().at(-1)?.mentions).toEqual(['maintainer-west']);
    expect(await replies(nord, 'Antwort Noch einmal.')).toContain(
      'Bereits erledigt von Leitwarte Nord, Schicht A',
    );
    expect(ticketCard(dispatch, number).unfolded).not.toContain('Noch einmal.');
  });

  it('when somebody answers who is not asked, then nothing happens and a sentence says who is', async () => {
    const { journal, dispatch } = places(desk);
    await did(desk, dispatch, number, 'Rückfrage', filled.question);
    expect(await replies(journal, 'Antwort Ich denke, ja.')).toContain('dürfen hier nur: Netz Nord GmbH');
    expect(await replies(dispatch, 'Antwort Am Telefon gehört.')).toContain('wer es wie und wann mitgeteilt');
    expect(ticketCard(dispatch, number).unfolded).not.toContain('Am Telefon gehört.');
    expect(await replies(places(desk).owner, 'Kommentar Eilt das?')).toContain('dürfen hier nur: ');
    await did(desk, places(desk).nord, number, 'Antworten', filled.answer);
  });

  it('when the same message is delivered again, then there is one comment', async () => {
    const { journal } = places(desk);
    const { delivery } = await journal.replies(ticketCard(journal, number), `${bot}Kommentar Nur einmal.`);
    await desk.delivered();
    if (delivery === undefined) throw new Error('the bot did not get the message');
    const version = (text: string) => text.match(/Nur einmal\./g)?.length ?? 0;
    const before = version(ticketCard(journal, number).unfolded);
    const mentions = places(desk).dispatch.shows().length;
    await desk.as('maintainer-west').sendsAgain(delivery.activity);
    await desk.restart();
    await desk.as('maintainer-west').sendsAgain(delivery.activity);
    await desk.delivered();
    expect(version(ticketCard(journal, number).unfolded)).toBe(before);
    expect(places(desk).dispatch.shows()).toHaveLength(mentions);
    const history = await ticketCard(journal, number).press('Verlauf');
    expect(history.dialog.text.match(/Nur einmal\./g)).toHaveLength(1);
  });

  it('when it is said outside the thread of a ticket, then a sentence says where it belongs', async () => {
    const { journal } = places(desk);
    await journal.writes(`${bot}Kommentar Wohin damit?`);
    expect(journal.message(/Hier steht kein Ticket/).text).toContain('auf die Karte des Tickets');
    await journal.writes(`${bot}Hilfe`);
    await journal.replies(journal.card(/Ticket SP-…:/), `${bot}Antwort Wohin?`);
    expect(journal.shows().at(-1)?.text).toContain('Hier steht kein Ticket');
    expect(ticketCard(journal, number).unfolded).not.toContain('Wohin');
  });

  it('when a reply names another ticket than its thread, then neither takes it, and the writer alone reads why', async () => {
    const { dispatch, dispatch2 } = places(desk);
    const other = await ticketAt(desk, 'requested');
    await replies(dispatch, `Kommentar zu ${other}: Neustart bringt nichts`);
    expect(dispatch.message('Neustart bringt nichts').reactions).toEqual([]);
    expect(dispatch.message(/Dieser Thread gehört zu/).text).toContain(`zu Ticket ${number}`);
    expect(dispatch2.shows().some(({ text }) => text.includes('Dieser Thread gehört zu'))).toBe(false);
    for (const each of [number, other])
      expect(ticketCard(dispatch, each).unfolded).not.toContain('Neustart bringt nichts');
    await dispatch.writes(`${bot}Kommentar ${other}: Neustart bringt nichts`);
    await desk.delivered();
    expect(ticketCard(dispatch, other).unfolded).toContain('Neustart bringt nichts');
  });

  it('when it is said in a private chat, then the number names the ticket, and only one that may be read', async () => {
    const { dispatch, sued } = places(desk);
    const chat = desk.as('maintainer-west').chat();
    const answered = async (view: PlaceView, text: string) => {
      await view.writes(text);
      await desk.delivered();
      return view.shows().at(-1)?.text ?? '';
    };
    expect(await answered(chat, 'Kommentar ohne Nummer')).toContain('Kommentar SP-2026-0001 …');
    expect(await answered(chat, `Kommentar ${number} aus dem Chat`)).toContain('nur intern');
    expect(ticketCard(dispatch, number).unfolded).toContain('aus dem Chat');
    const foreign = await answered(sued, `Kommentar ${number} von nebenan`);
    expect(await answered(sued, 'Kommentar SP-2026-9999 von nebenan')).toBe(foreign);
    expect(foreign).toContain('Zu dieser Nummer gibt es hier kein Ticket.');
    expect(ticketCard(dispatch, number).unfolded).not.toContain('von nebenan');
  });

  it('when a short answer is a request, then it is taken as it stands', async () => {
    const { dispatch, nord } = places(desk);
    await did(desk, dispatch, number, 'Rückfrage', { Rückfrage: 'Sollen wir den Eintrag ergänzen?' });
    expect(await replies(nord, 'Antwort …')).toContain('Bitte schreiben Sie den Text');
    expect(await replies(nord, 'Antwort eintragen')).toContain('Das klingt nach der Frage');
    await replies(nord, 'Antwort Bitte eintragen.');
    expect(ticketCard(dispatch, number).unfolded).toContain('Bitte eintragen.');
  });

  it('when nothing is said, or more than there is room for, then nothing is stored', async () => {
    const { journal } = places(desk);
    const before = ticketCard(journal, number).unfolded;
    expect(await replies(journal, 'Kommentar')).toContain('Bitte schreiben Sie den Text');
    expect(await replies(journal, 'Kommentar \u00a0 \u200b ')).toContain('Bitte schreiben Sie den Text');
    for (const asking of ['Kommentar hinzufügen', 'Kommentar an alle schreiben, bitte', 'Antwort geben?'])
      expect(await replies(journal, asking)).toContain('Bitte schreiben Sie den Text');
    expect(await replies(journal, `Kommentar ${'x'.repeat(3_001)}`)).toContain('Höchstens 3000 Zeichen');
    expect(await replies(journal, 'Kommentar umgedreht \u202etxet')).toContain('Steuerzeichen');
    expect(ticketCard(journal, number).unfolded).toBe(before);
  });

  it('when the ticket is security-relevant, then its text is refused, and neither stored nor repeated', async () => {
    const { nord, dispatch } = places(desk);
    const hidden = await reports(desk, 2, { Sicherheit: true });
    for (const view of [nord, dispatch]) {
      for (const word of ['Kommentar', 'Kommentar an alle', 'Antwort']) {
        expect(await replies(view, `${word} ${secret}`, hidden)).toContain('sicherheitsrelevant');
      }
    }
    const chat = desk.as('dispatcher-1').chat();
    await chat.writes(`Kommentar ${hidden} ${secret}`);
    expect(chat.shows().at(-1)?.text).toContain('sicherheitsrelevant');
    expect(desk.connector.record.search(secret)).toEqual([]);
    const content = await opensContent(ticketCard(dispatch, hidden));
    expect(content.dialog.text).not.toContain(secret);
  });
});
