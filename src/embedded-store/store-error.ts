import type { Document } from 'bson';

// Clients decide by the number, but also look at these names.
const codeNames: Record<number, string> = {
  13: 'Unauthorized',
  18: 'AuthenticationFailed',
  26: 'NamespaceNotFound',
  59: 'CommandNotFound',
  168: 'InvalidPipelineOperator',
  175: 'QueryPlanKilled',
  11000: 'DuplicateKey',
  14031: 'OutOfDiskSpace',
};

/** A refusal in wire protocol form: MongoDB's number, its name and a sentence saying what was refused. */
export class StoreError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly details: Document = {},
  ) {
    super(message);
  }

  /** The reply fields of a command that failed as a whole. */
  toReply(): Document {
    const codeName = codeNames[this.code] ?? `Code${this.code}`;
    return { ok: 0, errmsg: this.message, code: this.code, codeName, ...this.details };
  }
}

/** Converts anything thrown into a refusal: mingo's assertions name the operator, anything else is an internal error. */
export function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const { message, constructor } = Object(error) as Error;
  return new StoreError(constructor.name === 'MingoError' ? 2 : 1, String(message));
}

/** Refuses, by name, every field of `given` that is not in `known`: silently ignoring an option would be a wrong answer. */
export function refuseUnknownFields(given: Document, known: ReadonlySet<string>, where: string): void {
  for (const field of Object.keys(given)) {
    if (!known.has(field)) throw new StoreError(9, `${where}: unsupported field '${field}'`);
  }
}
