import { explainReaction, reactionDeadline } from '../../../../src/domain/reaction/reaction-deadline';
import type { FaultClass } from '../../../../src/domain/reaction/fault-class';
import { createServiceCalendar } from '../../../../src/domain/service-calendar/service-calendar';
import { instantToLocal, localToInstant } from '../../../../src/domain/service-calendar/local-time';
import { standardCalendar } from '../../../../src/domain/service-calendar/standard-calendar';

const calendar = createServiceCalendar(standardCalendar);
const berlin = (local: string) => localToInstant(local, 'Europe/Berlin') ?? NaN;

/** The examples of process 2, word for word. */
const examples: [FaultClass, string, string, string][] = [
  [1, '2026-06-11T13:00', '2026-06-11T17:00', 'exactly at closing, not next morning'],
  [1, '2026-06-12T10:00', '2026-06-12T14:00', 'Friday closes at 14:00'],
  [1, '2026-06-12T11:00', '2026-06-15T09:30', '3 h Friday, 1 h Monday'],
  [1, '2026-06-12T14:00', '2026-06-15T12:30', 'received at the closing instant'],
  [1, '2026-06-13T00:00', '2026-06-15T12:30', 'Saturday'],
  [1, '2026-06-13T11:11', '2026-06-15T12:30', 'Saturday'],
  [1, '2026-06-13T23:59:59', '2026-06-15T12:30', 'Saturday'],
  [2, '2026-06-11T16:00', '2026-06-12T13:30', '1 h Thursday, 5 h Friday'],
  [3, '2026-06-12T08:30', '2026-06-15T11:00', 'Friday has 5.5 h'],
  [1, '2026-10-23T13:00', '2026-10-26T11:30', 'clock change in between'],
  [1, '2026-12-24T16:00', '2026-12-28T11:30', '25 Dec holiday, 24 Dec not'],
  [1, '2027-03-25T15:00', '2027-03-30T10:30', 'Good Friday, clock change, Easter Monday'],
  [4, '2026-06-10T10:00', '2026-06-17T17:00', 'Thu Fri Mon Tue Wed'],
  [4, '2026-06-12T15:00', '2026-06-19T14:00', 'Monday is day 1'],
];

describe('reaction deadlines of the process page (process 2)', () => {
  test.each(examples)('class %i received %s is due %s: %s', (faultClass, receipt, due) => {
    const deadline = reactionDeadline(berlin(receipt), faultClass, calendar);

    expect(new Date(deadline).toISOString()).toBe(new Date(berlin(due)).toISOString());
  });

  test('an explanation names the windows used, adding up to the reaction time (process 2.10)', () => {
    const explanation = explainReaction(berlin('2026-06-12T12:00'), 1, calendar);

    expect(explanation).toEqual({
      kind: 'serviceSeconds',
      deadline: berlin('2026-06-15T10:30'),
      windows: [
        { from: berlin('2026-06-12T12:00'), to: berlin('2026-06-12T14:00'), seconds: 7200 },
        { from: berlin('2026-06-15T08:30'), to: berlin('2026-06-15T10:30'), seconds: 7200 },
      ],
    });
  });

  test('the explanation of class 4 names the service days counted (process 2.5)', () => {
    const explanation = explainReaction(berlin('2026-06-10T10:00'), 4, calendar);

    expect(explanation).toEqual({
      kind: 'serviceDays',
      deadline: berlin('2026-06-17T17:00'),
      days: ['2026-06-11', '2026-06-12', '2026-06-15', '2026-06-16', '2026-06-17'],
    });
    expect(instantToLocal(explanation.deadline, calendar.zone).date).toBe('2026-06-17');
  });
});
