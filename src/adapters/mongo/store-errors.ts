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
