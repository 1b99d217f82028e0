import { type Document, type Long, serialize } from 'bson';
import { aggregate } from './aggregate';
import type { Command, CommandContext } from './command';
import { wholeNumber } from './match';
import { orderedKey } from './ordered-key';
import { isDocument, valuesAt } from './paths';
import { inPortions, nextTurn, pause, type Paused } from './portions';
import { countedByIndex, findStored, type Query } from './query';
import { compileProjection, parseSortSpec } from './shape';
import { StoreError } from './store-error';

function documentField(command: Document, name: string): Document {
  const value: unknown = command[name] ?? {};
  if (!isDocument(value)) throw new StoreError(14, `'${name}' must be a document`);
  return value;
}

function queryOf(command: Document, filterName: 'filter' | 'query'): Query {
  const [skip, limit] = [wholeNumber(command.skip ?? 0, 'skip'), wholeNumber(command.limit ?? 0, 'limit')];
  if (skip < 0) throw new StoreError(2, 'skip must not be negative');
  const sort = parseSortSpec(documentField(command, 'sort'));
  return { filter: documentField(command, filterName), sort, skip, limit: Math.abs(limit) };
}

type Producer<T> = (context: CommandContext, command: Document) => Iterable<T> | Promise<Iterable<T>>;

/** Replies with a cursor and its first batch. */
const withCursor =
  (documents: Producer<Paused<Uint8Array>>) => async (context: CommandContext, command: Document) => {
    const batchSize: unknown = command.batchSize ?? documentField(command, 'cursor').batchSize ?? 101;
    const items = (await documents(context, command))[Symbol.iterator]();
    const single = command.singleBatch === true;
    const cursor = await context.cursors.open(items, context, wholeNumber(batchSize, 'batchSize'), single);
    return { cursor };
  };
/** The same for documents not yet in BSON. */
export const withCursorOf = (documents: Producer<Document>) =>
  withCursor(async (context, command) => {
    const found = await documents(context, command);
    return (function* () {
      for (const document of found) yield serialize(document, { ignoreUndefined: true });
    })();
  });

function find({ storage, ns }: CommandContext, command: Document): Iterable<Paused<Uint8Array>> {
  const fields = documentField(command, 'projection');
  const projection = compileProjection(fields);
  const whole = Object.keys(fields).length === 0;
  const found = findStored(storage, ns, queryOf(command, 'filter'));
  return (function* () {
    for (const stored of found) {
      if (stored === pause) yield pause;
      else yield whole ? stored.bytes : serialize(projection(stored.document));
    }
  })();
}

async function runPipeline(
  { storage, ns }: CommandContext,
  { aggregate: name, pipeline }: Document,
): Promise<Iterable<Document>> {
  if (typeof name !== 'string') throw new StoreError(73, 'pipelines without a collection are not supported');
  if (!Array.isArray(pipeline) || !pipeline.every(isDocument)) {
    throw new StoreError(14, "'pipeline' must be an array of documents");
  }
  // A leading $match is a query like any other and uses the indexes.
  const [first, ...rest] = pipeline;
  const leading = first !== undefined && Object.keys(first).join() === '$match';
  const query = queryOf({ filter: leading ? (first.$match as unknown) : {} }, 'filter');
  const counted = leading && isCount(rest) ? countedByIndex(storage, ns, query.filter) : undefined;
  if (counted !== undefined) {
    const n = await lengthOf(counted);
    return n === 0 ? [] : [{ _id: 1, n }];
  }
  const found = findStored(storage, ns, query);
  return found.whileKept(await aggregate(found, leading ? rest : pipeline));
}

/** As drivers count documents. */
function isCount(pipeline: readonly Document[]): boolean {
  return JSON.stringify(pipeline) === '[{"$group":{"_id":1,"n":{"$sum":1}}}]';
}

async function lengthOf(items: Iterable<Paused<unknown>>): Promise<number> {
  let length = 0;
  for (const item of items) {
    if (item === pause) await nextTurn();
    else length += 1;
  }
  return length;
}

async function count({ storage, ns }: CommandContext, command: Document): Promise<Document> {
  return { n: await lengthOf(findStored(storage, ns, queryOf(command, 'query'))) };
}

async function distinct({ storage, ns }: CommandContext, command: Document): Promise<Document> {
  const values = new Map<string, unknown>();
  for await (const { document } of inPortions(findStored(storage, ns, queryOf(command, 'query')))) {
    for (const value of valuesAt(document, String(command.key).split('.')).flat()) {
      if (value !== undefined && !values.has(orderedKey(value))) values.set(orderedKey(value), value);
    }
  }
  return { values: [...values.values()] };
}

/** The commands that read documents. */
export const readCommands: Record<string, Command> = {
  find: {
    fields: ['filter', 'projection', 'sort', 'skip', 'limit', 'batchSize', 'singleBatch'],
    run: withCursor(find),
  },
  aggregate: { fields: ['pipeline', 'cursor', 'allowDiskUse'], run: withCursorOf(runPipeline) },
  getMore: {
    fields: ['collection', 'batchSize'],
    run: async (context, { getMore, batchSize = 0 }) => ({
      cursor: await context.cursors.more(String(getMore), context, wholeNumber(batchSize, 'batchSize')),
    }),
  },
  killCursors: {
    fields: ['cursors'],
    run: ({ cursors }, command) => cursors.kill(command.cursors as Long[]),
  },
  count: { fields: ['query', 'limit', 'skip'], run: count },
  distinct: { fields: ['key', 'query'], run: distinct },
};
