import { type Document, Double, Int32, Long } from 'bson';
import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import { type Iterator, Lazy } from 'mingo/lazy';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as stages from 'mingo/operators/pipeline';
import { queryOperators } from './match';
import { isDocument } from './paths';
import { compileProjection, parseSortSpec, sortBy } from './shape';
import { StoreError } from './store-error';

/** mingo orders types in its own way, so the sort is ours. */
const $sort = (items: Iterator, spec: Document): Iterator =>
  items.transform((all) => Lazy(sortBy(all as Document[], (item) => item, parseSortSpec(spec))));

/** No document at all if there is nothing to count; mingo returns 0. */
const $count = (items: Iterator, name: string): Iterator =>
  items.transform((all) => Lazy(all.length === 0 ? [] : [{ [name]: all.length }]));

function named(operators: object, names: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(operators).filter(([name]) => names.split(' ').includes(name)));
}

const operators = {
  pipeline: { ...named(stages, '$match $group $limit $skip $project $unwind $facet'), $sort, $count },
  accumulator: named(accumulators, '$sum $min $max $avg $push $first $last $addToSet'),
  expression: {
    ...named(expressions, '$cond $ifNull $eq $ne $gt $gte $lt $lte $and $or $not'),
    ...named(expressions, '$add $subtract $multiply $divide $size'),
  },
  query: queryOperators,
};
const known = new Set(Object.values(operators).flatMap((group) => Object.keys(group)));
// mingo's own types do not accept its own operators as a table.
const context = Context.init(operators as unknown as Parameters<typeof Context.init>[0]);

/** mingo calculates with plain numbers: whole ones leave a pipeline as int32, and longs beyond 2^53 are not let in. */
function promote(value: unknown): unknown {
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Long) {
    if (Number.isSafeInteger(value.toNumber())) return value.toNumber();
    throw new StoreError(2, `unsupported in a pipeline: the long ${value.toString()}`);
  }
  if (Array.isArray(value)) return value.map(promote);
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, promote(field)]));
}

function refuseUnknownOperators(value: unknown): void {
  if (Array.isArray(value)) value.forEach(refuseUnknownOperators);
  if (!isDocument(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name.startsWith('$') && !known.has(name))
      throw new StoreError(2, `unsupported operator or stage '${name}'`);
    refuseUnknownOperators(inner);
  }
}

/** Stages that pass documents on, perhaps fewer or reordered; a later group or count leaves nothing of them. */
const passing = ['$sort', '$skip', '$limit', '$unwind'];
const gathering = ['$group', '$count'];

/**
 * The part of a document that a pipeline uses (the paths named up to the first group), so that many long documents need
 * not be held at once. The whole document if that cannot be determined.
 */
function neededParts(pipeline: readonly Document[]): (document: Document) => Document {
  const whole = (document: Document): Document => document;
  const end = pipeline.findIndex((stage) => gathering.includes(nameOf(stage)));
  const stages = pipeline.slice(0, end + 1);
  if (end < 0 || !stages.slice(0, end).every((stage) => passing.includes(nameOf(stage)))) return whole;
  const paths = new Set(stages.flatMap((stage) => [...pathsIn(stage)]));
  if ([...paths].some((path) => /^\$|(?:^|\.)\d*(?:\.|$)/.test(path))) return whole;
  if (paths.size === 0) return () => nothing;
  const widest = [...paths].filter((path) => ![...paths].some((other) => path.startsWith(`${other}.`)));
  const withoutId = widest.some((path) => /^_id(?:\.|$)/.test(path)) ? {} : { _id: 0 };
  return compileProjection({ ...withoutId, ...Object.fromEntries(widest.map((path) => [path, 1])) });
}

const nothing: Document = {};

function nameOf(stage: Document): string {
  return Object.keys(stage)[0] ?? '';
}

/** The paths that a stage names: the keys of a sort, everything else as '$path'. */
function* pathsIn(stage: Document): Generator<string> {
  if (nameOf(stage) === '$sort') yield* Object.keys(stage.$sort as Document);
  else yield* references(stage);
}

function* references(value: unknown): Generator<string> {
  if (typeof value === 'string' && value.startsWith('$')) yield value.slice(1);
  if (Array.isArray(value)) for (const each of value) yield* references(each);
  if (isDocument(value)) for (const each of Object.values(value)) yield* references(each);
}

/** Runs the stages over the documents; any stage, accumulator or expression not listed above is refused. */
export function aggregate(
  found: Iterable<{ readonly document: Document }>,
  pipeline: readonly Document[],
): Document[] {
  refuseUnknownOperators(pipeline);
  for (const stage of pipeline) {
    const [name = '', ...more] = Object.keys(stage);
    if (more.length > 0 || !Object.hasOwn(operators.pipeline, name))
      throw new StoreError(40324, `unsupported stage '${name}'`);
  }
  const needed = neededParts(pipeline);
  const items = Array.from(found, ({ document }) => promote(needed(document)));
  return new Aggregator(promote(pipeline) as Document[], { context }).run(items);
}
