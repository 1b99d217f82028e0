import type { RequestEntry } from '../../../src/simulator/connector/record';
import { Desk } from '../../support/desk';
import {
  acceptTicket,
  assignTicket,
  does,
  maintainerWest,
  numberReportedOn,
  opensReport,
  places,
  reportFault,
  ticketCard,
  wholeReport,
} from '../../support/desk-steps';

const nordChannel = '19:netz-nord@thread.tacv2';
const dispatchChannel = '19:dispatch@thread.tacv2';

describe('given a Teams that fails now and then', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  const edits = (channel: string): RequestEntry[] =>
    desk.connector.record.requests.filter(
      ({ method, path }) => method === 'PUT' && decodeURIComponent(path).includes(channel),
    );
  const cards = (number: string) =>
    places(desk)
      .nord.shows()
      .filter(({ text }) => text.startsWith(`${number} | `));

  it.each([
    ['500', { kind: 'status', status: 500 }],
    ['502', { kind: 'status', status: 502 }],
    ['412', { kind: 'status', status: 412 }],
    ['429 with Retry-After', { kind: 'status', status: 429, retryAfterSeconds: 0 }],
    ['a reset connection', { kind: 'reset' }],
  ] as const)(
    'when an edit is answered by %s, then it is sent once more and no oftener',
    async (_name, fault) => {
      const number = await reportFault(desk);
      const before = edits(nordChannel).length;
      const handle = desk.connector.misbehave({ fault, method: 'PUT', conversation: nordChannel, times: 1 });
      await acceptTicket(desk, number);
      expect(handle.hits).toBe(1);
      expect(
        edits(nordChannel)
          .slice(before)
          .map(({ carriedOut }) => carriedOut),
      ).toEqual([false, true]);
      expect(ticketCard(places(desk).nord, number).unfolded).toContain(`${number} | Akzeptiert`);
    },
  );

  it('when the answer to a post is lost, then at most one card is posted twice and both places go on', async () => {
    const handle = desk.connector.misbehave({
      fault: { kind: 'lost-answer' },
      method: 'POST',
      path: /^\/v3\/conversations$/,
      times: 1,
    });
    const number = await reportFault(desk);
    expect(handle.hits).toBe(1);
    const shown = [...cards(number), ...places(desk).dispatch.shows()].filter(({ text }) =>
      text.startsWith(`${number} | `),
    );
    expect(shown).toHaveLength(3);
    await acceptTicket(desk, number);
    expect(ticketCard(places(desk).dispatch, number).unfolded).toContain('Akzeptiert');
    expect(ticketCard(places(desk).nord, number).unfolded).toContain('Akzeptiert');
  });

  it('when Teams fails for longer, then the place waits, the others go on, and later it is told the last state', async () => {
    const number = await reportFault(desk);
    const fault = { kind: 'status', status: 503 } as const;
    const outage = desk.connector.misbehave({ fault, method: 'PUT', conversation: nordChannel });
    await assignTicket(desk, number);
    expect(ticketCard(places(desk).dispatch, number).unfolded).toContain(`Als Nächstes: ${maintainerWest}`);
    expect(ticketCard(places(desk).journal, number).unfolded).toContain(maintainerWest);
    expect(ticketCard(places(desk).nord, number).unfolded).toContain(`${number} | Angefragt`);
    outage.stop();
    desk.at('2026-06-10T10:05');
    await desk.restart();
    await desk.delivered();
    expect(ticketCard(places(desk).nord, number).unfolded).toContain(`Als Nächstes: ${maintainerWest}`);
    expect(cards(number)).toHaveLength(1);
  });

  it('when messages of one channel fail, then its order is kept', async () => {
    const { nord, dispatch } = places(desk);
    const number = await reportFault(desk);
    const fault = { kind: 'status', status: 500 } as const;
    const outage = desk.connector.misbehave({ fault, conversation: nordChannel });
    await acceptTicket(desk, number);
    await does(desk, dispatch, number, 'Rückfrage', { Rückfrage: 'Seit wann?' });
    outage.stop();
    desk.at('2026-06-10T10:05');
    await desk.restart();
    await desk.delivered();
    const since = desk.connector.record.requests.filter(
      ({ method, path, carriedOut }) =>
        carriedOut && method !== 'GET' && decodeURIComponent(path).includes(nordChannel),
    );
    expect(since.map(({ method }) => method).slice(-2)).toEqual(['PUT', 'POST']);
    expect(nord.shows().at(-1)?.text).toContain(`Zu Ticket ${number} gibt es eine Rückfrage an Sie`);
    expect(ticketCard(nord, number).unfolded).toContain('Seit wann?');
  });

  it('when a place fails while the dispatcher’s card is being edited, then the card says so all the same', async () => {
    const number = await reportFault(desk);
    const { dispatch } = places(desk);
    await desk.connector.installations.removeAppFromChannel(nordChannel, 'leitwarte-nord-a');
    const held = desk.connector.misbehave({
      fault: { kind: 'hold' },
      method: 'PUT',
      conversation: dispatchChannel,
      times: 1,
    });
    const form = (await ticketCard(dispatch, number).press('Akzeptieren')).dialog;
    await form.submit('Akzeptieren');
    await desk.connector.waitFor(() => held.hits === 1 && edits(nordChannel).at(-1)?.status === 403);
    held.release();
    await desk.delivered();
    expect(ticketCard(dispatch, number).unfolded).toContain(
      'Achtung: Netz Nord GmbH: Teams hat die Nachricht nicht',
    );
  });
});

describe('given a bot that is stopped in the middle', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  it('when it stops after the write and before anything was sent, then a start sends everything once', async () => {
    const fault = { kind: 'reset' } as const;
    const outage = desk.connector.misbehave({ fault, method: 'POST', path: /^\/v3\/conversations$/ });
    const form = await opensReport(places(desk).nord);
    const start = places(desk).nord.card().message.id;
    await (await form.fill(wholeReport).submit('Weiter')).dialog.submit('Absenden');
    await desk.stop();
    expect(places(desk).dispatch.shows()).toEqual([]);
    outage.stop();
    desk.at('2026-06-10T10:05');
    await desk.start();
    await desk.delivered();
    const number = numberReportedOn(places(desk).nord, start);
    for (const view of [places(desk).dispatch, places(desk).nord]) {
      expect(view.shows().filter(({ text }) => text.startsWith(`${number} | Angefragt`))).toHaveLength(1);
    }
  });

  it('when it stops while a post is under way, then the post is finished and not repeated', async () => {
    const held = desk.connector.misbehave({
      fault: { kind: 'hold' },
      method: 'POST',
      path: /^\/v3\/conversations$/,
      times: 1,
    });
    const form = await opensReport(places(desk).nord);
    const start = places(desk).nord.card().message.id;
    await (await form.fill(wholeReport).submit('Weiter')).dialog.submit('Absenden');
    await desk.connector.waitFor(() => held.hits === 1);
    const stopped = desk.stop();
    held.release();
    await stopped;
    await desk.start();
    await desk.delivered();
    const number = numberReportedOn(places(desk).nord, start);
    for (const view of [places(desk).dispatch, places(desk).nord]) {
      expect(view.shows().filter(({ text }) => text.startsWith(`${number} | `))).toHaveLength(1);
    }
  });

  it('when it is restarted between any two steps, then the ticket goes its way', async () => {
    const number = await reportFault(desk);
    await desk.restart();
    await acceptTicket(desk, number);
    await desk.restart();
    const form = (await ticketCard(places(desk).dispatch, number).press('Zuweisen')).dialog;
    await desk.restart();
    await form.fill({ Maintainer: maintainerWest }).submit('Zuweisen');
    await desk.restart();
    await desk.delivered();
    const { nord, dispatch, journal } = places(desk);
    for (const view of [nord, dispatch, journal]) {
      expect(ticketCard(view, number).unfolded).toContain(`Als Nächstes: ${maintainerWest}`);
      expect(view.shows().filter(({ text }) => text.startsWith(`${number} | `))).toHaveLength(1);
    }
    expect(journal.shows().filter(({ text }) => text.includes('ist Ihnen zugewiesen'))).toHaveLength(1);
  });

  it('when a press comes while it is away, then Teams sends it again and it is done once', async () => {
    const number = await reportFault(desk);
    const form = (await ticketCard(places(desk).dispatch, number).press('Akzeptieren')).dialog;
    await desk.stop();
    await expect(form.submit('Akzeptieren')).rejects.toThrow('Unable to reach app');
    const { activity } = desk.connector.record.deliveries.at(-1) ?? { activity: {} };
    await desk.start();
    const first = await desk.connector.deliverAgain(activity);
    const second = await desk.connector.deliverAgain(activity, { withNewId: true });
    await desk.delivered();
    for (const { status, body } of [first, second]) expect([status, body]).toEqual([200, {}]);
    expect(ticketCard(places(desk).dispatch, number).unfolded.match(/: Akzeptiert – /g)).toHaveLength(1);
  });
});
