import type { FixPlan } from '../domain/ticket/plan/fix-plan';
import type { Ticket } from '../domain/ticket/ticket';
import { cardWords } from './card-words.de';
import { classText } from './card-sentences.de';
import { formatDay } from './german-time';

/**
 * 'SP-2026-0007 Fehlerbehebungsplan: Schichtbuch lässt sich nicht öffnen'; of a security-relevant ticket number and class alone (process 10):
 * an invitation is read in calendars.
 */
export function meetingSubject({ number, securityRelevant, faultClass, report }: Ticket): string {
  const about = securityRelevant ? classText(faultClass) : report.title;
  return `${number} ${cardWords.fixPlan}: ${about}`;
}

/** 'Betriebstagebuch, Klasse 2. Plan Version 1, Zieltermin Di 16.06.2026.' Plain text: Teams takes no other. */
export function meetingAbout(
  module: string,
  { faultClass }: Ticket,
  { version, targetDate }: FixPlan,
): string {
  return `${module}, ${classText(faultClass)}. Plan Version ${version}, ${cardWords.targetDate} ${formatDay(targetDate)}.`;
}

export const meetingTexts = {
  operatorInvitedByDispatchers: 'Den Netzbetreiber laden bitte die Wartungs-Dispatcher ein.',
  notAllInvited: 'Nicht alle Beteiligten hatten in der Einladung Platz; bitte ergänzen Sie sie.',
} as const;
