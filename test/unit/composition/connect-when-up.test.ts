import { createLogger } from '../../../src/adapters/logging';
import { StoreUnreachable } from '../../../src/adapters/mongo/connect-errors';
import { connectWhenUp, storeWaitLimit } from '../../../src/composition/connect-when-up';

const notUp = (mayPass = true) =>
  new StoreUnreachable({
    expected: 'the address of a server that answers',
    found: 'nobody listens',
    mayPass,
  });

/** A start whose attempts take the given time each, in milliseconds, on a clock of its own. */
function starting(attempt: (number: number) => Promise<string>, attemptTakes = 5_000) {
  const lines: Record<string, unknown>[] = [];
  let now = 0;
  let attempts = 0;
  const started = connectWhenUp(
    () => {
      now += attemptTakes;
      attempts += 1;
      return attempt(attempts);
    },
    {
      logger: createLogger({
        stream: { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
      }),
      elapsed: () => now,
      wait: (milliseconds) => Promise.resolve((now += milliseconds)),
    },
  );
  return { started, lines, now: () => now, attempts: () => attempts };
}

describe('a start while the database is not up', () => {
  test('given one that comes up, then the bot starts, and the log says once that it waited', async () => {
    const start = starting((attempt) => (attempt < 4 ? Promise.reject(notUp()) : Promise.resolve('stores')));
    expect(await start.started).toBe('stores');
    expect(start.lines).toEqual([
      expect.objectContaining({
        msg: 'waiting for the database',
        reason: 'MONGODB_URI: expected the address of a server that answers; nobody listens',
        seconds: 60,
      }),
    ]);
  });

  test.each([0, 10, 5_000])(
    'given one that does not come up and attempts of %d ms, then the start ends after about a minute',
    async (attemptTakes) => {
      const start = starting(() => Promise.reject(notUp()), attemptTakes);
      await expect(start.started).rejects.toThrow('nobody listens');
      expect(start.now()).toBeGreaterThan(storeWaitLimit - 10_000);
      expect(start.now()).toBeLessThanOrEqual(storeWaitLimit + attemptTakes);
      expect(start.lines).toHaveLength(1);
    },
  );

  test.each([
    ['wrong configuration', notUp(false)],
    ['a fault of ours', new TypeError('no such thing')],
  ])('given %s, then the start ends at once', async (_name, error) => {
    const start = starting(() => Promise.reject(error));
    await expect(start.started).rejects.toBe(error);
    expect(start.attempts()).toBe(1);
    expect(start.lines).toEqual([]);
  });

  test('given one that is up but refuses the password, then the wait ends there', async () => {
    const start = starting((attempt) => Promise.reject(notUp(attempt < 3)));
    await expect(start.started).rejects.toThrow();
    expect(start.attempts()).toBe(3);
  });
});
