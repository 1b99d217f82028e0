import type { Installation } from '../../../src/domain/organisation/installation';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import { Desk } from '../../support/desk';
import { assignTicket, places, reportFault, ticketCard } from '../../support/desk-steps';

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

describe('given a module that moves to the channel of another company', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  const restarted = async (edit: Edit) => {
    desk.edits(edit);
    await desk.restart();
    await desk.delivered();
  };

  it('when the bot is started again, then the former channel keeps the number alone, and the new one has the card', async () => {
    const number = await reportFault(desk, { Titel: title });
    await assignTicket(desk, number);
    const { journal: former, outage: present } = places(desk);
    expect(former.text()).toContain(title);
    await restarted(atOst);
    expect(former.text()).not.toContain(title);
    expect(cardsOf(former, number)).toEqual([expect.stringContaining('abgegeben')]);
    expect(ticketCard(present, number).text).toContain(title);
    expect(ticketCard(present, number).buttons).toContain('Plan vorschlagen');
  });
});
