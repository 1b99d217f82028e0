import fc from 'fast-check';
import { type Collection, type Document, MongoClient } from 'mongodb';
import {
  comparisonServers,
  embeddedServer,
  mongoJavaServer,
  type RunningServer,
  type ServerFactory,
} from '../../servers/store-servers';
import { onlyEmbedded } from '../../servers/named-server';
import { expectSameOutcomes } from './compare';
import { operationsFor } from './operations';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 80);
// Each run makes and drops collections on two servers, which waits for the disk.
// Types as they are stored: an int32 is not a double.
const asStored = { promoteValues: false, promoteLongs: false };
const secondaryIndexes: Document[] = [{ kind: 1, at: -1 }, { 'sub.q.r': 1 }, { at: 1, _id: 1 }];

async function client(
  factory: ServerFactory,
  running: RunningServer[],
  clients: MongoClient[],
): Promise<MongoClient> {
  const server = await factory.start();
  running.push(server);
  const connected = await new MongoClient(server.uri, asStored).connect();
  clients.push(connected);
  return connected;
}

onlyEmbedded('it is what the other servers are compared with');

describe('the embedded store against another server', () => {
  const running: RunningServer[] = [];
  const clients: MongoClient[] = [];
  let runs = 0;

  afterEach(async () => {
    await Promise.all(clients.splice(0).map((connected) => connected.close()));
    await Promise.all(running.splice(0).map((server) => server.close()));
  });

  async function collection(
    connected: MongoClient,
    indexes: readonly Document[],
  ): Promise<Collection<Document>> {
    const made = connected.db().collection<Document>(`run_${process.pid}_${runs}`);
    await made.createIndex({ key: 1 }, { unique: true });
    for (const index of indexes) await made.createIndex(index);
    return made;
  }

  async function expectSame(
    one: MongoClient,
    other: MongoClient,
    otherIndexes: readonly Document[],
    exact: boolean,
  ): Promise<void> {
    const sequences = fc.array(operationsFor(exact), { minLength: 3, maxLength: 12 });
    const property = fc.asyncProperty(sequences, async (operations) => {
      runs += 1;
      const both = [await collection(one, secondaryIndexes), await collection(other, otherIndexes)] as const;
      try {
        await expectSameOutcomes(both, operations, exact);
      } finally {
        await Promise.all(both.map((made) => made.drop()));
      }
    });
    await fc.assert(property, { numRuns, seed: 20_261_123 });
  }

  test('given the same operations, when one collection has indexes and one has none, then nobody can tell', async () => {
    const connected = await client(embeddedServer, running, clients);
    const other = await client(embeddedServer, running, clients);
    await expectSame(connected, other, [], true);
  });

  const others = comparisonServers();
  for (const factory of others) {
    test(`given the same operations, when played to ${factory.name}, then answers and documents are equal`, async () => {
      const connected = await client(embeddedServer, running, clients);
      const other = await client(factory, running, clients);
      await expectSame(connected, other, secondaryIndexes, factory !== mongoJavaServer);
    });
  }

  if (others.length === 0) {
    console.log(
      'The embedded store is not compared with another server: neither MONGODB_TEST_URI nor MONGOMS_SYSTEM_BINARY is set, ' +
        'and mongo-java-server is not fetched (test/servers/start-mongo-java-server.sh --fetch-only; needs Maven and Java).',
    );
  }
});
