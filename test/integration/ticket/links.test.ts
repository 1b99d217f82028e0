import { Desk } from '../../support/desk';
import { assignTicket, does, places, presses, reportFault, ticketCard } from '../../support/desk-steps';

describe('given tickets that have to do with each other (process 3)', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.at('2026-06-10T10:00'));

  const link = 'Ticket verknüpfen';
  const unlink = 'Verknüpfung lösen';

  async function historyOf(view: ReturnType<typeof places>['nord'], number: string): Promise<string> {
    return (await ticketCard(view, number).press('Verlauf')).dialog.text;
  }

  it('when the dispatcher links two of one operator, then both cards and histories say it, until it is undone at the other', async () => {
    const [first, second] = [await reportFault(desk), await reportFault(desk)];
    const { dispatch, nord } = places(desk);
    await does(desk, dispatch, second, link, { Verknüpfung: 'Folgeticket von', Ticket: first.toLowerCase() });
    for (const view of [dispatch, nord]) {
      expect(ticketCard(view, second).text).toContain(`Folgeticket von: ${first}`);
      expect(ticketCard(view, first).text).toContain(`hat das Folgeticket: ${second}`);
      expect(await historyOf(view, second)).toContain(`Verknüpft: Folgeticket von ${first}`);
      expect(await historyOf(view, first)).toContain(`Verknüpft: hat das Folgeticket ${second}`);
    }
    await does(desk, dispatch, first, unlink);
    for (const view of [dispatch, nord]) {
      expect(ticketCard(view, first).text).not.toContain('Verknüpfte Tickets');
      expect(ticketCard(view, second).text).not.toContain('Verknüpfte Tickets');
      expect(await historyOf(view, second)).toContain(`Verknüpfung gelöst: ${first}`);
    }
  });

  it('when they are of two operators, then neither operator reads of the other one’s', async () => {
    const sued = desk.as('leitstelle-sued-a').chat();
    const [foreign, own] = [await reportFault(desk, {}, sued), await reportFault(desk)];
    const { dispatch, nord } = places(desk);
    const before = ticketCard(nord, own).text;
    await does(desk, dispatch, own, link, { Verknüpfung: 'hängt zusammen mit', Ticket: foreign });
    expect(ticketCard(dispatch, own).text).toContain(`hängt zusammen mit: ${foreign}`);
    expect(ticketCard(dispatch, foreign).text).toContain(`hängt zusammen mit: ${own}`);
    expect(ticketCard(nord, own).text).toBe(before);
    expect(await historyOf(nord, own)).not.toContain(foreign);
    expect(ticketCard(sued, foreign).text).not.toContain(own);
  });

  it('when a maintainer links, then it is to a ticket that they may read, and once', async () => {
    const [first, second, unread] = [
      await reportFault(desk),
      await reportFault(desk),
      await reportFault(desk),
    ];
    await assignTicket(desk, first);
    await assignTicket(desk, second);
    const { journal } = places(desk);
    for (const [named, sentence] of [
      [unread, 'Zu dieser Nummer gibt es hier kein Ticket.'],
      [first, 'Ein Ticket kann sich nicht auf sich selbst beziehen'],
      ['4711', 'Bitte geben Sie eine Ticketnummer an, etwa SP-2026-0001.'],
    ] as const) {
      const form = (await presses(ticketCard(journal, first), link)).dialog;
      const again = (await form.fill({ Ticket: named }).submit('Verknüpfen')).dialog;
      expect(again.text).toContain(sentence);
      expect(again.value('Ticket')).toBe(named);
    }
    await does(desk, journal, first, link, { Ticket: second });
    expect(ticketCard(journal, second).text).toContain(`hängt zusammen mit: ${first}`);
    const twice = await does(desk, journal, first, link, { Ticket: second });
    expect(twice.text).toContain('Bereits erledigt von');
  });

  it('when nothing is linked, then there is nothing to undo', async () => {
    const number = await reportFault(desk);
    const { dispatch } = places(desk);
    const more = (await ticketCard(dispatch, number).press('Weitere Aktionen')).dialog;
    expect(JSON.stringify(more.card)).toContain(link);
    expect(JSON.stringify(more.card)).not.toContain(unlink);
  });
});
