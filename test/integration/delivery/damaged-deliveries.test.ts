import { MongoClient } from 'mongodb';
import { Desk } from '../../support/desk';
import { does, places, reportFault, ticketCard } from '../../support/desk-steps';

type Stored = Readonly<Record<string, unknown>> & { readonly _id: string };

/** Longer than any pause between two tries of what fails inside; milliseconds. */
const untilTriedAgain = 200_000;

describe.each<[what: string, damage: Stored]>([
  ['its effect', { _id: 'x', effect: null }],
  ['its place', { _id: 'x', effect: { kind: 'showCard' } }],
  ['its kind', { _id: 'x', effect: { kind: 'ofAnotherVersion', place: { kind: 'dispatch' } } }],
  ['its lane', { _id: 'x', lane: null }],
])('given the delivery at the head of a lane has lost %s', (_what, damage) => {
  let desk: Desk;
  let client: MongoClient;
  const errors: string[] = [];
  beforeEach(async () => {
    desk = await Desk.open({ log: (line) => errors.push(...(line.includes('"level":50') ? [line] : [])) });
    client = await new MongoClient(desk.storeUri).connect();
  });
  afterEach(async () => {
    await client.close();
    await desk.close();
  });

  it('when it has failed some times, then it is set aside, and all others arrive', async () => {
    const number = await reportFault(desk);
    const deliveries = client.db().collection<Stored>('deliveries');
    const sent = await deliveries.findOne({ 'effect.kind': 'showCard', 'effect.place.kind': 'organisation' });
    await deliveries.insertOne({ ...sent, status: 'due', order: '0', attempts: 0, ...damage });
    for (let tries = 0; tries < 6; tries += 1) {
      desk.time += untilTriedAgain;
      await desk.timePasses();
    }
    expect(await deliveries.findOne({ _id: 'x' })).toMatchObject({
      status: 'undeliverable',
      problem: { kind: 'failed' },
    });
    expect(errors.filter((line) => line.includes('set aside'))).toHaveLength(1);
    errors.length = 0;
    const { dispatch, nord } = places(desk);
    await does(desk, dispatch, number, 'Akzeptieren');
    for (const place of [dispatch, nord]) expect(ticketCard(place, number).unfolded).toContain('Akzeptiert');
    expect(errors).toEqual([]);
  });
});
