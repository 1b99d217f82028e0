import { EJSON } from 'bson';
import { type Collection, type Document, MongoBulkWriteError, MongoServerError } from 'mongodb';
import type { Operation } from './operations';

/** What a caller can tell: the values with their types, or the code of the refusal. */
export interface Outcome {
  readonly result?: string;
  readonly code?: unknown;
  readonly keyPattern?: unknown;
}

const shown = (value: unknown): string => EJSON.stringify(value, { relaxed: false });
const upsertedId = ({ upsertedId: made }: { upsertedId?: unknown }): unknown => made ?? null;

async function run(collection: Collection<Document>, operation: Operation): Promise<unknown> {
  switch (operation.kind) {
    case 'insert':
      return (await collection.insertMany([...operation.documents], { ordered: operation.ordered }))
        .insertedCount;
    case 'find': {
      const { filter, sort, projection, skip, limit } = operation;
      return collection.find(filter, { sort, projection, skip, limit }).toArray();
    }
    case 'updateOne':
    case 'updateMany': {
      const outcome = await collection[operation.kind](operation.filter, operation.update, {
        upsert: operation.upsert,
      });
      return [outcome.matchedCount, outcome.modifiedCount, upsertedId(outcome)];
    }
    case 'replaceOne': {
      const outcome = await collection.replaceOne(operation.filter, operation.document, {
        upsert: operation.upsert,
      });
      return [outcome.matchedCount, outcome.modifiedCount, upsertedId(outcome)];
    }
    case 'findOneAndUpdate':
      return collection.findOneAndUpdate(operation.filter, operation.update, {
        sort: operation.sort,
        upsert: operation.upsert,
        returnDocument: operation.after ? 'after' : 'before',
      });
    case 'findOneAndDelete':
      return collection.findOneAndDelete(operation.filter, { sort: operation.sort });
    case 'delete':
      return (await collection[operation.many ? 'deleteMany' : 'deleteOne'](operation.filter)).deletedCount;
    case 'count':
      return collection.countDocuments(operation.filter);
    case 'distinct':
      // In no promised order.
      return (await collection.distinct(operation.key, operation.filter)).map(shown).sort();
    case 'aggregate':
      return collection.aggregate([...operation.pipeline]).toArray();
    default:
      return operation satisfies never;
  }
}

/** Plays one operation; a refusal by the server is an outcome like any other. */
export async function play(collection: Collection<Document>, operation: Operation): Promise<Outcome> {
  try {
    return { result: shown(await run(collection, operation)) };
  } catch (error) {
    if (error instanceof MongoBulkWriteError) {
      const failed = [error.writeErrors].flat().map(({ index, code }) => ({ index, code: Number(code) }));
      return { code: failed };
    }
    if (error instanceof MongoServerError) {
      return {
        code: Number(error.code),
        ...(error.code === 11000 ? { keyPattern: error.keyPattern as unknown } : {}),
      };
    }
    throw error;
  }
}

/** All documents, types and order of fields included. */
export async function contents(collection: Collection<Document>): Promise<string[]> {
  return (await collection.find({}, { sort: { _id: 1 } }).toArray()).map(shown);
}
