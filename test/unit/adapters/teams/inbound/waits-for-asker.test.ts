import { BotDesk, dispatch, nord } from './bot-desk';

/** Two new reports wait for the dispatchers; nobody else has to do anything. */
describe('given a list in a channel, whom its tickets are said to wait for', () => {
  const desk = new BotDesk();
  beforeAll(async () => {
    await desk.reported();
    await desk.reported();
  });

  it.each([
    ['maintainer-a1', dispatch, 'keines wartet auf Sie'],
    ['owner', dispatch, 'keines wartet auf Sie'],
    ['dispatcher-1', dispatch, 'davon warten 2 auf Sie'],
    ['dispatcher-1', nord, 'davon warten 2 auf Sie'],
    ['nord-1', nord, 'keines wartet auf Sie'],
  ])('when %s asks in %s for their own, then it is the asker', async (person, place, waits) => {
    const list = await desk.writes(person, place, 'Meine Tickets');
    expect(list).toContain(`2 offene Tickets, ${waits}.`);
    expect(list.includes('wartet auf Sie · ')).toBe(waits.startsWith('davon'));
    const filtered = await desk.writes(person, place, 'was wartet auf mich?');
    expect(filtered).toContain(
      waits.startsWith('davon')
        ? '2 offene Tickets in dieser Auswahl'
        : 'Keine offenen Tickets in dieser Auswahl',
    );
  });

  it.each(['Unsere Tickets', 'Offene Tickets'])(
    'when a maintainer asks in the dispatch channel for "%s", then it is the channel',
    async (command) => {
      expect(await desk.writes('maintainer-a1', dispatch, command)).toContain('davon warten 2 auf Sie');
    },
  );
});
