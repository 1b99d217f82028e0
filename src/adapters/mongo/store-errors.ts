import { Error as MongooseError, mongo } from 'mongoose';

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

/** Whether a write was refused because a unique key was taken. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === 11000;
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
