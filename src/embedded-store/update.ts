import { type Document, Double, Int32, Long } from 'bson';
import { compileElementTest, isOperatorDocument, wholeNumber } from './match';
import { orderedKey } from './ordered-key';
import { isArrayIndex, isDocument, ownField } from './paths';
import { refuseUnknownFields, StoreError } from './store-error';

type Holder = Document | unknown[];
/** Returns the new value of a field, or `undefined` to leave it alone. */
type Operator = (old: unknown, operand: unknown, path: string) => unknown;
interface Change {
  readonly operator: string;
  readonly path: string;
  readonly parts: readonly string[];
  readonly operand: unknown;
}

type Numeric = Int32 | Long | Double;
const isNumeric = (value: unknown): value is Numeric =>
  value instanceof Int32 || value instanceof Long || value instanceof Double;

function add(old: Numeric, increment: Numeric, path: string): Numeric {
  if (old instanceof Double || increment instanceof Double)
    return new Double(Number(old) + Number(increment));
  const sum = BigInt(old.toString()) + BigInt(increment.toString());
  if (BigInt.asIntN(64, sum) !== sum) throw new StoreError(2, `Failed to apply $inc operations to '${path}'`);
  const isInt = old instanceof Int32 && increment instanceof Int32 && BigInt.asIntN(32, sum) === sum;
  return isInt ? new Int32(Number(sum)) : Long.fromBigInt(sum);
}

function arrayOf(value: unknown, operator: string, path: string): unknown[] | undefined {
  if (value === undefined || Array.isArray(value)) return value;
  throw new StoreError(2, `The field '${path}' must be an array to apply ${operator}`);
}

/** The elements to add and, for `$push`, how many to keep (counted from the end when negative). */
function elementsOf(
  operand: unknown,
  operator: string,
): { readonly each: unknown[]; readonly slice?: number } {
  if (!isDocument(operand) || !Object.hasOwn(operand, '$each')) {
    if (isOperatorDocument(operand)) throw new StoreError(2, `${operator} needs $each beside its modifiers`);
    return { each: [operand] };
  }
  refuseUnknownFields(operand, new Set(operator === '$push' ? ['$each', '$slice'] : ['$each']), operator);
  const each: unknown = operand.$each;
  if (!Array.isArray(each)) throw new StoreError(2, `The argument to $each in ${operator} must be an array`);
  return Object.hasOwn(operand, '$slice') ? { each, slice: wholeNumber(operand.$slice, '$slice') } : { each };
}

const operators: Record<string, Operator> = {
  $set: (_old, operand) => operand,
  $setOnInsert: (_old, operand) => operand,
  $inc(old, operand, path) {
    if (!isNumeric(operand))
      throw new StoreError(14, `Cannot increment with a non-numeric argument: '${path}'`);
    if (old === undefined) return operand;
    if (isNumeric(old)) return add(old, operand, path);
    throw new StoreError(14, `Cannot apply $inc to a value of non-numeric type: '${path}'`);
  },
  $min: (old, operand) => (old === undefined || orderedKey(operand) < orderedKey(old) ? operand : old),
  $max: (old, operand) => (old === undefined || orderedKey(operand) > orderedKey(old) ? operand : old),
  $push(old, operand, path) {
    const { each, slice } = elementsOf(operand, '$push');
    const all = [...(arrayOf(old, '$push', path) ?? []), ...each];
    if (slice === undefined) return all;
    return slice < 0 ? all.slice(slice) : all.slice(0, slice);
  },
  $addToSet(old, operand, path) {
    const all = [...(arrayOf(old, '$addToSet', path) ?? [])];
    const keys = new Set(all.map(orderedKey));
    for (const element of elementsOf(operand, '$addToSet').each) {
      const key = orderedKey(element);
      if (!keys.has(key)) all.push(element);
      keys.add(key);
    }
    return all;
  },
  $pull(old, operand, path) {
    const key = isDocument(operand) ? undefined : orderedKey(operand);
    const matches = isDocument(operand)
      ? compileElementTest(operand)
      : (element: unknown) => orderedKey(element) === key;
    return arrayOf(old, '$pull', path)?.filter((element) => !matches(element));
  },
};

/** An update as a list of changes in the order MongoDB applies them (by path); refuses unknown operators by name. */
export function compileUpdate(update: Document): Change[] {
  const changes: Change[] = [];
  for (const [operator, fields] of Object.entries(update)) {
    if (operator !== '$unset' && !Object.hasOwn(operators, operator)) {
      throw new StoreError(9, `Unknown modifier: ${operator}. Expected a valid update modifier`);
    }
    if (!isDocument(fields))
      throw new StoreError(9, `Modifiers operate on fields but we found another type for ${operator}`);
    for (const [path, operand] of Object.entries(fields)) {
      const parts = path.split('.');
      if (parts.some((part) => part === '' || part.startsWith('$') || part === '__proto__')) {
        throw new StoreError(2, `unsupported path '${path}' in ${operator}`);
      }
      changes.push({ operator, path, parts, operand });
    }
  }
  changes.sort((one, other) => (one.path < other.path ? -1 : 1));
  for (const { path } of changes) {
    const touching = changes.filter((other) => other.path === path || other.path.startsWith(`${path}.`));
    if (touching.length > 1)
      throw new StoreError(40, `Updating the path '${path}' would create a conflict at '${path}'`);
  }
  return changes;
}

const read = (holder: Holder, name: string): unknown =>
  Array.isArray(holder) ? (holder[Number(name)] as unknown) : ownField(holder, name);

function write(holder: Holder, name: string, value: unknown): void {
  if (!Array.isArray(holder)) {
    holder[name] = value;
    return;
  }
  if (Number(name) > 1_500_000) throw new StoreError(2, `array index too large: ${name}`);
  while (holder.length < Number(name)) holder.push(null);
  holder[Number(name)] = value;
}

/** The document or array that holds the last part of a path; without `create`, `undefined` if there is none. */
function holderOf(document: Document, parts: readonly string[], create: boolean): Holder | undefined {
  let holder: unknown = document;
  for (const [at, part] of parts.entries()) {
    const viable = Array.isArray(holder) ? isArrayIndex(part) : isDocument(holder);
    if (!viable && create)
      throw new StoreError(28, `Cannot create field '${part}' in element '${parts.slice(0, at).join('.')}'`);
    if (!viable || at === parts.length - 1) return viable ? (holder as Holder) : undefined;
    const next = read(holder as Holder, part);
    if (next === undefined && !create) return undefined;
    if (next === undefined) write(holder as Holder, part, {});
    holder = read(holder as Holder, part);
  }
  return undefined;
}

/** Sets a field by its dotted path, creating documents on the way. */
export function setPath(document: Document, parts: readonly string[], value: unknown): void {
  const holder = holderOf(document, parts, true);
  if (holder !== undefined) write(holder, parts.at(-1) ?? '', value);
}

/** Applies the changes to the document itself. */
export function applyUpdate(document: Document, changes: readonly Change[], inserting: boolean): void {
  for (const { operator, path, parts, operand } of changes) {
    if (operator === '$setOnInsert' && !inserting) continue;
    const name = parts.at(-1) ?? '';
    const holder = holderOf(document, parts, operator !== '$unset' && operator !== '$pull');
    const old = holder && read(holder, name);
    if (operator === '$unset') {
      if (holder === undefined || old === undefined) continue;
      if (Array.isArray(holder)) holder[Number(name)] = null;
      else delete holder[name];
      continue;
    }
    const value = operators[operator]?.(old, operand, path);
    if (value !== undefined) setPath(document, parts, value);
  }
}
