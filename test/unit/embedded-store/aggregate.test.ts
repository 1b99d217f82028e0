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

  it('given any documents, when only the parts it names are kept, then it answers as from whole documents', async () => {
    await fc.assert(
      fc.asyncProperty(documents, pipelines, async (all, pipeline) => {
        // A $match in the pipeline itself looks at the documents as they are.
        expect(await run(all, pipeline)).toEqual(await run(all, [{ $match: {} }, ...pipeline]));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a pipeline', () => {
  const run = (document: Document, ...pipeline: Document[]) =>
    aggregate([{ document: { _id: 1, ...document } }], pipeline);
  const day = new Date(0);

  it.each<[Document, boolean]>([
    [{ $lt: ['$missing', day] }, true],
    [{ $lte: ['$missing', day] }, true],
    [{ $gt: ['$missing', day] }, false],
    [{ $gte: [day, '$missing'] }, true],
    [{ $lt: ['$missing', null] }, true],
    [{ $eq: ['$missing', null] }, false],
    [{ $ne: ['$missing', null] }, true],
    [{ $eq: ['$missing', '$absent'] }, true],
    [{ $eq: ['$nothing', null] }, true],
    [{ $eq: ['$nothing', '$missing'] }, false],
    [{ $lt: ['$nothing', 0] }, true],
    [{ $lt: ['$number', '$text'] }, true],
    [{ $lt: ['$text', day] }, true],
    [{ $gt: [true, '$number'] }, true],
    [{ $eq: ['$day', day] }, true],
  ])(
    'given %j, then the order of a sort decides across types, a missing field first',
    async (expression, holds) => {
      const document = { nothing: null, number: 5, text: 'x', day };
      expect(await run(document, { $project: { _id: 0, holds: expression } })).toEqual([{ holds }]);
    },
  );

  it('given values of several types, then the least and the greatest are those of a sort', async () => {
    const values = [true, 'x', 5, null, day].map((value, at) => ({ document: { _id: at, value } }));
    const group = { $group: { _id: null, least: { $min: '$value' }, greatest: { $max: '$value' } } };
    expect(await aggregate(values, [group])).toEqual([{ _id: null, least: 5, greatest: day }]);
    expect(await aggregate([{ document: { _id: 1 } }], [group])).toEqual([
      { _id: null, least: null, greatest: null },
    ]);
  });

  it.each<[Document, string[]]>([
    [{ at: 1 }, ['_id', 'at']],
    [{ at: 1, by: 1 }, ['_id', 'by', 'at']],
    [{ sum: { $add: ['$at', 1] }, at: 1 }, ['_id', 'at', 'sum']],
    [{ at: 1, _id: 0 }, ['at']],
    [{ at: 0 }, ['_id', 'by']],
  ])(
    'given the projection %j, then _id is the first field and the others follow the document',
    async (spec, names) => {
      const found = await run({ by: 2, at: 3 }, { $project: spec });
      expect(found.map((each) => Object.keys(each))).toEqual([names]);
    },
  );

  it.each<[number, Document]>([
    [31253, { $project: { a: 0, b: 1 } }],
    [31253, { $project: { a: 0, b: { $add: [1, 2] } } }],
    [31254, { $project: { a: 1, b: 0 } }],
    [31254, { $project: { a: '$b', b: false } }],
    [51272, { $project: {} }],
    [40324, { $lookup: {} }],
    [40324, { $nonsense: 1 }],
    [40323, {}],
    [40323, { $limit: 1, $skip: 1 }],
    [40324, { $facet: { some: [{ $nonsense: 1 }] } }],
    [40600, { $facet: { some: [{ $facet: {} }] } }],
    [2, { $match: { a: { $nonsense: 1 } } }],
    [168, { $project: { a: { $nonsense: 1 } } }],
    [168, { $group: { _id: { $nonsense: 1 } } }],
    [15952, { $group: { _id: null, a: { $nonsense: 1 } } }],
    [15955, { $group: { a: { $sum: 1 } } }],
    [15958, { $limit: 0 }],
    [15976, { $sort: {} }],
    [28818, { $unwind: 'a' }],
    [40157, { $count: '' }],
  ])('given what gives %d, then that, whether or not there are documents', async (code, stage) => {
    await expect(aggregate([], [stage])).rejects.toMatchObject({ code });
  });
});
