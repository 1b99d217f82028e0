import type { Activity } from 'botbuilder';
import { BotDesk, dispatch, nord } from './bot-desk';

const text = 'Neustart hilft nicht';
/** Ways of naming the ticket that a text is for. */
const ways = [
  (number: string) => `${number}: ${text}`,
  (number: string) => `${number} ${text}`,
  (number: string) => `zu ${number}: ${text}`,
  (number: string) => `zu ${number} ${text}`,
  (number: string) => `an ${number} ${text}`,
  (number: string) => `für ${number}: ${text}`,
  (number: string) => `FUER das Ticket ${number}, ${text}`,
  (number: string) => `zum Ticket Nr. ${number}– ${text}`,
  (number: string) => `: (zu ${number}) ${text}`,
  (number: string) => `– ${number.replaceAll('-', '\u2011')}: ${text}`,
  (number: string) => `zu Ticket ${Number(number.slice(-4))}: ${text}`,
] as const;
const commands = ['Kommentar', 'Kommentar an alle'] as const;
const cases = commands.flatMap((command) =>
  ways.map((way) => ({ command, way, written: `${command} ${way('SP-…1')}` })),
);

describe('given a text that names the ticket it is for', () => {
  let desk: BotDesk;
  let first: string;
  let second: string;
  beforeEach(async () => {
    desk = new BotDesk();
    [first, second] = [await desk.reported(), await desk.reported()];
  });

  const threadOf = (number: string) => `${dispatch};messageid=card-${number}-dispatch`;
  /** The comments of both tickets. */
  const comments = async () => {
    const records = await Promise.all([first, second].map((each) => desk.stores.tickets.find(each)));
    return records.map((record) => record?.ticket.comments.map((comment) => comment.text));
  };
  const says = (conversation: string, said: string) => desk.writes('dispatcher-1', conversation, said);

  it.each(cases)(
    'when "$written" names the ticket of the thread, then it is taken without the number',
    async ({ command, way }) => {
      const answer = await says(threadOf(first), `${command} ${way(first)}`);
      expect(answer).toContain(`in Ticket ${first}`);
      expect(await comments()).toEqual([[text], []]);
    },
  );

  it.each(cases)(
    'when "$written" in a thread names another one, then nothing is taken, and the writer alone reads which is which',
    async ({ command, way }) => {
      const answer = await says(threadOf(first), `<at>Bot</at> ${command} ${way(second)}`);
      expect(answer).toContain(`Es wurde nichts gespeichert: Dieser Thread gehört zu Ticket ${first}`);
      expect(answer).toContain(`Ist er für ${second}, schreiben Sie ihn bitte mit „${command} …“`);
      expect(answer).not.toContain(text);
      expect(desk.privately).toHaveLength(1);
      expect(await comments()).toEqual([[], []]);
    },
  );

  it.each(cases)(
    'when "$written" stands outside a thread, then it is in the ticket that is named',
    async ({ command, way }) => {
      const answer = await says(dispatch, `${command} ${way(second)}`);
      expect(answer).toContain(`in Ticket ${second}`);
      expect(await comments()).toEqual([[], [text]]);
    },
  );

  it.each(ways.map((way) => ({ way, written: way('SP-…1') })))(
    'when "$written" is written in a private chat, then it is in the ticket that is named',
    async ({ way }) => {
      await says('a:dispatcher-1', `Kommentar ${way(second)}`);
      expect(await comments()).toEqual([[], [text]]);
    },
  );

  it.each(['Dasselbe wie in SP-2026-0002', 'siehe SP-2026-0002: dort steht es', 'zu spät, wie SP-2026-0002'])(
    'when the number stands further on, as in "%s", then it is text',
    async (said) => {
      await says(threadOf(first), `Kommentar ${said}`);
      expect(await comments()).toEqual([[said], []]);
      expect(await says(dispatch, `Kommentar ${said}`)).toContain('Hier steht kein Ticket');
    },
  );

  it('when an answer names another ticket than the thread, then nothing is answered', async () => {
    const thread = `${nord};messageid=card-${first}-organisation`;
    const answer = await desk.writes('nord-1', thread, `Antwort zu ${second}: ja`);
    expect(answer).toContain(`Ist er für ${second}, schreiben Sie ihn bitte mit „Antwort …“`);
  });

  it('when the ticket named is not read there, then the answer is the same as for one that does not exist', async () => {
    const at = (number: string) =>
      desk.writes('maintainer-a1', '19:journal@thread.tacv2', `Kommentar ${number} ${text}`);
    const [hidden, none] = [await at(first), await at('SP-2026-0099')];
    expect(hidden).toContain('Zu dieser Nummer gibt es hier kein Ticket.');
    expect(hidden).toBe(none);
    expect(await comments()).toEqual([[], []]);
  });

  it('when the number is taken out of the message, then its text is in the ticket of the thread', async () => {
    const takes = (type: string, said: string) => {
      const activity: Partial<Activity> = {
        ...desk.envelope('dispatcher-1', threadOf(first)),
        type,
        id: '17',
      };
      return desk.takes({ ...activity, text: said });
    };
    await takes('message', `Kommentar ${second}: ${text}`);
    await takes('messageUpdate', `Kommentar ${text}`);
    expect(await comments()).toEqual([[text], []]);
  });

  it.each([true, false])(
    'when it was said outside a thread and is edited and deleted, remembered: %s, then its writer is told of that ticket',
    async (remembered) => {
      const other = remembered ? desk : new BotDesk({ stores: desk.stores, nonces: 100 });
      const takes = async (on: BotDesk, type: string, said?: string) => {
        const activity: Partial<Activity> = { ...desk.envelope('dispatcher-1', dispatch), type, id: '17' };
        return JSON.stringify(await on.takes({ ...activity, ...(said !== undefined && { text: said }) }));
      };
      await takes(desk, 'message', `Kommentar ${second}: ${text}`);
      expect(await takes(other, 'messageUpdate', `Kommentar ${first}: ${text}`)).toContain(
        `Ihr Text steht weiterhin in Ticket ${second}`,
      );
      await takes(other, 'messageUpdate', `Kommentar ${second}: Neustart hilft`);
      expect(await takes(other, 'messageDelete')).toContain(`weiterhin in Ticket ${second}`);
      const [, told] = await comments();
      expect(told).toEqual([text, expect.stringMatching(/^Geändert .*: Neustart hilft$/)]);
      expect((await comments())[0]).toEqual([]);
    },
  );
});
