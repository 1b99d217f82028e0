import type { Installation } from '../../../src/domain/organisation/installation';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import type { Desk } from '../../support/desk';
import { ticketAt } from '../../support/ticket-way';
import { does, places, ticketCard } from '../../support/desk-steps';

const journal = 'betriebstagebuch';

/** Softwarehaus Ost maintains the module, in its own channel; that of Softwarehaus West is nobody's any more. */
const toOst = (sample: Installation): Installation => {
  return {
    ...sample,
    modules: sample.modules.map((each) =>
      each.id === journal ? { ...each, maintainer: 'softwarehaus-ost' } : each,
    ),
    people: sample.people.map((person) => {
      if (person.organisation === 'softwarehaus-west') return { ...person, roles: [] };
      const more = { role: 'maintainer', module: journal } as const;
      return person.id === 'maintainer-ost' ? { ...person, roles: [...person.roles, more] } : person;
    }),
  };
};
const untilToday = (sample: Installation): Installation => ({
  ...sample,
  people: sample.people.map((each) =>
    each.id === 'maintainer-west' ? { ...each, until: '2026-06-10' } : each,
  ),
});

const open = deskOfEachTest();
const why = 'Softwarehaus West GmbH ist nicht mehr für Betriebstagebuch zuständig.';

describe('given a module that another company maintains from now on, while the bot runs', () => {
  let desk: Desk;
  let number: string;
  beforeEach(async () => {
    desk = await open();
    number = await ticketAt(desk, 'inProgress');
    await desk.reorganises(toOst);
  });

  it('when time passes, then West keeps the number alone, Ost reads nothing before it is assigned, and the dispatchers are told why', async () => {
    const { journal: west, outage: ost, dispatch } = places(desk);
    await desk.timePasses();
    const left = west.message(({ hasCard, text }) => hasCard && text.includes(number));
    expect(left.text).toContain('abgegeben');
    expect(left.card.buttons).toEqual([]);
    expect(ost.text()).not.toContain(number);
    const card = ticketCard(dispatch, number).unfolded;
    expect(card).toContain(
      `Zuweisung erloschen: ${why} Der bisherige Fehlerbehebungsplan gilt nicht mehr. Bitte neu zuweisen.`,
    );
    expect(dispatch.text()).toContain(`Ticket ${number}: ${why}`);
    await does(desk, dispatch, number, 'Zuweisen', { Maintainer: 'Maintainer Ost (Softwarehaus Ost GmbH)' });
    expect(ticketCard(ost, number).buttons).toContain('Plan vorschlagen');
    expect(ticketCard(dispatch, number).unfolded).not.toContain('Zuweisung erloschen');
    expect(west.text()).not.toContain('Plan vorschlagen');
  });

  it('when nobody has looked at the ticket yet, then Ost has nothing in its list and its overview', async () => {
    const { outage: ost, dispatch } = places(desk);
    for (const question of ['Unsere Tickets', 'Offene Tickets', 'Übersicht']) {
      await ost.writes(`@Software-Pflege ${question}`);
      expect(ost.shows().at(-1)?.text).toBeDefined();
    }
    expect(ost.text()).not.toContain(number);
    expect(ost.text()).not.toContain('Suche findet nichts');
    await dispatch.writes('@Software-Pflege Offene Tickets');
    expect(dispatch.shows().at(-1)?.text).toContain(number);
  });

  it('when Ost asks for the ticket by its number, then it reads nothing', async () => {
    const { outage: ost } = places(desk);
    await ost.writes(`@Software-Pflege Ticket ${number}`);
    await desk.delivered();
    expect(ost.text()).not.toContain('Suche findet nichts');
    expect(ost.text()).not.toContain('In Bearbeitung');
  });

  it('when a dispatcher comments, then nothing of it reaches Ost, and the ticket is the dispatchers’ again', async () => {
    const { outage: ost, dispatch } = places(desk);
    await does(desk, dispatch, number, 'Kommentieren', { Kommentar: 'Bitte bald.' });
    await desk.delivered();
    expect(ost.text()).not.toContain(number);
    expect(ticketCard(dispatch, number).unfolded).toContain(`Zuweisung erloschen: ${why}`);
  });

  it('when West presses its card before that is edited, then every button is refused and nothing is shown', async () => {
    const { journal: west } = places(desk);
    const held = { method: 'PUT', conversation: west.conversation.id };
    desk.connector.misbehave({ fault: { kind: 'status', status: 500 }, ...held });
    await desk.timePasses();
    const card = ticketCard(west, number);
    expect(card.buttons.length).toBeGreaterThan(4);
    for (const button of card.buttons) {
      const { text } = await card.press(button);
      expect(text).toContain('gehört zu keinem Ort der Software-Pflege mehr');
      expect(text).not.toContain('Suche findet nichts');
    }
  });

  it('when Teams does not take the edit of West’s card, then it counts as not delivered, until it is taken', async () => {
    const { journal: west, dispatch } = places(desk);
    await desk.connector.installations.removeAppFromChannel(west.conversation.id, 'maintainer-west');
    await desk.timePasses();
    const overview = async () => {
      await dispatch.writes('@Software-Pflege Übersicht');
      return dispatch.shows().at(-1)?.text ?? '';
    };
    expect(await overview()).not.toContain('alles zugestellt');
    expect(ticketCard(dispatch, number).unfolded).toContain('ließ sich nicht auf „abgegeben“ setzen');
    await desk.connector.installations.addAppToChannel(west.conversation.id, 'maintainer-west');
    desk.at('2026-06-10T16:01');
    await desk.timePasses();
    expect(await overview()).toContain('alles zugestellt');
  });
});

describe('given a maintainer whose last day is over', () => {
  it('when the next day begins, then the ticket is the dispatchers’ again, with the reason on card and in history', async () => {
    const desk = await open({ organisation: untilToday });
    const number = await ticketAt(desk, 'assigned');
    desk.at('2026-06-11T00:01');
    await desk.timePasses();
    const { dispatch, journal: west } = places(desk);
    expect(west.text()).not.toContain('Suche findet nichts');
    const name = 'Maintainer West (Softwarehaus West GmbH)';
    expect(ticketCard(dispatch, number).unfolded).toContain(
      `${name} ist nicht mehr für Betriebstagebuch zuständig. Bitte neu zuweisen.`,
    );
    const history = (await ticketCard(dispatch, number).press('Verlauf')).text;
    expect(history).toContain(`Zuweisung an ${name} erloschen: nicht mehr tätig`);
  });
});
