import { orderAt } from '../../../src/app/delivery-policy';
import { reactionsOf } from '../../../src/app/reactions/reactions-of';
import { digestOf } from '../../../src/app/queries/digest';
import type { Reader } from '../../../src/domain/ticket/access';
import type { NewDelivery } from '../../../src/app/ports/delivery-store';
import type { Lane } from '../../../src/app/messages/lane';
import { defined } from '../../../src/defined';
import type { Place } from '../../../src/domain/organisation/place';
import { createInMemoryStores } from '../../support/in-memory-stores/create-in-memory-stores';
import { accepted, assigned, berlin, requested, type Story } from '../../support/given';
import { installation } from '../../support/installation';

const dispatch: Reader = { places: [{ kind: 'dispatch' }] };
const nord: Reader = { places: [{ kind: 'organisation', organisation: 'nord' }] };
const journal: Reader = { places: [{ kind: 'module', module: 'journal' }] };
const platform: Reader = { places: [{ kind: 'platform' }] };

function world(organisation = installation) {
  const stores = createInMemoryStores();
  return {
    stores,
    async knows({ stands, events }: Story) {
      await stores.tickets.create(stands, events);
      await stores.reactions.publish(reactionsOf(stands));
    },
    read: (reader: Reader, at: string, delivery?: string) =>
      digestOf(
        { ...stores, directory: { installation: () => organisation }, clock: { now: () => berlin(at) } },
        reader,
        { limit: 10, ...defined({ delivery }) },
      ),
  };
}

function channelOf(place: Place): Lane {
  const channels = {
    dispatch: installation.dispatchChannel,
    platform: installation.platformChannel,
    module: installation.modules.find(({ id }) => id === 'journal')?.channel,
    organisation: installation.organisations.find(({ id }) => id === 'nord')?.channel,
  };
  const address = channels[place.kind];
  if (address === undefined) throw new Error('the sample place has a channel');
  return { kind: 'channel', address };
}

function delivery(id: string, place: Place, overrides: Partial<NewDelivery> = {}): NewDelivery {
  return {
    id,
    ticket: 'SP-2026-0001',
    version: 1,
    effect: { kind: 'showCard', place },
    lane: channelOf(place),
    order: `${orderAt(berlin('2026-06-11T08:00'))}:${id}`,
    status: 'due',
    ...overrides,
  };
}

const morning = '2026-06-11T08:30';
const refused = { kind: 'refused', status: 403 } as const;
const atNord: Place = { kind: 'organisation', organisation: 'nord' };

describe('the reactions in a digest', () => {
  it('given a reaction on the last service day, then dispatch, its operator and, once assigned, its module read of it', async () => {
    const desk = world();
    await desk.knows(accepted());
    const met = { since: '2026-06-10', met: 1, missed: 0 };
    expect((await desk.read(dispatch, morning)).reactions).toEqual(met);
    expect((await desk.read(nord, morning)).reactions).toEqual(met);
    expect((await desk.read(journal, morning)).reactions).toMatchObject({ met: 0 });
    expect((await desk.read(platform, morning)).reactions).toBeUndefined();
    const later = world();
    await later.knows(assigned());
    expect((await later.read(journal, morning)).reactions).toEqual(met);
    expect((await later.read({ person: 'sued-1' }, morning)).reactions).toMatchObject({ met: 0 });
  });

  it('given a reaction at the weekend, then Monday tells it with Friday’s, and no other day', async () => {
    const desk = world();
    const saturday = requested('2026-06-12T13:00').at('2026-06-13T11:00');
    await desk.knows(saturday.does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' }));
    const judged = async (day: string) => (await desk.read(dispatch, `${day}T08:30`)).reactions;
    expect(await judged('2026-06-12')).toMatchObject({ since: '2026-06-11', met: 0 });
    expect(await judged('2026-06-15')).toMatchObject({ since: '2026-06-12', met: 1 });
    expect(await judged('2026-06-16')).toMatchObject({ since: '2026-06-15', met: 0 });
  });
});

describe('the delivery state in a digest', () => {
  const nothing = { late: 0, unreached: [], givenUp: [], setAside: [], unchecked: [], silentPlaces: [] };

  it('given nothing stuck, then all is delivered, the digest that asks included', async () => {
    const desk = world();
    await desk.stores.deliveries.enqueue([delivery('own', atNord), delivery('card', { kind: 'dispatch' })]);
    await desk.stores.deliveries.postpone('own', berlin(morning));
    await desk.stores.deliveries.sent([{ id: 'card' }], berlin(morning));
    expect((await desk.read(nord, morning, 'own')).delivery).toEqual(nothing);
    expect((await desk.read(nord, morning)).delivery.late).toBe(1);
  });

  it('given something stuck in one place, then that place and dispatch read of it, and nobody else', async () => {
    const desk = world();
    await desk.knows(requested());
    await desk.stores.deliveries.enqueue([delivery('a', atNord), delivery('b', atNord)]);
    await desk.stores.deliveries.undeliverable('a', berlin(morning), refused);
    const givenUp = [{ place: atNord, count: 1 }];
    const stuck = { ...nothing, late: 1, unreached: ['SP-2026-0001'], givenUp };
    expect((await desk.read(dispatch, morning)).delivery).toEqual(stuck);
    expect((await desk.read({ person: 'owner' }, morning)).delivery).toEqual(stuck);
    expect((await desk.read(nord, morning)).delivery).toEqual(stuck);
    expect((await desk.read({ person: 'nord-1' }, morning)).delivery).toEqual(stuck);
    for (const other of [journal, platform, { person: 'sued-1' }]) {
      expect((await desk.read(other, morning)).delivery).toEqual(nothing);
    }
    // What arrives later puts it right.
    await desk.stores.deliveries.sent([{ id: 'b' }], berlin(morning));
    expect((await desk.read(dispatch, morning)).delivery).toEqual(nothing);
  });

  it('given a message of a ticket that has ended, then it is stuck no more', async () => {
    const desk = world();
    await desk.knows(requested().does('nord-1', 'operator', { type: 'withdraw' }));
    await desk.stores.deliveries.enqueue([delivery('a', atNord)]);
    await desk.stores.deliveries.undeliverable('a', berlin(morning), refused);
    expect((await desk.read(dispatch, morning)).delivery).toEqual(nothing);
  });

  it('given a digest that was refused, then its channel is silent until it leaves the file or something arrives', async () => {
    const desk = world();
    const effect = { kind: 'showDigest', place: atNord, day: '2026-06-10' } as const;
    const { id, lane, order } = delivery('d', atNord);
    await desk.stores.deliveries.enqueue([{ id, lane, order, effect, status: 'due' }]);
    await desk.stores.deliveries.undeliverable('d', berlin(morning), refused);
    expect((await desk.read(dispatch, morning)).delivery).toEqual({ ...nothing, silentPlaces: [atNord] });
    expect((await desk.read(journal, morning)).delivery).toEqual(nothing);
  });
});

describe('the tickets in a digest', () => {
  it('given a module and an operator that have left the file, then dispatch reads of their tickets as of others', async () => {
    const desk = world({
      ...installation,
      modules: installation.modules.filter(({ id }) => id !== 'journal'),
      organisations: installation.organisations.filter(({ id }) => id !== 'nord'),
    });
    await desk.knows(assigned());
    const { list, figures } = await desk.read(dispatch, morning);
    expect(list.total).toBe(1);
    expect(figures).toMatchObject([{ faultClass: 2, open: 1 }]);
  });

  it('given a verification that found something, then dispatch hears it and nobody else; one that found nothing is not worth a word', async () => {
    const { stores, read } = world();
    const verifiedWith = (findings: number) =>
      stores.settings.write('verification', JSON.stringify({ begunAt: berlin(morning), findings }));
    await verifiedWith(2);
    expect((await read(dispatch, morning)).findings).toBe(2);
    for (const other of [nord, journal, platform])
      expect(await read(other, morning)).not.toHaveProperty('findings');
    await verifiedWith(0);
    expect(await read(dispatch, morning)).not.toHaveProperty('findings');
  });
});
