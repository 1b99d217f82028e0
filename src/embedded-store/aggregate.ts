import { type Document, Double, Int32, Long } from 'bson';
import { Aggregator } from 'mingo/aggregator';
import { computeValue, Context } from 'mingo/core';
import { type Iterator, Lazy } from 'mingo/lazy';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as stages from 'mingo/operators/pipeline';
import { checkPipeline, isPlain } from './check-pipeline';
import { queryOperators } from './match';
import { missingKey, orderedKey } from './ordered-key';
import { isDocument } from './paths';
import { inPortions, type Paused } from './portions';
import { compileProjection, parseSortSpec, sortBy } from './shape';
import { StoreError } from './store-error';

/** mingo orders types in its own way, so the sort is ours. */
const $sort = (items: Iterator, spec: Document): Iterator =>
  items.transform((all) => Lazy(sortBy(all as Document[], (item) => item, parseSortSpec(spec))));

/** No document at all if there is nothing to count; mingo returns 0. */
const $count = (items: Iterator, name: string): Iterator =>
  items.transform((all) => Lazy(all.length === 0 ? [] : [{ [name]: all.length }]));

/** `_id` first, then what is included in the order of the document, then what is computed; mingo takes the order of the stage. */
const $project: typeof stages.$project = (items, spec, options) => {
  const included = new Set(
    Object.keys(spec).flatMap((path) => (isPlain(spec[path]) ? path.split('.', 1) : [])),
  );
  const first = (document: Document) => [
    '_id',
    ...Object.keys(document).filter((name) => included.has(name)),
  ];
  return items.transform((all) => {
    const originals = all as Document[];
    const projected = stages.$project(Lazy(originals), spec, options).collect<Document>();
    return Lazy(projected.map((document, at) => withFieldsFirst(document, first(originals[at] ?? {}))));
  });
};

function withFieldsFirst(document: Document, names: readonly string[]): Document {
  const present = names.filter((name) => Object.hasOwn(document, name));
  return { ...Object.fromEntries(present.map((name) => [name, document[name] as unknown])), ...document };
}

type Expression = typeof expressions.$lt;

/** An expression compares across types, in the order of a sort, except that a missing field comes before null. */
const compared =
  (holds: (one: string, other: string) => boolean): Expression =>
  (document, operands, options) => {
    const key = (operand: unknown) => {
      // Without an operator's name, mingo takes what it is given for a document with one field.
      const { value } = computeValue(document, operand, 'value', options) as Document;
      return value === undefined ? missingKey : orderedKey(value);
    };
    if (!Array.isArray(operands) || operands.length !== 2)
      throw new StoreError(16020, 'a comparison takes exactly two arguments');
    const [one, other] = operands as readonly unknown[];
    return holds(key(one), key(other));
  };

const comparisons = {
  $eq: compared((one, other) => one === other),
  $ne: compared((one, other) => one !== other),
  $gt: compared((one, other) => one > other),
  $gte: compared((one, other) => one >= other),
  $lt: compared((one, other) => one < other),
  $lte: compared((one, other) => one <= other),
};

/** The first or last in the order of a sort; null and missing fields do not count. */
const extreme =
  (goesBefore: (one: string, other: string) => boolean): typeof accumulators.$min =>
  (items, operand, options) =>
    accumulators
      .$push(items, operand, options)
      .filter((value) => value !== null && value !== undefined)
      .map((value) => ({ value, key: orderedKey(value) }))
      .reduce<{ readonly value: unknown; readonly key?: string }>(
        (best, each) => (best.key === undefined || goesBefore(each.key, best.key) ? each : best),
        { value: null },
      ).value as Document | null;

const $min = extreme((one, other) => one < other);
const $max = extreme((one, other) => one > other);

function named(operators: object, names: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(operators).filter(([name]) => names.split(' ').includes(name)));
}

const operators = {
  pipeline: { ...named(stages, '$match $group $limit $skip $unwind $facet'), $sort, $count, $project },
  accumulator: { ...named(accumulators, '$sum $avg $push $first $last $addToSet'), $min, $max },
  expression: {
    ...named(expressions, '$cond $ifNull $and $or $not'),
    ...comparisons,
    ...named(expressions, '$add $subtract $multiply $divide $size'),
  },
  query: queryOperators,
};
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
export async function aggregate(
  found: Iterable<Paused<{ readonly document: Document }>>,
  pipeline: readonly Document[],
): Promise<Document[]> {
  checkPipeline(pipeline, operators);
  const needed = neededParts(pipeline);
  const items: unknown[] = [];
  for await (const { document } of inPortions(found)) items.push(promote(needed(document)));
  return new Aggregator(promote(pipeline) as Document[], { context }).run(items as Document[]);
}
