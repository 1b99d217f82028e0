import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MongoStores, connectStores } from '../src/adapters/mongo/connect';
import { verify } from '../src/app/verify/verify';
import { startEmbeddedStore } from '../src/embedded-store/start-embedded-store';
import { anchorUnanchored } from '../src/adapters/mongo/anchor-unanchored';
import { chain, lastHash } from '../src/adapters/mongo/history-chain';
import { type TicketDocument, toLink } from '../src/adapters/mongo/ticket-document';
import { faithful } from '../src/adapters/mongo/stored-form';
import { reactionsOf } from '../src/app/reactions/reactions-of';
import { median, millisecondsOf } from './measure';
import { fillOpenTickets } from './open-tickets';

const ticketCount = 500;
const roundCount = 3;
const now = Date.UTC(2026, 5, 10, 10);

/** `npm run bench -- verify`: the verification of every ticket, compared with a plain read of the same collection, in turns. */
export async function run(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-verify-'));
  const store = await startEmbeddedStore({ directory });
  const stores = await connectStores(store.uri);
  try {
    await fillOpenTickets(stores, ticketCount, 0, now);
    await makeWhole(stores);
    await anchorUnanchored(stores);
    const [reads, checks]: [number[], number[]] = [[], []];
    let found = 0;
    for (let round = 0; round < roundCount; round += 1) {
      reads.push(
        await millisecondsOf(async () => void (await stores.tickets.model.collection.find({}).toArray())),
      );
      checks.push(
        await millisecondsOf(async () => {
          await verify(stores.evidence, { found: () => (found += 1) });
        }),
      );
    }
    const [read, check] = [median(reads), median(checks)];
    console.log(`${ticketCount} tickets, ${found / roundCount} findings a round`);
    console.log(`  plain read of the collection  ${(read / ticketCount).toFixed(3)} ms a ticket`);
    console.log(`  verification                  ${(check / ticketCount).toFixed(3)} ms a ticket`);
    console.log(`  ratio                         ${(check / read).toFixed(1)}`);
  } finally {
    await stores.close();
    await store.close();
    await rm(directory, { recursive: true });
  }
}

interface Raw {
  readonly events: readonly object[];
}

/** Gives the copies that fill the store the hashes and reactions of their own, so that the verification finds nothing. */
async function makeWhole(stores: MongoStores): Promise<void> {
  const { collection } = stores.tickets.model;
  const documents = (await collection.find({}).toArray()) as unknown as readonly Raw[];
  const whole = documents.map((raw) => {
    const { events } = faithful<TicketDocument>(raw);
    const links = chain(events.map((event) => toLink(event).event));
    const stored = raw.events.map((event, index) => ({ ...event, ...links[index], event: undefined }));
    return { ...raw, events: stored, historyHash: lastHash(links) };
  });
  await collection.deleteMany({});
  await collection.insertMany(whole, { ignoreUndefined: true });
  for (const raw of whole) await stores.reactions.publish(reactionsOf(faithful<TicketDocument>(raw).ticket));
  await stores.ledger.model.deleteMany({});
}
