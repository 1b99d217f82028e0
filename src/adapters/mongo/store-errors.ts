import { Error as MongooseError, type Model, mongo } from 'mongoose';

const duplicateKey = 11000;

/** A document that does not fit its schema: a bug of ours. Says where, never what: values may be what somebody typed. */
export class UnfitDocument extends Error {
  constructor(collection: string, paths: readonly string[]) {
    super(
      `what was to be stored in or asked of ${collection} does not fit its schema at ${paths.join(', ')}`,
    );
    this.name = 'UnfitDocument';
  }
}

/** Runs a query or a write; mongoose's own complaints quote the values, and so must not reach a log (process 10). */
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
 * Asks a whole document for what its schema requires; an upsert itself checks only the fields that it names. Throws
 * mongoose's complaint, so call it inside `fitting`.
 */
export function checkWhole<T>(model: Model<T>, document: T): Promise<void> {
  return new model(document).validate();
}

/** Whether a write was refused because a unique key was taken; of several writes at once, whether that is all there was. */
export function isDuplicateKey(error: unknown): boolean {
  if (error instanceof mongo.MongoBulkWriteError) {
    const writeErrors = [error.writeErrors].flat();
    const others = writeErrors.filter(({ code }) => code !== duplicateKey);
    return others.length === 0 && writeErrors.length > 0 && error.result.getWriteConcernError() === undefined;
  }
  return error instanceof mongo.MongoServerError && error.code === duplicateKey;
}

/** Two first writers can both find nothing and insert; the one that came second finds the document when it tries again. */
export async function againOnDuplicateKey<T>(upsert: () => Promise<T>): Promise<T> {
  try {
    return await upsert();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return upsert();
  }
}
