import { examinedIn } from '../../servers/examined-documents';

/** The shapes that MongoDB's documentation gives for the answers to `explain` with `executionStats`. */
describe('what explain says of the documents examined', () => {
  const stats = (totalDocsExamined: number) => ({
    executionStats: { totalKeysExamined: 9, totalDocsExamined },
  });

  it.each<[string, unknown, number | undefined]>([
    ['a find', { explainVersion: '1', queryPlanner: {}, ...stats(3) }, 3],
    ['a pipeline', { stages: [{ $cursor: { queryPlanner: {}, ...stats(4) } }, { $group: {} }] }, 4],
    ['a pipeline that is one plan', { explainVersion: '2', ...stats(5) }, 5],
    ['a pipeline over shards', { shards: { a: { stages: [{ $cursor: stats(1) }] }, b: stats(2) } }, 3],
    [
      'a find over shards, whose total stands above them',
      { executionStats: { totalDocsExamined: 7, shards: [stats(7)] } },
      7,
    ],
    ['a server that explains no execution', { queryPlanner: { winningPlan: {} }, ok: 1 }, undefined],
    ['a server that refuses', new Error('no such command: explain'), undefined],
  ])('given %s, then all of them are counted, and nothing that is not told', (_what, answer, expected) => {
    expect(examinedIn(answer)).toBe(expected);
  });
});
