import type { Person, Role } from '../domain/organisation/installation';
import type { TicketNumber } from '../domain/ticket/ticket';
import type { CalendarDay } from '../domain/service-calendar/civil-date';
import { actionNames } from './actions.de';
import { formatDay } from './german-time';

/** Sentences that the bot answers with by itself, when no card says it. */
export const botAnswers = {
  failed: 'Das hat leider nicht geklappt. Bitte versuchen Sie es noch einmal.',
  notUnderstood: 'Diese Schaltfläche wird nicht mehr unterstützt. Bitte schreiben Sie „Hilfe“.',
  rosterUnavailable:
    'Teams hat nicht bestätigt, wer Sie sind, deshalb wurde nichts gezeigt und nichts geändert. Bitte versuchen Sie es in einigen Minuten noch einmal oder rufen Sie die Hotline an.',
  noPlaceAnyMore:
    'Diese Unterhaltung gehört zu keinem Ort der Software-Pflege mehr, deshalb wurde nichts gezeigt und nichts geändert.',
  soundsLikeFault:
    'Das klingt nach einer Störung. „Störung melden“ öffnet das Formular mit Ihrem Text als Beschreibung; gemeldet wird erst, wenn Sie es absenden.',
  faultTextTooLong:
    'Das klingt nach einer Störung. Ihr Text ist länger als eine Beschreibung sein darf: bitte tragen Sie das Wichtigste in das Formular ein; gemeldet wird erst, wenn Sie es absenden.',
  endedNotListed:
    'Listen zeigen nur offene Tickets. Ein beendetes zeigt „Ticket“ mit seiner Nummer, etwa „Ticket SP-2026-0001“.',
  possibleHere: 'Hier können Sie:',
  commentHere: 'Soll Ihr Text in das Ticket, antworten Sie auf dessen Karte bitte mit „Kommentar …“.',
  commentAlone: 'Soll Ihr Text in das Ticket, schreiben Sie bitte „Kommentar SP-… …“.',
  ticketNotFound: 'Zu dieser Nummer gibt es hier kein Ticket.',
  readElsewhere:
    'In dieser Unterhaltung wird das Ticket nicht oder nicht mehr gelesen, deshalb wurde nichts geändert. Sie selbst dürfen es lesen, etwa im privaten Chat.',
  cardOfLostTicket:
    'Diese Karte gehört zu einem Ticket, das es in dieser Datenbank nicht gibt, deshalb wurde nichts gezeigt und nichts geändert. Die Daten wurden vermutlich aus einer Sicherung wiederhergestellt: bitte melden Sie die Störung erneut oder rufen Sie die Hotline an.',
  noTicketInThread:
    'Hier steht kein Ticket. Bitte antworten Sie mit „Kommentar …“ oder „Antwort …“ auf die Karte des Tickets oder nennen Sie es: „Kommentar SP-2026-0001 …“.',
  ticketNumberNeeded:
    'Bitte nennen Sie im privaten Chat das Ticket, etwa „Kommentar SP-2026-0001 …“ oder „Antwort SP-2026-0001 …“.',
  nothingSaid:
    'Bitte schreiben Sie den Text in derselben Nachricht hinter den Befehl. Es wurde nichts gespeichert.',
  askedHow:
    'Das klingt nach der Frage, wie man etwas schreibt. Bitte schreiben Sie den Text in derselben Nachricht hinter den Befehl; war es schon Ihr Text, bitte als ganzen Satz. Es wurde nichts gespeichert.',
  answerInTheForm: `Als Wartungs-Dispatcher wählen Sie bitte „${actionNames.answerQuestion}“ an der Karte des Tickets und geben an, wer es wie und wann mitgeteilt hat. Es wurde nichts gespeichert.`,
  contractForOperators: '„Vertrag“ zeige ich Netzbetreibern in ihrem Kanal oder im privaten Chat.',
  packagesForOperators: '„Bugfix-Pakete“ zeige ich Netzbetreibern in ihrem Kanal oder im privaten Chat.',
  noticeConfirmed: 'Die Freigabeinformation ist für Ihre Organisation als gelesen bestätigt.',
  onlyOnTheCard:
    'Diese Antwort könnten hier alle lesen, deshalb wurde nichts gezeigt und nichts geändert. Bitte drücken Sie die Schaltfläche auf der Karte.',
  formForTicketOnly: 'Dieses Formular gehört zu einem Ticket. Bitte öffnen Sie es auf dessen Karte.',
} as const;

/** To a text typed for a security-relevant ticket (process 10); where the ticket takes none now, there is no way to point to. */
export function onlyInTheFormText(action: string | undefined): string {
  const instead = action === undefined ? '' : ` und wählen Sie „${action}“ an der Karte des Tickets`;
  return `Dieses Ticket ist sicherheitsrelevant, deshalb wurde Ihr Text nicht übernommen. Bitte löschen Sie Ihre Nachricht${instead}.`;
}

/**
 * To somebody whose roles begin later, or have ended, in their private chat: in a channel the place is answered (process 1). The days
 * say nothing to whoever has no role at all, or is of a company that takes part no more.
 */
export function withoutRolesText(
  { since, until }: Pick<Person, 'since' | 'until'>,
  today: CalendarDay,
  hotline: string,
): string {
  return `${held()} Wenn das nicht stimmt, rufen Sie bitte die Hotline an: ${hotline}.`;

  function held(): string {
    const roles = 'Ihre Rollen in der Software-Pflege';
    if (since !== undefined && today < since) return `${roles} gelten ab ${formatDay(since)}.`;
    if (until !== undefined && until < today) return `${roles} galten bis ${formatDay(until)}.`;
    return 'Sie haben zurzeit keine Rolle in der Software-Pflege.';
  }
}

/** To an operator's person in the channel of another operator: a report there would be that one's (process 1, 3). */
export function reportElsewhereText(organisation: string): string {
  return `In diesem Kanal melden nur Personen von ${organisation} Störungen, deshalb wurde nichts gemeldet. Bitte melden Sie im Kanal Ihrer eigenen Organisation oder im privaten Chat.`;
}

/** Nothing of what was typed is repeated; the commands are ours. */
export function notUnderstoodText(commands: readonly string[]): string {
  const quoted = commands.map((command) => `„${command}“`);
  const last = quoted.at(-1) ?? '';
  const list = quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} oder ${last}` : last;
  return `Das habe ich nicht verstanden. Meinten Sie ${list}?`;
}

/** What the bot says of itself where it comes into a channel, to those who read there. */
export const greetings: Readonly<Record<Role, string>> = {
  operator:
    'Guten Tag, hier nehme ich Störungen an Modulen der Software-Pflege auf und zeige, wie Ihre Tickets stehen. Erwähnen Sie mich oder wählen Sie:',
  dispatcher:
    'Guten Tag, hier kommen neue Meldungen, Warnungen und die Tagesübersicht an. „Hilfe“ zeigt, was Sie mir schreiben können.',
  maintainer:
    'Guten Tag, hier kommen die Tickets an, die diesem Modul zugewiesen sind. „Hilfe“ zeigt, was Sie mir schreiben können.',
  platformMaintainer:
    'Guten Tag, hier kommen Anfragen nach Unterstützung an. „Hilfe“ zeigt, was Sie mir schreiben können.',
  processOwner: 'Guten Tag, hier lesen Sie jedes Ticket mit. „Hilfe“ zeigt, was Sie mir schreiben können.',
};

/** What a dialog closes with, and what is read where no card follows. */
export function reportedText(number: string): string {
  return `Gemeldet: ${number}`;
}

export function doneText(action: string, number: string): string {
  return `„${action}“ ist erledigt: Ticket ${number}.`;
}

/** What was written in a thread is in the ticket, and who reads it there (process 3). */
export function commentedText(number: string, internal: boolean): string {
  return internal
    ? `Der Kommentar steht in Ticket ${number}, nur intern: Netzbetreiber sehen ihn nicht.`
    : `Der Kommentar steht in Ticket ${number}; alle Orte des Tickets sehen ihn.`;
}

export function answeredText(number: string): string {
  return `Die Antwort steht in Ticket ${number}.`;
}

/** The beginnings of messages whose text goes into a ticket. */
export const spokenWords = {
  comment: 'Kommentar',
  commentToAll: 'Kommentar an alle',
  answer: 'Antwort',
} as const;

/** To a text in the thread of one ticket that begins with the number of another: nothing of it is repeated. */
export function otherThreadText(word: string, named: string, thread: string): string {
  return `Es wurde nichts gespeichert: Dieser Thread gehört zu Ticket ${thread}, Ihr Text beginnt aber mit ${named}. Ist er für ${named}, schreiben Sie ihn bitte mit „${word} …“ als Antwort auf dessen Karte. Ist er für ${thread}, bearbeiten Sie bitte Ihre Nachricht und lassen die Nummer am Anfang weg.`;
}

const saidAs = { commentAdded: 'Kommentar', questionAnswered: 'Antwort' } as const;
type SaidAs = keyof typeof saidAs;

/** What an edited message becomes in the ticket, with what it was and when that was recorded. */
export function correctedText(was: SaidAs, when: string, text: string): string {
  return `Geändert (${saidAs[was]} vom ${when}): ${text}`;
}

/** Who reads a correction, who read what it corrects, and whether the edited message is for all. */
export interface CorrectionReaders {
  readonly internal: boolean;
  readonly wasInternal: boolean;
  readonly forAll: boolean;
}

export function correctionStoredText(
  number: string,
  { internal, wasInternal, forAll }: CorrectionReaders,
): string {
  const stored = `Ihre Änderung steht als weiterer Kommentar in Ticket ${number}`;
  if (!internal)
    return `${stored}; alle Orte des Tickets sehen ihn. Der ursprüngliche Text bleibt im Verlauf.`;
  const hidden = `${stored}, nur intern: Netzbetreiber sehen ihn nicht.`;
  if (!wasInternal) return `${hidden} Der ursprüngliche Text bleibt für alle Orte des Tickets lesbar.`;
  return `${hidden} Der ursprüngliche Text bleibt im Verlauf.${forAll ? ` ${newForAll}` : ''}`;
}

const newForAll = 'Soll der Text für alle sein, schreiben Sie ihn bitte in einer neuen Nachricht.';

export function staysInternalText(number: string): string {
  return `Der Kommentar in Ticket ${number} bleibt intern: Netzbetreiber sehen ihn nicht. ${newForAll}`;
}

export function editWithoutCommandText(number: string): string {
  return `Ticket ${number} bleibt, wie es ist. Soll Ihre Änderung in das Ticket, lassen Sie den Befehl bitte am Anfang der Nachricht stehen.`;
}

export function correctionElsewhereText(number: string): string {
  return `Ihr Text steht weiterhin in Ticket ${number}. Für ein anderes Ticket schreiben Sie bitte eine neue Nachricht.`;
}

export function deletedStaysText(was: SaidAs, number: string): string {
  const what = was === 'commentAdded' ? 'Der Kommentar' : 'Die Antwort';
  return `Sie haben Ihre Nachricht gelöscht. ${what} daraus steht weiterhin in Ticket ${number}: Aus dem Verlauf wird nichts gelöscht.`;
}

/** A text in a message that was not taken, with what is wrong with it. */
export function notStoredText(problem: string): string {
  return `${problem} Es wurde nichts gespeichert.`;
}

/** Beside a page of what stands behind "Inhalt anzeigen". */
export function olderFollowText(note: string): string {
  return `${note}; ältere Angaben stehen auf den folgenden Seiten.`;
}

/** In place of a list, an overview or a copy that shows what must not stand there any more. */
export function noLongerValidText(number: TicketNumber): string {
  return `Diese Anzeige gilt nicht mehr: Was zu ${number} hier stand, darf hier nicht mehr stehen. Bitte rufen Sie sie neu auf.`;
}
