import { connectStores, type MongoStores } from '../../src/adapters/mongo/connect';
import type { AuditLog } from '../../src/app/ports/audit-log';
import type { CardStore } from '../../src/app/ports/card-store';
import type { ConversationStore } from '../../src/app/ports/conversation-store';
import type { DeliveryStore } from '../../src/app/ports/delivery-store';
import type { Ledger } from '../../src/app/ports/ledger';
import type { OrganisationStore } from '../../src/app/ports/organisation-store';
import type { LeaseStore } from '../../src/app/ports/lease-store';
import type { DigestSubscriptionStore } from '../../src/app/ports/digest-subscription-store';
import type { PostStore } from '../../src/app/ports/post-store';
import type { ReactionStore } from '../../src/app/ports/reaction-store';
import type { RecordCardStore } from '../../src/app/ports/record-card-store';
import type { ReleaseNoticeStore } from '../../src/app/ports/release-notice-store';
import type { SettingStore } from '../../src/app/ports/setting-store';
import type { TicketStore } from '../../src/app/ports/ticket-store';
import { serverFactories } from '../servers/store-servers';
import { createInMemoryStores } from '../support/in-memory-stores/create-in-memory-stores';

export interface Stores {
  readonly tickets: TicketStore;
  readonly deliveries: DeliveryStore;
  readonly cards: CardStore;
  readonly recordCards: RecordCardStore;
  readonly posts: PostStore;
  readonly conversations: ConversationStore;
  readonly leases: LeaseStore;
  readonly notices: ReleaseNoticeStore;
  readonly reactions: ReactionStore;
  readonly subscriptions: DigestSubscriptionStore;
  readonly audit: AuditLog;
  readonly organisation: OrganisationStore;
  readonly ledger: Ledger;
  readonly settings: SettingStore;
}

/** One implementation of the ports: `empty` gives stores that hold nothing yet. */
export interface StoresUnderTest {
  readonly name: string;
  start(): Promise<{ empty(): Promise<Stores>; stop(): Promise<void> }>;
}

const inMemory: StoresUnderTest = {
  name: 'memory',
  start: () =>
    Promise.resolve({
      empty: () => Promise.resolve(createInMemoryStores()),
      stop: () => Promise.resolve(),
    }),
};

/** The implementation in the memory and the mongoose one on every server at hand. */
export const storesUnderTest: readonly StoresUnderTest[] = [
  inMemory,
  ...serverFactories.map((factory) => ({
    name: `mongoose on ${factory.name}`,
    async start() {
      const server = await factory.start();
      const opened: MongoStores[] = [];
      return {
        async empty() {
          const stores = await connectStores(server.uri, { database: server.newDatabase() });
          opened.push(stores);
          return stores;
        },
        async stop() {
          for (const stores of opened) await stores.close();
          await server.close();
        },
      };
    },
  })),
];

/** Starts an implementation for a suite, and gives it empty stores for each test. */
export function useStores(implementation: StoresUnderTest): () => Stores {
  let running: Awaited<ReturnType<StoresUnderTest['start']>>;
  let stores: Stores;
  beforeAll(async () => {
    running = await implementation.start();
  });
  beforeEach(async () => {
    stores = await running.empty();
  });
  afterAll(() => running.stop());
  return () => stores;
}
