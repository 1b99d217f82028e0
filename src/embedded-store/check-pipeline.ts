import type { Document } from 'bson';
import { queryOperators } from './match';
import { isDocument } from './paths';
import { compileProjection } from './shape';
import { StoreError } from './store-error';

/** The names that a pipeline may use; each is refused with MongoDB's number where it does not belong. */
export interface PipelineNames {
  readonly pipeline: object;
  readonly accumulator: object;
  readonly expression: object;
}

/** Refuses what is no pipeline or uses what is not supported, before a document is read. */
export function checkPipeline(pipeline: readonly Document[], names: PipelineNames): void {
  for (const stage of pipeline) {
    const [[name, spec] = ['', undefined], ...more] = Object.entries<unknown>(stage);
    if (more.length > 0 || name === '') throw new StoreError(40323, 'a stage must have exactly one field');
    if (!Object.hasOwn(names.pipeline, name))
      throw new StoreError(40324, `Unrecognized pipeline stage name, or unsupported: '${name}'`);
    checks[name]?.(spec, names);
  }
}

type Check = (spec: unknown, names: PipelineNames) => void;

const checks: Readonly<Record<string, Check>> = {
  $match: checkFilter,
  $group: checkGroup,
  $project: checkProjection,
  $facet: checkFacets,
  $unwind(spec) {
    const path: unknown = isDocument(spec) ? spec.path : spec;
    if (typeof path !== 'string') throw new StoreError(28808, '$unwind: expected a string as the path');
    if (!path.startsWith('$')) throw new StoreError(28818, "$unwind: the path must begin with '$'");
  },
  $limit(spec) {
    if (Number(spec) === 0) throw new StoreError(15958, 'the limit must be positive');
  },
  $count(spec) {
    if (typeof spec !== 'string' || spec === '')
      throw new StoreError(spec === '' ? 40157 : 40156, '$count: expected a name');
    if (spec.startsWith('$')) throw new StoreError(40158, "$count: the name cannot begin with '$'");
    if (spec.includes('.')) throw new StoreError(40160, "$count: the name cannot contain '.'");
  },
  $sort(spec) {
    if (!isDocument(spec)) throw new StoreError(15973, '$sort: expected a document');
    if (Object.keys(spec).length === 0) throw new StoreError(15976, '$sort: expected at least one field');
  },
};

function checkFilter(value: unknown): void {
  if (Array.isArray(value)) value.forEach(checkFilter);
  if (!isDocument(value)) return;
  for (const [name, inner] of Object.entries<unknown>(value)) {
    if (name.startsWith('$') && !Object.hasOwn(queryOperators, name))
      throw new StoreError(2, `unknown or unsupported operator: ${name}`);
    checkFilter(inner);
  }
}

function checkExpression(value: unknown, names: PipelineNames): void {
  if (Array.isArray(value)) for (const each of value) checkExpression(each, names);
  if (!isDocument(value)) return;
  for (const [name, inner] of Object.entries<unknown>(value)) {
    if (name.startsWith('$') && !Object.hasOwn(names.expression, name))
      throw new StoreError(168, `Unrecognized expression, or unsupported: '${name}'`);
    checkExpression(inner, names);
  }
}

function checkGroup(spec: unknown, names: PipelineNames): void {
  if (!isDocument(spec)) throw new StoreError(15947, '$group: expected a document');
  if (!Object.hasOwn(spec, '_id')) throw new StoreError(15955, '$group: an _id is missing');
  for (const [field, value] of Object.entries<unknown>(spec)) {
    if (field === '_id') checkExpression(value, names);
    else checkAccumulator(field, value, names);
  }
}

function checkAccumulator(field: string, value: unknown, names: PipelineNames): void {
  if (!isDocument(value)) throw new StoreError(40234, `$group: '${field}' must be an accumulator object`);
  const [[name, argument] = ['', undefined], ...more] = Object.entries<unknown>(value);
  if (more.length > 0) throw new StoreError(40238, `$group: '${field}' must have one accumulator`);
  if (!Object.hasOwn(names.accumulator, name))
    throw new StoreError(15952, `unknown or unsupported group operator '${name}'`);
  checkExpression(argument, names);
}

function checkFacets(spec: unknown, names: PipelineNames): void {
  if (!isDocument(spec) || Object.keys(spec).length === 0)
    throw new StoreError(40169, '$facet: expected a document with at least one field');
  for (const [field, inner] of Object.entries<unknown>(spec)) {
    if (!Array.isArray(inner) || !inner.every(isDocument))
      throw new StoreError(40170, `$facet: '${field}' must be an array of stages`);
    if (inner.some((stage) => Object.hasOwn(stage, '$facet')))
      throw new StoreError(40600, '$facet is not allowed within a $facet');
    checkPipeline(inner, names);
  }
}

/** Whether a field of a projection is only in- or excluded; anything else is an expression. */
export const isPlain = (value: unknown): boolean =>
  ['number', 'boolean'].includes(typeof (value instanceof Object ? value.valueOf() : value));

/** A computed field counts as included. */
function checkProjection(spec: unknown, names: PipelineNames): void {
  if (!isDocument(spec)) throw new StoreError(15969, '$project: expected a document');
  if (Object.keys(spec).length === 0) throw new StoreError(51272, '$project: expected at least one field');
  checkExpression(spec, names);
  const wanted = Object.entries<unknown>(spec).map(([path, value]) => [path, isPlain(value) ? value : true]);
  compileProjection(Object.fromEntries(wanted) as Document);
}
