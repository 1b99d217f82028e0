import { BSONRegExp, type Document } from 'bson';
import { Context } from 'mingo/core';
import { $and, $nor, $or } from 'mingo/operators/query/logical';
import { Query } from 'mingo/query';
import { orderedKey, sameType } from './ordered-key';
import { isDocument, valuesAt } from './paths';
import { StoreError } from './store-error';

type Test = (document: Document) => boolean;
type Operator = (path: string, operand: unknown) => Test;

export const isOperatorDocument = (value: unknown): value is Document =>
  isDocument(value) && Object.keys(value)[0]?.startsWith('$') === true;

/** A whole number from a command or an operator, whatever its BSON type. */
export function wholeNumber(value: unknown, name: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new StoreError(2, `${name} must be a whole number`);
  return number;
}

/** Tests the values at a path; an array counts as itself and as its elements. */
function onValues(path: string, test: (key: string) => boolean): Test {
  const parts = path.split('.');
  return (document) =>
    valuesAt(document, parts).some(
      (value) =>
        (Array.isArray(value) && value.some((element) => test(orderedKey(element)))) ||
        test(orderedKey(value)),
    );
}

/** The key of an operand; a regular expression would be a search, which is not supported. */
function operandKey(operand: unknown): string {
  if (operand instanceof BSONRegExp)
    throw new StoreError(2, 'unsupported query operator: regular expression');
  return orderedKey(operand);
}

const equals: Operator = (path, operand) => {
  const key = operandKey(operand);
  return onValues(path, (other) => other === key);
};

/** Order within one type: `{ $gt: 5 }` finds no strings. */
const inOrder =
  (holds: (key: string, bound: string) => boolean): Operator =>
  (path, operand) => {
    const bound = operandKey(operand);
    return onValues(path, (key) => sameType(key, bound) && holds(key, bound));
  };

const isOneOf: Operator = (path, operand) => {
  if (!Array.isArray(operand)) throw new StoreError(2, '$in and $nin need an array');
  const keys = new Set(operand.map(operandKey));
  return onValues(path, (key) => keys.has(key));
};

const not =
  (operator: Operator): Operator =>
  (path, operand) => {
    const test = operator(path, operand);
    return (document) => !test(document);
  };

const exists: Operator = (path, operand) => {
  const parts = path.split('.');
  const wanted = operand !== null && operand !== undefined && Boolean(operand.valueOf());
  return (document) => valuesAt(document, parts).some((value) => value !== undefined) === wanted;
};

const hasSize: Operator = (path, operand) => {
  const parts = path.split('.');
  const size = wholeNumber(operand, '$size');
  if (size < 0) throw new StoreError(2, '$size must not be negative');
  return (document) =>
    valuesAt(document, parts).some((value) => Array.isArray(value) && value.length === size);
};

const hasElement: Operator = (path, operand) => {
  if (!isDocument(operand)) throw new StoreError(2, '$elemMatch needs an Object');
  const test = compileElementTest(operand);
  const parts = path.split('.');
  return (document) => valuesAt(document, parts).some((value) => Array.isArray(value) && value.some(test));
};

const negation: Operator = (path, operand) => {
  if (!isOperatorDocument(operand)) throw new StoreError(2, '$not needs a document of operators');
  return not((field, operators) => compileFilter({ [field]: operators }))(path, operand);
};

/** The query operators; mingo combines them and refuses every other one by name. */
export const queryOperators = {
  $and,
  $or,
  $nor,
  $not: negation,
  $eq: equals,
  $ne: not(equals),
  $in: isOneOf,
  $nin: not(isOneOf),
  $gt: inOrder((key, bound) => key > bound),
  $gte: inOrder((key, bound) => key >= bound),
  $lt: inOrder((key, bound) => key < bound),
  $lte: inOrder((key, bound) => key <= bound),
  $exists: exists,
  $size: hasSize,
  $elemMatch: hasElement,
};
const options = {
  context: Context.init({ query: queryOperators } as unknown as Parameters<typeof Context.init>[0]),
};

/** A filter as a predicate; throws an error that names an unsupported operator. */
export function compileFilter(filter: Document): Test {
  const query = new Query(filter, options);
  return (document) => query.test(document);
}

/** What `$elemMatch` and `$pull` ask of one element: operators on its value, or a filter on its fields. */
export function compileElementTest(condition: Document): (element: unknown) => boolean {
  const logical = ['$and', '$or', '$nor'];
  if (isOperatorDocument(condition) && !logical.includes(Object.keys(condition)[0] ?? '')) {
    const test = compileFilter({ value: condition });
    return (element) => test({ value: element });
  }
  const test = compileFilter(condition);
  return (element) => isDocument(element) && test(element);
}
