import type { Document } from 'bson';
import { isOperatorDocument } from './match';
import { invertKey, keyAfterPrefix, orderedKey } from './ordered-key';
import { isDocument } from './paths';
import type { SortSpec } from './shape';
import { covers, pathsOfFilter } from './entry-values';
import { byIdOf, type Collection, type Index } from './index-entries';

/** What the top level of a filter requires of one path, as keys; the rest is left to the filter itself. */
interface Demand {
  equal?: string[];
  from?: string;
  /** Whether `from` itself is left out. */
  after?: boolean;
  to?: string;
}
export interface Range {
  readonly from: string;
  readonly to: string;
  /** How much of its keys is the same in all: where several ranges are sorted, it is by what follows. */
  readonly fixed: number;
}
export interface Plan {
  readonly index: Index;
  /** Ranges of the index: from the first key that starts with `from` to the last that starts with `to`. */
  readonly ranges: readonly Range[];
  readonly reverse: boolean;
  /** Whether the ranges hold what the filter finds and nothing else. */
  readonly exact: boolean;
  /** Whether the documents come in the requested order. */
  readonly sorted: boolean;
}

const maxRanges = 1_000;
/** So many ranges are merged in the requested order. */
const maxMerged = 100;

/** The conditions that must all hold, with `$and` flattened: pairs of path and operator document. */
function conditions(filter: Document): [path: string, operators: Document][] {
  return Object.entries(filter).flatMap(([path, value]): [string, Document][] => {
    if (path === '$and' && Array.isArray(value)) return value.filter(isDocument).flatMap(conditions);
    if (path.startsWith('$')) return [];
    return [[path, isOperatorDocument(value) ? value : { $eq: value as unknown }]];
  });
}

interface Demands {
  readonly demands: Map<string, Demand>;
  /** Whether the filter asks for nothing but certain values. */
  readonly equalOnly: boolean;
}

function demandsOf(filter: Document): Demands {
  const demands = new Map<string, Demand>();
  const asked = conditions(filter);
  const isPlain = Object.keys(filter).every((path) => !path.startsWith('$'));
  for (const [path, operators] of asked) {
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
  return { demands, equalOnly: isPlain && asked.every(([, operators]) => asksForValues(operators)) };
}

/** One value or one of several; a list is never an entry, so what asks for one needs the document. */
function asksForValues(operators: Document): boolean {
  const [name, another] = Object.keys(operators);
  return another === undefined && (name === '$eq' || (name === '$in' && Array.isArray(operators.$in)));
}

/** Equalities that fix one value: those of an upsert's new document. */
export function equalitiesOf(filter: Document): [path: string, value: unknown][] {
  return conditions(filter).flatMap(([path, operators]) =>
    '$eq' in operators ? [[path, operators.$eq as unknown]] : [],
  );
}

function planFor(
  index: Index,
  { demands, equalOnly }: Demands,
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
  const sorted = sort.length === 0 || (follows && prefixes.length <= maxMerged);
  if (sorted && wanted.length > 0) score += 3;
  const ranges = prefixes.map((prefix) => ({ from: prefix + low, to: prefix + high, fixed: prefix.length }));
  const exact = equalOnly && used === demands.size;
  return { index, ranges, reverse: sorted && reverse, sorted, exact, score };
}

/** The index that leaves the fewest documents to examine, among equals the one that tells most; otherwise the documents by `_id`. */
export function planQuery(collection: Collection, filter: Document, sort: SortSpec): Plan {
  const demands = demandsOf(filter);
  const paths = pathsOfFilter(filter);
  const plans = collection.indexes.map((index) => ({
    plan: planFor(index, demands, sort),
    tells: covers(index, paths) ? 1 : 0,
  }));
  const [byId = { plan: planFor(byIdOf(collection), demands, sort), tells: 0 }] = plans;
  return plans.reduce((best, each) => {
    const ahead = each.plan.score - best.plan.score || each.tells - best.tells;
    return ahead > 0 ? each : best;
  }, byId).plan;
}

/** The plan of an index whose entries alone tell what the filter finds; undefined if there is none. */
export function coveringPlan(collection: Collection, filter: Document): Plan | undefined {
  const paths = pathsOfFilter(filter);
  const demands = demandsOf(filter);
  const plans = collection.indexes
    .filter((index) => covers(index, paths))
    .map((index) => planFor(index, demands, []));
  const [first, ...others] = plans;
  return first && others.reduce((best, plan) => (plan.score > best.score ? plan : best), first);
}
