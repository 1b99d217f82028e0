import type { Installation } from '../../../src/domain/organisation/installation';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import { Desk } from '../../support/desk';
import { ticketAt } from '../../support/ticket-way';
import { assignTicket, did, maintainerWest, places, reportFault, ticketCard } from '../../support/desk-steps';

type Edit = (sample: Installation) => Installation;

const title = 'kanarie-titel';
const journal = 'betriebstagebuch';
const atOst: Edit = (sample) => {
  const channel = sample.modules.find(({ id }) => id === 'stoerungsinformationstool')?.channel;
  if (channel === undefined) throw new Error('the sample has it');
  return {
    ...sample,
    modules: sample.modules.map((each) =>
      each.id === journal ? { ...each, maintainer: 'softwarehaus-ost', channel } : each,
    ),
    people: sample.people.map((person) => {
      if (person.organisation === 'softwarehaus-west') return { ...person, roles: [] };
      const more = { role: 'maintainer', module: journal } as const;
      return person.id === 'maintainer-ost' ? { ...person, roles: [...person.roles, more] } : person;
    }),
  };
};

/** The cards of tickets, and what was left of them, as somebody sees them there. */
function cardsOf(view: PlaceView, number: string): readonly string[] {
  return view
    .shows()
    .filter(({ hasCard, text }) => hasCard && text.includes(number))
    .map(({ text }) => text);
}

/** Each company has the other's module now, in the channel that it had. */
const exchanged: Edit = (sample) => {
  const other = 'stoerungsinformationstool';
  const before = new Map(sample.modules.map((each) => [each.id, each]));
  const instead = (id: string) => (id === journal ? other : id === other ? journal : id);
  return {
    ...sample,
    modules: sample.modules.map((each) => {
      const { maintainer, channel } = before.get(instead(each.id)) ?? each;
      return { ...each, ...(maintainer !== undefined && { maintainer }), ...(channel && { channel }) };
    }),
    people: sample.people.map((person) => ({
      ...person,
      roles: person.roles.map((grant) =>
        grant.role === 'maintainer' ? { ...grant, module: instead(grant.module) } : grant,
      ),
    })),
  };
};
const [yesterday, today] = ['2026-06-09', '2026-06-10'];
/** The module is maintained by nobody any more; its channel has left the file, and its maintainers their company. */
const journalLeaves: Edit = (sample) => ({
  ...sample,
  modules: sample.modules.map(({ channel, ...each }) =>
    each.id === journal ? { ...each, retired: today } : { ...each, ...(channel && { channel }) },
  ),
  people: sample.people.map((each) =>
    each.organisation === 'softwarehaus-west' ? { ...each, until: yesterday } : each,
  ),
});
const dispatchMoves: Edit = (sample) => ({ ...sample, dispatchChannel: sample.platformChannel });
/** The operators are reached in each other's way. */
const nordToContacts: Edit = (sample) => ({
  ...sample,
  organisations: sample.organisations.map(({ channel, ...each }) =>
    each.id === 'netz-nord' ? { ...each, contactPeople: [] } : { ...each, ...(channel && { channel }) },
  ),
});
const contactLeaves: Edit = (sample) => ({
  ...sample,
  people: sample.people.map((each) =>
    each.id === 'leitstelle-sued-b' ? { ...each, until: yesterday } : each,
  ),
  organisations: sample.organisations.map((each) =>
    each.id === 'netz-sued' ? { ...each, contactPeople: ['leitstelle-sued-a'] } : each,
  ),
});
const contactUntil =
  (until: string): Edit =>
  (sample) => ({
    ...sample,
    people: sample.people.map((each) => (each.id === 'leitstelle-sued-b' ? { ...each, until } : each)),
  });

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.close());

async function startsWith(edit: Edit): Promise<void> {
  desk.edits(edit);
  await desk.restart();
  await desk.delivered();
}

const assigned = async () => {
  const number = await reportFault(desk, { Titel: title });
  await assignTicket(desk, number);
  return number;
};
const overview = async () => {
  const { dispatch } = places(desk);
  await dispatch.writes('@Software-Pflege Übersicht');
  return dispatch.shows().at(-1)?.text ?? '';
};

describe('given a module that moves to the channel of another company', () => {
  it('when the bot is started again, then the former channel keeps the number alone, and the new one nothing before it is assigned', async () => {
    const number = await assigned();
    const { journal: former, outage: present } = places(desk);
    await former.writes('@Software-Pflege Unsere Tickets');
    await desk.delivered();
    expect(former.text()).toContain(title);
    await startsWith(atOst);
    expect(former.text()).not.toContain(title);
    expect(cardsOf(former, number)).toContainEqual(expect.stringContaining('abgegeben'));
    expect(present.text()).not.toContain(number);
    expect(await overview()).toContain('Zustellung: alles zugestellt.');
  });

  it('when it moves back and is assigned again, then its card is whole again there and follows the ticket', async () => {
    const number = await assigned();
    await startsWith(atOst);
    await startsWith((sample) => sample);
    const { journal: present, dispatch } = places(desk);
    expect(present.text()).not.toContain(title);
    await did(desk, dispatch, number, 'Zuweisen', { Maintainer: maintainerWest });
    expect(ticketCard(present, number).unfolded).toContain(title);
    await did(desk, present, number, 'An Dispatcher zurückgeben', { Grund: 'Andere Baustelle' });
    expect(present.text()).not.toContain(title);
  });

  it('when the bot is started again without another file, then nothing is sent', async () => {
    await assigned();
    await startsWith(atOst);
    const before = desk.connector.record.requests.length;
    await startsWith(atOst);
    expect(desk.connector.record.requests.slice(before).map(({ path }) => path)).toEqual([]);
  });

  it('when the former maintainers press the card before it is edited, then every button is refused and nothing is shown', async () => {
    const number = await assigned();
    const { journal: former } = places(desk);
    const held = { method: 'PUT', conversation: former.conversation.id };
    desk.connector.misbehave({ fault: { kind: 'status', status: 500 }, ...held });
    await startsWith(atOst);
    const card = ticketCard(former, number);
    expect(card.buttons.length).toBeGreaterThan(4);
    for (const button of card.buttons) {
      const { text } = await card.press(button);
      expect(text).toContain('gehört zu keinem Ort der Software-Pflege mehr');
      expect(text).not.toContain(title);
    }
  });

  it('when that channel is another module’s now, then its maintainers are refused as well, and see nothing of it once it is edited', async () => {
    const number = await assigned();
    const { journal: here, outage: there } = places(desk);
    const held = { method: 'PUT', conversation: here.conversation.id };
    const holding = desk.connector.misbehave({ fault: { kind: 'status', status: 500 }, ...held });
    await startsWith(exchanged);
    const card = ticketCard(here, number);
    for (const button of card.buttons) {
      const { text } = await card.press(button);
      expect(text).toContain('gibt es hier kein Ticket');
      expect(text).not.toContain(title);
    }
    holding.stop();
    desk.at('2026-06-10T10:05');
    await desk.timePasses();
    expect(here.text()).not.toContain(title);
    expect(there.text()).not.toContain(title);
  });

  it('when the app was taken out of the former channel, then overview and process owner are told, until the card is edited', async () => {
    const number = await assigned();
    const { journal: former, dispatch } = places(desk);
    await desk.connector.installations.removeAppFromChannel(former.conversation.id, 'maintainer-west');
    await startsWith(atOst);
    expect(former.text()).toContain(title);
    const said = 'eine Nachricht konnte nicht zugestellt werden: Kanal von Betriebstagebuch';
    expect(await overview()).toContain(said);
    expect(dispatch.message((each) => each.text.includes('npm run deliveries')).text).toContain(said);
    expect(ticketCard(dispatch, number).unfolded).toContain(
      'Kanal von Betriebstagebuch: Eine Karte, die dort nicht mehr gilt, ließ sich nicht auf „abgegeben“ setzen (Status 403) und zeigt noch ihren Inhalt.',
    );
    await desk.connector.installations.addAppToChannel(former.conversation.id, 'maintainer-west');
    desk.at('2026-06-10T11:01');
    await desk.timePasses();
    expect(former.text()).not.toContain(title);
    expect(ticketCard(dispatch, number).unfolded).not.toContain('abgegeben');
    expect(await overview()).not.toContain('nicht zugestellt');
  });

  it('when a ticket ends there and the app is gone, then its card is counted as well', async () => {
    const number = await ticketAt(desk, 'closed');
    const { journal: former } = places(desk);
    await desk.connector.installations.removeAppFromChannel(former.conversation.id, 'maintainer-west');
    await startsWith(journalLeaves);
    expect(cardsOf(former, number)[0]).not.toContain('abgegeben');
    const told = await overview();
    expect(told).toContain('konnte nicht zugestellt werden');
    expect(told).toContain(`nicht zugestellt zu ${number}`);
  });
});

describe('given a module that leaves the file', () => {
  it('when the bot is started again, then its card is withdrawn and nobody has the ticket; back in the file and assigned, it is whole again', async () => {
    const number = await assigned();
    await startsWith(journalLeaves);
    const { journal: former, dispatch } = places(desk);
    expect(former.text()).not.toContain(title);
    expect(cardsOf(former, number)).toEqual([expect.stringContaining('abgegeben')]);
    expect(ticketCard(dispatch, number).unfolded).toContain('Kein Maintainer benannt (N.N.)');
    expect(await overview()).toContain('alles zugestellt');
    await startsWith((sample) => sample);
    await desk.timePasses();
    await did(desk, dispatch, number, 'Zuweisen', { Maintainer: maintainerWest });
    expect(ticketCard(former, number).unfolded).toContain(title);
    expect(ticketCard(dispatch, number).unfolded).not.toContain('Zuweisung erloschen');
  });
});

describe('given a dispatch channel that is another one now', () => {
  it('when the bot is started again, then the former one keeps the numbers, and the present one has the cards', async () => {
    const number = await assigned();
    await startsWith(dispatchMoves);
    const { dispatch: former, platform: present } = places(desk);
    expect(former.text()).not.toContain(title);
    expect(ticketCard(present, number).unfolded).toContain(title);
    expect(ticketCard(present, number).buttons).toContain('Weitere Aktionen');
  });
});

describe('given an operator that loses its channel', () => {
  it('when the bot is started again, then its card there is withdrawn, and the dispatchers are asked to call', async () => {
    const number = await assigned();
    await startsWith(nordToContacts);
    const { nord, dispatch } = places(desk);
    expect(nord.text()).not.toContain(title);
    expect(ticketCard(dispatch, number).unfolded).toContain(
      'Netz Nord GmbH: Nicht über Teams erreichbar, bitte anrufen.',
    );
  });
});

describe('given contact people in their private chats', () => {
  const chats = () => [desk.as('leitstelle-sued-a').chat(), desk.as('leitstelle-sued-b').chat()] as const;

  async function reportedBySued(): Promise<string> {
    const [, b] = chats();
    const number = await reportFault(desk, { Titel: title }, b);
    await b.writes('Meine Tickets');
    await desk.delivered();
    expect(b.text()).toContain(title);
    return number;
  }

  it('when one leaves the file, then nothing typed stays in their chat, and the other keeps the card', async () => {
    const number = await reportedBySued();
    await startsWith(contactLeaves);
    const [a, b] = chats();
    expect(b.text()).not.toContain(title);
    expect(cardsOf(b, number)).toContainEqual(expect.stringContaining('abgegeben'));
    expect(ticketCard(a, number).unfolded).toContain(title);
  });

  it('when the last day of one is over, then that happens without a restart', async () => {
    desk.edits(contactUntil('2026-06-10'));
    await desk.restart();
    const number = await reportedBySued();
    desk.at('2026-06-11T00:01');
    await desk.timePasses();
    const [a, b] = chats();
    expect(b.text()).not.toContain(title);
    expect(ticketCard(a, number).unfolded).toContain(title);
  });
});
