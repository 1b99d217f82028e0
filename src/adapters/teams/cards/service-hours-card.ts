import {
  asOfSentence,
  openText,
  otherCalendarText,
  untilClosingText,
} from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import { defined } from '../../../defined';
import type { Instant } from '../../../domain/instant';
import { faultClasses } from '../../../domain/reaction/fault-class';
import { faultClassLabel } from '../../../texts/labels.de';
import { calendarAt } from '../../../domain/reaction/calendar-timeline';
import type { ServiceCalendar } from '../../../domain/service-calendar/service-calendar';
import {
  describeOutsideServiceTime,
  formatDay,
  formatEnd,
  formatInstant,
  formatReactionTime,
  holidayName,
} from '../../../texts/german-time';
import type { AdaptiveCardJson } from './card-json';
import { expandCard } from './expand';
import { exceptionalDays, weekOf } from './service-week';

const exceptionsShown = 5;

/** "Servicezeiten": the windows of the calendar now in force, open or not, and the next days that differ from them. */
export function renderServiceHoursCard({ view }: { readonly view: View }): AdaptiveCardJson {
  const { now } = view;
  const calendar = view.calendar(now);
  const week = weekOf(calendar, now);
  const exceptions = exceptionalDays(calendar, now, week).slice(0, exceptionsShown);
  const successor = nextCalendar(view);
  return expandCard('service-hours.card', {
    status: statusText(calendar, now),
    week: week.map(({ day, windows }) => ({ day, windows })),
    exceptions: exceptions.map(({ date, windows }) => {
      const holiday = holidayName(date, calendar);
      return { date: formatDay(date), what: holiday === undefined ? windows : `${windows} – ${holiday}` };
    }),
    ...defined({ successor }),
    reactions: faultClasses.map((each) => ({
      title: faultClassLabel(each),
      value: formatReactionTime(each),
    })),
    zone: calendar.zone,
    hotline: view.installation.hotline,
  });
}

/** The card stays in the chat, so a statement that is true only now carries its time. */
function statusText(calendar: ServiceCalendar, now: Instant): string {
  const asOf = asOfSentence(formatInstant(now, calendar.zone));
  const outside = describeOutsideServiceTime(now, calendar);
  if (outside !== undefined) return `${outside} (${asOf})`;
  const closing = calendar.nextChange(now);
  const until = closing === undefined ? '' : untilClosingText(formatEnd(closing, calendar.zone));
  return openText(until, asOf);
}

function nextCalendar(view: View): string | undefined {
  const { now } = view;
  const present = calendarAt(view.installation.calendars, now);
  const [next] = view.installation.calendars
    .filter((entry) => entry.validFrom > present.validFrom)
    .sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  return next === undefined ? undefined : otherCalendarText(formatDay(next.validFrom));
}
