import {
  type Connection,
  mongo,
  type ConnectOptions as ConnectionOptions,
  ConnectionStates,
  createConnection,
} from 'mongoose';
import { defined } from '../../defined';
import { anchorUnanchored } from './anchor-unanchored';
import { MongoAuditLog } from './audit-log';
import { refuseMistaken, storeProblem, StoreUnreachable } from './connect-errors';
import { MongoCardStore } from './card-store';
import { MongoConversationStore } from './conversation-store';
import { MongoDigestSubscriptionStore } from './digest-subscription-store';
import { MongoDeliveryStore } from './delivery-store';
import { DataOfOtherVersion, MongoDataVersion } from './data-version';
import { MongoLeaseStore } from './lease-store';
import { migrate, type MigrationReport } from './migrate';
import { schemaVersion } from './migrations/registry';
import { MongoEvidence } from './evidence-store';
import { MongoLedger } from './ledger';
import { MongoOrganisationStore } from './organisation-store';
import { MongoPostStore } from './post-store';
import { MongoReactionStore } from './reaction-store';
import { MongoRecordCardStore } from './record-card-store';
import { MongoReleaseNoticeStore } from './release-notice-store';
import { MongoSettingStore } from './setting-store';
import { isStoreFailure } from './store-errors';
import { MongoTicketStore } from './ticket-store';

/** Every store port on one connection. */
export interface MongoStores {
  readonly tickets: MongoTicketStore;
  readonly deliveries: MongoDeliveryStore;
  readonly cards: MongoCardStore;
  readonly recordCards: MongoRecordCardStore;
  readonly posts: MongoPostStore;
  readonly conversations: MongoConversationStore;
  readonly leases: MongoLeaseStore;
  readonly notices: MongoReleaseNoticeStore;
  readonly reactions: MongoReactionStore;
  readonly subscriptions: MongoDigestSubscriptionStore;
  readonly audit: MongoAuditLog;
  readonly organisation: MongoOrganisationStore;
  readonly ledger: MongoLedger;
  readonly evidence: MongoEvidence;
  readonly settings: MongoSettingStore;
  /** The version of the stored form that this software reads and writes. */
  readonly schemaVersion: number;
  /**
   * Resolves when the server answers and the data can be read; rejects, after `answerWithin` at the latest, when it does
   * not, and with DataOfOtherVersion once later software has been started on it.
   */
  ping(): Promise<void>;
  /** Resolves when the server answers, whatever its data; rejects when it does not. */
  answers(): Promise<void>;
  /**
   * Puts a new client in the place of the present one, for all stores, once a server has answered a new one. Rejects
   * with StoreUnreachable if none does, and leaves the present client in its place. The driver's own heartbeat may wait
   * for ever on a socket that is gone (mongodb 7.8).
   */
  renew(): Promise<void>;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** The database, if the URI names none or another one. */
  readonly database?: string;
  /** How long, in milliseconds, to look for a server before an operation fails. */
  readonly answerWithin?: number;
  /** Makes no indexes and migrates nothing: for read-only use, of data of the present version only. */
  readonly readOnly?: boolean;
  /** Is told of a migration on connecting. */
  readonly report?: (what: MigrationReport) => void;
  /** How long another process that migrates may be silent before this one goes on, in milliseconds. */
  readonly migrationTerm?: number;
}

const defaultDatabase = 'software-pflege';
const defaultAnswerWithin = 5_000;
/** A server that has not responded to a request for this long is considered gone; milliseconds. */
const silenceLimit = 30_000;

/**
 * Connects, migrates data of earlier versions and makes every index, so that a start either has them all or fails naming
 * the one it could not make. Throws StoreUnreachable with the cause if no server accepts the connection within
 * `answerWithin` or it lets nobody in, and DataOfOtherVersion for data that this software does not know.
 */
export async function connectStores(uri: string, options: ConnectOptions = {}): Promise<MongoStores> {
  const { database = databaseOf(uri), answerWithin = defaultAnswerWithin } = options;
  const settings: ConnectionOptions = {
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
  };
  const connection = await openConnection(uri, answerWithin, settings);
  const stores = storesOn(connection);
  const version = new MongoDataVersion(connection);
  try {
    if (options.readOnly === true) await checkPresent(version);
    else {
      const { report = () => undefined, migrationTerm: term } = options;
      await migrate({ ...stores, version, report, ...defined({ term }) });
      await createIndexes(connection);
      await dropFormerIndexes(connection);
      await anchorUnanchored(stores);
    }
  } catch (error) {
    await connection.close();
    throw await unreachable(error, uri);
  }
  const answers = async () => {
    await connection.db?.command({ ping: 1 }, { timeoutMS: answerWithin });
  };
  return {
    ...stores,
    schemaVersion,
    answers,
    async ping() {
      await answers();
      await version.checkRecord();
    },
    async renew() {
      // mongoose takes a new client only by way of an address, and has none while that fails.
      const first = await openConnection(uri, answerWithin, settings);
      await first.close();
      await replaceClient(connection, () => connection.openUri(uri, { ...settings }));
    },
    close: () => connection.close(),
  };
}

/** The models and stores of the connection stay as they are: they ask the connection for its client. */
async function replaceClient(connection: Connection, open: () => Promise<unknown>): Promise<void> {
  const former = connection.getClient();
  // What becomes of the former client is no longer the connection's state.
  former.removeAllListeners();
  Reflect.set(connection, 'readyState', ConnectionStates.disconnected);
  await open();
  // Not waited for: its sockets may be what is stuck.
  former.close().catch(() => undefined);
}

/** Whoever only reads cannot migrate, and must not read what the software does not know. */
async function checkPresent(version: MongoDataVersion): Promise<void> {
  await version.checkNotNewer();
  if (!(await version.isOlder())) return;
  const found = await version.find();
  const older =
    found === undefined
      ? 'documents of before schema version 1'
      : `documents of before schema version ${found.version} (software ${found.software})`;
  throw new DataOfOtherVersion(older, 'start the bot once, which migrates them');
}

/** The driver's own limit starts only after the look-up of a `mongodb+srv` name; this one covers everything. */
async function openConnection(
  uri: string,
  answerWithin: number,
  options: ConnectionOptions,
): Promise<Connection> {
  refuseMistaken(uri);
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
    throw new StoreUnreachable(await storeProblem(error, uri), error);
  }
}

/** A server may take the connection and refuse what is asked of it: some look at rights only then. */
async function unreachable(error: unknown, uri: string): Promise<unknown> {
  const { cause } = Object(error) as { readonly cause?: unknown };
  const failure = [error, cause].find(isStoreFailure);
  return failure === undefined ? error : new StoreUnreachable(await storeProblem(failure, uri), error);
}

function storesOn(
  connection: Connection,
): Omit<MongoStores, 'schemaVersion' | 'answers' | 'ping' | 'renew' | 'close'> {
  return {
    tickets: new MongoTicketStore(connection),
    deliveries: new MongoDeliveryStore(connection),
    cards: new MongoCardStore(connection),
    recordCards: new MongoRecordCardStore(connection),
    posts: new MongoPostStore(connection),
    conversations: new MongoConversationStore(connection),
    leases: new MongoLeaseStore(connection),
    notices: new MongoReleaseNoticeStore(connection),
    reactions: new MongoReactionStore(connection),
    subscriptions: new MongoDigestSubscriptionStore(connection),
    audit: new MongoAuditLog(connection),
    organisation: new MongoOrganisationStore(connection),
    ledger: new MongoLedger(connection),
    evidence: new MongoEvidence(connection),
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
    indexes(): Promise<{ readonly name: string }[]>;
    dropIndex(name: string): Promise<unknown>;
  };
}

/** What earlier versions made and nothing asks for any more: each would cost every write. */
const formerIndexes: Readonly<Record<string, readonly string[]>> = {
  tickets: [
    'ticket.state_listOrder',
    'waitsForDispatcher_listOrder',
    'supported_ticket.state_listOrder',
    'ticket.operator_ticket.state_listOrder',
    'ticket.module_ticket.state_listOrder',
    'ticket.state_waitsForDispatcher_listOrder_ticket.module_ticket.faultClass_ticket.operator_assigned_supported_waitsForOperator_waitsForMaintainer_waitsForPlatform',
    'ticket.operator_ticket.state_waitsForOperator_listOrder_ticket.module_ticket.faultClass',
    'ticket.module_assigned_ticket.state_waitsForMaintainer_listOrder_ticket.faultClass',
    'supported_ticket.state_waitsForPlatform_listOrder_ticket.module_ticket.faultClass',
    'ticket.state_waitsForDispatcher_listOrder_ticket.module_ticket.faultClass_ticket.operator_assigned_supported_waitsForOperator_waitsForMaintainer_waitsForPlatform_reactionDue_planDue',
    'ticket.operator_ticket.state_waitsForOperator_listOrder_ticket.module_ticket.faultClass_reactionDue_planDue',
    'ticket.module_assigned_ticket.state_waitsForMaintainer_listOrder_ticket.faultClass_reactionDue_planDue',
    'supported_ticket.state_waitsForPlatform_listOrder_ticket.module_ticket.faultClass_reactionDue_planDue',
    'ticket.faultClass_ticket.state_ticket.operator_ticket.module_assigned_supported',
    'ticket.faultClass_waitsForOperator_ticket.operator_ticket.module_assigned_supported',
    'ticket.faultClass_reactionDue_planDue_ticket.operator_ticket.module_assigned_supported',
    'ticket.faultClass_planDue_reactionDue_ticket.operator_ticket.module_assigned_supported',
  ],
};

async function dropFormerIndexes(connection: Connection): Promise<void> {
  for (const { collection } of Object.values(connection.models as Record<string, IndexedModel>)) {
    const former = formerIndexes[collection.name] ?? [];
    const present = former.length === 0 ? [] : await collection.indexes();
    for (const { name } of present) {
      if (former.includes(name)) await collection.dropIndex(name).catch(unlessDropped);
    }
  }
}

/** Another process that starts at the same time was faster. */
function unlessDropped(error: unknown): void {
  if (!(error instanceof mongo.MongoServerError) || error.code !== indexNotFound) throw error;
}

const indexNotFound = 27;

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
