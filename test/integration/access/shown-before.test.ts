import { cardWords } from '../../../src/texts/card-words.de';
import { commandNames } from '../../../src/texts/commands.de';
import type { Message } from '../../../src/simulator/connector/messages';
import { Desk } from '../../support/desk';
import { assignTicket, did, does, places, reportFault } from '../../support/desk-steps';

const title = 'kanarie-titel';
const notice = 'Diese Anzeige gilt nicht mehr';

/** Every message of the bot as it is now, with the cards that individual people see of it. */
class Screen {
  private readonly messages = new Set<Message>();

  constructor(desk: Desk) {
    desk.connector.messages.onChange((message) => {
      if (message.author === undefined) this.messages.add(message);
    });
  }

  /** What stands somewhere, or in one conversation, and says the text. */
  saying(text: string, conversation?: string): readonly string[] {
    return [...this.messages]
      .filter(
        ({ deleted, conversationId }) => !deleted && conversationId === (conversation ?? conversationId),
      )
      .flatMap(({ activity, views }) => [activity, ...views.values()])
      .map((shown) => JSON.stringify(shown))
      .filter((shown) => shown.includes(text));
  }
}

describe('given posts that show what was typed into a ticket', () => {
  let desk: Desk;
  let screen: Screen;
  beforeEach(async () => {
    desk = await Desk.open();
    screen = new Screen(desk);
  });
  afterEach(() => desk.close());

  async function asksEverywhere(number: string): Promise<void> {
    const { dispatch, nord } = places(desk);
    for (const view of [dispatch, nord]) {
      for (const command of [commandNames.ourTickets, commandNames.overview, `Ticket ${number}`])
        await view.writes(`@Software-Pflege ${command}`);
      await view.writes(`@Software-Pflege ${commandNames.openTickets}`);
      await view.card().press(cardWords.filter);
    }
    {
      const chat = desk.as('dispatcher-1').chat();
      for (const command of ['Meine Tickets', 'Übersicht', 'Offene Tickets', `Ticket ${number}`])
        await chat.writes(command);
    }
    await desk.delivered();
  }

  async function shownInJournal(): Promise<string> {
    const number = await reportFault(desk, { Titel: title });
    await assignTicket(desk, number);
    const { journal } = places(desk);
    await journal.writes('@Software-Pflege Unsere Tickets');
    await journal.writes(`@Software-Pflege Ticket ${number}`);
    await desk.as('maintainer-west').chat().writes('Meine Tickets');
    return number;
  }

  const inJournal = (text: string) => screen.saying(text, places(desk).journal.conversation.id);

  it('when the ticket is marked security-relevant, then nothing typed is to be seen any more, wherever it stood', async () => {
    const number = await reportFault(desk, { Titel: title });
    await asksEverywhere(number);
    expect(screen.saying(title).length).toBeGreaterThan(12);
    await does(desk, places(desk).dispatch, number, 'Als sicherheitsrelevant kennzeichnen');
    expect(screen.saying(title)).toEqual([]);
    expect(screen.saying(notice)).toHaveLength(12);
    expect(screen.saying(notice).every((each) => each.includes(number))).toBe(true);
  });

  it('when the bot was started again in between, then it still knows where they stand', async () => {
    const number = await reportFault(desk, { Titel: title });
    await asksEverywhere(number);
    await desk.restart();
    await does(desk, places(desk).nord, number, 'Als sicherheitsrelevant kennzeichnen');
    expect(screen.saying(title)).toEqual([]);
  });

  it('when the place loses the ticket, then its posts and its people’s chats show it no more', async () => {
    const number = await shownInJournal();
    expect(inJournal(title)).toHaveLength(3);
    await did(desk, places(desk).journal, number, 'An Dispatcher zurückgeben', { Grund: 'Andere Baustelle' });
    expect(inJournal(title)).toEqual([]);
    expect(inJournal(notice)).toHaveLength(2);
    expect(desk.as('maintainer-west').chat().card().text).toContain(notice);
  });

  it('when nothing changes about who reads it, then they stay as they are', async () => {
    const number = await shownInJournal();
    await does(desk, places(desk).dispatch, number, 'Priorität ändern', { Priorität: 'hoch' });
    expect(screen.saying(notice)).toEqual([]);
  });

  it('when the daily digest and a warning have shown it, then they too are replaced', async () => {
    const number = await reportFault(desk, { Titel: title });
    desk.at('2026-06-11T09:00');
    await desk.timePasses();
    expect(screen.saying('Tagesübersicht').some((each) => each.includes(title))).toBe(true);
    await does(desk, places(desk).dispatch, number, 'Als sicherheitsrelevant kennzeichnen');
    expect(screen.saying(title)).toEqual([]);
    expect(screen.saying(notice)).toHaveLength(2);
  });

  it('when it is shown again after it was marked, then the post stays', async () => {
    const number = await reportFault(desk, { Titel: title });
    const { dispatch } = places(desk);
    await does(desk, dispatch, number, 'Als sicherheitsrelevant kennzeichnen');
    await dispatch.writes('@Software-Pflege Unsere Tickets');
    await desk.delivered();
    expect(screen.saying(notice)).toEqual([]);
    expect(screen.saying(title)).toEqual([]);
  });
});
