import type { Document } from 'bson';
import fc from 'fast-check';
import { aggregate } from '../../../src/embedded-store/aggregate';

const scalar = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('x', 'y', '', null));
const part = fc.record({ a: scalar, b: scalar }, { requiredKeys: [], noNullPrototype: true });
const value: fc.Arbitrary<unknown> = fc.oneof(
  scalar,
  part,
  fc.array(fc.oneof(scalar, part), { maxLength: 3 }),
);
const documents = fc.array(
  fc
    .record({ a: value, b: value, c: value }, { requiredKeys: [], noNullPrototype: true })
    .map((fields): Document => fields),
  { maxLength: 6 },
);
const path = fc.constantFrom('a', 'b', 'c', 'a.a', 'a.b', 'b.a', 'a.a.b', '_id', 'a.0');

const stage: fc.Arbitrary<Document> = fc.oneof(
  path.map((by): Document => ({ $sort: { [by]: 1, _id: 1 } })),
  fc.nat(3).map((count): Document => ({ $skip: count })),
  path.map((by): Document => ({ $unwind: `$${by}` })),
);
const group = fc.record({ by: path, first: path, test: path }).map(({ by, first, test }): Document => ({
  $group: {
    _id: `$${by}`,
    first: { $first: `$${first}` },
    all: { $push: `$${test}` },
    few: { $sum: { $cond: [{ $lt: [{ $ifNull: [`$${test}`, 9] }, 1] }, 1, 0] } },
  },
}));
const pipelines = fc
  .tuple(fc.array(stage, { maxLength: 2 }), fc.oneof(group, fc.constant<Document>({ $count: 'n' })))
  .map(([before, end]) => [...before, end]);

describe('a pipeline that ends in groups', () => {
  const run = (all: readonly Document[], pipeline: readonly Document[]) =>
    aggregate(
      all.map((document, index) => ({ document: { _id: index, ...document } })),
      pipeline,
    );

  it('given any documents, when only the parts it names are kept, then it answers as from whole documents', () => {
    fc.assert(
      fc.property(documents, pipelines, (all, pipeline) => {
        // A $match in the pipeline itself looks at the documents as they are.
        expect(run(all, pipeline)).toEqual(run(all, [{ $match: {} }, ...pipeline]));
      }),
      { numRuns: 500 },
    );
  });
});
