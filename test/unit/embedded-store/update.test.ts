import { type Document, Double, Int32, Long } from 'bson';
import { StoreError } from '../../../src/embedded-store/store-error';
import { applyUpdate, compileUpdate } from '../../../src/embedded-store/update';

function updated(document: Document, update: Document, inserting = false): Document {
  applyUpdate(document, compileUpdate(update), inserting);
  return document;
}
function refusal(document: Document, update: Document): number | undefined {
  try {
    updated(document, update);
    return undefined;
  } catch (error) {
    return error instanceof StoreError ? error.code : 0;
  }
}
const int = (value: number): Int32 => new Int32(value);

describe('updates', () => {
  test.each<[string, Document, Document, Document]>([
    ['$set makes the way', {}, { $set: { 'a.b': 1 } }, { a: { b: 1 } }],
    ['$set fills an array with null', { a: [1] }, { $set: { 'a.3': 2 } }, { a: [1, null, null, 2] }],
    ['$unset in an array leaves null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$unset of nothing makes nothing', {}, { $unset: { 'a.b': '' } }, {}],
    ['$min and $max', { a: 5, b: 5 }, { $min: { a: 3 }, $max: { b: 9 } }, { a: 3, b: 9 }],
    ['$push', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    ['$push keeps the last', { a: [1] }, { $push: { a: { $each: [2, 3], $slice: int(-2) } } }, { a: [2, 3] }],
    ['$push keeps the first', { a: [1] }, { $push: { a: { $each: [2, 3], $slice: int(2) } } }, { a: [1, 2] }],
    ['$push of a document', {}, { $push: { a: { b: 1 } } }, { a: [{ b: 1 }] }],
    ['$addToSet', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull by condition', { a: [1, 2, 3] }, { $pull: { a: { $gte: 2 } } }, { a: [1] }],
    ['$pull by fields', { a: [{ b: 1, c: 2 }, { b: 2 }] }, { $pull: { a: { b: 1 } } }, { a: [{ b: 2 }] }],
    ['$setOnInsert, not inserting', {}, { $setOnInsert: { a: 1 } }, {}],
  ])('given %s, then it is so', (_name, document, update, expected) => {
    expect(updated(document, update)).toEqual(expected);
  });

  test('given an insert, then $setOnInsert sets', () => {
    expect(updated({}, { $setOnInsert: { a: 1 } }, true)).toEqual({ a: 1 });
  });

  test('given new fields, then they are added by name, as MongoDB does since 5.0', () => {
    expect(Object.keys(updated({ z: 1 }, { $set: { c: 1, a: 1 }, $inc: { b: int(1) } }))).toEqual([
      'z',
      'a',
      'b',
      'c',
    ]);
  });

  test.each([
    [int(1), int(2), int(3)],
    [int(2 ** 31 - 1), int(1), Long.fromNumber(2 ** 31)],
    [int(1), Long.fromNumber(1), Long.fromNumber(2)],
    [int(1), new Double(0.5), new Double(1.5)],
    [Long.fromString('9007199254740993'), int(1), Long.fromString('9007199254740994')],
  ])('given %p plus %p, then the sum has the wider type', (old, increment, sum) => {
    expect(updated({ a: old }, { $inc: { a: increment } })).toEqual({ a: sum });
  });

  test.each<[string, Document, Document, number]>([
    ['an unknown operator', {}, { $rename: { a: 'b' } }, 9],
    ['a current date', {}, { $currentDate: { a: true } }, 9],
    ['a position operator', { a: [1] }, { $set: { 'a.$': 1 } }, 2],
    ['all positions', { a: [1] }, { $set: { 'a.$[]': 1 } }, 2],
    ['a prototype', {}, { $set: { '__proto__.x': 1 } }, 2],
    ['an unknown modifier', {}, { $push: { a: { $each: [1], $sort: 1 } } }, 9],
    ['two changes of one path', {}, { $set: { a: 1 }, $inc: { a: int(1) } }, 40],
    ['a change within another one', {}, { $set: { a: 1, 'a.b': 1 } }, 40],
    ['a path through a number', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
    ['a name in an array', { a: [] }, { $set: { 'a.b': 1 } }, 28],
    ['$inc of a text', { a: 'x' }, { $inc: { a: int(1) } }, 14],
    ['$inc by a text', { a: int(1) }, { $inc: { a: 'x' } }, 14],
    ['$inc beyond 64 bits', { a: Long.MAX_VALUE }, { $inc: { a: int(1) } }, 2],
    ['$push on a number', { a: int(1) }, { $push: { a: 1 } }, 2],
    ['$pull from a number', { a: int(1) }, { $pull: { a: 1 } }, 2],
  ])('given %s, then it is refused', (_name, document, update, code) => {
    expect(refusal(document, update)).toBe(code);
  });
});
