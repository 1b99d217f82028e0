import type { SupportKind } from '../domain/ticket/support/support';
import { supportKindNames } from './labels.de';

/** What forms say besides what stands at their fields (actions.de.ts). */
export const formWords = {
  next: 'Weiter',
  choose: 'Bitte wählen',
  moreActions: 'Weitere Aktionen',
  back: 'Zurück',
  cancel: 'Abbrechen',
  ownTexts: 'Ihre Eingaben',
  correct: 'Einige Angaben fehlen oder passen nicht; Ihre Eingaben sind erhalten.',
  nothingFurther: 'Zu diesem Ticket gibt es hier zurzeit keine weiteren Aktionen.',
  noOtherModule: 'Für diesen Netzbetreiber war am Tag des Eingangs kein anderes Modul unter Vertrag.',
  cannotBeUndone:
    'Das kann nicht rückgängig gemacht werden. Bleibt etwas offen, braucht es ein neues Ticket; Dispatcher und Maintainer können es mit diesem verknüpfen („Ticket verknüpfen“).',
  // An operator's card does not have that button.
  cannotBeUndoneByOperator:
    'Das kann nicht rückgängig gemacht werden. Bleibt etwas offen, braucht es ein neues Ticket; Dispatcher und Maintainer können es mit diesem verknüpfen.',
  markingStays: 'Die Kennzeichnung als sicherheitsrelevant kann nicht zurückgenommen werden.',
  laterEntryCounts:
    'Die Eintragung beendet die Erinnerungen an diese Meldung. Wird eine Meldung noch einmal eingetragen, gilt die spätere Eintragung.',
  notRepeated: 'wird bei sicherheitsrelevanten Tickets hier nicht wiederholt',
  cycleEnded: 'Der Reaktionszyklus ist beendet; eine andere Klasse ändert an der Frist nichts mehr.',
  noDeadlineInCalendar: 'nicht zu berechnen, der Servicekalender enthält nicht genug künftige Servicezeit',
  alreadyPast: 'bereits verstrichen, die Fristverletzung wird sofort vermerkt („Umklassifizierung“)',
  lateEntry:
    'Die Reaktionsfrist ist bereits verstrichen; die Fristverletzung wird sofort vermerkt („Nacherfassung“).',
  deadlineIfSentNow: 'Die Frist gilt, wenn Sie jetzt absenden.',
  underContent: 'steht unter „Inhalt anzeigen“',
  acceptAndAssign: 'Akzeptieren und zuweisen',
  changePlan: 'Plan ändern',
  agreeForOperator: 'Plan für den Netzbetreiber zustimmen',
  confirmNoticeForOperator: 'Für einen Netzbetreiber als gelesen bestätigen',
  noPlan: 'Es gibt noch keinen Fehlerbehebungsplan.',
  immediateStart:
    'Ohne verbindlichen Plan ist in den Klassen 1 und 2 ein „Sofortbeginn“ mit Begründung möglich; der Plan folgt.',
  consentsVoid:
    'Eine Änderung ist eine neue Version des Plans: Die bisherigen Zustimmungen und Widersprüche gelten dafür nicht.',
  bindingVoid:
    'Der Plan ist bisher verbindlich; der geänderte wird es erst, wenn alle drei wieder zugestimmt haben.',
  trialNeedsNoOperator:
    'Netzbetreiber, Meldeweg und Eingang zählen bei einem Probeticket nicht; es gilt als jetzt eingegangen, und kein Netzbetreiber erfährt davon.',
  onlyForOperatorsWord: 'Wer es wann mitgeteilt hat, zählt nur auf Wort des Netzbetreibers.',
  nobodyInformed: 'niemand: Kein Vertrag hat eine betroffene Version',
  onlyWhatIsWritten:
    'Sicherheitsrelevant: Die Netzbetreiber lesen nur, was hier steht; bitte beschreiben Sie keine Einzelheiten.',
  internalStays: 'Interne Kommentare sieht der Netzbetreiber nie, auch nicht im Verlauf.',
  operatorReads: 'Die Rückfrage lesen auch die Personen des Netzbetreibers; es gibt immer nur eine offene.',
  supportIsInternal: 'Der Netzbetreiber sieht weder die Anforderung noch die Antwort.',
  assignmentEnds: 'Die Zuweisung endet damit.',
  priorityKeepsDeadline: 'Die Priorität ändert keine Frist.',
  forDispatchers: 'Für die Wartungs-Dispatcher',
  noRisks: 'keine genannt',
  securityRelevant: 'sicherheitsrelevant',
} as const;

/** The button that sends, where it is not called as the action is. */
export const submitLabels = {
  reportFault: 'Absenden',
  returnReport: 'Zurückweisen',
  closeWithoutAnswer: 'Schließen',
  handBack: 'Zurückgeben',
  completeWork: 'Abschließen',
  askOperator: 'Rückfrage stellen',
  agreeForOperator: 'Zustimmen',
  objectToPlan: 'Widersprechen',
  requestSupport: 'Anfordern',
  completeSupport: 'Erledigen',
  markSecurityRelevant: 'Kennzeichnen',
  enterLegalReport: 'Eintragen',
  confirmNoticeForOperator: 'Bestätigen',
} as const;

/** What a check page begins with. */
export const checkIntros = {
  reportFault: 'Bitte prüfen Sie Ihre Meldung, bevor Sie sie absenden.',
  decline: 'Das Ticket wird abgelehnt und ist damit beendet.',
  closeWithoutAnswer: 'Das Ticket wird geschlossen, weil keine Antwort kam.',
  withdraw: 'Die Meldung wird zurückgezogen und das Ticket geschlossen.',
  proposePlan: 'Bitte prüfen Sie den Plan; verbindlich wird er, wenn alle drei Seiten zugestimmt haben.',
  releaseAndClose: 'Das Ticket wird geschlossen, und die betroffenen Netzbetreiber werden informiert.',
} as const;

/** Labels of what a form shows above its fields or on its check page, where it is no field of a form. */
export const infoLabels = {
  proposed: 'Vorgeschlagen',
  module: 'Modul',
  faultClass: 'Klasse',
  since: 'Seit',
  version: 'Version',
  securityRelevant: 'Sicherheitsrelevant',
  question: 'Rückfrage',
  missing: 'Es fehlt',
  before: 'Bisher',
  returned: 'Zurückgewiesen',
  received: 'Eingegangen',
  reactionDeadline: 'Reaktionsfrist',
  howCounted: 'So gerechnet',
  plan: 'Fehlerbehebungsplan',
  planContent: 'Inhalt des Plans',
  targetDate: 'Zieltermin',
  platformTest: 'Test durch den Plattform-Maintainer',
  notice: 'Information',
} as const;

/** To somebody whose form is no longer taken: what they have typed stands below. */
export function typedGivenBackText(whyNot: string): string {
  return `${whyNot} Ihre Eingaben sind nicht gespeichert; Sie können sie hier kopieren.`;
}

/** A sentence that somebody should heed before filling in the form. */
export function hint(text: string): { readonly label: string; readonly text: string } {
  return { label: 'Hinweis', text };
}

export function deadlineWithClassLabel(faultClass: number, isPresent: boolean): string {
  return `Frist mit Klasse ${faultClass}${isPresent ? ' (jetzt)' : ''}`;
}

/** The choice that changes nothing. */
export function presentChoice(name: string): string {
  return `${name} (bisher)`;
}

/** A report to the authority that was entered before. */
export function legalReportChoice(name: string, reportedAt: string): string {
  return `${name} (eingetragen: gemeldet am ${reportedAt})`;
}

export function changedLabel(label: string): string {
  return `${label} (geändert)`;
}

export function formerLabel(label: string): string {
  return `${label} (bisher)`;
}

export function shortenedLabel(label: string): string {
  return `${label} (gekürzt)`;
}

export function onWordOfText(operator: string): string {
  return `Auf Wort von ${operator}`;
}

export function supportRequestName(id: string, kind: SupportKind): string {
  return `Anforderung ${id}, ${supportKindNames[kind]}`;
}

export function informedLabel(count: number): string {
  return `Informiert werden (${count})`;
}

export function planBindingText(version: number, since: string): string {
  return `Version ${version}, verbindlich seit ${since}`;
}

export function planWaitingText(version: number, parties: string): string {
  return `Version ${version}, noch nicht verbindlich; gewartet wird auf: ${parties}`;
}

export function checkChangedPlanText(version: number): string {
  return `Bitte prüfen Sie, was sich gegenüber Version ${version} ändert.`;
}

export function outsideServiceTimeText(outside: string, hotline: string): string {
  return `${outside}. Hotline: ${hotline}`;
}

export function yesOrNo(is: boolean): string {
  return is ? 'ja' : 'nein';
}
