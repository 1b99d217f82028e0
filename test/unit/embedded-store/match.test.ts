import { BSONRegExp, Int32 } from 'bson';
import { compileFilter } from '../../../src/embedded-store/match';

const matches = (document: object, filter: object): boolean => compileFilter(filter)(document);

describe('filters', () => {
  test.each([
    ['null finds a missing field', {}, { a: null }, true],
    ['null finds a missing part of a path', { a: 5 }, { 'a.b': null }, true],
    ['null finds nothing where an array on the way is empty', { a: [] }, { 'a.b': null }, false],
    ['null finds an element without the field', { a: [{ b: 1 }, {}] }, { 'a.b': null }, true],
    ['$ne is no element at all', { a: [1, 2] }, { a: { $ne: 2 } }, false],
    ['a path goes through arrays', { a: [{ b: 1 }, { b: 2 }] }, { 'a.b': 2 }, true],
    ['a path may name an index', { a: [{ b: 1 }, { b: 2 }] }, { 'a.1.b': 2 }, true],
    ['an array equals itself', { a: [1, 2] }, { a: [1, 2] }, true],
    ['a document equals itself', { a: { b: 1, c: 2 } }, { a: { b: 1, c: 2 } }, true],
    ['a document in another order is another one', { a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, false],
    ['$gt stays within its type', { a: 'text' }, { a: { $gt: 5 } }, false],
    ['two bounds may hold for two elements', { a: [1, 9] }, { a: { $gt: 5, $lt: 3 } }, true],
    [
      '$elemMatch wants one element for both',
      { a: [1, 9] },
      { a: { $elemMatch: { $gt: 5, $lt: 3 } } },
      false,
    ],
    [
      '$elemMatch on documents',
      {
        a: [
          { b: 1, c: 2 },
          { b: 2, c: 1 },
        ],
      },
      { a: { $elemMatch: { b: 2, c: 1 } } },
      true,
    ],
    ['$exists false', { a: undefined }, { b: { $exists: new Int32(0) } }, true],
    ['$exists finds null', { a: null }, { a: { $exists: true } }, true],
    ['$size', { a: [1, 2] }, { a: { $size: 2 } }, true],
    ['$size is not for what is no array', { a: 2 }, { a: { $size: 1 } }, false],
    ['$in with null', {}, { a: { $in: [null] } }, true],
    ['$nin', { a: 1 }, { a: { $nin: [1] } }, false],
    ['$not', { a: 1 }, { a: { $not: { $gt: 1 } } }, true],
    ['$nor', { a: 1 }, { $nor: [{ a: 2 }, { b: 1 }] }, true],
    ['a field named like a method of objects', {}, { constructor: { $exists: true } }, false],
  ])('given %s, then it holds', (_name, document, filter, expected) => {
    expect(matches(document, filter)).toBe(expected);
  });

  test.each([
    [{ a: { $where: 1 } }, '$where'],
    [{ $where: 'x' }, '$where'],
    [{ a: { $regex: 'x' } }, '$regex'],
    [{ a: new BSONRegExp('x') }, 'regular expression'],
    [{ a: { $in: [new BSONRegExp('x')] } }, 'regular expression'],
    [{ a: { $type: 'int' } }, '$type'],
    [{ $expr: {} }, '$expr'],
    [{ a: { $in: 1 } }, '$in'],
    [{ a: { $elemMatch: { b: { $mod: [2, 0] } } } }, '$mod'],
    [{ a: { $not: { $all: [] } } }, '$all'],
    [{ $or: [{ a: { $near: 1 } }] }, '$near'],
  ])('given %j, then it is refused by name', (filter, named) => {
    expect(() => compileFilter(filter)).toThrow(named);
  });
});
