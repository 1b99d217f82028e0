import type { View } from './view';
import { isFollowUp, type TicketEvent } from '../domain/ticket/event-rules';
import {
  planPartyNames,
  priorityNames,
  reportingWayNames,
  supportKindNames,
  testVerdictNames,
} from './labels.de';
import { remindedText } from './reminders.de';

/** What happened, in a few words and without anything typed (process 10). */
export function eventText(event: TicketEvent, view: View): string {
  switch (event.type) {
    case 'faultReported':
      return 'Gemeldet';
    case 'analysisStarted':
      return 'Analyse gestartet';
    case 'faultAccepted':
      return 'Akzeptiert';
    case 'faultDeclined':
      return 'Abgelehnt';
    case 'reportReturned':
      return 'Zurückgewiesen (Angaben fehlen)';
    case 'reportSupplemented':
      return 'Ergänzt';
    case 'closedWithoutAnswer':
      return 'Ohne Antwort geschlossen';
    case 'reportWithdrawn':
      return 'Meldung zurückgezogen';
    case 'ticketAssigned':
      return `Zugewiesen an ${view.person(event.person)} (${view.organisation(event.organisation)})`;
    case 'ticketHandedBack':
      return 'An Dispatcher zurückgegeben';
    case 'faultClassChanged':
      return `Klasse geändert: ${event.from} → ${event.to}`;
    case 'priorityChanged':
      return `Priorität geändert: ${priorityNames[event.from]} → ${priorityNames[event.to]}`;
    case 'moduleChanged':
      return `Modul geändert: ${view.module(event.from)} → ${view.module(event.to)}`;
    case 'markedSecurityRelevant':
      return 'Als sicherheitsrelevant gekennzeichnet';
    case 'reactionBreached':
      return 'Reaktionsfrist versäumt';
    case 'reactionWarned':
      return `Warnung: ${event.percent} % der Reaktionszeit verbraucht`;
    case 'deadlineRecounted':
      return 'Reaktionsfrist neu berechnet (Kalenderänderung)';
    case 'reminded':
      return remindedText(event.timer, event.step);
    case 'maintainerMissing':
      return `Kein Maintainer benannt für ${view.module(event.module)} (N.N.)`;
    case 'workBegun':
      return event.immediateStartReason === undefined
        ? 'Bearbeitung begonnen'
        : 'Bearbeitung begonnen (Sofortbeginn)';
    case 'workCompleted':
      return 'Bearbeitung abgeschlossen';
    case 'testBegun':
      return 'Test begonnen';
    case 'testFailed':
      return 'Test nicht bestanden';
    case 'fixReleased':
      return 'Freigegeben und geschlossen';
    case 'commentAdded':
      return event.internal ? 'Kommentiert (intern)' : 'Kommentiert';
    case 'questionAsked':
      return 'Rückfrage an den Netzbetreiber';
    case 'questionAnswered':
      return 'Rückfrage beantwortet';
    case 'fixPlanProposed':
      return `Plan vorgeschlagen (Version ${event.version})`;
    case 'fixPlanAgreed':
      return `Plan (Version ${event.version}) zugestimmt: ${planPartyNames[event.party]}`;
    case 'fixPlanObjected':
      return `Plan (Version ${event.version}) widersprochen: ${planPartyNames[event.party]}`;
    case 'fixPlanBound':
      return `Plan (Version ${event.version}) ist verbindlich`;
    case 'supportRequested':
      return `Unterstützung angefordert (${supportKindNames[event.kind]})`;
    case 'supportTaken':
      return 'Unterstützung übernommen';
    case 'supportCompleted':
      return event.verdict === undefined
        ? 'Unterstützung erledigt'
        : `Unterstützung erledigt: Test ${testVerdictNames[event.verdict]}`;
    case 'noticeConfirmed':
      return `Freigabeinformation gelesen: ${view.organisation(event.operator)}`;
  }
}

/** Who did it; undefined for what merely followed from something else. Events name people by id, cards by name. */
export function eventActor(
  event: TicketEvent,
  view: View,
  { nameOperators }: { readonly nameOperators: boolean },
): string | undefined {
  if (isFollowUp(event)) return undefined;
  // A contractor deals with the operator's organisation, through the dispatcher.
  if (event.role === 'operator' && !nameOperators) return undefined;
  const name = view.person(event.by);
  return event.onBehalf === undefined
    ? name
    : `${name} auf Wort des Netzbetreibers (${reportingWayNames[event.onBehalf.way]})`;
}
