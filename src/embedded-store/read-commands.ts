import { type Document, type Long, serialize } from 'bson';
import { aggregate } from './aggregate';
import type { Command, CommandContext } from './command';
import { wholeNumber } from './match';
import { orderedKey } from './ordered-key';
import { isDocument, valuesAt } from './paths';
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

type Producer<T> = (context: CommandContext, command: Document) => Iterable<T>;

/** Replies with a cursor and its first batch. */
const withCursor = (documents: Producer<Uint8Array>) => (context: CommandContext, command: Document) => {
  const batchSize: unknown = command.batchSize ?? documentField(command, 'cursor').batchSize ?? 101;
  const items = documents(context, command)[Symbol.iterator]();
  const single = command.singleBatch === true;
  return { cursor: context.cursors.open(items, context, wholeNumber(batchSize, 'batchSize'), single) };
};
/** The same for documents not yet in BSON. */
export const withCursorOf = (documents: Producer<Document>) =>
  withCursor(function* (context, command) {
    for (const document of documents(context, command)) yield serialize(document, { ignoreUndefined: true });
  });

function find({ storage, ns }: CommandContext, command: Document): Iterable<Uint8Array> {
  const fields = documentField(command, 'projection');
  const projection = compileProjection(fields);
  const whole = Object.keys(fields).length === 0;
  const found = findStored(storage, ns, queryOf(command, 'filter'));
  return (function* () {
    for (const stored of found) yield whole ? stored.bytes : serialize(projection(stored.document));
  })();
}

function runPipeline(
  { storage, ns }: CommandContext,
  { aggregate: name, pipeline }: Document,
): Iterable<Document> {
  if (typeof name !== 'string') throw new StoreError(73, 'pipelines without a collection are not supported');
  if (!Array.isArray(pipeline) || !pipeline.every(isDocument)) {
    throw new StoreError(14, "'pipeline' must be an array of documents");
  }
  // A leading $match is a query like any other and uses the indexes.
  const [first, ...rest] = pipeline;
  const leading = first !== undefined && Object.keys(first).join() === '$match';
  const query = queryOf({ filter: leading ? (first.$match as unknown) : {} }, 'filter');
  const counted = leading && isCount(rest) ? countedByIndex(storage, ns, query.filter) : undefined;
  if (counted !== undefined) return counted === 0 ? [] : [{ _id: 1, n: counted }];
  return aggregate(findStored(storage, ns, query), leading ? rest : pipeline);
}

/** As drivers count documents. */
function isCount(pipeline: readonly Document[]): boolean {
  return JSON.stringify(pipeline) === '[{"$group":{"_id":1,"n":{"$sum":1}}}]';
}

function count({ storage, ns }: CommandContext, command: Document): Document {
  let n = 0;
  for (const found of findStored(storage, ns, queryOf(command, 'query'))) n += found === undefined ? 0 : 1;
  return { n };
}

function distinct({ storage, ns }: CommandContext, command: Document): Document {
  const values = new Map<string, unknown>();
  for (const { document } of findStored(storage, ns, queryOf(command, 'query'))) {
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
    run: (context, { getMore, batchSize = 0 }) => ({
      cursor: context.cursors.more(String(getMore), context, wholeNumber(batchSize, 'batchSize')),
    }),
  },
  killCursors: {
    fields: ['cursors'],
    run: ({ cursors }, command) => cursors.kill(command.cursors as Long[]),
  },
  count: { fields: ['query', 'limit', 'skip'], run: count },
  distinct: { fields: ['key', 'query'], run: distinct },
};
