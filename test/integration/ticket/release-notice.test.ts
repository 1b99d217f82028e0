import { Desk } from '../../support/desk';
import { ticketCard, does, places } from '../../support/desk-steps';
import { filled, ticketAt } from '../../support/ticket-way';

describe('given a released fix', () => {
  let desk: Desk;
  let number: string;
  beforeEach(async () => {
    desk = await Desk.open();
    number = await ticketAt(desk, 'closed');
  });
  afterEach(() => desk.close());

  it('when one person has confirmed, then a colleague reads who, and nothing is confirmed twice', async () => {
    const { dispatch, nord, nordB, sued, suedB } = places(desk);
    const old = nordB.card('Freigabeinformation').frozen();
    const oldOfSued = suedB.card('Freigabeinformation').frozen();
    const first = nord.card('Freigabeinformation').frozen();
    const answer = await first.press('Gelesen');
    expect(answer.text).toContain('bestätigt von Leitwarte Nord, Schicht A');
    expect((await first.press('Gelesen')).text).toBe(answer.text);
    await sued.card('Freigabeinformation').press('Gelesen');
    await desk.delivered();
    const late = await old.press('Gelesen');
    expect(late.text).toContain('Bereits erledigt von Leitwarte Nord, Schicht A');
    expect(late.text).toContain('Freigabeinformation');
    const lateOfSued = await oldOfSued.press('Gelesen');
    expect(lateOfSued.text).toContain('Bereits erledigt von Leitstelle Süd, Schicht A');
    expect(lateOfSued.text).not.toContain(number);
    await desk.delivered();
    expect(ticketCard(dispatch, number).unfolded.match(/Freigabeinformation gelesen/g)).toHaveLength(2);
  });

  it('when two of an organisation confirm at once, then one does', async () => {
    const { dispatch, nord, nordB } = places(desk);
    const cards = [nord, nordB].map((view) => view.card('Freigabeinformation').frozen());
    const outcomes = await Promise.all(cards.map((card) => card.press('Gelesen')));
    await desk.delivered();
    expect(outcomes.filter(({ text }) => text.includes('Bereits erledigt von '))).toHaveLength(1);
    expect(ticketCard(dispatch, number).unfolded.match(/Freigabeinformation gelesen/g)).toHaveLength(1);
  });

  it("when a dispatcher presses in the operator's channel, then they read who may", async () => {
    const { dispatch } = places(desk);
    const inNord = desk.as('dispatcher-1').in('Netz Nord GmbH');
    const { text } = await inNord.card('Freigabeinformation').press('Gelesen');
    expect(text).toContain('dürfen hier nur: Netz Nord GmbH');
    expect(ticketCard(dispatch, number).unfolded).toContain('Gelesen: 0 von 2');
  });

  it('when a dispatcher confirms on the word of an operator, then the notice says so', async () => {
    const { dispatch, sued } = places(desk);
    desk.at('2026-06-10T11:00');
    const outcome = await does(desk, dispatch, number, 'Für einen Netzbetreiber als gelesen bestätigen', {
      Netzbetreiber: 'Stadtwerke Süd AG',
      ...filled.word,
    });
    expect(outcome.kind).toBe('closed');
    expect(sued.card('Freigabeinformation').text).toContain('auf Ihr Wort');
    expect(ticketCard(dispatch, number).unfolded).toContain('Noch nicht gelesen: Netz Nord GmbH');
  });

  it('when a client forges a confirmation, then it is as if there were no ticket, or as it is', async () => {
    const { nord, sued, dispatch } = places(desk);
    const other = await ticketAt(desk, 'assigned');
    const forged = { ticket: other, version: 1 };
    const unknown = await sued.card('Freigabeinformation').press('Gelesen', { forged });
    expect(unknown.text).toContain('Zu dieser Nummer gibt es hier kein Ticket.');
    const asTicket = { do: 'read', what: 'content', ticket: number };
    const read = await sued.card('Freigabeinformation').press('Gelesen', { forged: asTicket });
    expect(read.text).toContain('Zu dieser Nummer gibt es hier kein Ticket.');
    const notice = nord.card('Freigabeinformation').frozen();
    const acting = { do: 'act', action: 'agreeToPlan' };
    const closed = await notice.press('Gelesen', { forged: acting });
    expect(closed.text).toContain('nicht möglich');
    expect(closed.text).not.toContain('Beschreibung');
    const refreshed = await notice.press('Gelesen', {
      forged: { do: 'refresh', ticket: number, card: 'ticket' },
    });
    expect(refreshed.text).toContain('Kopie, Stand');
    expect(ticketCard(dispatch, number).unfolded).toContain('Gelesen: 0 von 2');
  });

  it('when a package is released, then dispatchers are pointed to operators for their list', async () => {
    const { dispatch } = places(desk);
    await dispatch.writes('@Software-Pflege Bugfix-Pakete');
    expect(dispatch.shows().at(-1)?.text).toContain('zeige ich Netzbetreibern');
  });
});
