import fc from 'fast-check';
import type { FaultClass } from '../../../../src/domain/reaction/fault-class';
import {
  recountForCalendar,
  reclassify,
  previewClassChange,
  type ReactionCycle,
  recordBreach,
  startCycle,
  stopCycle,
  withdrawCycle,
} from '../../../../src/domain/reaction/reaction-cycle';
import { reactionDeadline } from '../../../../src/domain/reaction/reaction-deadline';
import { berlin, edited, standard, standardTimeline } from './reaction-fixtures';

const start = berlin('2026-06-11T10:00');
const deadline1 = berlin('2026-06-11T14:00');
const deadline2 = berlin('2026-06-11T16:00');

const begin = (faultClass: FaultClass, recordedAt = start, startedAt = start) =>
  startCycle({ startedAt, faultClass, recordedAt, timeline: standardTimeline });

describe('a cycle starts at the receipt (process 2.1)', () => {
  test('given a report entered at once, it runs to its deadline without a breach', () => {
    expect(begin(1)).toEqual({
      startedAt: start,
      faultClass: 1,
      calendarId: '2020-01-01',
      deadline: deadline1,
      earlierDeadlines: [],
    });
  });

  test('given a phone report entered at exactly its deadline, there is no breach yet', () => {
    expect(begin(1, deadline1).breach).toBeUndefined();
  });

  test('given a phone report entered after its deadline, the breach is recorded at once as late entry', () => {
    const cycle = begin(1, deadline1 + 1);

    expect(cycle.breach).toEqual({ recordedAt: deadline1 + 1, deadline: deadline1, reason: 'lateEntry' });
    expect(cycle.startedAt).toBe(start);
  });
});

describe('the first reaction stops it (process 2.2-2.4)', () => {
  test('given a reaction at exactly the deadline, the cycle is met', () => {
    const cycle = stopCycle(begin(1), deadline1);

    expect(cycle).toMatchObject({ end: { at: deadline1, kind: 'reaction' }, result: 'met' });
    expect(cycle.breach).toBeUndefined();
  });

  test('given a reaction one millisecond later, it is missed though nobody recorded the breach before', () => {
    expect(stopCycle(begin(1), deadline1 + 1)).toMatchObject({
      result: 'missed',
      breach: { recordedAt: deadline1 + 1, deadline: deadline1, reason: 'elapsed' },
    });
  });

  test('given a recorded breach, it is missed whatever follows', () => {
    const breached = recordBreach(begin(1), deadline1 + 1);
    const later = reclassify(breached, 4, deadline1 + 2, standardTimeline);

    expect(stopCycle(later, deadline1 + 3).result).toBe('missed');
  });

  test('given an ended cycle, nothing changes it any more', () => {
    const met = stopCycle(begin(1), deadline1);
    const after = deadline1 + 86_400_000;

    expect(stopCycle(met, after)).toBe(met);
    expect(withdrawCycle(met, after)).toBe(met);
    expect(recordBreach(met, after)).toBe(met);
    expect(reclassify(met, 4, after, standardTimeline)).toBe(met);
    expect(recountForCalendar(met, after, edited({ closedDays: ['2026-06-11'] }))).toBe(met);
  });

  test('given the operator supplies what was missing, a new cycle has its own deadline', () => {
    stopCycle(begin(1), deadline1);
    const second = begin(1, berlin('2026-06-12T13:00'), berlin('2026-06-12T13:00'));

    expect(second.deadline).toBe(berlin('2026-06-15T11:30'));
    expect(second.earlierDeadlines).toEqual([]);
  });
});

describe('withdrawal (process 2.3)', () => {
  test('given no breach, the cycle ends without a result', () => {
    const cycle = withdrawCycle(begin(1), deadline1);

    expect(cycle.end).toEqual({ at: deadline1, kind: 'withdrawal' });
    expect(cycle).not.toHaveProperty('result');
  });

  test('given a breach, recorded or not, it stays missed', () => {
    expect(withdrawCycle(recordBreach(begin(1), deadline1 + 1), deadline1 + 2).result).toBe('missed');
    expect(withdrawCycle(begin(1), deadline1 + 2)).toMatchObject({
      result: 'missed',
      breach: { reason: 'elapsed' },
    });
  });
});

describe('recording a breach (process 2.4)', () => {
  test('given the deadline itself, there is none; one millisecond later there is, once', () => {
    const cycle = begin(1);
    const breached = recordBreach(cycle, deadline1 + 1);

    expect(recordBreach(cycle, deadline1)).toBe(cycle);
    expect(breached.breach?.reason).toBe('elapsed');
    expect(recordBreach(breached, deadline1 + 2)).toBe(breached);
  });
});

describe('change of class (process 2.8)', () => {
  const noon = berlin('2026-06-11T12:00');

  test('given a running cycle, its deadline is counted from its start and the old one stays', () => {
    const cycle = reclassify(begin(1), 2, noon, standardTimeline);

    expect(cycle).toEqual({
      startedAt: start,
      faultClass: 2,
      calendarId: '2020-01-01',
      deadline: deadline2,
      earlierDeadlines: [{ deadline: deadline1, faultClass: 1, replacedAt: noon }],
    });
  });

  test('given a graver class whose deadline is past, the breach is recorded at once as reclassification', () => {
    const late = berlin('2026-06-11T15:00');

    expect(reclassify(begin(2), 1, late, standardTimeline).breach).toEqual({
      recordedAt: late,
      deadline: deadline1,
      reason: 'reclassification',
    });
    expect(reclassify(begin(2), 1, deadline1, standardTimeline).breach).toBeUndefined();
  });

  test('given a change after the deadline, the breach that happened is not erased, recorded or not', () => {
    const late = deadline1 + 60_000;
    const recorded = reclassify(recordBreach(begin(1), deadline1 + 1), 3, late, standardTimeline);
    const unrecorded = reclassify(begin(1), 3, late, standardTimeline);

    expect(recorded.breach).toEqual({ recordedAt: deadline1 + 1, deadline: deadline1, reason: 'elapsed' });
    expect(unrecorded.breach).toEqual({ recordedAt: late, deadline: deadline1, reason: 'elapsed' });
    expect(unrecorded.deadline).toBe(berlin('2026-06-12T09:30'));
  });

  test('given the same class, nothing changes', () => {
    const cycle = begin(1);

    expect(reclassify(cycle, 1, noon, standardTimeline)).toBe(cycle);
  });

  test('given there and back, every deadline is in the history', () => {
    const there = reclassify(begin(1), 4, noon, standardTimeline);
    const back = reclassify(there, 1, noon + 1, standardTimeline);

    expect(back.deadline).toBe(deadline1);
    expect(back.earlierDeadlines.map((each) => each.faultClass)).toEqual([1, 4]);
  });

  test('given the form asks before, it learns the deadline and whether it is past', () => {
    const late = berlin('2026-06-11T15:00');

    expect(previewClassChange(begin(2), 1, late, standardTimeline)).toEqual({
      deadline: deadline1,
      alreadyPast: true,
    });
    expect(previewClassChange(begin(2), 1, deadline1, standardTimeline)?.alreadyPast).toBe(false);
  });
});

describe('change of the calendar (process 2.9)', () => {
  const noon = berlin('2026-06-11T12:00');

  test('given an edited calendar, a running cycle is counted again', () => {
    const cycle = recountForCalendar(
      begin(2),
      noon,
      edited({ hours: { 4: [{ from: '08:30', to: '15:00' }], 5: [{ from: '08:30', to: '14:00' }] } }),
    );

    expect(cycle.deadline).toBe(berlin('2026-06-12T09:30'));
    expect(cycle.earlierDeadlines).toEqual([{ deadline: deadline2, faultClass: 2, replacedAt: noon }]);
    expect(cycle.breach).toBeUndefined();
  });

  test('given an edit that leaves the deadline, nothing changes', () => {
    const cycle = begin(2);

    expect(recountForCalendar(cycle, noon, edited({ closedDays: ['2026-12-24'] }))).toBe(cycle);
  });

  test('given an edit that puts the deadline into the past, the breach is recorded as calendar change', () => {
    const longer = edited({ openDays: [{ date: '2026-06-10', windows: [{ from: '08:00', to: '24:00' }] }] });
    const begun = startCycle({
      startedAt: berlin('2026-06-10T18:00'),
      faultClass: 1,
      recordedAt: berlin('2026-06-10T18:00'),
      timeline: standardTimeline,
    });

    expect(recountForCalendar(begun, berlin('2026-06-11T09:00'), longer).breach).toEqual({
      recordedAt: berlin('2026-06-11T09:00'),
      deadline: berlin('2026-06-10T22:00'),
      reason: 'calendarChange',
    });
  });

  test('given a deadline already past, closing the day afterwards does not erase the breach', () => {
    const cycle = recountForCalendar(begin(1), deadline1 + 1, edited({ closedDays: ['2026-06-11'] }));

    expect(cycle.breach).toEqual({ recordedAt: deadline1 + 1, deadline: deadline1, reason: 'elapsed' });
    expect(cycle.deadline).toBe(berlin('2026-06-12T12:30'));
  });
});

describe('laws of a cycle', () => {
  const faultClass = fc.constantFrom<FaultClass>(1, 2, 3, 4);
  const step = fc.record({
    kind: fc.constantFrom('class', 'calendar', 'breach', 'stop', 'withdraw'),
    faultClass,
    after: fc.integer({ min: 0, max: 3 * 86_400_000 }),
  });
  const closed = edited({ closedDays: ['2026-06-12', '2026-06-15'] });

  function apply(
    cycle: ReactionCycle,
    { kind, faultClass: to }: { kind: string; faultClass: FaultClass },
    at: number,
  ) {
    if (kind === 'class') return reclassify(cycle, to, at, standardTimeline);
    if (kind === 'calendar') return recountForCalendar(cycle, at, closed);
    if (kind === 'breach') return recordBreach(cycle, at);
    return kind === 'stop' ? stopCycle(cycle, at) : withdrawCycle(cycle, at);
  }

  test('a breach is never erased or rewritten, an end is final, and the result follows from the breach', () => {
    fc.assert(
      fc.property(faultClass, fc.array(step, { maxLength: 8 }), (first, steps) => {
        let cycle = begin(first);
        let now = start;
        for (const each of steps) {
          now += each.after;
          const next = apply(cycle, each, now);
          if (cycle.breach !== undefined) expect(next.breach).toEqual(cycle.breach);
          if (cycle.end !== undefined) expect(next).toBe(cycle);
          if (
            cycle.end === undefined &&
            each.kind !== 'class' &&
            each.kind !== 'calendar' &&
            now > cycle.deadline
          ) {
            expect(next.breach).toBeDefined();
          }
          if (next.breach !== undefined) expect(next.breach.recordedAt).toBeGreaterThan(next.breach.deadline);
          if (next.end !== undefined) expect(next.result === 'missed').toBe(next.breach !== undefined);
          expect(JSON.parse(JSON.stringify(next))).toEqual(next);
          cycle = next;
        }
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 2_500) / 5 },
    );
  });

  test('while it runs on one calendar, the deadline is that of its class from its start, however it came there', () => {
    fc.assert(
      fc.property(fc.array(faultClass, { minLength: 1, maxLength: 6 }), ([first = 1, ...others]) => {
        const cycle = others.reduce(
          (before, faultClassNow, index) =>
            reclassify(before, faultClassNow, start + index, standardTimeline),
          begin(first),
        );

        expect(cycle.deadline).toBe(reactionDeadline(start, others[others.length - 1] ?? first, standard));
      }),
    );
  });
});
