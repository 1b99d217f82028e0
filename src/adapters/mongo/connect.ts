import { type Connection, type ConnectOptions as ConnectionOptions, createConnection } from 'mongoose';
import { MongoAuditLog } from './audit-log';
import { MongoCardStore } from './card-store';
import { MongoConversationStore } from './conversation-store';
import { MongoDigestSubscriptionStore } from './digest-subscription-store';
import { MongoDeliveryStore } from './delivery-store';
import { MongoLeaseStore } from './lease-store';
import { MongoReactionStore } from './reaction-store';
import { MongoReleaseNoticeStore } from './release-notice-store';
import { MongoSettingStore } from './setting-store';
import { MongoTicketStore } from './ticket-store';

/** Every store port on one connection. */
export interface MongoStores {
  readonly tickets: MongoTicketStore;
  readonly deliveries: MongoDeliveryStore;
  readonly cards: MongoCardStore;
  readonly conversations: MongoConversationStore;
  readonly leases: MongoLeaseStore;
  readonly notices: MongoReleaseNoticeStore;
  readonly reactions: MongoReactionStore;
  readonly subscriptions: MongoDigestSubscriptionStore;
  readonly audit: MongoAuditLog;
  readonly settings: MongoSettingStore;
  /** Resolves when the server answers; rejects, after `answerWithin` at the latest, when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** The database, if the URI names none or another one. */
  readonly database?: string;
  /** How long, in milliseconds, to look for a server before an operation fails. */
  readonly answerWithin?: number;
  /** Makes no indexes: for read-only use. */
  readonly readOnly?: boolean;
}

/** No server accepted the connection in time. Gives the reason in one word and never the address, which may contain a password. */
export class StoreUnreachable extends Error {
  override readonly name = 'StoreUnreachable';
  constructor(within: number, cause: unknown) {
    const { name, message } = cause as Error;
    const reason = /\bE[A-Z]{4,}\b/.exec(message)?.[0] ?? name;
    super(`no MongoDB server could be connected to within ${within / 1000} s (${reason})`, { cause });
  }
}

const defaultDatabase = 'software-pflege';
const defaultAnswerWithin = 5_000;
/** A server that has not responded to a request for this long is considered gone; milliseconds. */
const silenceLimit = 30_000;

/**
 * Connects and makes every index, so that a start either has them all or fails naming the one it could not make. Throws
 * StoreUnreachable after `answerWithin` at the latest if no server accepts the connection.
 */
export async function connectStores(uri: string, options: ConnectOptions = {}): Promise<MongoStores> {
  const { database = databaseOf(uri), answerWithin = defaultAnswerWithin } = options;
  const connection = await openConnection(uri, answerWithin, {
    dbName: database,
    appName: 'software-pflege-bot',
    serverSelectionTimeoutMS: answerWithin,
    connectTimeoutMS: answerWithin,
    socketTimeoutMS: silenceLimit,
    // A write counts once it survives the loss of a server: a majority of members has it in their journals.
    writeConcern: { w: 'majority', journal: true },
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
  });
  const stores = storesOn(connection);
  try {
    if (options.readOnly !== true) {
      await createIndexes(connection);
      await stores.tickets.completeListFields();
    }
  } catch (error) {
    await connection.close();
    throw error;
  }
  return {
    ...stores,
    async ping() {
      await connection.db?.command({ ping: 1 }, { timeoutMS: answerWithin });
    },
    close: () => connection.close(),
  };
}

/** The driver's own limit starts only after the look-up of a `mongodb+srv` name; this one covers everything. */
async function openConnection(
  uri: string,
  answerWithin: number,
  options: ConnectionOptions,
): Promise<Connection> {
  const limit = AbortSignal.timeout(answerWithin + 500);
  const tooLate = new Promise<never>((_resolve, reject) => {
    limit.addEventListener('abort', () => {
      reject(limit.reason as Error);
    });
  });
  const connection = createConnection();
  try {
    return await Promise.race([connection.openUri(uri, options), tooLate]);
  } catch (error) {
    connection.close().catch(() => undefined);
    throw new StoreUnreachable(answerWithin, error);
  }
}

function storesOn(connection: Connection): Omit<MongoStores, 'ping' | 'close'> {
  return {
    tickets: new MongoTicketStore(connection),
    deliveries: new MongoDeliveryStore(connection),
    cards: new MongoCardStore(connection),
    conversations: new MongoConversationStore(connection),
    leases: new MongoLeaseStore(connection),
    notices: new MongoReleaseNoticeStore(connection),
    reactions: new MongoReactionStore(connection),
    subscriptions: new MongoDigestSubscriptionStore(connection),
    audit: new MongoAuditLog(connection),
    settings: new MongoSettingStore(connection),
  };
}

/** Drops everything that `connectStores` keeps at this URI; call it while nobody is connected. */
export async function dropDatabase(uri: string): Promise<void> {
  const connection = await openConnection(uri, defaultAnswerWithin, {
    dbName: databaseOf(uri),
    serverSelectionTimeoutMS: defaultAnswerWithin,
    socketTimeoutMS: silenceLimit,
  });
  try {
    await connection.dropDatabase();
  } finally {
    await connection.close();
  }
}

/** The part of a model needed to make its indexes. */
interface IndexedModel {
  readonly schema: { indexes(): [fields: Record<string, 1 | -1>, options: { readonly unique?: boolean }][] };
  readonly collection: {
    readonly name: string;
    createIndex(
      fields: Record<string, 1 | -1>,
      options: { readonly name: string; readonly unique: boolean },
    ): Promise<string>;
  };
}

async function createIndexes(connection: Connection): Promise<void> {
  for (const { schema, collection } of Object.values(connection.models as Record<string, IndexedModel>)) {
    for (const [fields, { unique = false }] of schema.indexes()) {
      const name = Object.keys(fields).join('_');
      try {
        await collection.createIndex(fields, { name, unique });
      } catch (error) {
        throw new Error(`the index ${name} of ${collection.name} could not be made`, { cause: error });
      }
    }
  }
}

/** The database's name in `mongodb://host:port/name?options`, or the default one. */
function databaseOf(uri: string): string {
  return /^mongodb(?:\+srv)?:\/\/[^/]+\/([^/?]+)/.exec(uri)?.[1] ?? defaultDatabase;
}
