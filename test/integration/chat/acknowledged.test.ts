import type { PlaceView, Written } from '../../../src/simulator/people/place-view';
import { Desk } from '../../support/desk';
import { places, reportFault, ticketCard } from '../../support/desk-steps';

const bot = '@Software-Pflege ';
const check = '2705_whiteheavycheckmark';
const reactions = { method: 'PUT', path: /\/reactions\// };

describe('given a comment by mention in the thread of a ticket', () => {
  let desk: Desk;
  let number: string;
  beforeEach(async () => {
    desk = await Desk.open();
    number = await reportFault(desk);
  });
  afterEach(() => desk.close());

  async function comments(view: PlaceView, text: string): Promise<Written> {
    const written = await view.replies(ticketCard(view, number), bot + text);
    await desk.delivered();
    return written;
  }
  /** The sentences of the bot about what was said. */
  const sentences = (view: PlaceView): readonly string[] =>
    view
      .thread(ticketCard(view, number))
      .filter(({ author, text }) => author === 'Software-Pflege' && text.startsWith('Hinweis'))
      .map(({ text }) => text);

  it.each(['Kommentar Seit heute früh.', 'Kommentar an alle Seit heute früh.'])(
    'when it is "%s", then a ✅ at it says that it is recorded, and no message does',
    async (text) => {
      const { dispatch, dispatch2 } = places(desk);
      await comments(dispatch, text);
      expect(dispatch2.message('Seit heute früh.').reactions).toEqual([check]);
      expect(sentences(dispatch2)).toEqual([]);
      expect(ticketCard(dispatch, number).unfolded).toContain('Seit heute früh.');
    },
  );

  it('when Teams delivers it again, then it is recorded once and the ✅ stands once', async () => {
    const { dispatch } = places(desk);
    const { delivery } = await comments(dispatch, 'Kommentar Seit heute früh.');
    await desk.connector.deliverAgain(delivery?.activity ?? {});
    expect(dispatch.message('Seit heute früh.').reactions).toEqual([check]);
    expect(ticketCard(dispatch, number).unfolded.split('Seit heute früh.')).toHaveLength(2);
    expect(sentences(dispatch)).toEqual([]);
  });

  it.each([400, 403, 404, 405, 501])(
    'when Teams refuses the reaction by %d, then a sentence says it',
    async (status) => {
      const { dispatch, dispatch2 } = places(desk);
      desk.connector.misbehave({ fault: { kind: 'status', status }, ...reactions });
      const { delivery } = await comments(dispatch, 'Kommentar Seit heute früh.');
      expect(delivery?.status).toBe(200);
      expect(sentences(dispatch2)).toEqual([
        expect.stringContaining(`Der Kommentar steht in Ticket ${number}`),
      ]);
    },
  );

  it('when a place refuses reactions for good, then it is asked once an hour, whatever the thread, and others are asked', async () => {
    const { dispatch, nord } = places(desk);
    desk.connector.misbehave({ fault: { kind: 'status', status: 405 }, ...reactions });
    const asked = () => desk.connector.record.requests.filter(({ path }) => reactions.path.test(path)).length;
    await comments(dispatch, 'Kommentar Seit heute früh.');
    await comments(dispatch, 'Kommentar Auch am Abend.');
    expect(asked()).toBe(1);
    expect(sentences(dispatch)).toHaveLength(2);
    await comments(nord, 'Kommentar Bei uns auch.');
    expect(asked()).toBe(2);
    desk.time += 60 * 60_000;
    await comments(dispatch, 'Kommentar Noch immer.');
    expect(asked()).toBe(3);
  });

  it('when a message is gone before its reaction, then the next one in the place gets its ✅', async () => {
    const { dispatch } = places(desk);
    desk.connector.misbehave({ fault: { kind: 'status', status: 404 }, ...reactions, times: 1 });
    await comments(dispatch, 'Kommentar Seit heute früh.');
    expect(sentences(dispatch)).toHaveLength(1);
    await comments(dispatch, 'Kommentar Auch am Abend.');
    expect(dispatch.message('Auch am Abend.').reactions).toEqual([check]);
    expect(sentences(dispatch)).toHaveLength(1);
  });

  it('when the reaction meets a short outage, then it is set all the same, and nothing is said', async () => {
    const { dispatch } = places(desk);
    const fault = { kind: 'reset' } as const;
    desk.connector.misbehave({ fault, ...reactions, times: 1 });
    await comments(dispatch, 'Kommentar Seit heute früh.');
    expect(dispatch.message('Seit heute früh.').reactions).toEqual([check]);
    expect(sentences(dispatch)).toEqual([]);
  });

  it('when Teams throttles reactions, then a sentence says it at once, and no message waits for them', async () => {
    const { dispatch, nord } = places(desk);
    const fault = { kind: 'status', status: 429, retryAfterSeconds: 3_600 } as const;
    desk.connector.misbehave({ fault, ...reactions, times: 1 });
    const { delivery } = await comments(dispatch, 'Kommentar Seit heute früh.');
    expect(delivery?.status).toBe(200);
    await comments(nord, 'Kommentar Auch am Abend.');
    expect([...sentences(dispatch), ...sentences(nord)]).toEqual([
      expect.stringContaining(`Der Kommentar steht in Ticket ${number}`),
      expect.stringContaining(`Der Kommentar steht in Ticket ${number}`),
    ]);
    expect(ticketCard(dispatch, number).unfolded).toContain('Auch am Abend.');
  });

  it('when the reaction gets no answer, then nobody waits for it longer than Teams waits for the bot', async () => {
    const { dispatch, dispatch2 } = places(desk);
    desk.connector.misbehave({ fault: { kind: 'silence' }, ...reactions });
    const { delivery } = await comments(dispatch, 'Kommentar Seit heute früh.');
    expect(delivery?.status).toBe(200);
    expect(sentences(dispatch2)).toHaveLength(1);
  });

  it('when it is not taken, then there is no reaction, and its writer alone reads why', async () => {
    const { dispatch, dispatch2 } = places(desk);
    const { message } = await comments(dispatch, 'Kommentar');
    expect(message.reactions).toEqual([]);
    expect(sentences(dispatch)).toHaveLength(1);
    expect(sentences(dispatch2)).toEqual([]);
  });

  it('when it is written in a private chat, then the sentence says which ticket it is in', async () => {
    const chat = desk.as('dispatcher-1').chat();
    await chat.writes(`Kommentar ${number} Seit heute früh.`);
    expect(chat.shows().at(-1)?.text).toContain(`Der Kommentar steht in Ticket ${number}`);
    expect(chat.message('Seit heute früh.').reactions).toEqual([]);
  });

  it('when it answers a question, then a sentence says so: more has happened than a comment', async () => {
    const { nord } = places(desk);
    await comments(nord, 'Antwort Seit heute früh.');
    expect(nord.message('Antwort Seit').reactions).toEqual([]);
  });
});
