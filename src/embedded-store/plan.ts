import type { Document } from 'bson';
import { isOperatorDocument } from './match';
import { invertKey, keyAfterPrefix, orderedKey } from './ordered-key';
import { isDocument } from './paths';
import type { SortSpec } from './shape';
import { byIdOf, type Collection, type Index } from './index-entries';

/** What the top level of a filter requires of one path, as keys; the rest is left to the filter itself. */
interface Demand {
  equal?: string[];
  from?: string;
  /** Whether `from` itself is left out. */
  after?: boolean;
  to?: string;
}
export interface Plan {
  readonly index: Index;
  /** Ranges of the index: from the first key that starts with `from` to the last that starts with `to`. */
  readonly ranges: readonly (readonly [from: string, to: string])[];
  readonly reverse: boolean;
  /** Whether the documents come in the requested order. */
  readonly sorted: boolean;
}

const maxRanges = 1_000;

/** The conditions that must all hold, with `$and` flattened: pairs of path and operator document. */
function conditions(filter: Document): [path: string, operators: Document][] {
  return Object.entries(filter).flatMap(([path, value]): [string, Document][] => {
    if (path === '$and' && Array.isArray(value)) return value.filter(isDocument).flatMap(conditions);
    if (path.startsWith('$')) return [];
    return [[path, isOperatorDocument(value) ? value : { $eq: value as unknown }]];
  });
}

function demandsOf(filter: Document): Map<string, Demand> {
  const demands = new Map<string, Demand>();
  for (const [path, operators] of conditions(filter)) {
    const demand = demands.get(path) ?? {};
    demands.set(path, demand);
    const { $eq, $in, $gt, $gte, $lt, $lte } = operators as Record<string, unknown>;
    if ('$eq' in operators) demand.equal ??= [orderedKey($eq)];
    if (Array.isArray($in)) demand.equal ??= [...new Set($in.map(orderedKey))].sort();
    if (('$gt' in operators || '$gte' in operators) && demand.from === undefined) {
      demand.from = orderedKey($gte ?? $gt);
      demand.after = !('$gte' in operators);
    }
    if ('$lt' in operators || '$lte' in operators) demand.to ??= orderedKey($lte ?? $lt);
  }
  return demands;
}

/** Equalities that fix one value: those of an upsert's new document. */
export function equalitiesOf(filter: Document): [path: string, value: unknown][] {
  return conditions(filter).flatMap(([path, operators]) =>
    '$eq' in operators ? [[path, operators.$eq as unknown]] : [],
  );
}

function planFor(
  index: Index,
  demands: Map<string, Demand>,
  sort: SortSpec,
): Plan & { readonly score: number } {
  let prefixes = [''];
  let score = 0;
  let used = 0;
  for (const [path, direction] of index.fields) {
    const equal = demands.get(path)?.equal;
    if (equal === undefined || prefixes.length * equal.length > maxRanges) break;
    prefixes = prefixes.flatMap((prefix) =>
      equal.map((key) => prefix + (direction === 1 ? key : invertKey(key))),
    );
    score += equal.length === 1 ? 10 : 8;
    used += 1;
  }
  if (used === index.fields.length && index.unique) score += 100;
  const [rangePath, rangeDirection] = index.fields[used] ?? [];
  const { from, to, after = false } = demands.get(rangePath ?? '') ?? {};
  let [low, high] = ['', ''];
  if (from !== undefined || to !== undefined) {
    // A single bound ends at the limit of its type.
    [low, high] = [from ?? to?.charAt(0) ?? '', to ?? from?.charAt(0) ?? ''];
    if (rangeDirection === -1) [low, high] = [invertKey(high), invertKey(low)];
    else if (after) low = keyAfterPrefix(low);
    score += 5;
  }
  // A field fixed to one value does not affect the order; outside the index it might be an array.
  const fixed = index.fields.slice(0, used).map(([path]) => path);
  const wanted = prefixes.length === 1 ? sort.filter(([path]) => !fixed.includes(path)) : sort;
  const offered = index.fields.slice(used);
  const reverse = wanted[0]?.[1] === -1 * (offered[0]?.[1] ?? 1);
  const follows = wanted.every(
    ([path, direction], at) =>
      offered[at]?.[0] === path && offered[at][1] === (reverse ? -direction : direction),
  );
  const sorted = sort.length === 0 || (follows && prefixes.length === 1);
  if (sorted && wanted.length > 0) score += 3;
  const ranges = prefixes.map((prefix) => [prefix + low, prefix + high] as const);
  return { index, ranges, reverse: sorted && reverse, sorted, score };
}

/** The index that leaves the fewest documents to examine; otherwise the documents by `_id`. */
export function planQuery(collection: Collection, filter: Document, sort: SortSpec): Plan {
  const demands = demandsOf(filter);
  const plans = collection.indexes.map((index) => planFor(index, demands, sort));
  const [byId = planFor(byIdOf(collection), demands, sort)] = plans;
  return plans.reduce((best, plan) => (plan.score > best.score ? plan : best), byId);
}

/**
 * The plan of an index whose entries alone answer the filter: each condition asks for certain texts or truth values, and
 * the index begins with their fields. Undefined if none does.
 */
export function coveringPlan(collection: Collection, filter: Document): Plan | undefined {
  const asked = conditions(filter);
  const paths = new Set(asked.map(([path]) => path));
  const isPlain = Object.keys(filter).every((path) => !path.startsWith('$')) && paths.size > 0;
  if (!isPlain || !asked.every(([, operators]) => asksForValues(operators))) return undefined;
  const index = collection.indexes.find(({ fields }) => {
    const first = fields.slice(0, paths.size).map(([path]) => path);
    return first.length === paths.size && first.every((path) => paths.has(path));
  });
  if (index === undefined) return undefined;
  const demands = demandsOf(filter);
  const ranges = [...demands.values()].reduce((product, { equal = [] }) => product * equal.length, 1);
  return ranges > maxRanges ? undefined : planFor(index, demands, []);
}

function asksForValues(operators: Document): boolean {
  const isKey = (value: unknown) => typeof value === 'string' || typeof value === 'boolean';
  const { $eq, $in } = operators as Record<string, unknown>;
  const [name, another] = Object.keys(operators);
  if (another !== undefined) return false;
  return name === '$eq' ? isKey($eq) : name === '$in' && Array.isArray($in) && $in.every(isKey);
}
