import type { Place } from '../domain/organisation/place';
import { staffingOf } from '../domain/ticket/assignable';
import type { MentionReason } from '../domain/ticket/event-rules';
import { unconfirmedOperators } from '../domain/ticket/release/release-notice';
import { presentCycle, type Ticket } from '../domain/ticket/ticket';
import { classText, planChangedText, targetMovedText } from './card-sentences.de';
import { cardWords } from './card-words.de';
import { deadlineSummary } from './deadlines.de';
import { formatDay } from './german-time';
import { faultClassNames } from './labels.de';
import { lapsedText } from './lapsed-assignment.de';
import { operatorName, trialMark } from './trial.de';
import type { View } from './view';

/** What is said about, where, and as whose names it is told. */
export interface Said {
  readonly ticket: Ticket;
  readonly place: Place;
  readonly view: View;
}

/** What people read who are mentioned because of something: never a typed text (process 10). */
export function mentionSentence(reason: MentionReason, said: Said): string {
  return `${trialMark(said.ticket)}${sentences[reason](said.ticket.number, said)}`;
}

const sentences: Readonly<Record<MentionReason, (number: string, said: Said) => string>> = {
  dispatchersCalled: (number, { ticket, view }) => {
    const { faultClass, securityRelevant, module, supplements } = ticket;
    const waits = supplements.length === 0 ? 'wartet auf' : 'wurde ergänzt und wartet auf';
    const what = `Meldung ${number}, ${classText(faultClass)} (${faultClassNames[faultClass]}), ${waits} Ihre Analyse`;
    // Everybody in the channel reads it (process 10).
    if (securityRelevant) return `${what}.`;
    const about = [
      view.module(module),
      operatorName(ticket, view),
      deadlineSummary(presentCycle(ticket), view),
    ];
    return `${what}: ${about.filter((part) => part !== undefined).join(', ')}.`;
  },
  assigned: (number) => `Ticket ${number} ist Ihnen zugewiesen.`,
  returned: (number) => `Zu Ticket ${number} fehlen Angaben, bitte ergänzen Sie es.`,
  declined: (number, { ticket }) =>
    `Ticket ${number} wurde abgelehnt; die Begründung steht ${whereTyped(ticket)}.`,
  closedWithoutAnswer: (number) => `Ticket ${number} wurde geschlossen, weil keine Antwort kam.`,
  supplemented: (number) => `Ticket ${number} wurde ergänzt; die Reaktionszeit läuft neu.`,
  handedBack: (number) => `Ticket ${number} wurde an die Wartungs-Dispatcher zurückgegeben.`,
  assignmentLapsed: (number, { ticket, view }) => `Ticket ${number}: ${lapsedText(ticket, view) ?? ''}`,
  withdrawn: (number) => `Die Meldung ${number} wurde zurückgezogen.`,
  // Posted as the card of a breach (reminders.de.ts).
  reactionBreached: (number) => `Die Reaktionsfrist von Ticket ${number} wurde versäumt.`,
  maintainerMissing: maintainerMissingText,
  planProposed: (number, { ticket }) =>
    `${planAnnounced(number, ticket)}; bitte stimmen Sie zu oder widersprechen Sie mit einem Grund.`,
  planBinding: (number) =>
    `Der Fehlerbehebungsplan von Ticket ${number} ist verbindlich; alle drei Seiten haben zugestimmt.`,
  planObjected: (number, { ticket }) =>
    `Ihrem Fehlerbehebungsplan zu Ticket ${number} wurde widersprochen; der Grund steht ${whereTyped(ticket)}.`,
  workCompleted: (number) =>
    `Die Bearbeitung von Ticket ${number} ist abgeschlossen; der Test kann beginnen.`,
  testFailed: (number) => `Ticket ${number} hat den Test nicht bestanden und ist wieder in Bearbeitung.`,
  closed: (number, { ticket, place, view }) => {
    const isOperator = place.kind === 'organisation';
    // The others affected do not know the ticket (process 6).
    if (isOperator && place.organisation !== ticket.operator)
      return `Freigabeinformation zu ${view.module(ticket.module)}: Ein Fehler ist behoben, bitte bestätigen Sie, dass Sie sie gelesen haben.`;
    const closed = `Der Fehler von Ticket ${number} ist behoben und freigegeben; das Ticket ist geschlossen.`;
    const isAsked = isOperator && unconfirmedOperators(ticket).includes(place.organisation);
    return isAsked ? `${closed} Bitte bestätigen Sie die Freigabeinformation.` : closed;
  },
  questionAsked: (number) => `Zu Ticket ${number} gibt es eine Rückfrage an Sie, bitte antworten Sie.`,
  questionAnswered: (number) => `Ihre Rückfrage zu Ticket ${number} ist beantwortet.`,
  commentAdded: (number) => `Zu Ticket ${number} gibt es einen neuen Kommentar.`,
  supportRequested: (number) => `Zu Ticket ${number} wird Ihre Unterstützung angefordert.`,
  supportCompleted: (number) =>
    `Die Unterstützung, die Sie zu Ticket ${number} angefordert haben, ist erledigt.`,
};

function maintainerMissingText(number: string, { ticket, view }: Said): string {
  // Everybody in the channel reads it (process 10).
  const forModule = ticket.securityRelevant ? 'dafür' : `für ${view.module(ticket.module)}`;
  const ofTicket = `Für das Modul von Ticket ${number}`;
  switch (staffingOf(ticket, view.installation)) {
    case 'inOnboarding':
      return `${ofTicket} ist noch kein Maintainer aktiv (Onboarding läuft); es kann niemandem zugewiesen werden. Bitte bringen Sie das Onboarding ${forModule} zum Abschluss.`;
    case 'calledOff':
      return `${ofTicket} ist kein Maintainer aktiv (Onboarding beendet); es kann niemandem zugewiesen werden. Bitte beginnen Sie ${forModule} ein neues Onboarding, oder benennen Sie einen anderen Maintainer.`;
    // The last is not told: somebody can be assigned by now.
    case 'nobody':
    case 'assignable':
      return `${ofTicket} ist kein Maintainer benannt (N.N.); es kann niemandem zugewiesen werden. Bitte benennen Sie ${forModule} einen: ${howToName}`;
  }
}

/** Today there is no other way (operations.md). */
const howToName =
  'Tragen Sie in der Organisationsdatei beim Modul die Organisation und ihren Kanal ein und bei einer ihrer Personen die Rolle Maintainer; nach dem nächsten Start kann zugewiesen werden.';

/** That there is a plan, or that it was changed and until when it is to be done now (process 4). */
function planAnnounced(number: string, { fixPlan, previousPlan, securityRelevant }: Ticket): string {
  if (fixPlan === undefined || previousPlan === undefined)
    return `Zu Ticket ${number} liegt ein Fehlerbehebungsplan vor`;
  const changed = `${planChangedText(fixPlan.version)} zu Ticket ${number}`;
  const [before, now] = [previousPlan.targetDate, fixPlan.targetDate];
  // Of a security-relevant ticket nobody reads the plan in a channel (process 10).
  if (securityRelevant || before === now) return changed;
  return `${changed}, ${targetMovedText(formatDay(before), formatDay(now))}`;
}

/** Where the reader finds on the card what was typed (process 10). */
function whereTyped({ securityRelevant }: Ticket): string {
  return securityRelevant
    ? `auf der Karte unter „${cardWords.showContent}“`
    : `auf der Karte unter „${cardWords.details}“`;
}

/** What somebody is called of whom nothing is known that can be said. */
export const mentionWords = { somebody: 'Person' };
