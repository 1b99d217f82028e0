import type { CalendarDay } from '../service-calendar/civil-date';
import type { DutyDay, PersonId } from './installation';
import type { RecordPlace } from './record-place';
import { repeated } from './repeated';

export type DutyContradiction =
  | {
      readonly rule: 'dutyDayTwice';
      readonly at: RecordPlace;
      readonly other: RecordPlace;
      readonly day: CalendarDay;
    }
  | { readonly rule: 'dispatcherGivenTwice'; readonly at: RecordPlace; readonly person: PersonId };

/**
 * The roster has each day once, and each dispatcher once on it (process 2, Warnings). Whoever is no dispatcher (any more) is
 * not called: doubts tell of them.
 */
export function dutyContradictions(duty: readonly DutyDay[]): readonly DutyContradiction[] {
  const place = (index: number): RecordPlace => ({ list: 'duty', index });
  return [
    ...repeated(duty, ({ day }) => day).map(({ item: { day }, index, first }): DutyContradiction => ({
      rule: 'dutyDayTwice',
      at: { ...place(index), field: 'day' },
      other: place(first.index),
      day,
    })),
    ...duty.flatMap((each, index) =>
      repeated(each.dispatchers, (id) => id).map(({ item: person, index: position }): DutyContradiction => ({
        rule: 'dispatcherGivenTwice',
        at: { ...place(index), field: 'dispatchers', position },
        person,
      })),
    ),
  ];
}
