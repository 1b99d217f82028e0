import { planChangedText, planProposedText } from './card-sentences.de';
import { replacesPlan } from '../domain/ticket/replaced-plan';
import type { View } from './view';
import type { TicketEvent } from '../domain/ticket/event-rules';
import {
  enterLegalReportName,
  legalReportNames,
  planPartyNames,
  priorityNames,
  supportKindNames,
  testVerdictNames,
} from './labels.de';
import { lapsedEventText } from './lapsed-assignment.de';
import { linkKindNames } from './links.de';
import { remindedText } from './reminders.de';
import type { TicketAction } from '../domain/ticket/actions/registry';

/** The actions as process 3 names them: titles of buttons and forms. */
export const actionNames: Readonly<Record<TicketAction, string>> = {
  reportFault: 'Störung melden',
  startAnalysis: 'Analyse starten',
  accept: 'Akzeptieren',
  decline: 'Ablehnen',
  returnReport: 'Zurückweisen (Angaben fehlen)',
  supplement: 'Ergänzen',
  closeWithoutAnswer: 'Schließen ohne Antwort',
  withdraw: 'Meldung zurückziehen',
  assign: 'Zuweisen',
  handBack: 'An Dispatcher zurückgeben',
  beginWork: 'Bearbeitung beginnen',
  completeWork: 'Bearbeitung abschließen',
  beginTest: 'Test beginnen',
  failTest: 'Test nicht bestanden',
  releaseAndClose: 'Freigeben und schließen',
  changeClass: 'Klasse ändern',
  changePriority: 'Priorität ändern',
  changeModule: 'Modul ändern',
  comment: 'Kommentieren',
  linkTicket: 'Ticket verknüpfen',
  unlinkTicket: 'Verknüpfung lösen',
  askOperator: 'Rückfrage',
  answerQuestion: 'Antworten',
  proposePlan: 'Plan vorschlagen',
  agreeToPlan: 'Dem Plan zustimmen',
  objectToPlan: 'Dem Plan widersprechen',
  requestSupport: 'Unterstützung anfordern',
  takeSupport: 'Unterstützung übernehmen',
  completeSupport: 'Unterstützung erledigen',
  markSecurityRelevant: 'Als sicherheitsrelevant kennzeichnen',
  enterLegalReport: enterLegalReportName,
  confirmNotice: 'Gelesen',
};

/** What a field of a form is called, what stands in it while it is empty, and the sentence where it must not stay so. */
export const fieldTexts = {
  operator: { label: 'Netzbetreiber', missing: 'Bitte wählen Sie den Netzbetreiber.' },
  module: { label: 'Modul', missing: 'Bitte wählen Sie das Modul.' },
  title: { label: 'Titel', placeholder: 'Was geht nicht?', missing: 'Bitte geben Sie einen Titel an.' },
  description: {
    label: 'Beschreibung',
    placeholder: 'Was haben Sie getan, was ist passiert, was haben Sie erwartet?',
    missing: 'Bitte beschreiben Sie die Störung.',
  },
  since: { label: 'Seit wann', placeholder: 'etwa: seit dem Update gestern' },
  moduleVersion: { label: 'Version des Moduls' },
  environment: { label: 'Umgebung', missing: 'Bitte wählen Sie die Umgebung.' },
  reproducible: { label: 'Reproduzierbar', missing: 'Bitte wählen Sie, ob die Störung reproduzierbar ist.' },
  workaround: { label: 'Umgehung', placeholder: 'Womit Sie sich bis zur Behebung behelfen' },
  proposedClass: { label: 'Fehlerklasse (Vorschlag)', missing: 'Bitte wählen Sie eine Fehlerklasse.' },
  supportLevelsDone: {
    label: '1st und 2nd Level',
    title: '1st und 2nd Level haben die Störung geprüft',
    missing:
      'Bitte bestätigen Sie, dass 1st und 2nd Level die Störung geprüft haben; die Software-Pflege ist der 3rd Level.',
  },
  securityRelevant: {
    label: 'Sicherheit',
    title: 'Die Meldung ist sicherheitsrelevant (lässt sich nicht zurücknehmen)',
  },
  trial: {
    label: 'Probe',
    title: 'Probeticket zum Üben (zählt in keiner Auswertung)',
  },
  knownDate: { label: 'Kenntnis, Tag (nur wenn sicherheitsrelevant; leer: der Eingang)' },
  knownTime: { label: 'Kenntnis, Uhrzeit' },
  knownDateIfMarked: { label: 'Kenntnis, Tag (leer: jetzt)' },
  legalReport: { label: 'Meldung', missing: 'Bitte wählen Sie, was gemeldet wurde.' },
  reportedDate: { label: 'Gemeldet am', missing: 'Bitte geben Sie an, an welchem Tag gemeldet wurde.' },
  reportedTime: { label: 'Gemeldet um', missing: 'Bitte geben Sie an, um welche Uhrzeit gemeldet wurde.' },
  legalReference: {
    label: 'Aktenzeichen',
    placeholder: 'Meldungsnummer oder Aktenzeichen der Behörde',
    missing: 'Bitte geben Sie das Aktenzeichen der Meldung an; gibt es keines, schreiben Sie „keines“.',
  },
  reportingWay: { label: 'Meldeweg', missing: 'Bitte wählen Sie, auf welchem Weg es mitgeteilt wurde.' },
  saidBy: {
    label: 'Mitgeteilt von',
    placeholder: 'Name oder Stelle',
    missing: 'Bitte geben Sie an, wer es mitgeteilt hat.',
  },
  receivedDate: {
    label: 'Eingegangen am',
    missing: 'Bitte geben Sie an, an welchem Tag es eingegangen ist.',
  },
  receivedTime: {
    label: 'Eingegangen um',
    missing: 'Bitte geben Sie an, um welche Uhrzeit es eingegangen ist.',
  },
  faultClass: { label: 'Fehlerklasse', missing: 'Bitte wählen Sie eine Fehlerklasse.' },
  classReason: {
    label: 'Begründung der Klasse',
    placeholder: 'Nötig, wenn die Klasse vom Vorschlag abweicht',
  },
  changeReason: { label: 'Begründung', placeholder: 'Nötig, wenn die Klasse vom Vorschlag abweicht' },
  priority: { label: 'Priorität', missing: 'Bitte wählen Sie eine Priorität.' },
  declineReason: { label: 'Grund', missing: 'Bitte wählen Sie den Grund der Ablehnung.' },
  declineText: { label: 'Begründung', missing: 'Bitte begründen Sie die Ablehnung.' },
  duplicateOf: { label: 'Duplikat von', placeholder: 'Ticketnummer, wenn der Grund „Duplikat“ ist' },
  missing: {
    label: 'Welche Angaben fehlen',
    placeholder: 'Die Meldenden lesen diesen Text.',
    missing: 'Bitte schreiben Sie, welche Angaben fehlen.',
  },
  answer: { label: 'Antwort', missing: 'Bitte ergänzen Sie die fehlenden Angaben.' },
  withdrawReason: { label: 'Grund' },
  person: { label: 'Maintainer', missing: 'Bitte wählen Sie einen Maintainer.' },
  handBackReason: { label: 'Grund', missing: 'Bitte geben Sie an, warum das Ticket zurückgegeben wird.' },
  action: { label: 'Aktion', missing: 'Bitte wählen Sie eine Aktion.' },
  immediateStartReason: {
    label: 'Sofortbeginn, Begründung',
    placeholder: 'Warum nicht auf den verbindlichen Plan gewartet werden kann',
    missing: 'Bitte begründen Sie den Sofortbeginn, denn der Plan ist noch nicht verbindlich.',
  },
  fixVersion: {
    label: 'Behoben in Version',
    missing: 'Bitte geben Sie an, in welcher Version der Fehler behoben ist.',
  },
  packageReference: {
    label: 'Paketreferenz',
    missing: 'Bitte geben Sie an, unter welcher Referenz das Paket zu finden ist.',
  },
  changed: { label: 'Was wurde geändert?', missing: 'Bitte beschreiben Sie, was geändert wurde.' },
  affectedVersions: {
    label: 'Betroffene Versionen',
    placeholder: 'Versionen oder Bereiche, durch Kommas oder Zeilenumbrüche getrennt, etwa <2.3.1',
    missing: 'Bitte geben Sie die betroffenen Versionen an.',
  },
  commitLink: { label: 'Link zum Commit', placeholder: 'https://…' },
  buildLink: { label: 'Link zum Build', placeholder: 'https://…' },
  environmentLink: { label: 'Link zur QS-/Demo-Umgebung', placeholder: 'https://…' },
  testEnvironment: {
    label: 'Testumgebung',
    missing: 'Bitte geben Sie an, in welcher Umgebung getestet wurde.',
  },
  testSteps: { label: 'Testschritte', missing: 'Bitte beschreiben Sie die Testschritte.' },
  testResult: { label: 'Ergebnis', missing: 'Bitte beschreiben Sie das Ergebnis des Tests.' },
  defect: { label: 'Fehlerbeschreibung', missing: 'Bitte beschreiben Sie, was noch nicht stimmt.' },
  noticeText: {
    label: 'Information an die betroffenen Netzbetreiber',
    placeholder: 'Was mit dieser Version behoben ist',
    missing: 'Bitte schreiben Sie, was die betroffenen Netzbetreiber erfahren sollen.',
  },
  comment: { label: 'Kommentar', missing: 'Bitte schreiben Sie einen Kommentar.' },
  internal: { label: 'Sichtbarkeit', title: 'Nur intern (nicht für Netzbetreiber sichtbar)' },
  linkKind: { label: 'Verknüpfung', missing: 'Bitte wählen Sie die Art der Verknüpfung.' },
  linkedTicket: {
    label: 'Ticket',
    placeholder: 'Nummer des anderen Tickets, etwa SP-2026-0001',
    missing: 'Bitte geben Sie die Nummer des anderen Tickets an.',
  },
  linkToUnlink: { label: 'Verknüpfung', missing: 'Bitte wählen Sie die Verknüpfung.' },
  question: { label: 'Rückfrage', missing: 'Bitte schreiben Sie Ihre Frage.' },
  questionAnswer: { label: 'Antwort', missing: 'Bitte beantworten Sie die Rückfrage.' },
  cause: { label: 'Ursache', missing: 'Bitte beschreiben Sie die Ursache.' },
  measure: { label: 'Maßnahme', missing: 'Bitte wählen Sie die Maßnahme.' },
  targetDate: { label: 'Zieltermin (ein Servicetag)', missing: 'Bitte wählen Sie den Zieltermin.' },
  testApproach: { label: 'Testvorgehen', missing: 'Bitte beschreiben Sie, wie getestet wird.' },
  risks: { label: 'Risiken' },
  speaksFor: { label: 'Für wen?', missing: 'Bitte wählen Sie, für wen Sie widersprechen.' },
  objection: { label: 'Grund des Widerspruchs', missing: 'Bitte begründen Sie den Widerspruch.' },
  supportKind: { label: 'Art der Unterstützung', missing: 'Bitte wählen Sie die Art der Unterstützung.' },
  supportQuestion: { label: 'Frage oder Auftrag', missing: 'Bitte schreiben Sie Ihre Frage.' },
  supportRequest: { label: 'Anforderung', missing: 'Bitte wählen Sie die Anforderung.' },
  supportAnswer: { label: 'Antwort', missing: 'Bitte beantworten Sie die Anforderung.' },
  verdict: { label: 'Testurteil', missing: 'Bitte wählen Sie, ob der Test bestanden ist.' },
} as const satisfies Readonly<Record<string, FieldTexts>>;

export interface FieldTexts {
  readonly label: string;
  readonly placeholder?: string;
  /** Beside the box of a toggle. */
  readonly title?: string;
  readonly missing?: string;
}

/** What happened, in a few words and without anything typed (process 10); `history` is all of the ticket's events. */
export function eventText(event: TicketEvent, view: View, history: readonly TicketEvent[]): string {
  switch (event.type) {
    case 'faultReported':
      if (event.trial === true) return 'Als Probeticket zum Üben angelegt';
      return event.knownAt === undefined
        ? 'Gemeldet'
        : `Gemeldet (sicherheitsrelevant, Kenntnis ${view.time(event.knownAt)})`;
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
      return `Zugewiesen an ${view.personOf(event.person, event.organisation)}`;
    case 'ticketHandedBack':
      return event.role === 'dispatcher'
        ? 'Von den Wartungs-Dispatchern zurückgeholt'
        : 'An Dispatcher zurückgegeben';
    case 'faultClassChanged':
      return `Klasse geändert: ${event.from} → ${event.to}`;
    case 'priorityChanged':
      return `Priorität geändert: ${priorityNames[event.from]} → ${priorityNames[event.to]}`;
    case 'moduleChanged':
      return `Modul geändert: ${view.module(event.from)} → ${view.module(event.to)}`;
    case 'markedSecurityRelevant':
      return event.knownAt === undefined
        ? 'Als sicherheitsrelevant gekennzeichnet'
        : `Als sicherheitsrelevant gekennzeichnet (Kenntnis ${view.time(event.knownAt)})`;
    case 'legalReportEntered':
      return `${legalReportNames[event.report]} an die Behörde gemeldet am ${view.time(event.reportedAt)}`;
    case 'reactionBreached':
      return 'Reaktionsfrist versäumt';
    case 'reactionWarned':
      return `Warnung: ${event.percent} % der Reaktionszeit verbraucht`;
    case 'deadlineRecounted':
      return 'Reaktionsfrist neu berechnet (Kalenderänderung)';
    case 'reminded':
      return remindedText(event.timer, event.step);
    case 'assignmentLapsed':
      return lapsedEventText(event, view);
    case 'maintainerMissing':
      return `Für ${view.module(event.module)} kann kein Maintainer zugewiesen werden`;
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
    case 'ticketLinked':
      return `Verknüpft: ${linkKindNames[event.kind]} ${event.other}`;
    case 'ticketUnlinked':
      return `Verknüpfung gelöst: ${event.other}`;
    case 'questionAsked':
      return 'Rückfrage an den Netzbetreiber';
    case 'questionAnswered':
      return 'Rückfrage beantwortet';
    case 'fixPlanProposed':
      return replacesPlan(event, history) ? planChangedText(event.version) : planProposedText(event.version);
    case 'fixPlanAgreed':
      return `Dem Plan (Version ${event.version}) zugestimmt: ${planPartyNames[event.party]}`;
    case 'fixPlanObjected':
      return `Dem Plan (Version ${event.version}) widersprochen: ${planPartyNames[event.party]}`;
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
