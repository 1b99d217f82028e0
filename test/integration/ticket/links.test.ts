import { defined } from '../../../src/defined';
import { channels, Desk } from '../../support/desk';
import {
  assignTicket,
  does,
  places,
  presses,
  reportFault,
  sends,
  ticketCard,
} from '../../support/desk-steps';

describe('given tickets that have to do with each other (process 3)', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({
      organisation: (sample) => ({
        ...sample,
        people: sample.people.map((person) =>
          person.id === 'dispatcher-2'
            ? {
                ...person,
                roles: [...person.roles, { role: 'maintainer', module: 'betriebstagebuch' } as const],
              }
            : person,
        ),
      }),
    });
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.at('2026-06-10T10:00'));

  const link = 'Ticket verknüpfen';
  const unlink = 'Verknüpfung lösen';

  async function reportsThree(): Promise<readonly [string, string, string]> {
    return [await reportFault(desk), await reportFault(desk), await reportFault(desk)];
  }

  async function historyOf(view: ReturnType<typeof places>['nord'], number: string): Promise<string> {
    return (await ticketCard(view, number).press('Verlauf')).dialog.text;
  }

  it('when the dispatcher links two of one operator, then both cards and histories say it, until it is undone at the other', async () => {
    const [first, second] = [await reportFault(desk), await reportFault(desk)];
    const { dispatch, nord } = places(desk);
    await does(desk, dispatch, second, link, { Verknüpfung: 'Folgeticket von', Ticket: first.toLowerCase() });
    for (const view of [dispatch, nord]) {
      expect(ticketCard(view, second).unfolded).toContain(`Folgeticket von: ${first}`);
      expect(ticketCard(view, first).unfolded).toContain(`hat das Folgeticket: ${second}`);
      expect(await historyOf(view, second)).toContain(`Verknüpft: Folgeticket von ${first}`);
      expect(await historyOf(view, first)).toContain(`Verknüpft: hat das Folgeticket ${second}`);
    }
    await does(desk, dispatch, first, unlink);
    for (const view of [dispatch, nord]) {
      expect(ticketCard(view, first).unfolded).not.toContain('Verknüpfte Tickets');
      expect(ticketCard(view, second).unfolded).not.toContain('Verknüpfte Tickets');
      expect(await historyOf(view, second)).toContain(`Verknüpfung gelöst: ${first}`);
    }
  });

  it('when they are of two operators, then neither operator reads of the other one’s', async () => {
    const sued = desk.as('leitstelle-sued-a').chat();
    const [foreign, own] = [await reportFault(desk, {}, sued), await reportFault(desk)];
    const { dispatch, nord } = places(desk);
    const before = ticketCard(nord, own).unfolded;
    await does(desk, dispatch, own, link, { Verknüpfung: 'hängt zusammen mit', Ticket: foreign });
    expect(ticketCard(dispatch, own).unfolded).toContain(`hängt zusammen mit: ${foreign}`);
    expect(ticketCard(dispatch, foreign).unfolded).toContain(`hängt zusammen mit: ${own}`);
    expect(ticketCard(nord, own).unfolded).toBe(before);
    expect(await historyOf(nord, own)).not.toContain(foreign);
    expect(ticketCard(sued, foreign).unfolded).not.toContain(own);
  });

  it('when a maintainer links, then it is to a ticket that they may read, and once', async () => {
    const [first, second, unread] = await reportsThree();
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
    expect(ticketCard(journal, second).unfolded).toContain(`hängt zusammen mit: ${first}`);
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

  async function offered(view: ReturnType<typeof places>['nord'], number: string): Promise<string> {
    return JSON.stringify((await ticketCard(view, number).press('Weitere Aktionen')).dialog.card);
  }

  it('when two undo the same link, then the second reads who was first', async () => {
    const { dispatch, dispatch2 } = places(desk);
    const [first, second, third] = await reportsThree();
    for (const other of [second, third]) await does(desk, dispatch, first, link, { Ticket: other });
    const late = [
      (await presses(ticketCard(dispatch, first), unlink)).dialog,
      (await presses(ticketCard(dispatch, first), unlink)).dialog,
    ];
    await does(desk, dispatch2, first, unlink, { Verknüpfung: `hängt zusammen mit ${second}` });
    const refused = async (number: number) =>
      (await late[number]?.fill({ Verknüpfung: `hängt zusammen mit ${second}` }).submit('Lösen'))?.dialog
        .text;
    expect(await refused(0)).toContain('Bereits erledigt von Dispatcher Zwei');
    await does(desk, dispatch2, first, unlink);
    expect(await refused(1)).toContain('Bereits erledigt von Dispatcher Zwei');
    expect(await offered(dispatch, first)).not.toContain(unlink);
  });

  it('when the last link is undone, then a form opened before says who undid the one it was opened for', async () => {
    const { dispatch, dispatch2 } = places(desk);
    const [first, second, third] = await reportsThree();
    for (const other of [second, third]) await does(desk, dispatch, first, link, { Ticket: other });
    const open = async () => (await presses(ticketCard(dispatch, first), unlink)).dialog;
    const late = [await open(), await open()] as const;
    const more = (await ticketCard(dispatch, first).press('Weitere Aktionen')).dialog;
    await does(desk, dispatch2, first, unlink, { Verknüpfung: `hängt zusammen mit ${third}` });
    await does(desk, dispatch, first, unlink);
    const sent = async (form: (typeof late)[number], number: string) =>
      (await form.fill({ Verknüpfung: `hängt zusammen mit ${number}` }).submit('Lösen')).dialog.text;
    expect(await sent(late[0], second)).toContain('Bereits erledigt von Dispatcher Eins');
    expect(await sent(late[1], third)).toContain('Bereits erledigt von Dispatcher Zwei');
    const chosen = await more.fill({ Aktion: unlink }).submit('Weiter');
    expect(chosen.dialog.text).toContain('Bereits erledigt von Dispatcher Eins');
  });

  it('when a place may not read the other ticket, then nothing there says that there is a link, whoever asks', async () => {
    const [read, unread] = [await reportFault(desk), await reportFault(desk)];
    await assignTicket(desk, read);
    const { dispatch, journal } = places(desk);
    await does(desk, dispatch, read, link, { Ticket: unread });
    const dispatcherThere = desk.as('dispatcher-2').in(channels.journal);
    for (const view of [journal, dispatcherThere]) expect(await offered(view, read)).not.toContain(unlink);
    expect(await offered(dispatch, read)).toContain(unlink);
    const forged = await ticketCard(dispatcherThere, read).press('Weitere Aktionen', {
      forged: { form: 'unlinkTicket' },
    });
    expect(forged.dialog.text).not.toContain(unread);
  });

  it('when a dispatcher links where maintainers read, then only to a ticket that the maintainers may read', async () => {
    const [read, unread] = [await reportFault(desk), await reportFault(desk)];
    await assignTicket(desk, read);
    const there = desk.as('dispatcher-2').in(channels.journal);
    const form = (await presses(ticketCard(there, read), link)).dialog;
    const again = (await form.fill({ Ticket: unread }).submit('Verknüpfen')).dialog;
    expect(again.text).toContain('Zu dieser Nummer gibt es hier kein Ticket.');
    expect(again.value('Ticket')).toBe(unread);
    const { dispatch2 } = places(desk);
    await does(desk, dispatch2, read, link, { Ticket: unread });
    expect(ticketCard(dispatch2, read).unfolded).toContain(`hängt zusammen mit: ${unread}`);
  });

  it('when the other ticket comes to be read at a place, or no longer is, then the card there says so by itself', async () => {
    const [read, other] = [await reportFault(desk), await reportFault(desk)];
    await assignTicket(desk, read);
    const { dispatch, journal } = places(desk);
    await does(desk, dispatch, read, link, { Ticket: other });
    expect(ticketCard(journal, read).unfolded).not.toContain(other);
    await assignTicket(desk, other);
    expect(ticketCard(journal, read).unfolded).toContain(`hängt zusammen mit: ${other}`);
    await does(desk, journal, other, 'An Dispatcher zurückgeben', { Grund: 'Liegt nicht am Modul.' });
    expect(ticketCard(journal, read).unfolded).not.toContain(other);
    expect(ticketCard(dispatch, read).unfolded).toContain(`hängt zusammen mit: ${other}`);
  });

  it('when the link has been undone, then the card’s last events still name the other where it is read, and only there', async () => {
    const [read, other] = [await reportFault(desk), await reportFault(desk)];
    await assignTicket(desk, read);
    const { dispatch, journal } = places(desk);
    await does(desk, dispatch, other, link, { Ticket: read });
    await does(desk, dispatch, other, unlink);
    expect(ticketCard(journal, read).unfolded).not.toContain(other);
    await assignTicket(desk, other);
    expect(ticketCard(journal, read).unfolded).toContain(`Verknüpfung gelöst: ${other}`);
    await does(desk, dispatch, other, 'Modul ändern', { Modul: 'Störungsinformationstool' });
    expect(ticketCard(journal, read).unfolded).not.toContain(other);
  });

  it('when the other ticket is no longer read, then a late form to undo the link does not say that it is done', async () => {
    const [read, lost, undone] = await reportsThree();
    for (const number of [read, lost, undone]) await assignTicket(desk, number);
    const { dispatch, dispatch2, journal } = places(desk);
    await does(desk, dispatch2, read, link, { Ticket: undone });
    await does(desk, dispatch2, read, unlink);
    await does(desk, dispatch2, read, link, { Ticket: lost });
    const late = (await presses(ticketCard(journal, read), unlink)).dialog;
    await does(desk, journal, lost, 'An Dispatcher zurückgeben', { Grund: 'Liegt nicht am Modul.' });
    const sent = (await late.fill({ Verknüpfung: `hängt zusammen mit ${lost}` }).submit('Lösen')).dialog;
    expect(sent.text).toContain('Dieses Ticket hat keine Verknüpfung, die Sie lösen können.');
    expect(sent.text).not.toContain('Bereits erledigt');
    expect(ticketCard(dispatch, read).unfolded).toContain(`hängt zusammen mit: ${lost}`);
  });

  it('when another person links the two otherwise while a form is open, then the form changes nothing of it', async () => {
    const [first, second] = [await reportFault(desk), await reportFault(desk)];
    const { dispatch, dispatch2 } = places(desk);
    const linking = (await presses(ticketCard(dispatch, first), link)).dialog;
    await does(desk, dispatch2, second, link, { Ticket: first, Verknüpfung: 'Folgeticket von' });
    const late = await linking.fill({ Ticket: second }).submit('Verknüpfen');
    expect(late.text).toContain('Bereits erledigt von Dispatcher Zwei');
    const undoing = (await presses(ticketCard(dispatch, second), unlink)).dialog;
    await does(desk, dispatch2, first, unlink);
    await does(desk, dispatch2, second, link, { Ticket: first, Verknüpfung: 'Folgeticket von' });
    const tooLate = await undoing.submit('Lösen');
    expect(tooLate.text).toContain(`wurde das Ticket geändert: Verknüpfung mit ${first} (Dispatcher Zwei am`);
    expect(ticketCard(dispatch, second).unfolded).toContain(`Folgeticket von: ${first}`);
    await does(desk, dispatch, second, link, { Ticket: first, Verknüpfung: 'hängt zusammen mit' });
    expect(ticketCard(dispatch, first).unfolded).toContain(`hängt zusammen mit: ${second}`);
  });
});

describe('given modules of one company that share a channel (process 1)', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({
      organisation: ({ modules, people, ...sample }) => {
        const journal = modules.find(({ id }) => id === 'betriebstagebuch');
        const shared = defined({ channel: journal?.channel, maintainer: journal?.maintainer });
        const outage = { role: 'maintainer', module: 'stoerungsinformationstool' } as const;
        return {
          ...sample,
          modules: modules.map((each) => (each.id === outage.module ? { ...each, ...shared } : each)),
          people: people.map((person) =>
            person.id === 'maintainer-west' ? { ...person, roles: [...person.roles, outage] } : person,
          ),
        };
      },
    });
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.at('2026-06-10T10:00'));

  /** A ticket of each module, the first of them assigned, and the channel of both. */
  async function ofEachModule() {
    const journal = await reportFault(desk);
    const outage = await reportFault(desk, { Modul: 'Störungsinformationstool' });
    await assignTicket(desk, journal);
    return { journal, outage, shared: desk.as('maintainer-west').in(channels.outage) };
  }

  it('when a ticket of each is linked, then both cards say so as soon as both are read there, and it is undone there', async () => {
    const { dispatch } = places(desk);
    const { journal, outage, shared } = await ofEachModule();
    await does(desk, dispatch, journal, 'Ticket verknüpfen', { Ticket: outage });
    expect(ticketCard(shared, journal).unfolded).not.toContain(outage);
    await assignTicket(desk, outage);
    expect(ticketCard(shared, journal).unfolded).toContain(`hängt zusammen mit: ${outage}`);
    expect(ticketCard(shared, outage).unfolded).toContain(`hängt zusammen mit: ${journal}`);
    const pressed = await presses(ticketCard(shared, journal), 'Verknüpfung lösen');
    await sends(pressed.dialog);
    await desk.delivered();
    for (const number of [journal, outage]) {
      expect(ticketCard(shared, number).unfolded).not.toContain('Verknüpfte Tickets');
    }
  });

  it('when one of them is no longer read there, then the other one’s card forgets it', async () => {
    const { dispatch } = places(desk);
    const { journal, outage, shared } = await ofEachModule();
    await assignTicket(desk, outage);
    await does(desk, dispatch, outage, 'Ticket verknüpfen', { Ticket: journal });
    expect(ticketCard(shared, journal).unfolded).toContain(`hängt zusammen mit: ${outage}`);
    await does(desk, shared, outage, 'An Dispatcher zurückgeben', { Grund: 'Liegt nicht am Modul.' });
    expect(ticketCard(shared, journal).unfolded).not.toContain(outage);
    expect((await ticketCard(shared, journal).press('Verlauf')).dialog.text).not.toContain(outage);
  });
});
