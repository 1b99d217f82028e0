import type { Written } from '../../../src/simulator/people/place-view';
import { Desk } from '../../support/desk';
import { places, reportFault, ticketCard } from '../../support/desk-steps';

const help = 'Erwähnen Sie mich mit einem dieser Befehle oder wählen Sie eine Schaltfläche.';
const posts = { method: 'POST', path: /\/activities(\/|$)/ };

describe('given a Teams that does not take the answer to a command', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  const asks = (said: string): Promise<Written> => places(desk).nord.writes(`@Software-Pflege ${said}`);
  const answers = (text: string) =>
    places(desk)
      .nord.shows()
      .filter((message) => message.author === 'Software-Pflege' && message.text.includes(text));
  const later = async () => {
    desk.at('2026-06-10T10:05');
    await desk.timePasses();
  };
  /** Nothing is under way any more: a try that fails after the clock was moved would pause its conversation from then on. */
  const ends = async (outage: { stop(): void }) => {
    await desk.delivered();
    outage.stop();
  };

  it.each([
    ['429 with Retry-After', { kind: 'status', status: 429, retryAfterSeconds: 1 }],
    ['412', { kind: 'status', status: 412 }],
    ['502', { kind: 'status', status: 502 }],
    ['a reset connection', { kind: 'reset' }],
  ] as const)('when it is refused once by %s, then it is said once in its time', async (_name, fault) => {
    const handle = desk.connector.misbehave({ fault, ...posts, times: 1 });
    const { message, delivery } = await asks('Hilfe');
    expect(handle.hits).toBe(1);
    expect(delivery?.status).toBe(200);
    expect(answers(help)).toHaveLength(1);
    expect(answers(help)[0]?.threadId).toBe(message.rootId);
    expect(places(desk).nord.text()).not.toContain('Das hat leider nicht geklappt');
  });

  it.each(['Hilfe', 'Unsere Tickets', 'Offene Tickets', 'Servicezeiten', 'Störung melden'])(
    'when it goes on, then "%s" is answered later, once, in its thread, and Teams is told that it was taken',
    async (command) => {
      const outage = desk.connector.misbehave({ fault: { kind: 'status', status: 503 }, ...posts });
      const { message, delivery } = await asks(command);
      expect(delivery?.status).toBe(200);
      await ends(outage);
      expect(answers('')).toEqual([]);
      await later();
      expect(answers('').map(({ threadId }) => threadId)).toEqual([message.rootId]);
      if (delivery !== undefined) await desk.connector.deliverAgain(delivery.activity);
      await later();
      expect(answers('')).toHaveLength(1);
    },
  );

  it('when two ask meanwhile, then both are answered in the order in which they asked, as of then', async () => {
    const number = await reportFault(desk);
    const outage = desk.connector.misbehave({ fault: { kind: 'reset' }, ...posts });
    await asks(`Ticket ${number}`);
    await asks('Hilfe');
    await ends(outage);
    await later();
    const said = places(desk).nord.shows().slice(-2);
    expect(said[0]?.text).toContain('Kopie, Stand Mi 10.06.2026, 10:05 Uhr');
    expect(said[1]?.text).toContain(help);
  });

  it('when something was said about a ticket, then it is in the ticket once, and the answer comes later', async () => {
    const { nord } = places(desk);
    const number = await reportFault(desk);
    const outage = desk.connector.misbehave({ fault: { kind: 'status', status: 502 }, path: posts.path });
    const card = ticketCard(nord, number);
    const { delivery } = await nord.replies(card, '@Software-Pflege Kommentar an alle Seit heute früh.');
    expect(delivery?.status).toBe(200);
    await ends(outage);
    await later();
    const told = answers(`Kommentar`).filter(
      ({ text }) => text.includes(number) && text.startsWith('Hinweis'),
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.threadId).toBe(card.message.rootId);
    expect(ticketCard(nord, number).unfolded).toContain('Seit heute früh.');
  });

  it('when a private chat fails, then it is answered there later', async () => {
    const chat = desk.as('dispatcher-1').chat();
    const outage = desk.connector.misbehave({ fault: { kind: 'status', status: 503 }, ...posts });
    await chat.writes('Meine Tickets');
    await ends(outage);
    await later();
    expect(chat.shows().at(-1)?.text).toContain('Meine Tickets');
  });

  it('when what only the message itself leads to cannot be answered, then Teams is told to deliver it again', async () => {
    const outage = desk.connector.misbehave({ fault: { kind: 'status', status: 503 }, ...posts });
    const { delivery } = await asks('Kennungen');
    expect(delivery?.status).toBe(503);
    outage.stop();
    if (delivery !== undefined)
      expect((await desk.connector.deliverAgain(delivery.activity)).status).toBe(200);
    expect(answers('19:netz-nord@thread.tacv2')).toHaveLength(1);
  });

  it('when the answer is refused for good, then Teams is not told that it was given', async () => {
    desk.connector.misbehave({ fault: { kind: 'status', status: 403 }, ...posts });
    const { delivery } = await asks('Hilfe');
    expect(delivery?.status).toBe(502);
  });

  it('when somebody unknown presses while the question who they are meets a 429, then they are known within the time', async () => {
    const { dispatch2 } = places(desk);
    const number = await reportFault(desk);
    const fault = { kind: 'status', status: 429, retryAfterSeconds: 1 } as const;
    const handle = desk.connector.misbehave({ fault, method: 'GET', path: /\/members\//, times: 1 });
    const { dialog } = await ticketCard(dispatch2, number).press('Akzeptieren');
    expect(handle.hits).toBe(1);
    expect(dialog.buttons).toContain('Akzeptieren');
  });
});

describe('given a channel at its limit', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open({ limited: true });
  });
  afterEach(() => desk.close());

  it('when ten ask at once, then each is answered once and nothing is refused', async () => {
    desk.connector.setThrottling('documented');
    const { nord } = places(desk);
    const asked = await Promise.all(Array.from({ length: 10 }, () => nord.writes('@Software-Pflege Hilfe')));
    expect(asked.map(({ delivery }) => delivery?.status)).toEqual(asked.map(() => 200));
    await desk.connector.waitFor(() => nord.shows().filter(({ text }) => text.includes(help)).length === 10, {
      within: 30_000,
    });
    expect(desk.connector.record.requests.filter(({ status }) => status === 429)).toEqual([]);
  });
});
