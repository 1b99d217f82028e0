import { suggestionsFor, type Surroundings } from '../../../../src/simulator/page/messages/suggestions';

const around: Surroundings = {
  bot: 'Software-Pflege',
  members: [
    { name: 'Software-Pflege', isBot: true },
    { key: 'd1', name: 'Dispatcher Eins', isBot: false },
    { key: 'd2', name: 'Dispatcher Zwei', isBot: false },
  ],
  commands: [
    { text: 'Hilfe', description: 'Zeigt die Befehle', scopes: ['personal', 'team'] },
    {
      text: 'Störung melden',
      description: 'Öffnet das Formular',
      scopes: ['personal', 'team'],
      alsoSaid: ['neues Ticket', 'Fehler'],
    },
    { text: 'Meine Tickets', description: 'Eigene', scopes: ['personal'] },
    { text: 'Ticket', description: 'Zeigt eines', argument: 'Nummer', scopes: ['personal', 'team'] },
    { text: 'IDs', description: 'Für die Einrichtung', scopes: [] },
  ],
  chat: false,
  all: false,
};
const chat: Surroundings = { ...around, chat: true };
const labels = (before: string, surroundings = around): string[] =>
  suggestionsFor(before, surroundings).map(({ label }) => label);

describe('the suggestions of the compose box', () => {
  test('given "@", when it is typed, then all members are offered, and by the beginning of any word of the name', () => {
    expect(labels('@')).toEqual(['Software-Pflege', 'Dispatcher Eins', 'Dispatcher Zwei']);
    expect(labels('Guten Tag @zw')).toEqual(['Dispatcher Zwei']);
    expect(labels('@pfl')).toEqual(['Software-Pflege']);
    expect(labels('@Dispatcher E')).toEqual(['Dispatcher Eins']);
  });

  test('given an address of mail, when it is typed, then nobody is offered', () => {
    expect(labels('post@')).toEqual([]);
  });

  test('given the mention of the bot in a channel, when it is followed, then the commands for channels are offered', () => {
    expect(labels('@Software-Pflege ')).toEqual(['Hilfe', 'Störung melden', 'Ticket <Nummer>']);
    expect(labels('@Software-Pflege stö')).toEqual(['Störung melden']);
  });

  test('given no mention in a channel, when a command is typed, then none is offered; in a private chat it is', () => {
    expect(labels('Stö')).toEqual([]);
    expect(labels('Stö', chat)).toEqual(['Störung melden']);
    expect(labels('mei', chat)).toEqual(['Meine Tickets']);
  });

  test('given another phrase for a command, when it is begun, then the command is offered, and not once it is whole', () => {
    expect(labels('ne', chat)).toEqual([]);
    expect(labels('neu', chat)).toEqual(['Störung melden']);
    expect(labels('@Software-Pflege Neues Ti')).toEqual(['Störung melden']);
    expect(labels('neues ticket', chat)).toEqual([]);
  });

  test('given an empty box of a private chat, then commands are offered only when they were asked for', () => {
    expect(labels('', chat)).toEqual([]);
    expect(labels('', { ...chat, all: true })).toHaveLength(4);
  });

  test('given the whole command, when it is typed, then nothing stands between Enter and sending', () => {
    expect(labels('@Software-Pflege Störung melden')).toEqual([]);
    expect(labels('Hilfe', chat)).toEqual([]);
  });

  test.each([
    ['@zw', '@Dispatcher Zwei '],
    ['Bitte @zw', 'Bitte @Dispatcher Zwei '],
    ['@Software-Pflege tick', '@Software-Pflege Ticket '],
    ['@software-pflege hi', '@software-pflege Hilfe'],
  ])('given "%s", when its suggestion is taken, then the box holds "%s"', (before, after) => {
    const [first] = suggestionsFor(before, around);
    expect(before.slice(0, first?.from) + (first?.insert ?? '')).toBe(after);
  });
});
