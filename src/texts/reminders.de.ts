import type { View } from './view';
import type { Remind } from '../app/messages/effect';
import type { Instant } from '../domain/instant';
import { calendarAt } from '../domain/reaction/calendar-timeline';
import { remainingServiceSeconds } from '../domain/reaction/reaction-deadline';
import { isPlanOverdue } from '../domain/ticket/plan/fix-plan';
import { dayAt } from '../domain/ticket/plan/target-date';
import { isLegalDeadline } from '../domain/ticket/legal/legal-steps';
import { unconfirmedOperators } from '../domain/ticket/release/release-notice';
import { cycleSince, type Ticket } from '../domain/ticket/ticket';
import {
  breachPercent,
  isBreach,
  legalTimers,
  type ReminderKind,
  serviceDaysUntilUnanswered,
} from '../domain/ticket/timers';
import { formatDay, formatEnd, formatInstant, formatServiceDuration } from './german-time';
import { classText } from './card-sentences.de';
import { breachReasonNames } from './labels.de';
import { operatorName, trialMark, withTrialWord } from './trial.de';
import { legalMissedText, legalRemindedText, legalReminderText } from './legal-duties.de';

/** What the history says of a reminder (process 2, 3, 4, 6, 10). */
export function remindedText(timer: ReminderKind, step: number): string {
  switch (timer) {
    case 'planTarget':
      if (step < 0) return 'Erinnert: Zieltermin des Plans am nächsten Servicetag';
      return step === 0 ? 'Erinnert: Zieltermin des Plans' : 'Zieltermin des Plans überschritten';
    case 'returnUnanswered':
      return `Erinnert: seit ${step} Servicetagen ohne Ergänzung`;
    case 'questionUnanswered':
      return `Erinnert: Rückfrage seit ${step} Servicetagen offen`;
    case 'noticeUnconfirmed':
      return `Erinnert: Freigabeinformation seit ${step} Servicetagen nicht bestätigt`;
    case 'legalDuty':
    case 'legalDutySecond':
    case 'legalDutyFinal':
      return isLegalDeadline(legalTimers[timer], step)
        ? legalMissedText(legalTimers[timer])
        : legalRemindedText(legalTimers[timer]);
  }
}

/** Above a breach, in words: its colour alone says nothing to many. */
export const breachWord = 'Frist versäumt';

/**
 * Which ticket it is about: 'Suche findet nichts · Klasse 2 · Netz Nord GmbH · Betriebstagebuch'; only number
 * and class of a security-relevant one, as where the dispatchers are called to it: everybody in the channel reads it (process 10).
 */
export function reminderSubject(ticket: Ticket, title: string, view: View): string {
  const { number, securityRelevant, faultClass, module } = ticket;
  const subject = securityRelevant
    ? [number, classText(faultClass)]
    : [title, classText(faultClass), operatorName(ticket, view), view.module(module)];
  return withTrialWord(ticket, subject.join(' · '));
}

/** What people are reminded of: never a typed text (process 10), and times as they are, so that it stays true. */
export function reminderText(effect: Remind, ticket: Ticket, view: View): string {
  return `${trialMark(ticket)}${remindingText(effect, ticket, view)}`;
}

function remindingText({ timer, step, since, dueAt, place }: Remind, ticket: Ticket, view: View): string {
  const { number } = ticket;
  const time = (at: Instant) => view.time(at);
  const atOperator = place.kind === 'organisation';
  switch (timer) {
    case 'reaction':
      return reactionText(step, since, dueAt, ticket, view);
    case 'planTarget': {
      const target = ticket.fixPlan?.targetDate ?? '';
      const date = formatDay(target);
      const today = dayAt(view.installation.calendars, view.now);
      if (today < target)
        return `Ticket ${number}: Der Zieltermin des Fehlerbehebungsplans ist am nächsten Servicetag, ${date}.`;
      return `Ticket ${number}: Der Zieltermin des Fehlerbehebungsplans, ${date}, ist ${isPlanOverdue(ticket, today) ? 'überschritten' : 'erreicht'}.`;
    }
    case 'returnUnanswered': {
      const since = time(ticket.returned?.at ?? dueAt);
      if (!atOperator)
        return `Ticket ${number} wartet seit ${since} auf Angaben des Netzbetreibers; es kann jetzt ohne Antwort geschlossen werden.`;
      return step < serviceDaysUntilUnanswered
        ? `Zu Ticket ${number} fehlen seit ${since} Angaben; bitte ergänzen Sie es.`
        : `Zu Ticket ${number} fehlen seit ${since} Angaben; bitte ergänzen Sie es. Ohne Ihre Ergänzung kann es jetzt geschlossen werden.`;
    }
    case 'questionUnanswered': {
      const since = time(ticket.question?.at ?? dueAt);
      return atOperator
        ? `Die Rückfrage zu Ticket ${number} vom ${since} ist noch offen; bitte antworten Sie.`
        : `Die Rückfrage zu Ticket ${number} vom ${since} hat der Netzbetreiber noch nicht beantwortet.`;
    }
    case 'noticeUnconfirmed': {
      const count = unconfirmedOperators(ticket).length;
      const who =
        count === 1 ? 'Ein betroffener Netzbetreiber hat' : `${count} betroffene Netzbetreiber haben`;
      return `${who} die Freigabeinformation zu Ticket ${number} noch nicht bestätigt; wer, steht auf der Karte.`;
    }
    case 'legalDuty':
    case 'legalDutySecond':
    case 'legalDutyFinal':
      return legalReminderText(legalTimers[timer], ticket, view);
  }
}

/** 'Ticket …: 75 % der Reaktionszeit sind verbraucht. Noch 1 h Servicezeit bis zur Frist Do 11.06.2026, 17:00 Uhr.' */
function reactionText(percent: number, since: Instant, dueAt: Instant, ticket: Ticket, view: View): string {
  // The cycle it is about: a breach is told though a new cycle may run by then.
  const cycle = cycleSince(ticket, since);
  const { calendar } = calendarAt(view.installation.calendars, cycle.startedAt);
  const due = (at: Instant) => formatEnd(at, calendar.zone);
  if (percent === breachPercent) {
    const { deadline, reason } = cycle.breach ?? { deadline: dueAt - 1, reason: 'elapsed' };
    const why = breachReasonNames[reason];
    return `Ticket ${ticket.number}: Die Reaktionsfrist ${due(deadline)} wurde versäumt${why === undefined ? '' : ` (${why})`}.`;
  }
  const { now } = view;
  const seconds = Math.floor(remainingServiceSeconds(now, cycle.deadline, calendar) / 60) * 60;
  const late = now - dueAt > lateAfter ? ` (erreicht am ${due(dueAt)})` : '';
  return `Ticket ${ticket.number}: ${percent} % der Reaktionszeit sind verbraucht${late}. Stand ${formatInstant(now, calendar.zone)}: noch ${formatServiceDuration(seconds)} Servicezeit bis zur Frist ${due(cycle.deadline)}.`;
}

/** Told later than a post that waits for its minute could be, in milliseconds, the time it was due is said. */
const lateAfter = 120_000;

/** Above a post that lists several: '2 Fristen versäumt', '3 Warnungen', and whatever else there is, '2 Erinnerungen'. */
export function remindersHeading(effects: readonly Remind[], moreFollow: boolean): string {
  const what = effects.every((effect) => isBreach(effect))
    ? 'Fristen versäumt'
    : effects.every(({ timer }) => timer === 'reaction')
      ? 'Warnungen'
      : 'Erinnerungen';
  return `${effects.length} ${what}${moreFollow ? ', weitere folgen' : ''}`;
}

/** People who are not in the channel's roster: named, as they cannot be mentioned. */
export function notHereText(names: readonly string[]): string {
  return `Nicht in diesem Kanal: ${names.join(', ')}`;
}

/** People whom Teams did not let mention: Teams gave no roster, so nothing is said about whether they are here. */
export function notMentionedText(names: readonly string[]): string {
  return `Für: ${names.join(', ')}`;
}
