import { Desk } from '../../support/desk';
import { acceptTicket, places, reportFault, ticketCard } from '../../support/desk-steps';

describe('accepting and assigning in one form', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  test('given a report, when it is accepted and assigned in one, then the card shows both and its maintainer is mentioned', async () => {
    const number = await reportFault(desk);
    const { dispatch, journal, nord } = places(desk);
    const form = (await ticketCard(dispatch, number).press('Akzeptieren und zuweisen')).dialog;
    expect(form.value('Maintainer')).toBe('maintainer-west');
    const sent = await form.submit('Akzeptieren und zuweisen');
    await desk.delivered();
    expect(sent.kind).toBe('closed');
    for (const place of [nord, dispatch, journal]) {
      expect(ticketCard(place, number).text).toContain(
        'Als Nächstes: Maintainer West (Softwarehaus West GmbH)',
      );
    }
    expect(journal.shows().at(-1)?.mentions).toEqual(['maintainer-west']);
    const history = (await ticketCard(dispatch, number).press('Verlauf')).dialog.text;
    expect(history).toContain('Akzeptiert');
    expect(history).toContain('Zugewiesen');
  });

  test('given two dispatchers with the form open, when both send it, then it is accepted and assigned once and the second is told', async () => {
    const number = await reportFault(desk);
    const { dispatch, dispatch2, journal } = places(desk);
    const [first, second] = [
      (await ticketCard(dispatch, number).press('Akzeptieren und zuweisen')).dialog,
      (await ticketCard(dispatch2, number).press('Akzeptieren und zuweisen')).dialog,
    ];
    await first.submit('Akzeptieren und zuweisen');
    const late = await second
      .fill({ Maintainer: 'Maintainer West, Vertretung (Softwarehaus West GmbH)' })
      .submit('Akzeptieren und zuweisen');
    await desk.delivered();
    expect(late.text).toContain('Bereits erledigt von Dispatcher Eins');
    expect(journal.shows().flatMap(({ mentions }) => mentions)).toEqual(['maintainer-west']);
  });

  test('given a module without maintainer, when its report is read, then accepting is offered and assigning is not', async () => {
    const number = await reportFault(desk, { Modul: 'Kontaktstammdaten' });
    const card = ticketCard(places(desk).dispatch, number);
    expect(card.buttons).toContain('Akzeptieren');
    expect(card.buttons).not.toContain('Akzeptieren und zuweisen');
    await acceptTicket(desk, number);
    expect(ticketCard(places(desk).dispatch, number).text).toContain('Akzeptiert');
  });
});
