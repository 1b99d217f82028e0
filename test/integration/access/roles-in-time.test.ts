import type { Installation, Person, Role } from '../../../src/domain/organisation/installation';
import { Desk } from '../../support/desk';
import { acceptTicket, places, reportFault, ticketCard } from '../../support/desk-steps';

function withDays(days: Readonly<Record<string, Pick<Person, 'since' | 'until'>>>) {
  return (sample: Installation): Installation => ({
    ...sample,
    people: sample.people.map((person) => ({ ...person, ...days[person.id] })),
  });
}

describe('whom the bot mentions of those whose roles begin later or have ended', () => {
  let desk: Desk;
  afterEach(() => desk.close());

  it('given a dispatcher from tomorrow and a process owner until yesterday, then neither, until the day comes', async () => {
    desk = await Desk.open({
      organisation: withDays({
        'dispatcher-2': { since: '2026-06-11' },
        prozess: { since: '2022-02-01', until: '2026-06-09' },
      }),
    });
    const { dispatch } = places(desk);
    const mentionedAt = async (local: string) => {
      const before = dispatch.shows().length;
      desk.at(local);
      await desk.timePasses();
      desk.time += 60_000;
      await desk.timePasses();
      return dispatch
        .shows()
        .slice(before)
        .flatMap(({ mentions }) => mentions);
    };
    // Class 2 at 10:00: half of its time is used up at 13:00, all of it at 16:00.
    await reportFault(desk);
    expect(await mentionedAt('2026-06-10T13:00:10')).toEqual(['dispatcher-1']);
    expect(await mentionedAt('2026-06-10T16:00:10')).toEqual(['dispatcher-1']);
    desk.at('2026-06-11T10:00');
    await reportFault(desk);
    expect(await mentionedAt('2026-06-11T13:00:10')).toEqual(['dispatcher-1', 'dispatcher-2']);
  });
});

describe('a ticket of a module whose maintainers begin later', () => {
  it('given it is accepted before, when the day comes, then its card has the button to assign it, and says whose turn it is', async () => {
    const later = { since: '2026-06-11' };
    const desk = await Desk.open({ organisation: beginning('maintainer', later) });
    try {
      const { dispatch, nord } = places(desk);
      const number = await reportFault(desk);
      await acceptTicket(desk, number);
      const { buttons, menu } = ticketCard(dispatch, number);
      expect(buttons.filter((button) => !menu.includes(button))).not.toContain('Zuweisen');
      expect(ticketCard(nord, number).text).toContain('Maintainer für Betriebstagebuch benennen');
      desk.at('2026-06-11T00:01');
      await desk.timePasses();
      expect(ticketCard(dispatch, number).menu).not.toContain('Zuweisen');
      expect(ticketCard(dispatch, number).buttons).toContain('Zuweisen');
      expect(ticketCard(dispatch, number).text).toContain('die Wartungs-Dispatcher – Ticket zuweisen');
      expect(ticketCard(nord, number).text).toContain('die Wartungs-Dispatcher – Ticket zuweisen');
    } finally {
      await desk.close();
    }
  });
});

function beginning(role: Role, days: Pick<Person, 'since' | 'until'>) {
  return (sample: Installation): Installation => ({
    ...sample,
    people: sample.people.map((person) =>
      person.roles.some((grant) => grant.role === role) ? { ...person, ...days } : person,
    ),
  });
}
