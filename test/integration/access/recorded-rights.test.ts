import type { Installation, Person } from '../../../src/domain/organisation/installation';
import { connectStores } from '../../../src/adapters/mongo/connect';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import type { Desk } from '../../support/desk';
import { does, places, presses, reportFault, ticketCard } from '../../support/desk-steps';

const yesterday = '2026-06-09';

function withPerson(id: string, change: Partial<Person>): (sample: Installation) => Installation {
  return (sample) => ({
    ...sample,
    people: sample.people.map((each) => (each.id === id ? { ...each, ...change } : each)),
  });
}

const open = deskOfEachTest();
let desk: Desk;
beforeEach(async () => {
  desk = await open();
});

describe('rights follow what is recorded, on every action, while the bot runs (process 1, 10)', () => {
  it('given a dispatcher whose last day is recorded to be over, when they press next, then they have the right no more', async () => {
    const number = await reportFault(desk);
    await desk.reorganises(withPerson('dispatcher-1', { until: yesterday }));
    const { dispatch, dispatch2 } = places(desk);
    const { text } = await presses(ticketCard(dispatch, number), 'Analyse starten');
    expect(text).not.toContain('Analyse gestartet');
    expect(ticketCard(dispatch, number).buttons).toContain('Analyse starten');
    await presses(ticketCard(dispatch2, number), 'Analyse starten');
    await desk.delivered();
    expect(ticketCard(dispatch2, number).buttons).not.toContain('Analyse starten');
  });

  it('given somebody who gets a role, then they may act at once', async () => {
    const number = await reportFault(desk);
    await desk.reorganises(
      withPerson('prozess', { roles: [{ role: 'processOwner' }, { role: 'dispatcher' }] }),
    );
    const owner = desk.as('prozess').in('Dispatch');
    await does(desk, owner, number, 'Akzeptieren und zuweisen');
    expect(ticketCard(owner, number).text).toContain('Akzeptiert');
  });

  it('given an edited file, when the bot starts with it, then its people do not count before they are imported', async () => {
    const later = (sample: Installation) => withPerson('dispatcher-1', { until: yesterday })(sample);
    const number = await reportFault(desk);
    await desk.stop();
    await desk.start(later);
    const { dispatch } = places(desk);
    await presses(ticketCard(dispatch, number), 'Analyse starten');
    await desk.delivered();
    expect(ticketCard(dispatch, number).buttons).not.toContain('Analyse starten');
  });
});

describe('what stands in the chain of the organisation', () => {
  it('given the first start, then one change, and no name, address or number of anybody in it', async () => {
    const stores = await connectStores(desk.storeUri);
    const changes = await stores.organisation.model.find().lean();
    expect(changes).toHaveLength(1);
    const text = JSON.stringify(changes);
    const people = (await stores.organisation.changesSince(0)).flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'personRecorded' ? [event.person] : [])),
    );
    expect(people).toHaveLength(11);
    for (const { name, mail, phone = name } of people)
      for (const told of [name, mail, phone]) expect(text).not.toContain(told);
    await stores.close();
  });
});
