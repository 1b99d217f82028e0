import type { Document } from 'bson';
import type { Index } from './index-entries';
import { isOperatorDocument } from './match';
import { IndexedValue, invertKey, keyLength } from './ordered-key';
import { isDocument } from './paths';

/** What an index cannot tell: whether a field is there, and what is inside of a list. */
const beyondEntries = ['$exists', '$size', '$elemMatch'];
const combining = ['$and', '$or', '$nor'];

/** The paths that a filter asks about; undefined if it asks what no entry of an index can answer. */
export function pathsOfFilter(filter: Document): ReadonlySet<string> | undefined {
  const paths = new Set<string>();
  return addPaths(filter, paths) ? paths : undefined;
}

function addPaths(filter: Document, paths: Set<string>): boolean {
  return Object.entries(filter as Record<string, unknown>).every(([name, value]) => {
    if (combining.includes(name))
      return Array.isArray(value) && value.every((each) => isDocument(each) && addPaths(each, paths));
    if (name.startsWith('$')) return false;
    paths.add(name);
    return !isOperatorDocument(value) || answersAll(value);
  });
}

function answersAll(operators: Document): boolean {
  return Object.entries(operators as Record<string, unknown>).every(
    ([name, operand]) =>
      !beyondEntries.includes(name) && (name !== '$not' || (isDocument(operand) && answersAll(operand))),
  );
}

/** Whether the entries of the index alone can tell what matches a filter that asks about these paths. */
export function covers({ fields }: Index, paths: ReadonlySet<string> | undefined): boolean {
  return paths !== undefined && [...paths].every((path) => fields.some(([field]) => field === path));
}

/**
 * A document of the indexed fields alone, in which each value is its key: a filter finds it as it finds the document
 * itself. Undefined where a value is of a kind that entries are not read back of.
 */
export function documentOfEntry({ fields }: Index, entry: string): Document | undefined {
  const document: Document = {};
  let at = 0;
  for (const [path, direction] of fields) {
    const rest = entry.slice(at);
    const keys = direction === 1 ? rest : invertKey(rest);
    const length = keyLength(keys);
    if (length === undefined) return undefined;
    put(document, path.split('.'), new IndexedValue(keys.slice(0, length)));
    at += length;
  }
  return document;
}

function put(document: Document, [name = '', ...rest]: readonly string[], value: IndexedValue): void {
  if (rest.length === 0) {
    document[name] = value;
    return;
  }
  const inner: unknown = document[name];
  const holder: Document = isDocument(inner) ? inner : {};
  document[name] = holder;
  put(holder, rest, value);
}
