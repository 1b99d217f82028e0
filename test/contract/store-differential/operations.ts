import fc from 'fast-check';
import { type Document, Double, Int32, Long, ObjectId } from 'mongodb';

/** One call as plain data, so that the same one can be played to several servers. */
export type Operation =
  | { readonly kind: 'insert'; readonly documents: readonly Document[]; readonly ordered: boolean }
  | {
      readonly kind: 'find';
      readonly filter: Document;
      readonly sort: Document;
      readonly projection: Document;
      readonly skip: number;
      readonly limit: number;
    }
  | {
      readonly kind: 'updateOne' | 'updateMany';
      readonly filter: Document;
      readonly update: Document;
      readonly upsert: boolean;
    }
  | {
      readonly kind: 'replaceOne';
      readonly filter: Document;
      readonly document: Document;
      readonly upsert: boolean;
    }
  | {
      readonly kind: 'findOneAndUpdate';
      readonly filter: Document;
      readonly update: Document;
      readonly upsert: boolean;
      readonly sort: Document;
      readonly after: boolean;
    }
  | { readonly kind: 'findOneAndDelete'; readonly filter: Document; readonly sort: Document }
  | { readonly kind: 'delete'; readonly filter: Document; readonly many: boolean }
  | { readonly kind: 'count'; readonly filter: Document }
  | { readonly kind: 'distinct'; readonly key: string; readonly filter: Document }
  | { readonly kind: 'aggregate'; readonly pipeline: readonly Document[] };

/**
 * Sequences of the operations the adapters use. Without `exact` they stay clear of what mongo-java-server is known to
 * do otherwise than MongoDB (docs/decisions/embedded-store.md).
 */
export function operationsFor(exact: boolean): fc.Arbitrary<Operation> {
  /** Few different values, so that filters find something and unique keys collide. */
  const number = fc.constantFrom<unknown>(
    ...[0, 1, 2, 3, -1].map((value) => new Int32(value)),
    ...(exact ? [new Double(1), Long.fromNumber(2)] : []),
    new Double(1.5),
    new Double(-2.5),
  );
  const text = fc.constantFrom('', 'a', 'b', 'ab', 'Ä', '10');
  const scalar = fc.oneof(
    number,
    text,
    fc.constantFrom<unknown>(
      null,
      true,
      false,
      new Date(0),
      new Date(86_400_000),
      new ObjectId('000000000000000000000001'),
    ),
  );
  const id = fc.constantFrom(...'stuvwxyz');
  const key = fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5');
  const kind = fc.constantFrom<unknown>('x', 'y', null);
  const item = fc.record({ k: text, v: number }, { requiredKeys: [] });

  const fields = {
    key,
    kind,
    at: number,
    n: number,
    any: scalar,
    tags: fc.array(fc.oneof(number, text), { maxLength: 3 }),
    items: fc.array(item, { maxLength: 3 }),
    sub: fc.record({ p: scalar, q: fc.record({ r: number }, { requiredKeys: [] }) }, { requiredKeys: [] }),
  };
  const content = fc.record(fields, { requiredKeys: ['key'] });
  const withId = fc.tuple(id, content).map(([_id, rest]): Document => ({ _id, ...rest }));

  const path = fc.constantFrom(
    'kind',
    'at',
    'n',
    'any',
    'tags',
    'sub.p',
    'sub.q.r',
    'items.k',
    'items.v',
    'absent',
  );
  const plainPath = fc.constantFrom('kind', 'at', 'n', 'any', 'sub.p', 'sub.q.r', 'absent');

  const comparison = fc.oneof(
    fc
      .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), fc.oneof(number, text, fc.constant(new Date(0))))
      .map(([name, value]) => ({ [name]: value })),
    fc.tuple(fc.constantFrom('$eq', '$ne'), scalar).map(([name, value]) => ({ [name]: value })),
    fc
      .tuple(fc.constantFrom('$in', '$nin'), fc.array(scalar, { maxLength: 3 }))
      .map(([name, value]) => ({ [name]: value })),
  );
  const clause: fc.Arbitrary<Document> = fc.oneof(
    { weight: 3, arbitrary: id.map((_id) => ({ _id })) },
    { weight: 1, arbitrary: fc.array(id, { maxLength: 3 }).map((ids) => ({ _id: { $in: ids } })) },
    { weight: 2, arbitrary: key.map((value) => ({ key: value })) },
    { weight: 2, arbitrary: fc.tuple(kind, comparison).map(([value, at]) => ({ kind: value, at })) },
    { weight: 3, arbitrary: fc.tuple(path, comparison).map(([name, test]) => ({ [name]: test })) },
    { weight: 2, arbitrary: fc.tuple(path, scalar).map(([name, value]) => ({ [name]: value })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(exact ? path : plainPath, comparison)
        .map(([name, test]) => ({ [name]: { $not: test } })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(exact ? path : plainPath, fc.boolean())
        .map(([name, value]) => ({ [name]: { $exists: value } })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(exact ? path : plainPath, number, number)
        .map(([name, low, high]) => ({ [name]: { $gte: low, $lt: high } })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(exact ? path : plainPath, number, number)
        .map(([name, low, high]) => ({ [name]: { $not: { $gt: low, $lte: high } } })),
    },
    { weight: 1, arbitrary: id.map((after) => ({ _id: { $gt: after } })) },
    { weight: 1, arbitrary: fc.nat(3).map((size) => ({ tags: { $size: size } })) },
    {
      weight: 1,
      arbitrary: fc.tuple(text, number).map(([k, v]) => ({ items: { $elemMatch: { k, v: { $gte: v } } } })),
    },
    { weight: 1, arbitrary: number.map((value) => ({ tags: { $elemMatch: { $gte: value } } })) },
  );
  const filter: fc.Arbitrary<Document> = fc.oneof(
    { weight: 6, arbitrary: clause },
    { weight: 1, arbitrary: fc.constant({}) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(clause, { minLength: 1, maxLength: 2 }))
        .map(([name, clauses]) => ({ [name]: clauses })),
    },
  );
  /** Gone through in pages by `_id`, what is in some state or is still armed. */
  const watched: fc.Arbitrary<Document> = fc
    .tuple(id, fc.array(kind, { maxLength: 2 }), number)
    .map(([after, kinds, at]) => ({
      _id: { $gt: after },
      $or: [{ kind: { $in: kinds } }, { at: { $gte: at } }],
    }));
  /** The next ones by an indexed instant. */
  const due = number.map((at): Document => ({ at: { $lte: at } }));
  /** What an upsert may start from: equalities of its own document only. */
  const guard: fc.Arbitrary<Document> = fc.oneof(
    id.map((_id) => ({ _id })),
    fc.tuple(id, number).map(([_id, n]) => ({ _id, n })),
    fc.tuple(id, key).map(([_id, value]) => ({ _id, key: value })),
  );

  const target = fc.constantFrom('kind', 'at', 'n', 'any', 'sub.p', 'sub.q.r', 'new', 'key');
  const change: fc.Arbitrary<Document> = fc.oneof(
    fc.tuple(target, scalar).map(([name, value]) => ({ $set: { [name]: value } })),
    fc
      .tuple(target, scalar)
      .map(([name, value]) => ({ $set: { [name]: value }, $setOnInsert: { first: value } })),
    target.map((name) => ({ $unset: { [name]: '' } })),
    fc
      .tuple(fc.constantFrom('n', 'at', 'any', 'sub.q.r', 'new'), number)
      .map(([name, value]) => ({ $inc: { [name]: value } })),
    fc
      .tuple(fc.constantFrom('$min', '$max'), fc.constantFrom('n', 'any'), number)
      .map(([name, field, value]) => ({ [name]: { [field]: value } })),
    fc
      .tuple(fc.constantFrom('tags', 'n', 'log'), number)
      .map(([name, value]) => ({ $push: { [name]: value } })),
    fc
      .tuple(fc.array(text, { maxLength: 3 }), fc.integer({ min: -3, max: 3 }))
      .map(([each, slice]) => ({ $push: { tags: { $each: each, $slice: slice } } })),
    fc
      .tuple(fc.constantFrom('tags', 'any'), exact ? scalar : text)
      .map(([name, value]) => ({ $addToSet: { [name]: value } })),
    fc
      .array(exact ? number : text, { maxLength: 3 })
      .map((each) => ({ $addToSet: { tags: { $each: each } } })),
    fc.oneof(number, text).map((value) => ({ $pull: { tags: value } })),
    number.map((value) => ({ $pull: { tags: { $gte: value } } })),
    text.map((k) => ({ $pull: { items: { k } } })),
    fc
      .tuple(scalar, number, text)
      .map(([any, n, tag]) => ({ $set: { any }, $inc: { n }, $push: { tags: tag } })),
    // mongo-java-server lets an upsert set another `_id` than its filter has.
    fc.constantFrom<Document>(
      ...(exact
        ? [{ $set: { _id: 'other' } }, { $unknown: { n: 1 } }, { $set: { n: 1 }, $inc: { n: 1 } }]
        : [{ $set: { any: 'other' } }]),
    ),
  );

  const direction = fc.constantFrom(1, -1);
  /** Always down to `_id`: the order of equals is nobody's promise. */
  const sort = fc.oneof(
    direction.map((way): Document => ({ _id: way })),
    fc
      .tuple(fc.constantFrom('at', 'n', 'any', 'sub.p', 'tags', 'absent'), direction, direction)
      .map(([name, way, idWay]): Document => ({ [name]: way, _id: idWay })),
    fc.tuple(direction, direction).map(([way, other]): Document => ({ kind: way, at: other, _id: 1 })),
  );
  const projection = fc.constantFrom<Document>(
    {},
    { n: 1 },
    { _id: 0, 'sub.p': 1, at: 1 },
    { tags: 0, 'items.k': 0 },
    { 'items.v': 1 },
    { _id: 1 },
    { _id: 0 },
  );

  const stages: fc.Arbitrary<readonly Document[]> = fc.oneof(
    fc.constant([
      { $group: { _id: '$kind', count: { $sum: 1 }, total: { $sum: '$n' } } },
      { $sort: { _id: 1 } },
    ]),
    fc.constant([{ $group: { _id: null, least: { $min: '$at' }, most: { $max: '$at' } } }]),
    fc.constant([
      { $unwind: '$tags' },
      { $group: { _id: '$_id', count: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ]),
    fc.constant([{ $sort: { at: -1, _id: 1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { at: 1 } }]),
    fc.constant([{ $count: 'count' }]),
    fc.constant([
      { $unwind: '$items' },
      {
        $group: {
          _id: '$items.k',
          most: { $max: '$items.v' },
          early: { $sum: { $cond: [{ $lt: [{ $ifNull: ['$n', 9] }, 3] }, 1, 0] } },
        },
      },
      { $sort: { _id: 1 } },
    ]),
    fc.constant([
      { $sort: { at: 1, _id: 1 } },
      { $limit: 3 },
      { $group: { _id: '$sub.p', sub: { $first: '$sub' }, last: { $last: '$_id' } } },
      { $sort: { _id: 1 } },
    ]),
    fc.constant([
      {
        $facet: {
          some: [{ $sort: { _id: 1 } }, { $limit: 1 }, { $project: { _id: 1 } }],
          all: [{ $count: 'n' }],
        },
      },
    ]),
  );

  return fc.oneof<fc.MaybeWeightedArbitrary<Operation>[]>(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('insert' as const),
        documents: fc.array(withId, { minLength: 1, maxLength: 4 }),
        ordered: fc.boolean(),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('find' as const),
        filter,
        sort,
        projection,
        skip: fc.nat(2),
        limit: fc.nat(4),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('find' as const),
        filter: due,
        sort: fc.constant({ at: 1, _id: 1 }),
        projection,
        skip: fc.constant(0),
        limit: fc.nat(4),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('find' as const),
        filter: watched,
        sort: fc.constant({ _id: 1 }),
        projection: fc.constant({}),
        skip: fc.constant(0),
        limit: fc.nat(4),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('updateOne' as const),
        filter: guard,
        update: change,
        upsert: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('updateMany' as const),
        filter,
        update: change,
        upsert: fc.constant(false),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('replaceOne' as const),
        filter: guard,
        document: content,
        upsert: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('findOneAndUpdate' as const),
        filter: fc.oneof(guard, filter),
        update: change,
        upsert: fc.constant(false),
        sort,
        after: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('findOneAndUpdate' as const),
        filter: guard,
        update: change,
        upsert: fc.constant(true),
        sort: fc.constant({ _id: 1 }),
        after: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('findOneAndDelete' as const), filter, sort }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('delete' as const), filter, many: fc.constant(true) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('delete' as const),
        filter: id.map((_id) => ({ _id })),
        many: fc.constant(false),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('count' as const), filter }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('distinct' as const), key: exact ? path : plainPath, filter }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('aggregate' as const),
        pipeline: fc.tuple(filter, stages).map(([match, rest]) => [{ $match: match }, ...rest]),
      }),
    },
  );
}
