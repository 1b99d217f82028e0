import { type Document, Long } from 'bson';
import { aggregate } from './aggregate';
import type { Cursors } from './cursors';
import { wholeNumber } from './match';
import { orderedKey } from './ordered-key';
import { isDocument, valuesAt } from './paths';
import { findStored, type Query } from './query';
import { compileProjection, parseSortSpec } from './shape';
import { type Collection, type Index, type Storage } from './storage';
import { refuseUnknownFields, StoreError } from './store-error';
import { findAndModify, insert, remove, update } from './write-commands';

export interface CommandContext {
  readonly storage: Storage;
  readonly cursors: Cursors;
  readonly connectionId: number;
  readonly database: string;
  /** Database and collection, where the command names one. */
  readonly ns: string;
}
interface Command {
  /** The fields it knows besides its own name and those of every command. */
  readonly fields: readonly string[];
  /** Runs inside a write: alone, and answered after the commit. */
  readonly writes?: true;
  run(context: CommandContext, command: Document): Document;
}

const hello = (): Document => ({
  helloOk: true,
  ismaster: true,
  isWritablePrimary: true,
  maxBsonObjectSize: 16 * 1024 * 1024,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  logicalSessionTimeoutMinutes: 30,
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
});
const helloFields = [
  'helloOk',
  'client',
  'compression',
  'loadBalanced',
  'speculativeAuthenticate',
  'topologyVersion',
  'maxAwaitTimeMS',
  'backpressure',
];
const nothing = (): Document => ({});

function queryOf(command: Document): Query {
  const { filter = {}, query = filter, sort = {}, skip = 0, limit = 0 } = command as Record<string, unknown>;
  if (!isDocument(query) || !isDocument(sort)) throw new StoreError(14, 'filter and sort must be documents');
  return {
    filter: query,
    sort: parseSortSpec(sort),
    skip: wholeNumber(skip, 'skip'),
    limit: Math.abs(wholeNumber(limit, 'limit')),
  };
}

function existing({ storage, ns }: CommandContext): Collection {
  const collection = storage.collections.get(ns);
  if (collection === undefined) throw new StoreError(26, `ns does not exist: ${ns}`);
  return collection;
}

function* find({ storage, ns }: CommandContext, command: Document): Generator<Document> {
  const projection = isDocument(command.projection) ? compileProjection(command.projection) : undefined;
  for (const { document } of findStored(storage, ns, queryOf(command)))
    yield projection?.(document) ?? document;
}

function* run(context: CommandContext, { pipeline }: Document): Generator<Document> {
  if (!Array.isArray(pipeline) || !pipeline.every(isDocument))
    throw new StoreError(14, "'pipeline' must be an array of documents");
  // A leading $match is a query like any other and uses the indexes.
  const [first, ...rest] = pipeline;
  const filter = first !== undefined && isDocument(first.$match) ? first.$match : undefined;
  const found = findStored(context.storage, context.ns, queryOf({ filter: filter ?? {} }));
  const documents = (function* () {
    for (const { document } of found) yield document;
  })();
  yield* aggregate(documents, filter === undefined ? pipeline : rest);
}

function distinct({ storage, ns }: CommandContext, command: Document): Document {
  const values = new Map<string, unknown>();
  for (const { document } of findStored(storage, ns, queryOf(command))) {
    for (const value of valuesAt(document, String(command.key).split('.')).flat()) {
      if (value !== undefined && !values.has(orderedKey(value))) values.set(orderedKey(value), value);
    }
  }
  return { values: [...values.values()] };
}

function count({ storage, ns }: CommandContext, command: Document): Document {
  let n = 0;
  for (const stored of findStored(storage, ns, queryOf(command))) n += stored === undefined ? 0 : 1;
  return { n };
}

const indexFields = new Set(['key', 'name', 'unique', 'background', 'v', 'ns']);

function createIndexes({ storage, ns }: CommandContext, { indexes }: Document): Document {
  const collection = storage.collection(ns);
  const before = collection.indexes.length;
  for (const spec of indexes as Document[]) {
    refuseUnknownFields(spec, indexFields, 'createIndexes');
    const { name, key, unique } = spec as { name: string; key: Document; unique?: boolean };
    const plain = Object.fromEntries(parseSortSpec(key));
    const [shape, same] = [
      JSON.stringify(Object.entries(plain)),
      collection.indexes.find((index) => index.name === name),
    ];
    const alike = (index: Index): boolean => JSON.stringify(Object.entries(index.key)) === shape;
    if (same !== undefined && (!alike(same) || (same.id !== 0 && same.unique !== (unique === true)))) {
      throw new StoreError(86, `An existing index has the same name as the requested index: ${name}`);
    }
    const other = collection.indexes.find(alike);
    if (same === undefined && other !== undefined && other.id !== 0) {
      throw new StoreError(85, `Index already exists with a different name: ${other.name}`);
    }
    if (same === undefined && other === undefined)
      storage.createIndex(collection, name, plain, unique === true);
  }
  return {
    numIndexesBefore: before,
    numIndexesAfter: collection.indexes.length,
    createdCollectionAutomatically: false,
  };
}

function dropIndexes(context: CommandContext, { index: wanted }: Document): Document {
  const collection = existing(context);
  const names = (Array.isArray(wanted) ? wanted : [wanted]).map(String);
  for (const name of names) {
    const dropped = collection.indexes.filter(
      (index) => index.id !== 0 && (name === '*' || index.name === name),
    );
    if (dropped.length === 0 && name !== '*') throw new StoreError(27, `index not found with name [${name}]`);
    for (const index of dropped) context.storage.dropIndex(collection, index);
  }
  return { nIndexesWas: collection.indexes.length };
}

function collectionsOf({ storage, database }: CommandContext): Collection[] {
  return [...storage.collections.values()].filter(({ ns }) => ns.startsWith(`${database}.`));
}

/** Answers a command that gives documents with a cursor and its first batch. */
const withCursor =
  (documents: (context: CommandContext, command: Document) => Iterable<Document>) =>
  (context: CommandContext, command: Document): Document => {
    const batchSize: unknown = command.batchSize ?? (command.cursor as Document | undefined)?.batchSize;
    const size = batchSize === undefined ? 101 : wholeNumber(batchSize, 'batchSize');
    const items = documents(context, command)[Symbol.iterator]();
    return {
      cursor: context.cursors.open(
        items,
        context.ns,
        context.connectionId,
        size,
        command.singleBatch === true,
      ),
    };
  };

export const commands: Record<string, Command> = {
  hello: { fields: helloFields, run: hello },
  ismaster: { fields: helloFields, run: hello },
  isMaster: { fields: helloFields, run: hello },
  ping: { fields: [], run: nothing },
  buildInfo: {
    fields: [],
    run: () => ({ version: '7.0.0', versionArray: [7, 0, 0, 0], modules: ['embedded-store'] }),
  },
  connectionStatus: {
    fields: ['showPrivileges'],
    run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
  },
  endSessions: { fields: [], run: nothing },
  find: {
    fields: ['filter', 'projection', 'sort', 'skip', 'limit', 'batchSize', 'singleBatch'],
    run: withCursor(find),
  },
  aggregate: { fields: ['pipeline', 'cursor', 'allowDiskUse'], run: withCursor(run) },
  getMore: {
    fields: ['collection', 'batchSize'],
    run: ({ cursors, connectionId }, { getMore, batchSize }) => ({
      cursor: cursors.more(
        Long.fromValue(getMore as Long),
        connectionId,
        batchSize === undefined ? Infinity : wholeNumber(batchSize, 'batchSize'),
      ),
    }),
  },
  killCursors: {
    fields: ['cursors'],
    run: ({ cursors }, command) => cursors.kill(command.cursors as Long[]),
  },
  count: { fields: ['query', 'limit', 'skip'], run: count },
  distinct: { fields: ['key', 'query'], run: distinct },
  insert: {
    fields: ['documents', 'ordered', 'bypassDocumentValidation'],
    writes: true,
    run: ({ storage, ns }, command) => insert(storage, ns, command),
  },
  update: {
    fields: ['updates', 'ordered', 'bypassDocumentValidation'],
    writes: true,
    run: ({ storage, ns }, command) => update(storage, ns, command),
  },
  delete: {
    fields: ['deletes', 'ordered'],
    writes: true,
    run: ({ storage, ns }, command) => remove(storage, ns, command),
  },
  findAndModify: {
    fields: ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'bypassDocumentValidation'],
    writes: true,
    run: ({ storage, ns }, command) => findAndModify(storage, ns, command),
  },
  createIndexes: { fields: ['indexes', 'commitQuorum'], writes: true, run: createIndexes },
  dropIndexes: { fields: ['index'], writes: true, run: dropIndexes },
  listIndexes: {
    fields: ['cursor'],
    run: withCursor((context) =>
      existing(context).indexes.map(({ key, name, unique, id }) => ({
        v: 2,
        key,
        name,
        ...(unique && id !== 0 ? { unique } : {}),
      })),
    ),
  },
  listCollections: {
    fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
    run: withCursor((context, { filter }) => {
      const { name, ...unsupported } = (filter ?? {}) as Document;
      refuseUnknownFields(unsupported, new Set(), 'listCollections');
      const names = collectionsOf(context).map(({ ns }) => ns.slice(context.database.length + 1));
      return names
        .filter((own) => name === undefined || own === name)
        .map((own) => ({ name: own, type: 'collection' }));
    }),
  },
  create: {
    fields: [],
    writes: true,
    run({ storage, ns }) {
      if (storage.collections.has(ns)) throw new StoreError(48, `Collection ${ns} already exists.`);
      storage.collection(ns);
      return {};
    },
  },
  drop: {
    fields: [],
    writes: true,
    run(context) {
      const collection = context.storage.collections.get(context.ns);
      if (collection !== undefined) context.storage.dropCollection(collection);
      return {};
    },
  },
  dropDatabase: {
    fields: [],
    writes: true,
    run(context) {
      for (const collection of collectionsOf(context)) context.storage.dropCollection(collection);
      return { dropped: context.database };
    },
  },
};

const everywhere = [
  '$db',
  '$readPreference',
  '$clusterTime',
  'lsid',
  'maxTimeMS',
  'comment',
  'writeConcern',
  'readConcern',
];

/** Finds the command and refuses what it does not know: the command itself, its fields, transactions. */
export function commandFor(body: Document): { command: Command; name: string } {
  const [name = ''] = Object.keys(body);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new StoreError(59, `no such command: '${name}'`);
  if (['txnNumber', 'autocommit', 'startTransaction'].some((field) => field in body)) {
    throw new StoreError(20, 'transactions are not supported');
  }
  refuseUnknownFields(body, new Set([name, ...everywhere, ...command.fields]), name);
  return { command, name };
}
