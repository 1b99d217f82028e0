import type { View } from './view';
import type { Instant } from '../domain/instant';
import type { ReactionCycle } from '../domain/reaction/reaction-cycle';
import {
  explainReaction,
  reactionDeadline,
  remainingServiceSeconds,
} from '../domain/reaction/reaction-deadline';
import type { ServiceCalendar } from '../domain/service-calendar/service-calendar';
import { withinReach } from '../domain/service-calendar/within-reach';
import {
  describeOutsideServiceTime,
  formatDay,
  formatEnd,
  formatExplanation,
  formatInstant,
  formatServiceDuration,
  formatShort,
  toWholeMinute,
} from './german-time';
import { skippedHolidaysText } from './holidays.de';
import { breachReasonNames } from './labels.de';

/** A deadline as cards show it. The tone only underlines what the words say. */
export interface DeadlineText {
  readonly text: string;
  readonly tone: 'running' | 'warned' | 'met' | 'missed' | 'ended';
}

/** The calendar that a cycle is counted with: the one valid at its start (process 2.9). */
export function calendarOf(cycle: ReactionCycle, view: View): ServiceCalendar {
  return view.calendar(cycle.startedAt);
}

/**
 * 'Frist Di 30.06.2026, 24:00 Uhr', or that it was missed; after a class change of a missed one both, as a list's row and the
 * card say (process 2.8). Only while it counts, as no repair is promised (process 2).
 */
export function deadlineSummary(cycle: ReactionCycle, view: View): string | undefined {
  const { breach, deadline, end } = cycle;
  if (end !== undefined) return undefined;
  const due = (at: Instant) => formatEnd(at, calendarOf(cycle, view).zone);
  const isPast = view.now > deadline;
  if (breach === undefined || breach.deadline === deadline)
    return `Frist ${due(deadline)}${breach !== undefined || isPast ? ' versäumt' : ''}`;
  return isPast
    ? `Fristen ${due(breach.deadline)} und ${due(deadline)} versäumt`
    : `Frist ${due(deadline)}; Frist ${due(breach.deadline)} versäumt`;
}

/**
 * 'Reaktionsfrist Fr 12.06.2026, 14:00 Uhr (noch 2 h Servicezeit, Stand Fr 12:00 Uhr)' and what it becomes. A card is edited
 * only on a change, so what is left is shown with the instant at which it was so. Where it stands besides from when the time counts
 * (`countsFromText`), that is not said twice.
 */
export function deadlineText(
  cycle: ReactionCycle,
  view: View,
  besides: { readonly saysFrom?: boolean } = {},
): DeadlineText {
  const calendar = calendarOf(cycle, view);
  const time = (at: Instant) => formatInstant(at, calendar.zone);
  const due = (at: Instant) => formatEnd(at, calendar.zone);
  const missed = missedText(cycle, calendar);
  if (cycle.end?.kind === 'reaction') {
    const reacted = `Reaktion erfolgt am ${time(cycle.end.at)}`;
    return missed === undefined
      ? { text: `${reacted}, innerhalb der Frist (${due(cycle.deadline)})`, tone: 'met' }
      : { text: `${reacted}; ${missed}`, tone: 'missed' };
  }
  if (cycle.end !== undefined) {
    const withdrawn = `Meldung zurückgezogen am ${time(cycle.end.at)}`;
    return missed === undefined
      ? { text: `${withdrawn}, vor Ablauf der Reaktionsfrist`, tone: 'ended' }
      : { text: `${withdrawn}; ${missed}`, tone: 'missed' };
  }
  if (missed !== undefined) return { text: missed, tone: 'missed' };
  const { now } = view;
  if (now > cycle.deadline) return { text: `Reaktionsfrist ${due(cycle.deadline)} versäumt`, tone: 'missed' };
  const running = `Reaktionsfrist ${due(cycle.deadline)} (${remainingText(cycle, calendar, now, besides.saysFrom === true)})`;
  const warned = highestWarning(cycle);
  return warned === undefined
    ? { text: running, tone: 'running' }
    : { text: `Warnung: ${warned} % der Reaktionszeit verbraucht. ${running}`, tone: 'warned' };
}

/** The highest share of the reaction time that was warned of in the class in force (process 2, Warnings). */
function highestWarning({ firedThresholds = [], faultClass }: ReactionCycle): number | undefined {
  const percents = firedThresholds.filter((fired) => fired.faultClass === faultClass);
  return percents.length === 0 ? undefined : Math.max(...percents.map(({ percent }) => percent));
}

/** 'Fr 12:00-14:00 2 h, Mo 08:30-10:30 2 h' (process 2.10); by the minute like all times on cards, so that they add up. */
export function explanationText(cycle: ReactionCycle, view: View): string {
  const calendar = calendarOf(cycle, view);
  const { startedAt, faultClass } = cycle;
  // The calendar was edited since: it cannot explain a deadline that was counted before.
  if (withinReach(() => reactionDeadline(startedAt, faultClass, calendar)) !== cycle.deadline) {
    return 'nach dem Kalender, der bei der Berechnung galt; er wurde seitdem geändert';
  }
  const explanation = explainReaction(toWholeMinute(startedAt), faultClass, calendar);
  const skipped = skippedHolidaysText(startedAt, explanation.deadline, calendar);
  const counted = formatExplanation(explanation, calendar.zone);
  return skipped === undefined ? counted : `${counted}; ${skipped}`;
}

/**
 * For a report outside service time: from when its reaction time counts, as an instant that stays true however old the
 * card gets; undefined where it counts from the receipt.
 */
export function countsFromText(cycle: ReactionCycle, view: View): string | undefined {
  const calendar = calendarOf(cycle, view);
  if (calendar.isOpen(cycle.startedAt)) return undefined;
  const explanation = withinReach(() => explainReaction(cycle.startedAt, cycle.faultClass, calendar));
  if (explanation === undefined) return undefined;
  if (explanation.kind === 'serviceDays') {
    const [first] = explanation.days;
    return first === undefined ? undefined : `Eingegangen. Die Servicetage zählen ab ${formatDay(first)}.`;
  }
  const opening = calendar.nextOpening(cycle.startedAt);
  if (opening === undefined) return undefined;
  const skipped = skippedHolidaysText(cycle.startedAt, opening, calendar);
  const from = `Die Reaktionszeit zählt ab ${formatInstant(opening, calendar.zone)}`;
  return `Eingegangen. ${from}${skipped === undefined ? '' : ` (${skipped})`}.`;
}

/** 'Reaktionsfrist Fr 12.06.2026, 14:00 Uhr versäumt (Nacherfassung)', and the deadline that replaced it. */
function missedText(cycle: ReactionCycle, calendar: ServiceCalendar): string | undefined {
  const { breach } = cycle;
  if (breach === undefined) return undefined;
  const reason = breachReasonNames[breach.reason];
  const missed = `Reaktionsfrist ${formatEnd(breach.deadline, calendar.zone)} versäumt${reason === undefined ? '' : ` (${reason})`}`;
  return breach.deadline === cycle.deadline
    ? missed
    : `${missed}; neu berechnet ${formatEnd(cycle.deadline, calendar.zone)}`;
}

function remainingText(
  cycle: ReactionCycle,
  calendar: ServiceCalendar,
  now: Instant,
  saysFrom: boolean,
): string {
  const left = formatServiceDuration(wholeMinutes(remainingServiceSeconds(now, cycle.deadline, calendar)));
  const countsFromThen = calendar.nextOpening(cycle.startedAt) === calendar.nextOpening(now);
  const outside = saysFrom && countsFromThen ? undefined : describeOutsideServiceTime(now, calendar);
  const pause = outside === undefined ? '' : `. ${outside}`;
  return `noch ${left} Servicezeit, Stand ${formatShort(now, calendar.zone)} Uhr${pause}`;
}

/** Rounded down: nobody is promised a minute that is not there. */
function wholeMinutes(seconds: number): number {
  return Math.floor(seconds / 60) * 60;
}
