import { dutyText, recordTexts } from '../../../texts/records.de';
import type { RecordListDefinition } from './record-list';
import { daysLeft, namedFor, rosterWeeks, weekName } from './roster-weeks';

/** The duty roster by the week, each changed as a whole as far as it is not past. */
export const dutyList: RecordListDefinition = {
  list: 'duty',
  title: recordTexts.duty,
  roles: ['processOwner', 'dispatcher'],
  additions: [],
  rows: (context) =>
    rosterWeeks(context).map((week) => {
      const isPlanned = week.serviceDays.some((day) => namedFor(context, day).length > 0);
      // So that a phone shows more than one week that nobody has planned yet.
      const duty = isPlanned
        ? week.serviceDays.map((day) => dutyText({ day, dispatchers: namedFor(context, day) }, context.view))
        : [recordTexts.allInWeek];
      return {
        text: weekName(week),
        details: week.serviceDays.length === 0 ? [recordTexts.noServiceDay] : duty,
        buttons:
          daysLeft(week, context).length === 0
            ? []
            : [{ title: recordTexts.change, form: 'dutyWeek', of: week.monday }],
      };
    }),
};
