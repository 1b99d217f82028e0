import { Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId } from 'bson';
import fc from 'fast-check';
import { invertKey, keyAfterPrefix, orderedKey } from '../../../src/embedded-store/ordered-key';

const sign = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const number = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer().map((value) => new Int32(value)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    number,
    fc.string({ unit: 'binary' }),
    fc.boolean(),
    fc.date({ noInvalidDate: true }),
    tie('array'),
    tie('document'),
  ),
  array: fc.array(tie('any'), { maxLength: 3 }),
  document: fc.dictionary(fc.string(), tie('any'), { maxKeys: 3, noNullPrototype: true }),
})).any;

/** Numbers as exact fractions: mantissa times a power of two is beside the point, doubles convert exactly where whole. */
function compareNumbers(one: unknown, other: unknown): number {
  const [a, b] = [one, other].map((each) => (each instanceof Long ? each.toBigInt() : Number(each)));
  if (a === undefined || b === undefined) throw new Error('two numbers');
  return a < b ? -1 : a > b ? 1 : 0;
}

describe('keys that sort as MongoDB compares', () => {
  test('given any two numbers of any type, then their keys compare as their exact values', () => {
    fc.assert(
      fc.property(
        number,
        number,
        (one, other) => sign(orderedKey(one), orderedKey(other)) === compareNumbers(one, other),
      ),
      { numRuns: 2_000 },
    );
  });

  test('given longs beyond 2^53, then neighbours stay apart and equal a double only when exact', () => {
    const [exact, next] = [Long.fromString('9007199254740992'), Long.fromString('9007199254740993')];
    expect(orderedKey(exact)).toBe(orderedKey(new Double(9007199254740992)));
    expect(orderedKey(exact) < orderedKey(next)).toBe(true);
    expect(orderedKey(next) < orderedKey(new Double(9007199254740994))).toBe(true);
  });

  test('given one value of each type, then they sort by type as MongoDB does', () => {
    const inOrder = [
      new MinKey(),
      null,
      Number.NaN,
      -Infinity,
      new Int32(-1),
      0,
      Infinity,
      '',
      'a',
      {},
      { a: 1 },
      [],
      new ObjectId(),
      false,
      true,
      new Date(-1),
      new Date(0),
      new MaxKey(),
    ];
    const keys = inOrder.map(orderedKey);
    expect([...keys].sort(sign)).toEqual(keys);
  });

  test('given equal numbers of different types, then one key; and -0 is 0', () => {
    expect(new Set([1, new Int32(1), new Double(1), Long.fromNumber(1)].map(orderedKey)).size).toBe(1);
    expect(orderedKey(-0)).toBe(orderedKey(0));
  });

  test('given two texts, then their keys compare as their UTF-8 bytes', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(
        text,
        text,
        (one, other) =>
          sign(orderedKey(one), orderedKey(other)) === Buffer.compare(Buffer.from(one), Buffer.from(other)),
      ),
      { numRuns: 1_000 },
    );
  });

  test('given any two values, then no key is the beginning of another one, and inverted keys sort the other way', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [a, b] = [orderedKey(one), orderedKey(other)];
        if (a === b) return true;
        return !a.startsWith(b) && !b.startsWith(a) && sign(invertKey(a), invertKey(b)) === sign(b, a);
      }),
      { numRuns: 2_000 },
    );
  });

  test('given a prefix and what follows it, then the key after the prefix comes after both', () => {
    const bytes = fc.string({
      unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(bytes, bytes, (prefix, rest) => `\x01${prefix}${rest}` < keyAfterPrefix(`\x01${prefix}`)),
    );
  });

  test('given a Decimal128, then it is refused by name: it can be stored, not compared', () => {
    expect(() => orderedKey(Decimal128.fromString('0.1'))).toThrow('Decimal128');
  });
});
