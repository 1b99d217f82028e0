import { BotDesk, dispatch, nord } from './bot-desk';

describe('given a message that mentions somebody with a name like a command', () => {
  it.each(['Kommentar an <at>alle</at>: GEHEIM', 'Kommentar <at>An alle</at> GEHEIM'])(
    'when a dispatcher writes "%s", then no operator reads it',
    async (text) => {
      const desk = new BotDesk();
      const ticket = await desk.reported();
      const thread = `${dispatch};messageid=card-${ticket}-dispatch`;
      expect(await desk.writes('dispatcher-1', thread, `<at>Bot</at> ${text}`)).toContain('nur intern');
      const record = await desk.stores.tickets.find(ticket);
      expect(record?.ticket.comments).toMatchObject([{ internal: true }]);
      expect(await desk.writes('nord-1', nord, `Ticket ${ticket}`)).not.toContain('GEHEIM');
    },
  );

  it('when the name is a number, then it names no ticket, and it stays in the text behind one', async () => {
    const desk = new BotDesk();
    const [first, second] = [await desk.reported(), await desk.reported()];
    const said = async (text: string) => {
      const answer = await desk.writes('nord-1', 'a:nord-1', text);
      const records = await Promise.all([first, second].map((each) => desk.stores.tickets.find(each)));
      return [answer, records.map((record) => record?.ticket.comments.map((comment) => comment.text))];
    };
    expect(await said(`Kommentar <at>${first}</at> läuft`)).toEqual([
      expect.stringContaining('nennen Sie im privaten Chat das Ticket'),
      [[], []],
    ]);
    expect(await said(`Kommentar ${second} <at>${first}</at> läuft`)).toEqual([
      expect.stringContaining(`in Ticket ${second}`),
      [[], [`${first} läuft`]],
    ]);
  });
});
