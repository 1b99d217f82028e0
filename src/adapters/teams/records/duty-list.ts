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
      const duty = week.serviceDays.map((day) =>
        dutyText({ day, dispatchers: namedFor(context, day) }, context.view),
      );
      return {
        text: weekName(week),
        details: duty.length === 0 ? [recordTexts.noServiceDay] : duty,
        buttons:
          daysLeft(week, context).length === 0
            ? []
            : [{ title: recordTexts.change, form: 'dutyWeek', of: week.monday }],
      };
    }),
};
