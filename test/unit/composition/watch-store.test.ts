import {
  endsAfter,
  renewAfter,
  type StoreSilence,
  StoreWatch,
  type StoreWatchOptions,
} from '../../../src/composition/watch-store';

const minute = 60_000;

/** A store that is looked at every minute of a clock of its own. */
function watched(given: Partial<Pick<StoreWatchOptions, 'answers' | 'renew' | 'patience'>>) {
  let now = 0;
  let ended = 0;
  let renewals = 0;
  const told: StoreSilence['kind'][] = [];
  const watch = new StoreWatch({
    answers: () => Promise.resolve(),
    ...given,
    renew: () => {
      renewals += 1;
      return given.renew?.() ?? Promise.resolve();
    },
    lost: () => (ended += 1),
    report: ({ kind }) => told.push(kind),
    elapsed: () => now,
    patience: given.patience ?? (() => new Promise(() => undefined)),
  });
  return {
    told,
    ended: () => ended,
    renewals: () => renewals,
    async minutes(count: number) {
      for (let each = 0; each < count; each += 1) {
        now += minute;
        await watch.look();
      }
    },
  };
}

const never = () => Promise.reject(new Error('no'));

describe('the connection to the store', () => {
  test('given a store that answers, then nothing is done, however long', async () => {
    const store = watched({});
    await store.minutes(60);
    expect([store.told, store.renewals(), store.ended()]).toEqual([[], 0, 0]);
  });

  test('given less than 3 minutes without an answer, then nothing is done', async () => {
    let up = false;
    const store = watched({ answers: () => (up ? Promise.resolve() : never()) });
    await store.minutes(2);
    up = true;
    await store.minutes(1);
    up = false;
    await store.minutes(2);
    expect([store.told, store.renewals(), store.ended()]).toEqual([[], 0, 0]);
  });

  test('given a connection that is stuck, then a new one is made after 3 minutes and the process goes on', async () => {
    let stuck = true;
    const store = watched({
      answers: () => (stuck ? never() : Promise.resolve()),
      renew: () => Promise.resolve((stuck = false)),
    });
    await store.minutes(renewAfter / minute);
    expect(store.told).toEqual(['connection renewed']);
    await store.minutes(20);
    expect([store.renewals(), store.ended()]).toEqual([1, 0]);
  });

  test('given a store that is away, then a new connection is tried at each look, and after 10 minutes it is lost, once', async () => {
    const store = watched({ answers: never, renew: never });
    await store.minutes(endsAfter / minute - 1);
    expect([store.renewals(), store.ended()]).toEqual([7, 0]);
    await store.minutes(3);
    expect(store.ended()).toBe(1);
    expect(store.told.filter((kind) => kind === 'store lost')).toHaveLength(1);
  });

  test('given a store that takes a question and never answers, then it is one that does not answer', async () => {
    const store = watched({ answers: () => new Promise(() => undefined), patience: () => Promise.resolve() });
    await store.minutes(endsAfter / minute);
    expect(store.ended()).toBe(1);
  });
});
