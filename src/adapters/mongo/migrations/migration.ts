/** A document as stored, its instants as numbers; what it is made of depends on the version it was written by. */
export type OldDocument = Readonly<Record<string, unknown>>;

/** What a step changes in a document, by path; values in the domain's form. */
export interface Change {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly unset?: readonly string[];
}

/** Looks at one document, whatever it is missing, and says what is to change in it; 'remove' for one that has no meaning any more. */
export type Step = (document: OldDocument) => Change | 'remove';

/**
 * One step of the stored form to the next. It stays as it was released: later ones rely on what it leaves. It may be run
 * on a document that has it already, so it changes nothing then.
 */
export interface Migration {
  readonly name: string;
  /** By the name of the collection; documents of others stay as they are. */
  readonly steps: Readonly<Record<string, Step>>;
}

/** For documents that only get the mark of the version. */
export const unchanged: Step = () => ({});
