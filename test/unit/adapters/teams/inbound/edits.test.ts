import { randomUUID } from 'node:crypto';
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
    expect(answer).toContain(
      `Ihre Änderung steht als weiterer Kommentar in Ticket ${ticket}, nur intern: Netzbetreiber sehen ihn nicht.`,
    );
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

  it('when it was for all and still is, then so is its correction, and the writer reads who reads it', async () => {
    await told('message', 'Kommentar an alle 15 Uhr');
    expect(await told('messageUpdate', 'Kommentar an alle 16 Uhr')).toContain(
      'alle Orte des Tickets sehen ihn',
    );
    expect((await comments()).map(({ internal }) => internal)).toEqual([false, false]);
  });

  it.each(['Intern: bitte nicht weitergeben', 'Wir melden uns'])(
    'when "an alle" is taken back, then "%s" is internal, and what was said is said to stay readable',
    async (text) => {
      await told('message', 'Kommentar an alle Wir melden uns');
      const answer = await told('messageUpdate', `Kommentar ${text}`);
      expect(answer).toContain('nur intern: Netzbetreiber sehen ihn nicht.');
      expect(answer).toContain('Der ursprüngliche Text bleibt für alle Orte des Tickets lesbar.');
      expect((await comments()).map(({ internal }) => internal)).toEqual([false, true]);
      expect(await told('messageUpdate', `Kommentar ${text}`)).toBe('');
    },
  );

  it('when an internal one is edited to be for all, then it stays internal, and the writer reads that', async () => {
    await told('message', 'Kommentar Kunde nervt');
    expect(await told('messageUpdate', 'Kommentar an alle Kunde nervt')).toContain('bleibt intern');
    const answer = await told('messageUpdate', 'Kommentar an alle Kunde ruft an');
    expect(answer).toContain('nur intern: Netzbetreiber sehen ihn nicht.');
    expect(answer).toContain('in einer neuen Nachricht');
    expect((await comments()).map(({ internal }) => internal)).toEqual([true, true]);
  });

  it('when an operator leaves "an alle" away, then their correction is still for all', async () => {
    const place = { person: 'nord-1', conversation: `${nord};messageid=card-${ticket}-organisation` };
    await told('message', 'Kommentar an alle 15 Uhr', place);
    await told('messageUpdate', 'Kommentar 16 Uhr', place);
    expect((await comments()).map(({ internal }) => internal)).toEqual([false, false]);
  });

  it.each(['a:nord-1', `${nord};messageid=card-SP-2026-0001-organisation`])(
    'when the edit comes while the message is being taken in %s, then both are in the ticket',
    async (conversation) => {
      const place = { person: 'nord-1', conversation };
      const named = conversation.startsWith('a:') ? `${ticket} ` : '';
      const answers = await Promise.all([
        told('message', `Kommentar ${named}15 Uhr`, place),
        told('messageUpdate', `Kommentar ${named}16 Uhr`, place),
      ]);
      expect(answers[1]).toContain('weiterer Kommentar');
      expect((await comments()).map(({ text }) => text.slice(-6))).toEqual(['15 Uhr', '16 Uhr']);
    },
  );

  it('when the edit comes first, then the message as it was written is no news', async () => {
    await Promise.all([told('messageUpdate', 'Kommentar 16 Uhr'), told('message', 'Kommentar 15 Uhr')]);
    expect((await comments()).map(({ text }) => text)).toEqual(['16 Uhr']);
  });

  it('when another instance takes the message just before, then its edit becomes a correction', async () => {
    const other = new BotDesk({ stores: desk.stores });
    const envelope = desk.envelope('dispatcher-1', thread());
    jest.spyOn(desk.stores.tickets, 'append').mockImplementationOnce(async () => {
      await other.takes({ ...envelope, type: 'message', id: '17', text: 'Kommentar 15 Uhr' });
      return undefined;
    });
    expect(await told('messageUpdate', 'Kommentar 16 Uhr')).toContain('weiterer Kommentar');
    expect((await comments()).map(({ text }) => text.slice(-6))).toEqual(['15 Uhr', '16 Uhr']);
  });

  it.each(['a:nord-1', `${nord};messageid=card-SP-2026-0001-organisation`])(
    'when its ticket has ended, then an edit and a deletion in %s are told the truth',
    async (conversation) => {
      const place = { person: 'nord-1', conversation };
      const named = conversation.startsWith('a:') ? `${ticket} ` : '';
      await told('message', `Kommentar ${named}15 Uhr`, place);
      await desk.withdraws(ticket);
      const answer = await told('messageUpdate', `Kommentar ${named}16 Uhr`, place);
      expect(answer).not.toContain('steht in Ticket');
      expect(answer).toContain('damit beendet');
      expect(await told('messageDelete', undefined, place)).toContain(`weiterhin in Ticket ${ticket}`);
      expect((await comments()).map(({ text }) => text)).toEqual(['15 Uhr']);
    },
  );

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
      do: 'submit',
      form: 'markSecurityRelevant',
      page: 'fill',
      nonce: randomUUID(),
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

  it('when it was refused, then the same words count once nothing stands against them', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const said = async (type: string, text: string) =>
      textIn(
        await desk.takes({
          ...desk.envelope('nord-1', `${nord};messageid=card-${ticket}-organisation`),
          type,
          id: '5',
          text,
        }),
      );
    desk.rosterDown = true;
    expect(await said('message', 'Antwort 15 Uhr')).toContain('nicht bestätigt, wer Sie sind');
    desk.rosterDown = false;
    expect(await said('message', 'Antwort 15 Uhr')).toContain('Rückfrage');
    await desk.presses('dispatcher-1', dispatch, {
      do: 'submit',
      form: 'askOperator',
      page: 'fill',
      ticket,
      nonce: '00000000-0000-4000-8000-00000000abcd',
      question: 'Seit wann?',
    });
    expect(await said('messageUpdate', 'Antwort: 15 Uhr')).toContain('Die Antwort steht in Ticket');
    expect(await said('messageUpdate', 'Antwort: 15 Uhr')).toBe('');
  });

  it('when somebody else, or another thread, has a message of the same id and words, then it is answered', async () => {
    const desk = new BotDesk();
    const ask = (person: string, conversation: string) =>
      desk.takes({ ...desk.envelope(person, conversation), type: 'message', id: '5', text: 'Hilfe' });
    for (const [person, conversation] of [
      ['dispatcher-1', dispatch],
      ['dispatcher-2', dispatch],
      ['dispatcher-1', `${dispatch};messageid=99`],
    ] as const) {
      expect(await ask(person, conversation)).toHaveLength(1);
      expect(await ask(person, conversation)).toHaveLength(0);
    }
  });
});
