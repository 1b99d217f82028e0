import fc from 'fast-check';
import { fireThresholds, pendingThresholds } from '../../../../src/domain/reaction/cycle-thresholds';
import {
  recountForCalendar,
  reclassify,
  startCycle,
  stopCycle,
} from '../../../../src/domain/reaction/reaction-cycle';
import { reactionDeadline, remainingServiceSeconds } from '../../../../src/domain/reaction/reaction-deadline';
import { thresholds } from '../../../../src/domain/reaction/thresholds';
import { berlin, edited, standard, standardTimeline } from './reaction-fixtures';

const start = berlin('2026-06-11T10:00');

describe('thresholds of the service time up to the deadline (process 2, Warnings)', () => {
  test('given 4 hours over a night, half is due at closing and not next morning', () => {
    const received = berlin('2026-06-11T15:00');

    expect(thresholds(received, reactionDeadline(received, 1, standard), standard)).toEqual([
      { percent: 50, dueAt: berlin('2026-06-11T17:00') },
      { percent: 75, dueAt: berlin('2026-06-12T09:30') },
      { percent: 100, dueAt: berlin('2026-06-12T10:30') + 1 },
    ]);
  });

  test('given class 4, the rest of the day of receipt counts as service time up to the deadline', () => {
    const received = berlin('2026-06-10T10:00');
    // 7 h Wednesday, 8.5 Thursday, 5.5 Friday, 8.5 Monday, Tuesday and Wednesday: 46.5 h, half of it 23.25 h.
    const [half] = thresholds(received, reactionDeadline(received, 4, standard), standard);

    expect(half).toEqual({ percent: 50, dueAt: berlin('2026-06-15T10:45') });
  });

  test('given other percentages in any order, they come ascending; one out of range is refused', () => {
    expect(thresholds(start, start + 14_400_000, standard, [90, 10]).map(({ percent }) => percent)).toEqual([
      10, 90,
    ]);
    expect(() => thresholds(start, start + 14_400_000, standard, [0])).toThrow(RangeError);
    expect(() => thresholds(start, start + 14_400_000, standard, [101])).toThrow(RangeError);
  });

  test('given any start and class, they are due within service time or as it closes, in order', () => {
    const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
        (at, faultClass) => {
          const deadline = reactionDeadline(at, faultClass, standard);
          const [half, most, breach] = thresholds(at, deadline, standard);
          const due = [half?.dueAt ?? NaN, most?.dueAt ?? NaN];

          for (const dueAt of due) expect(standard.isOpen(dueAt) || standard.isOpen(dueAt - 1)).toBe(true);
          expect(breach?.dueAt).toBe(deadline + 1);
          expect([...due, deadline].sort((one, other) => one - other)).toEqual([...due, deadline]);
        },
      ),
    );
  });
});

describe('remaining service time', () => {
  test('given an instant before, at and after the deadline, it runs down to 0', () => {
    const deadline = berlin('2026-06-12T09:30');

    expect(remainingServiceSeconds(berlin('2026-06-11T16:00'), deadline, standard)).toBe(7200);
    expect(remainingServiceSeconds(berlin('2026-06-11T20:00'), deadline, standard)).toBe(3600);
    expect(remainingServiceSeconds(deadline, deadline, standard)).toBe(0);
    expect(remainingServiceSeconds(deadline + 1, deadline, standard)).toBe(0);
  });
});

describe('each threshold fires once per cycle and class', () => {
  const cycle = startCycle({
    startedAt: start,
    faultClass: 2,
    recordedAt: start,
    timeline: standardTimeline,
  });
  const percents = (pending: readonly { percent: number }[]) => pending.map(({ percent }) => percent);

  test('given nothing fired, all are pending; what has fired is not', () => {
    const pending = pendingThresholds(cycle, standard);
    const fired = fireThresholds(cycle, pending.slice(0, 1));

    expect(percents(pending)).toEqual([50, 75, 100]);
    expect(percents(pendingThresholds(fired, standard))).toEqual([75, 100]);
    expect(fireThresholds(fired, pending.slice(0, 1))).toBe(fired);
  });

  test('given a new class, only thresholds that lie ahead of the change are armed', () => {
    const graver = reclassify(cycle, 1, berlin('2026-06-11T12:30'), standardTimeline);
    const back = reclassify(
      fireThresholds(cycle, pendingThresholds(cycle, standard).slice(0, 2)),
      3,
      start + 1,
      standardTimeline,
    );

    // Class 1 reached 50 % at 12:00.
    expect(percents(pendingThresholds(graver, standard))).toEqual([75, 100]);
    expect(percents(pendingThresholds(back, standard))).toEqual([50, 75, 100]);
    // Back to class 2: what has fired for it does not fire again.
    expect(percents(pendingThresholds(reclassify(back, 2, start + 2, standardTimeline), standard))).toEqual([
      100,
    ]);
  });

  test('given an edited calendar, those ahead stay armed and those fired stay fired', () => {
    const timeline = edited({
      closedDays: ['2026-06-12'],
      hours: { 4: [{ from: '08:30', to: '14:00' }], 1: [{ from: '08:30', to: '17:00' }] },
    });
    const calendar = timeline[0]?.calendar ?? standard;
    const fired = fireThresholds(cycle, pendingThresholds(cycle, standard).slice(0, 1));
    const changed = recountForCalendar(fired, berlin('2026-06-11T13:30'), timeline);

    expect(pendingThresholds(changed, calendar)).toEqual([
      { percent: 75, dueAt: berlin('2026-06-15T09:00') },
      { percent: 100, dueAt: berlin('2026-06-15T10:30') + 1 },
    ]);
  });

  test('given the cycle has ended, nothing is pending', () => {
    expect(pendingThresholds(stopCycle(cycle, start + 1), standard)).toEqual([]);
  });
});
