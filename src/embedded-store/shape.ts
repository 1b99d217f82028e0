import type { Document } from 'bson';
import { emptyArrayKey, orderedKey } from './ordered-key';
import { isDocument, valuesAt } from './paths';
import { StoreError } from './store-error';

export type SortSpec = readonly (readonly [path: string, direction: 1 | -1])[];
interface Tree {
  [name: string]: Tree | true;
}

/** A validated sort or index specification; text, hashed and geo ones are refused. */
export function parseSortSpec(spec: Document): SortSpec {
  return Object.entries(spec as Record<string, unknown>).map(([path, value]) => {
    const direction = Number(value);
    if (isDocument(value) || (direction !== 1 && direction !== -1)) {
      throw new StoreError(2, `unsupported direction for '${path}': only 1 and -1`);
    }
    return [path, direction];
  });
}

/** The keys by which a document is sorted; an array counts as its smallest element, or its largest when descending. */
export function keyedBy(spec: SortSpec): (document: Document) => readonly string[] {
  const fields = spec.map(([path, direction]) => ({ parts: path.split('.'), direction }));
  return (document) =>
    fields.map(({ parts, direction }) => {
      const candidates = valuesAt(document, parts).flatMap((value) =>
        Array.isArray(value)
          ? value.length === 0
            ? [emptyArrayKey]
            : value.map(orderedKey)
          : [orderedKey(value)],
      );
      const first = candidates[0] ?? orderedKey(null);
      return candidates.reduce((best, key) => (key < best === (direction === 1) ? key : best), first);
    });
}

/** BSON comparison of such keys. */
export function comparedBy(spec: SortSpec): (one: readonly string[], other: readonly string[]) => number {
  return (one, other) => {
    for (const [at, [, direction]] of spec.entries()) {
      const [a, b] = [one[at] ?? '', other[at] ?? ''];
      if (a !== b) return a < b ? -direction : direction;
    }
    return 0;
  };
}

/** Sorts by BSON comparison. */
export function sortBy<T>(items: readonly T[], documentOf: (item: T) => Document, spec: SortSpec): T[] {
  const [keysOf, compare] = [keyedBy(spec), comparedBy(spec)];
  const keyed = items.map((item) => ({ item, keys: keysOf(documentOf(item)) }));
  keyed.sort((one, other) => compare(one.keys, other.keys));
  return keyed.map(({ item }) => item);
}

function pick(document: Document, tree: Tree, including: boolean): Document {
  const picked: Document = {};
  for (const [name, value] of Object.entries<unknown>(document)) {
    const branch = Object.hasOwn(tree, name) ? tree[name] : undefined;
    if (branch === undefined || branch === true) {
      if ((branch === true) === including) picked[name] = value;
    } else {
      const inner = pickValue(value, branch, including);
      if (inner !== undefined) picked[name] = inner;
    }
  }
  return picked;
}

function pickValue(value: unknown, tree: Tree, including: boolean): unknown {
  if (Array.isArray(value)) {
    return value
      .map((element) => pickValue(element, tree, including))
      .filter((element) => element !== undefined);
  }
  if (isDocument(value)) return pick(value, tree, including);
  return including ? undefined : value;
}

function addPath(tree: Tree, [name = '', ...rest]: readonly string[]): void {
  const branch = Object.hasOwn(tree, name) ? tree[name] : undefined;
  const inner = branch === undefined || branch === true ? {} : branch;
  tree[name] = rest.length === 0 ? true : inner;
  if (rest.length > 0) addPath(inner, rest);
}

/** A projection that includes or excludes fields; expressions, `$slice` and `$elemMatch` are refused. */
export function compileProjection(spec: Document): (document: Document) => Document {
  const fields = Object.entries<unknown>(spec);
  if (fields.length === 0) return (document) => document;
  const tree: Tree = {};
  let idWanted = true;
  let including: boolean | undefined;
  for (const [path, value] of fields) {
    const plain: unknown = value instanceof Object ? value.valueOf() : value;
    if ((typeof plain !== 'number' && typeof plain !== 'boolean') || path.includes('$')) {
      throw new StoreError(2, `unsupported projection of '${path}'`);
    }
    const wanted = Boolean(plain);
    if (path === '_id') {
      idWanted = wanted;
      continue;
    }
    including ??= wanted;
    if (including !== wanted) {
      throw new StoreError(wanted ? 31253 : 31254, `Cannot mix inclusion and exclusion: '${path}'`);
    }
    addPath(tree, path.split('.'));
  }
  const mode = including ?? idWanted;
  if (idWanted === mode) tree._id = true;
  return (document) => pick(document, tree, mode);
}
