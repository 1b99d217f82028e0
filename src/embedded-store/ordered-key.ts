import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { isDocument } from './paths';
import { StoreError } from './store-error';

/** One byte per BSON type, in MongoDB's comparison order; every key starts with it. All number types share one. */
const type = {
  minKey: '\x01',
  null: '\x05',
  number: '\x0a',
  string: '\x0f',
  object: '\x14',
  array: '\x19',
  binary: '\x1e',
  objectId: '\x23',
  boolean: '\x28',
  date: '\x2d',
  timestamp: '\x2f',
  regex: '\x32',
  maxKey: '\x7f',
};
/** The key of an empty array in a sort: before null. */
export const emptyArrayKey = '\x04';

/** The key of a missing field where an expression compares it: before an empty array and null. */
export const missingKey = '\x02';

/** A value read back from an index: all that is known of it is its key. */
export class IndexedValue {
  constructor(readonly key: string) {}
}

/** How long the first of these keys is; undefined for a kind of value that is not read back from an index. */
export function keyLength(keys: string): number | undefined {
  switch (keys.charAt(0)) {
    case type.null:
      return 1;
    case type.boolean:
      return 2;
    case type.date:
      return 9;
    case type.number:
      return 11;
    case type.objectId:
      return 13;
    case type.string:
      // A zero within the text is followed by 0xff.
      return keys.indexOf('\0\0') + 2;
    default:
      return undefined;
  }
}

const view = new DataView(new ArrayBuffer(8));
const sign = 1n << 63n;

function eightBytes(bits: bigint): string {
  view.setBigUint64(0, bits);
  let bytes = '';
  for (let at = 0; at < 8; at += 1) bytes += String.fromCharCode(view.getUint8(at));
  return bytes;
}

/** Sortable bytes of the nearest double, then the exact value's distance from it: the long 2^53 + 1 stays distinct. */
function numberKey(nearest: number, distance = 0): string {
  // NaN comes before every other number; -0 equals 0.
  if (Number.isNaN(nearest)) return `${type.number}${'\0'.repeat(10)}`;
  view.setFloat64(0, nearest === 0 ? 0 : nearest);
  const bits = view.getBigUint64(0);
  const offset = distance + 0x8000;
  const sortable = bits >= sign ? BigInt.asUintN(64, ~bits) : bits | sign;
  return type.number + eightBytes(sortable) + String.fromCharCode(offset >> 8, offset & 0xff);
}

/** UTF-8 bytes, a zero escaped, and a terminator that sorts before any continuation. */
function textKey(text: string): string {
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  return `${bytes.includes('\0') ? bytes.replaceAll('\0', '\0\xff') : bytes}\0\0`;
}

function objectTypeKey(value: object): string {
  if (value instanceof IndexedValue) return value.key;
  if (value instanceof Int32) return numberKey(value.value);
  if (value instanceof Double) return numberKey(value.value);
  if (value instanceof ObjectId) return type.objectId + Buffer.from(value.id).toString('latin1');
  if (value instanceof Date)
    return type.date + eightBytes(BigInt.asUintN(64, BigInt(value.getTime()) ^ sign));
  if (value instanceof Timestamp) return type.timestamp + eightBytes(BigInt.asUintN(64, value.toBigInt()));
  if (value instanceof Long) {
    const nearest = value.toNumber();
    return numberKey(nearest, Number(value.toBigInt() - BigInt(nearest)));
  }
  if (Array.isArray(value)) return `${type.array}${value.map(orderedKey).join('')}\0`;
  if (value instanceof Binary) {
    const bytes = Buffer.from(value.value()).toString('latin1');
    return type.binary + eightBytes(BigInt(bytes.length)) + String.fromCharCode(value.sub_type) + bytes;
  }
  if (value instanceof BSONRegExp) return type.regex + textKey(value.pattern) + textKey(value.options);
  if (value instanceof BSONSymbol) return type.string + textKey(value.value);
  if (value instanceof MinKey) return type.minKey;
  if (value instanceof MaxKey) return type.maxKey;
  if (!isDocument(value)) {
    const { constructor } = value;
    throw new StoreError(
      2,
      `values of type ${constructor.name} are stored, but neither compared nor indexed`,
    );
  }
  // Documents compare field by field: type, then name, then value.
  let key = type.object;
  for (const [name, field] of Object.entries(value)) {
    const fieldKey = orderedKey(field);
    key += fieldKey.charAt(0) + textKey(name) + fieldKey.slice(1);
  }
  return `${key}\0`;
}

/**
 * A string of bytes (one char each) for any BSON value, whose plain comparison is MongoDB's comparison and whose
 * equality is MongoDB's equality. No key is a prefix of another one, so keys of several fields can be joined.
 */
export function orderedKey(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return type.string + textKey(value);
    case 'number':
      return numberKey(value);
    case 'boolean':
      return type.boolean + (value ? '\x02' : '\x01');
    case 'object':
      return value === null ? type.null : objectTypeKey(value);
    default:
      return type.null;
  }
}

/** The same key for a descending field of an index. */
export function invertKey(key: string): string {
  let inverted = '';
  for (let at = 0; at < key.length; at += 1) inverted += String.fromCharCode(0xff - key.charCodeAt(at));
  return inverted;
}

/** The first key after all those that start with `prefix`. */
export function keyAfterPrefix(prefix: string): string {
  let length = prefix.length;
  while (length > 0 && prefix.charCodeAt(length - 1) === 0xff) length -= 1;
  return prefix.slice(0, length - 1) + String.fromCharCode(prefix.charCodeAt(length - 1) + 1);
}

/** Whether two keys are of the same BSON type: `$gt` and its kind compare only within one. */
export const sameType = (one: string, other: string): boolean => one.charCodeAt(0) === other.charCodeAt(0);
