import { Error as MongooseError, type Model, mongo } from 'mongoose';

const duplicateKey = 11000;

/** A document that does not fit its schema: our own bug. Says where, never what: values may have been typed by somebody. */
export class UnfitDocument extends Error {
  constructor(collection: string, paths: readonly string[]) {
    super(
      `what was to be stored in or asked of ${collection} does not fit its schema at ${paths.join(', ')}`,
    );
    this.name = 'UnfitDocument';
  }
}

/** Runs a query or a write; mongoose's own errors quote values, so they must not reach a log (process 10). */
export async function fitting<T>(collection: string, action: () => PromiseLike<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const paths = unfitPaths(error);
    if (paths === undefined) throw error;
    throw new UnfitDocument(collection, paths);
  }
}

function unfitPaths(error: unknown): readonly string[] | undefined {
  if (error instanceof MongooseError.ValidationError) return Object.keys(error.errors);
  if (error instanceof MongooseError.CastError || error instanceof MongooseError.StrictModeError) {
    return [error.path];
  }
  return undefined;
}

const { MongoNetworkError, MongoServerSelectionError, MongoOperationTimeoutError } = mongo;
const { MongoNotConnectedError, MongoTopologyClosedError, MongoServerClosedError } = mongo;
const { MongoClientClosedError, MongoExpiredSessionError } = mongo;
const unavailable = [
  MongooseError.MongooseServerSelectionError,
  MongoNetworkError,
  MongoServerSelectionError,
  MongoOperationTimeoutError,
  MongoNotConnectedError,
  MongoTopologyClosedError,
  MongoServerClosedError,
  MongoClientClosedError,
  MongoExpiredSessionError,
];
/**
 * Codes by which a server says that it, and not what it was asked, is the reason: it cannot be reached, shuts down, is no
 * primary (any more), lets nobody in, has no room on its disk or no majority in time.
 */
const serverCodes = new Set([
  6, 7, 13, 18, 50, 64, 89, 91, 134, 189, 202, 262, 317, 358, 8000, 9001, 10058, 10107, 11600, 11602, 13435,
  13436, 14031,
]);

/** Whether the store itself failed: the same may succeed soon, and nothing is to be held against what was stored or asked. */
export function isStoreFailure(error: unknown): boolean {
  if (unavailable.some((kind) => error instanceof kind)) return true;
  if (!(error instanceof mongo.MongoError)) return false;
  return (
    error.hasErrorLabel('RetryableWriteError') ||
    (typeof error.code === 'number' && serverCodes.has(error.code))
  );
}

/**
 * Validates a whole document against its schema; an upsert checks only the fields it names. Throws mongoose's own
 * error, so call it inside `fitting`.
 */
export function checkWhole<T>(model: Model<T>, document: T): Promise<void> {
  return new model(document).validate();
}

/** Whether a write was refused because a unique key was taken; for a bulk write, whether that was the only error. */
export function isDuplicateKey(error: unknown): boolean {
  if (error instanceof mongo.MongoBulkWriteError) {
    const writeErrors = [error.writeErrors].flat();
    const others = writeErrors.filter(({ code }) => code !== duplicateKey);
    return others.length === 0 && writeErrors.length > 0 && error.result.getWriteConcernError() === undefined;
  }
  return error instanceof mongo.MongoServerError && error.code === duplicateKey;
}

/** Two first writers can both find nothing and insert; the slower one finds the document when it tries again. */
export async function againOnDuplicateKey<T>(upsert: () => Promise<T>): Promise<T> {
  try {
    return await upsert();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return upsert();
  }
}
