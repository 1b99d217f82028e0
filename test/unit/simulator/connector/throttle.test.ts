import fc from 'fast-check';
import { TeamsRefusal } from '../../../../src/simulator/connector/refusals';
import { documentedRates, Throttle } from '../../../../src/simulator/connector/throttle';

describe('the throttle', () => {
  it('given any sequence of operations, never lets more through than a rate allows, and what it names as Retry-After fits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 200 }), (steps) => {
        let now = 0;
        const throttle = new Throttle(documentedRates, () => now);
        const taken: number[] = [];
        for (const step of steps) {
          now += step;
          try {
            throttle.take('channel');
            taken.push(now);
          } catch (error) {
            const seconds = (error as TeamsRefusal).retryAfterSeconds ?? 0;
            now += seconds * 1_000;
            throttle.take('channel');
            taken.push(now);
          }
        }
        for (const { operations, milliseconds } of documentedRates) {
          for (const at of taken) {
            const within = taken.filter((other) => other > at - milliseconds && other <= at);
            expect(within.length).toBeLessThanOrEqual(operations);
          }
        }
      }),
    );
  });

  it('counts conversations apart', () => {
    const throttle = new Throttle([{ operations: 1, milliseconds: 1_000 }], () => 0);
    throttle.take('a');
    throttle.take('b');
    expect(() => throttle.take('a')).toThrow(TeamsRefusal);
  });
});
