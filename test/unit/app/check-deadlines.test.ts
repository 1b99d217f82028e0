import { createDeadlineCheck, type CheckDeadlinesDeps } from '../../../src/app/check-deadlines';

/** A store of tickets in which nothing is due, that says of each look with which time it was asked, and answers when let. */
function checkWith(clock: { now: number }) {
  const asked: number[] = [];
  let answer: () => void = () => undefined;
  let whenAsked: () => void = () => undefined;
  const due = (now: number) => {
    asked.push(now);
    whenAsked();
    return new Promise<[]>((resolve) => (answer = () => resolve([])));
  };
  const deps = {
    tickets: { due },
    clock: { now: () => clock.now },
    elapsed: () => 0,
    rearm: () => Promise.resolve(),
    isStoreFailure: () => false,
    effectsWaiting: () => undefined,
    report: () => undefined,
  };
  return {
    asked,
    check: createDeadlineCheck(deps as unknown as CheckDeadlinesDeps),
    answers: () => answer(),
    nextLook: () => new Promise<void>((resolve) => (whenAsked = resolve)),
  };
}

describe('the check of deadlines', () => {
  it('given a check under way, when the clock is moved and it is called again, then it looks again with the new time', async () => {
    const clock = { now: 1_000 };
    const { asked, check, answers, nextLook } = checkWith(clock);
    const first = check.run();
    clock.now = 3_600_000;
    const second = check.run();
    const third = check.run();
    const looked = nextLook();
    answers();
    await first;
    await looked;
    answers();
    await Promise.all([second, third]);
    // One look for both who called meanwhile.
    expect(asked).toEqual([1_000, 3_600_000]);
  });

  it('given a check under way and one to follow, when it is stopped, then the second does not begin', async () => {
    const { asked, check, answers } = checkWith({ now: 1_000 });
    const first = check.run();
    const second = check.run();
    const stopped = check.stop();
    answers();
    await Promise.all([first, second, stopped]);
    expect(asked).toEqual([1_000]);
  });
});
