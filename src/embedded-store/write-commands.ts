import { type Document, ObjectId } from 'bson';
import type { Command, CommandContext } from './command';
import { isOperatorDocument } from './match';
import { orderedKey } from './ordered-key';
import { isDocument } from './paths';
import { equalitiesOf } from './plan';
import { atOnce } from './portions';
import { findStored } from './query';
import { compileProjection, parseSortSpec } from './shape';
import { readDocument, type Storage, type Stored } from './storage';
import { asStoreError, refuseUnknownFields, StoreError } from './store-error';
import { applyUpdate, compileUpdate, setPath } from './update';

interface Outcome {
  readonly document: Document;
  readonly changed: boolean;
  readonly upsertedId?: unknown;
}

const query = (filter: Document, limit: number, sort: Document = {}) => ({
  filter,
  sort: parseSortSpec(sort),
  skip: 0,
  limit,
});
const documentOf = (value: unknown, name: string): Document => {
  if (isDocument(value)) return value;
  throw new StoreError(value === undefined ? 9 : 14, `'${name}' must be a document`);
};

/** Puts `_id` first, as MongoDB does, creating it if there is none. */
function withId(document: Document): Document {
  if (Object.keys(document)[0] === '_id') return document;
  const { _id = new ObjectId(), ...rest } = document as { readonly _id?: unknown };
  return { _id, ...rest };
}

/** The update as a function from the old document (for an upsert, the initial one) to the new state. */
function compile(update: unknown): (base: Document, inserting: boolean) => Document {
  if (Array.isArray(update)) throw new StoreError(9, 'updates by pipeline are not supported');
  const given = documentOf(update, 'u');
  if (isOperatorDocument(given)) {
    const changes = compileUpdate(given);
    return (base, inserting) => {
      applyUpdate(base, changes, inserting);
      return base;
    };
  }
  const operator = Object.keys(given).find((name) => name.startsWith('$'));
  if (operator !== undefined)
    throw new StoreError(52, `The dollar ($) prefixed field '${operator}' is not valid in a replacement`);
  return (base) =>
    Object.assign({}, '_id' in base && !('_id' in given) ? { _id: base._id as unknown } : {}, given);
}

function upsert(storage: Storage, ns: string, filter: Document, next: ReturnType<typeof compile>): Outcome {
  const base: Document = {};
  for (const [path, value] of equalitiesOf(filter)) setPath(base, path.split('.'), value);
  // Read before: the update changes the document in place.
  const fixedId = base._id as unknown;
  const document = withId(next(base, true));
  if (fixedId !== undefined && orderedKey(fixedId) !== orderedKey(document._id)) throw immutableId();
  storage.save(storage.collection(ns), document);
  return { document, changed: true, upsertedId: document._id };
}

const immutableId = (): StoreError =>
  new StoreError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");

/** Changes the document in place; the old one can be read from the stored bytes. */
function change(storage: Storage, ns: string, stored: Stored, next: ReturnType<typeof compile>): Outcome {
  const collection = storage.collection(ns);
  const old = storage.oldState(collection, stored);
  const idKey = orderedKey(stored.document._id);
  const document = withId(next(stored.document, false));
  if (orderedKey(document._id) !== idKey) throw immutableId();
  return { document, changed: storage.save(collection, document, old) };
}

/** The statements of one command, one after the other; an ordered command stops at the first that fails. */
function runAll(
  statements: unknown,
  ordered: boolean,
  run: (statement: Document, index: number) => void,
): Document {
  if (!Array.isArray(statements)) throw new StoreError(9, 'a write command needs an array of statements');
  const writeErrors: Document[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(documentOf(statement, 'statement'), index);
    } catch (thrown) {
      const error = asStoreError(thrown);
      // Not a refusal but a bug: the whole command is undone.
      if (error.code === 1) throw thrown;
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.details });
      if (ordered) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}

function insert({ storage, ns }: CommandContext, { documents, ordered }: Document): Document {
  let n = 0;
  const errors = runAll(documents, ordered !== false, (document) => {
    storage.save(storage.collection(ns), withId(document));
    n += 1;
  });
  return { n, ...errors };
}

const updateFields = new Set(['q', 'u', 'multi', 'upsert', 'sort']);

function update({ storage, ns }: CommandContext, { updates, ordered }: Document): Document {
  let [n, nModified] = [0, 0];
  const upserted: Document[] = [];
  const errors = runAll(updates, ordered !== false, (statement, index) => {
    refuseUnknownFields(statement, updateFields, 'update');
    const { q, u, multi, sort } = statement;
    if (multi === true && !isOperatorDocument(u))
      throw new StoreError(9, 'multi update is not supported for replacement-style update');
    const filter = documentOf(q, 'q');
    const next = compile(u);
    // Find all before writing the first, or a document that moves within the index would be found twice.
    const found = [
      ...atOnce(findStored(storage, ns, query(filter, multi === true ? 0 : 1, sort as Document | undefined))),
    ];
    const outcomes = found.map((stored) => change(storage, ns, stored, next));
    if (found.length === 0 && statement.upsert === true) {
      const { upsertedId } = upsert(storage, ns, filter, next);
      upserted.push({ index, _id: upsertedId });
      n += 1;
    }
    n += outcomes.length;
    nModified += outcomes.filter(({ changed }) => changed).length;
  });
  return { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...errors };
}

const deleteFields = new Set(['q', 'limit']);

function remove({ storage, ns }: CommandContext, { deletes, ordered }: Document): Document {
  let n = 0;
  const errors = runAll(deletes, ordered !== false, (statement) => {
    refuseUnknownFields(statement, deleteFields, 'delete');
    for (const stored of [
      ...atOnce(findStored(storage, ns, query(documentOf(statement.q, 'q'), Number(statement.limit)))),
    ]) {
      storage.delete(storage.collection(ns), stored);
      n += 1;
    }
  });
  return { n, ...errors };
}

/** findAndModify: finds one document and changes or removes it atomically. */
function findAndModify({ storage, ns }: CommandContext, command: Document): Document {
  const filter = documentOf(command.query ?? {}, 'query');
  const projected = compileProjection((command.fields ?? {}) as Document);
  const [stored] = atOnce(findStored(storage, ns, query(filter, 1, command.sort as Document | undefined)));
  const answer = (value: Document | undefined, lastErrorObject: Document): Document => ({
    lastErrorObject,
    value: value === undefined ? null : projected(value),
  });
  if (command.remove === true) {
    if (stored !== undefined) storage.delete(storage.collection(ns), stored);
    return answer(stored?.document, { n: stored === undefined ? 0 : 1 });
  }
  const next = compile(command.update);
  if (stored !== undefined) {
    const { document } = change(storage, ns, stored, next);
    return answer(command.new === true ? document : readDocument(stored.bytes), {
      n: 1,
      updatedExisting: true,
    });
  }
  if (command.upsert !== true) return answer(undefined, { n: 0, updatedExisting: false });
  const { document, upsertedId } = upsert(storage, ns, filter, next);
  return answer(command.new === true ? document : undefined, {
    n: 1,
    updatedExisting: false,
    upserted: upsertedId,
  });
}

/** The commands that write documents. */
export const writeCommands: Record<string, Command> = {
  insert: { fields: ['documents', 'ordered', 'bypassDocumentValidation'], writes: true, run: insert },
  update: { fields: ['updates', 'ordered', 'bypassDocumentValidation'], writes: true, run: update },
  delete: { fields: ['deletes', 'ordered'], writes: true, onlyRemoves: true, run: remove },
  findAndModify: {
    fields: ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'bypassDocumentValidation'],
    writes: true,
    run: findAndModify,
  },
};
