import { absenceOn } from '../../../domain/organisation/absences';
import type { DutyWeek } from '../../../domain/organisation/duty-weeks';
import { peopleWithRole } from '../../../domain/organisation/find';
import { inForceOn } from '../../../domain/organisation/in-force';
import type { Person } from '../../../domain/organisation/installation';
import type { CalendarDay } from '../../../domain/service-calendar/civil-date';
import { hint } from '../../../texts/form-words.de';
import { formatDay } from '../../../texts/german-time';
import { recordFormTexts } from '../../../texts/record-forms.de';
import { recordTexts } from '../../../texts/records.de';
import { maxChoices, severalIn } from '../forms/choices';
import { inFormerOrder } from './former-order';
import type { RecordForm, RecordFormContext } from './record-form';
import { withRoom } from './room-for-choices';
import { daysLeft, namedFor, rosterWeeks, weekName } from './roster-weeks';

/** Who is on duty on the service days of a week, by its Monday: the days that are past stay as they were. */
export const dutyWeekForm: RecordForm = {
  id: 'dutyWeek',
  action: 'planDuty',
  list: 'duty',
  title: () => recordTexts.duty,
  submitLabel: () => recordTexts.save,
  blocked: (context) => {
    if (weekMeant(context) === undefined) return recordTexts.unknownRecord;
    return daysToPlan(context).length === 0 ? recordFormTexts.noDayLeft : undefined;
  },
  fields: (context) =>
    withRoom(
      daysToPlan(context).map(({ day, dispatchers }) => ({
        id: day,
        kind: 'several',
        label: formatDay(day),
        placeholder: recordTexts.allOnDuty,
        choices: dispatchers.map(({ id }) => ({
          title: context.view.person(
            id,
            absenceOn(context.recorded, id, day) && [recordFormTexts.absentThen],
          ),
          value: id,
        })),
      })),
    ),
  initialValues: (context) =>
    Object.fromEntries(
      daysToPlan(context).map(({ day, dispatchers }) => [
        day,
        dispatchers
          .map(({ id }) => id)
          .filter((id) => namedFor(context, day).includes(id))
          .join(','),
      ]),
    ),
  info: (context) => {
    const week = weekMeant(context);
    return [
      ...(week === undefined ? [] : [{ label: recordFormTexts.week, text: weekName(week) }]),
      hint(recordFormTexts.allCalledHint),
    ];
  },
  read: (context, values) => {
    const days = daysToPlan(context).map(({ day }) => ({
      day,
      dispatchers: inFormerOrder(namedFor(context, day), severalIn(values[day])),
    }));
    return { ok: true, command: { type: 'planDuty', days } };
  },
};

function weekMeant(context: RecordFormContext): DutyWeek | undefined {
  return rosterWeeks(context).find(({ monday }) => monday === context.of);
}

interface DayToPlan {
  readonly day: CalendarDay;
  /** Those who dispatch on it; whoever is named for it first, so that none of them is cut off. */
  readonly dispatchers: readonly Person[];
}

/** Without those of the days on which nobody could be named. */
function daysToPlan(context: RecordFormContext): readonly DayToPlan[] {
  const week = weekMeant(context);
  if (week === undefined) return [];
  return daysLeft(week, context)
    .map((day) => {
      const named = namedFor(context, day);
      const all = peopleWithRole(inForceOn(context.recorded, day), 'dispatcher');
      const [first, others] = [true, false].map((is) => all.filter(({ id }) => named.includes(id) === is));
      return { day, dispatchers: [...(first ?? []), ...(others ?? [])].slice(0, maxChoices) };
    })
    .filter(({ dispatchers }) => dispatchers.length > 0);
}
