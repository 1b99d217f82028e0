import {
  knownAtOf,
  type LegalDuties,
  legalDeadline,
  legalReportMade,
  openLegalReports,
} from '../domain/ticket/legal/legal-duties';
import { type LegalReport, legalReports } from '../domain/ticket/legal/legal-report';
import type { Ticket } from '../domain/ticket/ticket';
import { enterLegalReportName, legalReportNames } from './labels.de';
import type { View } from './view';

/** On every card of a security-relevant ticket (process 10). */
export const legalDutiesNote =
  'Gesetzliche Meldepflichten des Netzbetreibers laufen ab Kenntnis nach der Uhr, unabhängig von der Servicezeit (§ 32 BSIG: Erstmeldung binnen 24 Stunden, Zweitmeldung binnen 72 Stunden, Abschlussmeldung einen Monat danach). Der Bot meldet nichts selbst.';

export const legalWords = {
  section: 'Gesetzliche Meldepflichten (§ 32 BSIG)',
  known: 'Kenntnis',
  next: 'Nächste Meldung',
  then: 'Danach',
  made: 'Als gemeldet eingetragen',
  note: 'Hinweis',
  noneOpen: 'keine, alle drei Meldungen sind eingetragen',
} as const;

/** Of a report: the bot knows only what was entered. */
const notEntered = 'nicht als gemeldet eingetragen';

/**
 * From when the duties count, what is due next and until when, and what was entered: as dates, and
 * that they have passed, which the cards say from then on (timers.ts).
 */
export function legalDutyLines(
  duties: LegalDuties,
  view: View,
): readonly { readonly label: string; readonly text: string }[] {
  const [, ...others] = openLegalReports(duties).map((report) => dueText(report, duties, view));
  const made = legalReports.flatMap((report) => {
    const entry = legalReportMade(duties, report);
    return entry === undefined ? [] : [`${legalReportNames[report]} ${view.time(entry.reportedAt)}`];
  });
  return [
    { label: legalWords.known, text: view.time(knownAtOf(duties)) },
    nextDutyLine(duties, view),
    ...listed(legalWords.then, others),
    ...listed(legalWords.made, made),
  ];
}

/** What is due next and until when, or that this has passed. */
export function nextDutyLine(
  duties: LegalDuties,
  view: View,
): { readonly label: string; readonly text: string } {
  const [next] = openLegalReports(duties);
  return {
    label: legalWords.next,
    text: next === undefined ? legalWords.noneOpen : dueText(next, duties, view),
  };
}

/** The same in one line of a card. */
export function nextDutyGlance(
  duties: LegalDuties,
  view: View,
): { readonly label: string; readonly text: string } {
  const [next] = openLegalReports(duties);
  if (next === undefined) return nextDutyLine(duties, view);
  const due = `bis ${deadlineText(next, duties, view)}`;
  return { label: legalReportNames[next], text: isPast(next, duties, view) ? `war ${due} fällig` : due };
}

function listed(label: string, texts: readonly string[]) {
  return texts.length === 0 ? [] : [{ label, text: texts.join('; ') }];
}

function dueText(report: LegalReport, duties: LegalDuties, view: View): string {
  const [name, due] = [legalReportNames[report], deadlineText(report, duties, view)];
  return isPast(report, duties, view)
    ? `${name} war bis ${due} fällig und ist ${notEntered}`
    : `${name} bis ${due}`;
}

function isPast(report: LegalReport, duties: LegalDuties, view: View): boolean {
  return view.now > legalDeadline(duties, report, view.installation.calendars);
}

function deadlineText(report: LegalReport, duties: LegalDuties, view: View): string {
  return view.due(legalDeadline(duties, report, view.installation.calendars));
}

/** What the history says of a reminder. */
export function legalRemindedText(report: LegalReport): string {
  return `Erinnert: ${legalReportNames[report]} an die Behörde ${notEntered}`;
}

/** What the history says of a legal deadline that has passed. */
export function legalMissedText(report: LegalReport): string {
  return `Frist der ${legalReportNames[report]} an die Behörde abgelaufen, ${notEntered}`;
}

/** What an operator is reminded of (process 10). */
export function legalReminderText(report: LegalReport, ticket: Ticket, view: View): string {
  const due = deadlineText(report, ticket, view);
  return `Ticket ${ticket.number} ist sicherheitsrelevant (Kenntnis ${view.time(knownAtOf(ticket))}): Die gesetzliche ${legalReportNames[report]} (§ 32 BSIG) ${isPast(report, ticket, view) ? 'war' : 'ist'} bis ${due} fällig, auch außerhalb der Servicezeit, und ist ${notEntered}. Der Bot meldet nichts selbst; haben Sie gemeldet, tragen Sie es bitte mit „${enterLegalReportName}“ ein.`;
}
