import fc from 'fast-check';
import { DateTime } from 'luxon';
import { dutyWeeksFrom } from '../../../../src/domain/organisation/duty-weeks';
import { serviceDayAt } from '../../../../src/domain/reaction/service-day';
import { isoWeekOf } from '../../../../src/domain/service-calendar/civil-date';
import { berlin } from '../../../support/given';
import { installation } from '../../../support/installation';

const { calendars } = installation;

describe('the weeks of the duty roster', () => {
  it('given any day, then its ISO week is that of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 84_000 }), (day) => {
        expect(isoWeekOf(day)).toBe(DateTime.fromMillis(day * 86_400_000, { zone: 'utc' }).weekNumber);
      }),
    );
  });

  it('given any instant, then the weeks follow one another from its Monday, with every service day of them', () => {
    const [from, to] = [berlin('2024-01-01T00:00'), berlin('2034-01-01T00:00')];
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 8 }), (now, count) => {
        const weeks = dutyWeeksFrom(calendars, now, count);
        const monday = DateTime.fromMillis(now, { zone: 'Europe/Berlin' }).startOf('week');
        expect(weeks.map((week) => week.monday)).toEqual(
          weeks.map((_, index) => monday.plus({ weeks: index }).toISODate()),
        );
        expect(weeks).toHaveLength(count);
        for (const { serviceDays, monday: first } of weeks) {
          const days = Array.from({ length: 7 }, (_, index) =>
            DateTime.fromISO(first, { zone: 'Europe/Berlin' }).plus({ days: index }),
          );
          const expected = days.filter((day) => serviceDayAt(calendars, day.toMillis()) !== undefined);
          expect(serviceDays).toEqual(expected.map((day) => day.toISODate()));
        }
      }),
      { numRuns: 50 },
    );
  });
});
