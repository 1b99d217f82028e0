import type { PlaceView } from '../../../src/simulator/people/place-view';
import { cardWords } from '../../../src/texts/card-words.de';
import { commandNames } from '../../../src/texts/commands.de';
import { channels, Desk } from '../../support/desk';
import { does, places, reportFault } from '../../support/desk-steps';
import { stranger } from '../../support/sample-teams';

const help = 'Erwähnen Sie mich mit einem dieser Befehle oder wählen Sie eine Schaltfläche.';
const notValid = 'Diese Anzeige gilt nicht mehr';
const title = 'Schichtbuch leer';
const targeted = { method: 'POST', path: /\/activities$/ };

describe('given an answer in a channel', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  /** What the bot says since to the person whose view it is: the texts, with a mark for what they alone see. */
  const answersTo = (view: PlaceView): readonly string[] =>
    view
      .shows()
      .filter(({ author }) => author === 'Software-Pflege')
      .map(({ text, isPrivate }) => (isPrivate ? `[nur für Sie] ${text}` : text));
  const says = (view: PlaceView, text: string) => view.writes(`@Software-Pflege ${text}`);
  const lastTo = (view: PlaceView): string => answersTo(view).at(-1) ?? '';
  const postsSince = (before: number) =>
    desk.connector.record.requests.slice(before).filter(({ method }) => method === 'POST');

  it.each([
    ['Hilfe', help],
    ['Mehr Hilfe', 'Software-Pflege'],
    ['Kennungen', 'Teams-Kennung'],
    ['Meine Tickets', 'Tickets'],
    ['Offene Tickets, die auf mich warten', 'Tickets'],
    ['Wie ist das Wetter?', 'nicht verstanden'],
    ['Ticket SP-2026-0999', 'kein Ticket'],
    ['Kommentar ohne Ticket', 'Ticket'],
    ['Tagesübersicht an', 'Netzbetreiber'],
  ])('when "%s" is of use to whoever asked, then nobody else sees the answer', async (command, expected) => {
    const { dispatch, dispatch2 } = places(desk);
    const { message } = await says(dispatch, command);
    expect(lastTo(dispatch)).toMatch(/^\[nur für Sie\] /);
    expect(lastTo(dispatch)).toContain(expected);
    expect(dispatch.shows().at(-1)?.threadId).toBe(message.rootId);
    expect(answersTo(dispatch2)).toEqual([]);
  });

  it.each([
    commandNames.ourTickets,
    commandNames.openTickets,
    commandNames.overview,
    commandNames.reportFault,
  ])('when "%s" is for the place, then all of it sees the answer', async (command) => {
    const { dispatch, dispatch2 } = places(desk);
    await says(dispatch, command);
    expect(lastTo(dispatch)).not.toContain('[nur für Sie]');
    expect(answersTo(dispatch2)).toEqual(answersTo(dispatch));
    expect(answersTo(dispatch2)).not.toEqual([]);
  });

  it('when a copy of a ticket is asked for, then all of the place see it', async () => {
    const number = await reportFault(desk);
    await says(places(desk).nord, `Ticket ${number}`);
    expect(lastTo(places(desk).nordB)).toContain('Kopie, Stand');
  });

  it('when somebody asks whom the organisation file does not know, then they alone read why not', async () => {
    const asker = desk.as(stranger).in(channels.nord);
    await says(asker, 'Unsere Tickets');
    expect(lastTo(asker)).toMatch(/^\[nur für Sie\] /);
    expect(answersTo(places(desk).nord)).toEqual([]);
  });

  it('when a button of a private answer is pressed, then what it shows stays private', async () => {
    const number = await reportFault(desk);
    const { dispatch, dispatch2 } = places(desk);
    const before = answersTo(dispatch2);
    await says(dispatch, 'Meine Tickets');
    expect(lastTo(dispatch)).toContain(number);
    await says(dispatch, 'Offene Tickets, die auf mich warten');
    const list = dispatch.message(({ isPrivate }) => isPrivate).card;
    await list.press(cardWords.filter);
    expect(list.text).toContain(number);
    expect(answersTo(dispatch2)).toEqual(before);
  });

  it('when it was asked so that nobody else sees it, then nobody sees the answer either, whatever it is', async () => {
    const { nord, nordB } = places(desk);
    for (const command of ['Hilfe', 'Unsere Tickets', 'Übersicht', 'Störung melden']) {
      await nord.writesPrivately(command);
      expect(lastTo(nord)).toMatch(/^\[nur für Sie\] /);
    }
    const form = (await nord.card().press('Störung melden')).dialog;
    expect(form.labels).toContain('Titel');
    expect(answersTo(nordB)).toEqual([]);
  });

  it.each([
    [400, 502],
    [403, 502],
    [501, 502],
    [503, 503],
  ])(
    'when Teams answers %d to what was asked privately, then it is not said to everybody, and Teams is told %d',
    async (status, told) => {
      const { nord, nordB } = places(desk);
      desk.connector.misbehave({ fault: { kind: 'status', status }, ...targeted });
      const { delivery } = await nord.writesPrivately('Hilfe');
      expect(delivery?.status).toBe(told);
      expect([...answersTo(nord), ...answersTo(nordB)]).toEqual([]);
    },
  );

  it('when the place has no private answers, then all of it read it, and Teams is asked again after an hour only', async () => {
    const { nord, nordB } = places(desk);
    const { world, record } = desk.connector;
    world.withoutTargeted.add(nord.conversation.id);
    const costs = async (): Promise<number> => {
      const before = record.requests.length;
      await says(nord, 'Hilfe');
      return postsSince(before).length;
    };
    expect([await costs(), await costs()]).toEqual([2, 1]);
    expect(answersTo(nordB).map((text) => text.includes(help))).toEqual([true, true]);
    world.withoutTargeted.clear();
    desk.at('2026-06-10T11:00');
    expect(await costs()).toBe(1);
    expect(answersTo(nordB)).toHaveLength(2);
    expect(answersTo(nord)).toHaveLength(3);
  });

  it.each([403, 404])(
    'when Teams refuses it to one person by %d, then others are still answered privately',
    async (status) => {
      const { nord, nordB } = places(desk);
      desk.connector.misbehave({ fault: { kind: 'status', status }, ...targeted, times: 1 });
      await says(nord, 'Hilfe');
      await says(nord, 'Hilfe');
      expect(answersTo(nordB)).toHaveLength(2);
      await says(nordB, 'Hilfe');
      expect(lastTo(nordB)).toMatch(/^\[nur für Sie\] /);
      expect(answersTo(nord)).toHaveLength(2);
    },
  );

  it('when an answer becomes public, then the log says so once for the place, and names nobody', async () => {
    await desk.close();
    const logged: string[] = [];
    desk = await Desk.open({ log: (line) => void logged.push(line) });
    const { nord } = places(desk);
    desk.connector.world.withoutTargeted.add(nord.conversation.id);
    await says(nord, 'Hilfe');
    await says(nord, 'Kennungen');
    const lines = logged.filter((line) => line.includes('no private answer'));
    expect(lines).toEqual([expect.stringContaining('"status":400')]);
    expect(logged.join('')).not.toMatch(/29:|leitwarte-nord-a|thread\.tacv2/);
  });

  it.each([405, 501])('when Teams says %d, then the answer is public in the same turn', async (status) => {
    const { nord, nordB } = places(desk);
    desk.connector.misbehave({ fault: { kind: 'status', status }, ...targeted, times: 1 });
    const { delivery } = await says(nord, 'Hilfe');
    expect(delivery?.status).toBe(200);
    expect(answersTo(nordB)).toHaveLength(1);
  });

  it.each([
    ['429', { kind: 'status', status: 429, retryAfterSeconds: 1 }],
    ['502', { kind: 'status', status: 502 }],
    ['a reset connection', { kind: 'reset' }],
  ] as const)('when %s passes, then it is said privately, once, and never publicly', async (_name, fault) => {
    const { nord, nordB } = places(desk);
    desk.connector.misbehave({ fault, ...targeted, times: 1 });
    await says(nord, 'Hilfe');
    expect(answersTo(nord)).toHaveLength(1);
    expect(lastTo(nord)).toMatch(/^\[nur für Sie\] /);
    expect(answersTo(nordB)).toEqual([]);
  });

  it('when an outage lasts, then it is said later, and still to nobody else', async () => {
    const { nord, nordB } = places(desk);
    const outage = desk.connector.misbehave({
      fault: { kind: 'status', status: 503 },
      method: 'POST',
      path: /\/activities(\/|$)/,
    });
    const { message } = await says(nord, 'Hilfe');
    await desk.delivered();
    outage.stop();
    desk.at('2026-06-10T10:05');
    await desk.timePasses();
    expect(answersTo(nord)).toHaveLength(1);
    expect(lastTo(nord)).toContain(`[nur für Sie] `);
    expect(nord.shows().at(-1)?.threadId).toBe(message.rootId);
    expect(answersTo(nordB)).toEqual([]);
  });

  describe('and a ticket in it that becomes security-relevant', () => {
    let number: string;
    beforeEach(async () => {
      number = await reportFault(desk);
    });
    const marks = () => does(desk, places(desk).dispatch, number, 'Als sicherheitsrelevant kennzeichnen');
    const delivery = async () => {
      const { dispatch } = places(desk);
      await says(dispatch, commandNames.overview);
      return /Zustellung: .*/.exec(lastTo(dispatch))?.[0];
    };

    it('when it stands in a private list, then the list is replaced', async () => {
      const { nord } = places(desk);
      await says(nord, 'Meine Tickets');
      expect(lastTo(nord)).toContain(title);
      await marks();
      expect(lastTo(nord)).toContain(notValid);
      expect(lastTo(nord)).not.toContain(title);
    });

    it('when a press has brought it into a private answer, then that is replaced too, after a restart as well', async () => {
      const { nord } = places(desk);
      await says(nord, 'Hilfe');
      await nord.message(({ isPrivate }) => isPrivate).card.press('Unsere Tickets');
      expect(lastTo(nord)).toContain(title);
      await desk.restart();
      await marks();
      expect(lastTo(nord)).toContain(notValid);
    });

    /** What Teams answers to the edit as everybody's, and to the one as a targeted message. */
    const refusesEdits = (...statuses: readonly number[]) => {
      const id = places(desk).nord.shows().at(-1)?.id ?? '';
      for (const status of statuses) {
        const fault = { kind: 'status', status } as const;
        desk.connector.misbehave({ fault, method: 'PUT', path: new RegExp(`/${id}$`), times: 1 });
      }
    };

    it('when Teams forbids to replace the private list, then the dispatchers are told: the text may still stand there', async () => {
      const { nord } = places(desk);
      await says(nord, 'Meine Tickets');
      refusesEdits(404, 403);
      await marks();
      expect(lastTo(nord)).toContain(title);
      expect(await delivery()).not.toBe('Zustellung: alles zugestellt.');
    });

    it.each([400, 404, 405, 501])(
      "when everybody's list is gone and Teams answers %d to its edit as a targeted one, then that is no trouble",
      async (status) => {
        const { nord } = places(desk);
        await says(nord, 'Unsere Tickets');
        const before = desk.connector.record.requests.length;
        refusesEdits(404, status, 404, status);
        await marks();
        const refused = desk.connector.record.requests
          .slice(before)
          .filter(({ status: told = 0 }) => told >= 400);
        expect(refused.map((request) => request.status)).toEqual([404, status]);
        expect(await delivery()).toBe('Zustellung: alles zugestellt.');
      },
    );

    it('when that happens a day later, then nothing is there to be replaced, and it is no trouble', async () => {
      const { nord } = places(desk);
      await says(nord, 'Meine Tickets');
      desk.at('2026-06-11T11:00');
      await desk.timePasses();
      const before = desk.connector.record.requests.length;
      await marks();
      const edits = () =>
        desk.connector.record.requests
          .slice(before)
          .filter(({ method, status }) => method === 'PUT' && status === 404);
      expect(edits().map(({ refusal }) => refusal)).toEqual(['other-visibility', 'targeted-expired']);
      expect(await delivery()).toBe('Zustellung: alles zugestellt.');
      desk.at('2026-06-11T14:00');
      await desk.timePasses();
      expect(edits()).toHaveLength(2);
      expect(await delivery()).toBe('Zustellung: alles zugestellt.');
    });
  });
});
