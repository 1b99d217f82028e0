import { schemaVersion } from '../../../src/adapters/mongo/migrations/registry';
import { connectStores } from '../../../src/adapters/mongo/connect';
import { StoreUnreachable } from '../../../src/adapters/mongo/connect-errors';
import { type RunningServer, serverFactories, storeServer } from '../../servers/store-servers';
import { withDatabase } from '../../servers/test-databases';
import { cutConnection } from '../../support/cut-connection';
import { freePort } from '../../support/free-port';

describe.each(serverFactories)('connecting to $name', (factory) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await factory.start();
  });
  afterAll(() => server.close());

  it('given a server, when connected twice, then every index is there and the server answers', async () => {
    const first = await connectStores(server.uri);
    const second = await connectStores(server.uri);
    await expect(second.ping()).resolves.toBeUndefined();
    for (const { model } of [first.tickets, first.deliveries, first.cards, first.notices]) {
      const made = (await model.collection.indexes()).map(({ key }) => key);
      expect(made).toEqual(expect.arrayContaining(model.schema.indexes().map(([fields]) => fields)));
    }
    await first.close();
    await second.close();
  });

  it('given documents that a unique index cannot take, when connected, then it says which', async () => {
    const own = server.newDatabase();
    const before = await connectStores(server.uri, { database: own });
    const tickets = before.tickets.model.collection;
    await tickets.dropIndex('reportCommandId');
    await tickets.insertMany([1, 2].map(() => ({ reportCommandId: 'same', schemaVersion })));
    await before.close();
    await expect(connectStores(server.uri, { database: own })).rejects.toThrow(
      'the index reportCommandId of tickets could not be made',
    );
  });

  it('given a URI that names a database, then that is the one', async () => {
    const own = server.newDatabase();
    const stores = await connectStores(withDatabase(server.uri, own));
    expect(stores.tickets.model.db.name).toBe(own);
    await stores.close();
  });
});

describe('a server that is not there', () => {
  it('given nobody at the address, when connected, then that fails', async () => {
    const uri = `mongodb://127.0.0.1:${await freePort()}`;
    await expect(connectStores(uri, { answerWithin: 50 })).rejects.toThrow(
      /^nobody listens on .* \(ECONNREFUSED\)$/,
    );
  });

  it('given a server that went away, when asked, then ping rejects', async () => {
    const server = await storeServer.start();
    const way = await cutConnection(server.uri);
    const stores = await connectStores(way.uri, { answerWithin: 500 });
    await way.close();
    await expect(stores.ping()).rejects.toThrow();
    await stores.close();
    await server.close();
  });

  it('given stores in use, when their client is replaced, then all of them go on over the new one', async () => {
    const server = await storeServer.start();
    const way = await cutConnection(server.uri);
    const stores = await connectStores(way.uri, { database: server.newDatabase(), answerWithin: 500 });
    const client = () => stores.tickets.model.db.getClient();
    const former = client();
    way.cut();
    await expect(stores.renew()).rejects.toThrow(StoreUnreachable);
    expect(client()).toBe(former);
    way.restore();
    await stores.renew();
    expect(client()).not.toBe(former);
    await stores.ping();
    expect(await stores.tickets.model.countDocuments()).toBe(0);
    expect(await stores.deliveries.backlog()).toBeDefined();
    await stores.close();
    await way.close();
    await server.close();
  });
});
