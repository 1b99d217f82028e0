import type { Activity } from 'botbuilder';
import { BotDesk, dispatch, nord } from './bot-desk';

const textIn = (sent: readonly Partial<Activity>[]) =>
  sent.map(({ attachments }) => JSON.stringify(attachments?.[0]?.content ?? '')).join('\n');

describe('given a message from which something was recorded', () => {
  let desk: BotDesk;
  let ticket: string;
  beforeEach(async () => {
    desk = new BotDesk();
    ticket = await desk.reported();
  });

  const thread = () => `${dispatch};messageid=card-${ticket}-dispatch`;

  /** What the bot says to a message, or to what became of it. */
  async function told(
    type: string,
    text: string | undefined,
    {
      id = '17',
      person = 'dispatcher-1',
      conversation = thread(),
      eventType = '',
    }: { id?: string; person?: string; conversation?: string; eventType?: string } = {},
  ): Promise<string> {
    const envelope = desk.envelope(person, conversation);
    const channelData = { eventType, tenant: { id: envelope.conversation?.tenantId } };
    return textIn(
      await desk.takes({ ...envelope, type, id, channelData, ...(text !== undefined && { text }) }),
    );
  }

  async function comments(): Promise<readonly { readonly text: string; readonly internal: boolean }[]> {
    const record = await desk.stores.tickets.find(ticket);
    return (record?.ticket.comments ?? []).map(({ text, internal }) => ({ text, internal }));
  }

  it('when it is edited, then a further comment says so, and the writer is told', async () => {
    await told('message', 'Kommentar 15 Uhr');
    const answer = await told('messageUpdate', 'Kommentar 16 Uhr', { eventType: 'editMessage' });
    expect(answer).toContain(`Ihre Änderung steht als weiterer Kommentar in Ticket ${ticket}, nur intern.`);
    expect(await comments()).toEqual([
      { text: '15 Uhr', internal: true },
      {
        text: expect.stringMatching(/^Geändert \(Kommentar vom .+ Uhr\): 16 Uhr$/) as string,
        internal: true,
      },
    ]);
  });

  it('when an edit is delivered again or changes nothing, then nothing happens', async () => {
    await told('message', 'Kommentar 15 Uhr');
    expect(await told('messageUpdate', '<at>Bot</at> Kommentar: 15 Uhr ')).toBe('');
    const edits = await Promise.all([1, 2, 3].map(() => told('messageUpdate', 'Kommentar 16 Uhr')));
    expect(edits.filter((answer) => answer !== '')).toHaveLength(1);
    expect(await told('messageUpdate', 'Kommentar 16 Uhr')).toBe('');
    expect(await told('messageUpdate', 'Kommentar 15 Uhr', { eventType: 'undeleteMessage' })).toBe('');
    expect(await comments()).toHaveLength(2);
  });

  it('when it is edited back and again, then each change is recorded', async () => {
    await told('message', 'Kommentar A');
    for (const text of ['B', 'A', 'B']) await told('messageUpdate', `Kommentar ${text}`);
    expect((await comments()).map(({ text }) => text.at(-1))).toEqual(['A', 'B', 'A', 'B']);
  });

  it('when it was for all, or is now, then so is its correction', async () => {
    await told('message', 'Kommentar an alle 15 Uhr', { id: '1' });
    await told('messageUpdate', 'Kommentar 16 Uhr', { id: '1' });
    await told('message', 'Kommentar intern', { id: '2' });
    await told('messageUpdate', 'Kommentar an alle offen', { id: '2' });
    expect((await comments()).map(({ internal }) => internal)).toEqual([false, false, true, false]);
  });

  it('when the command is edited away, then nothing is recorded and a sentence says so', async () => {
    await told('message', 'Kommentar 15 Uhr');
    expect(await told('messageUpdate', '16 Uhr')).toContain(`Ticket ${ticket} bleibt, wie es ist.`);
    expect(await told('messageUpdate', 'Kommentar')).toContain('Es wurde nichts gespeichert.');
    expect(await told('messageUpdate', `Kommentar ${'x'.repeat(3_000)}`)).toContain(
      'Es wurde nichts gespeichert.',
    );
    expect(await comments()).toHaveLength(1);
  });

  it('when it is deleted, then its writer reads once that the record stays', async () => {
    await told('message', 'Kommentar 15 Uhr');
    const answer = await told('messageDelete', undefined, { eventType: 'softDeleteMessage' });
    expect(answer).toContain(`Der Kommentar daraus steht weiterhin in Ticket ${ticket}`);
    expect(await told('messageDelete', undefined)).toBe('');
    expect(await comments()).toEqual([{ text: '15 Uhr', internal: true }]);
  });

  it('when it was an answer, then its correction is a comment for all', async () => {
    const person = 'nord-1';
    const conversation = `${nord};messageid=card-${ticket}-organisation`;
    const ask = {
      do: 'submit',
      form: 'askOperator',
      page: 'fill',
      ticket,
      nonce: '00000000-0000-4000-8000-00000000abcd',
    };
    await desk.presses('dispatcher-1', dispatch, { ...ask, question: 'Seit wann?' });
    expect(await told('message', 'Antwort 15 Uhr', { person, conversation })).toContain('Die Antwort steht');
    expect(await told('messageUpdate', 'Antwort 16 Uhr', { person, conversation })).toContain(
      'weiterer Kommentar',
    );
    expect(await comments()).toEqual([
      { text: expect.stringMatching(/^Geändert \(Antwort vom .+ Uhr\): 16 Uhr$/) as string, internal: false },
    ]);
    expect(await told('messageDelete', undefined, { person, conversation })).toContain('Die Antwort daraus');
  });

  it('when it was written in a private chat, then the ticket is found again', async () => {
    const place = { person: 'nord-1', conversation: 'a:nord-1' };
    await told('message', `Kommentar ${ticket} 15 Uhr`, place);
    expect(await told('messageUpdate', `Kommentar ${ticket}: 16 Uhr`, place)).toContain('weiterer Kommentar');
    expect(await told('messageUpdate', 'Kommentar SP-2026-0999 16 Uhr', place)).toContain(
      `Ihr Text steht weiterhin in Ticket ${ticket}.`,
    );
    expect(await told('messageDelete', undefined, place)).toContain(`weiterhin in Ticket ${ticket}`);
    expect((await comments()).map(({ text }) => text.slice(-6))).toEqual(['15 Uhr', '16 Uhr']);
  });

  it('when the ticket has become security-relevant, then the edit is refused as every text is', async () => {
    await told('message', 'Kommentar 15 Uhr');
    await desk.presses('dispatcher-1', dispatch, {
      do: 'act',
      action: 'markSecurityRelevant',
      ticket,
      version: 2,
    });
    expect(await told('messageUpdate', 'Kommentar geheim')).toContain('sicherheitsrelevant');
    expect(await comments()).toHaveLength(1);
  });

  it('when somebody else edits a message of the same id, then it is none of theirs', async () => {
    await told('message', 'Kommentar 15 Uhr');
    expect(await told('messageDelete', undefined, { person: 'dispatcher-2' })).toBe('');
    expect(await told('messageDelete', undefined, { person: 'stranger' })).toBe('');
  });
});

describe('given a message from which nothing was recorded', () => {
  const message =
    (text: string, type = 'message') =>
    (desk: BotDesk, ticket: string) =>
      desk.takes({
        ...desk.envelope('dispatcher-1', `${dispatch};messageid=card-${ticket}-dispatch`),
        type,
        id: '17',
        text,
      });

  it('when an edit makes it one for the bot, then it is taken as if it were new', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const edit = message('<at>Bot</at> Kommentar 15 Uhr', 'messageUpdate');
    expect(textIn(await edit(desk, ticket))).toContain('Der Kommentar steht in Ticket');
    expect(await edit(desk, ticket)).toHaveLength(0);
    await message('Kommentar 16 Uhr', 'messageUpdate')(desk, ticket);
    const record = await desk.stores.tickets.find(ticket);
    expect(record?.ticket.comments.map(({ text }) => text.slice(-6))).toEqual(['15 Uhr', '16 Uhr']);
  });

  it('when it asks something else now, then that is answered, and nothing said twice', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    expect(await message('bitte mal schauen')(desk, ticket)).toHaveLength(1);
    expect(await message('bitte mal nachschauen', 'messageUpdate')(desk, ticket)).toHaveLength(0);
    expect(textIn(await message(`Ticket ${ticket}`, 'messageUpdate')(desk, ticket))).toContain(ticket);
    expect(await message(`Ticket ${ticket}!`, 'messageUpdate')(desk, ticket)).toHaveLength(0);
  });

  it('when it is deleted, then nothing is said', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    await message('Hilfe')(desk, ticket);
    expect(await message('', 'messageDelete')(desk, ticket)).toHaveLength(0);
  });
});
