import type { Document } from 'bson';
import { compileProjection, parseSortSpec, sortBy } from '../../../src/embedded-store/shape';

const projected = (document: Document, spec: Document): Document => compileProjection(spec)(document);
const sorted = (documents: Document[], spec: Document): unknown[] =>
  sortBy(documents, (document) => document, parseSortSpec(spec)).map((document) => document.a as unknown);

describe('projections', () => {
  const document = { _id: 1, a: 1, b: { c: 2, d: 3 }, e: [{ f: 1, g: 2 }, 5] };
  test.each<[Document, Document]>([
    [{}, document],
    [{ a: 1 }, { _id: 1, a: 1 }],
    [{ a: 1, _id: 0 }, { a: 1 }],
    [{ _id: 1 }, { _id: 1 }],
    [{ _id: 0 }, { a: 1, b: document.b, e: document.e }],
    [{ 'b.c': 1 }, { _id: 1, b: { c: 2 } }],
    [
      { 'b.c': 0, a: 0 },
      { _id: 1, b: { d: 3 }, e: document.e },
    ],
    [{ 'e.f': true }, { _id: 1, e: [{ f: 1 }] }],
    [
      { 'e.f': false, b: 0 },
      { _id: 1, a: 1, e: [{ g: 2 }, 5] },
    ],
    [
      { a: 0, _id: 1 },
      { _id: 1, b: document.b, e: document.e },
    ],
  ])('given %j, then these fields', (spec, expected) => {
    expect(projected(document, spec)).toEqual(expected);
  });

  test.each([[{ a: '$b' }], [{ a: { $slice: 1 } }], [{ 'e.$': 1 }], [{ a: 1, b: 0 }], [{ a: { b: 1 } }]])(
    'given %j, then it is refused',
    (spec) => {
      expect(() => compileProjection(spec)).toThrow();
    },
  );
});

describe('sorts', () => {
  test('given mixed types, then BSON order; missing counts as null and an empty array comes before it', () => {
    const documents: Document[] = [{ a: 'x' }, { a: 2 }, {}, { a: [] }, { a: true }, { a: new Date(0) }];
    expect(sorted(documents, { a: 1 })).toEqual([[], undefined, 2, 'x', true, new Date(0)]);
  });

  test('given arrays, then the least counts upwards and the greatest downwards', () => {
    expect(sorted([{ a: [5, 9] }, { a: 6 }], { a: 1 })).toEqual([[5, 9], 6]);
    expect(sorted([{ a: 6 }, { a: [5, 9] }], { a: -1 })).toEqual([[5, 9], 6]);
  });

  test.each([[{ a: 'text' }], [{ a: 2 }], [{ a: { $meta: 'textScore' } }]])(
    'given %j, then it is refused',
    (spec) => {
      expect(() => parseSortSpec(spec)).toThrow("'a'");
    },
  );
});
