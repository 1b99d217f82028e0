/** Sentences at a field of a form; each says what is expected. */
export const fieldErrors = {
  notText: 'Diese Eingabe konnte nicht gelesen werden, bitte geben Sie sie noch einmal ein.',
  notAChoice: 'Bitte wählen Sie einen der angebotenen Werte.',
  controlCharacters:
    'Der Text enthält unsichtbare Steuerzeichen; bitte entfernen Sie diese oder tippen Sie den Text neu.',
  oneLine: 'Bitte schreiben Sie diese Angabe in eine Zeile.',
  notADate: 'Bitte geben Sie ein Datum an.',
  notATime: 'Bitte geben Sie eine Uhrzeit an, etwa 09:30.',
  noSuchLocalTime:
    'Diese Uhrzeit gibt es an diesem Tag wegen der Zeitumstellung nicht; bitte geben Sie eine andere an.',
  receiptInFuture: 'Der Eingang darf nicht in der Zukunft liegen.',
  notATicketNumber: 'Bitte geben Sie eine Ticketnummer an, etwa SP-2026-0001.',
  classReason: 'Bitte begründen Sie die Klasse, denn sie weicht vom Vorschlag des Netzbetreibers ab.',
  notAWebLink: 'Bitte geben Sie eine Webadresse an, die mit https:// oder http:// beginnt.',
  targetInPast: 'Der Zieltermin darf nicht in der Vergangenheit liegen.',
} as const;

export function targetNotServiceDayText(date: string): string {
  return `${date} ist kein Servicetag (Wochenende, Feiertag oder geschlossen); bitte wählen Sie einen Servicetag.`;
}

export function beyondCalendarText(lastYear: number): string {
  return `Der Servicekalender reicht bis ${lastYear}; bitte wählen Sie einen früheren Tag.`;
}

export function tooManyVersionsText(most: number, number: number): string {
  return `Höchstens ${most} Versionen oder Bereiche sind möglich, es sind ${number}; bitte fassen Sie sie zu Bereichen zusammen.`;
}

export function versionTooLongText(longest: number): string {
  return `Eine einzelne Version oder ein Bereich hat höchstens ${longest} Zeichen; bitte trennen Sie mehrere durch Kommas oder Zeilenumbrüche.`;
}

export function tooLongText(longest: number, length: number): string {
  return `Höchstens ${longest} Zeichen sind möglich, es sind ${length}; bitte kürzen Sie den Text.`;
}

export function receiptTooOldText(days: number): string {
  return `Der Eingang darf höchstens ${days} Tage zurückliegen.`;
}

export function saidTooEarlyText(earliest: string): string {
  return `Das kann nicht vor ${earliest} mitgeteilt worden sein.`;
}

/** What is said at an empty field that must not be. */
export const missingTexts = {
  operator: 'Bitte wählen Sie den Netzbetreiber.',
  module: 'Bitte wählen Sie das Modul.',
  title: 'Bitte geben Sie einen Titel an.',
  description: 'Bitte beschreiben Sie die Störung.',
  environment: 'Bitte wählen Sie die Umgebung.',
  reproducible: 'Bitte wählen Sie, ob die Störung reproduzierbar ist.',
  proposedClass: 'Bitte wählen Sie eine Fehlerklasse.',
  supportLevelsDone:
    'Bitte bestätigen Sie, dass 1st und 2nd Level die Störung geprüft haben; die Software-Pflege ist der 3rd Level.',
  reportingWay: 'Bitte wählen Sie, auf welchem Weg es mitgeteilt wurde.',
  saidBy: 'Bitte geben Sie an, wer es mitgeteilt hat.',
  receivedDate: 'Bitte geben Sie an, an welchem Tag es eingegangen ist.',
  receivedTime: 'Bitte geben Sie an, um welche Uhrzeit es eingegangen ist.',
  faultClass: 'Bitte wählen Sie eine Fehlerklasse.',
  priority: 'Bitte wählen Sie eine Priorität.',
  declineReason: 'Bitte wählen Sie den Grund der Ablehnung.',
  declineText: 'Bitte begründen Sie die Ablehnung.',
  duplicateOf: 'Bitte geben Sie die Nummer des Tickets an, das dieselbe Störung beschreibt.',
  missing: 'Bitte schreiben Sie, welche Angaben fehlen.',
  answer: 'Bitte ergänzen Sie die fehlenden Angaben.',
  person: 'Bitte wählen Sie einen Maintainer.',
  handBackReason: 'Bitte geben Sie an, warum das Ticket zurückgegeben wird.',
  action: 'Bitte wählen Sie eine Aktion.',
  immediateStartReason: 'Bitte begründen Sie den Sofortbeginn, denn der Plan ist noch nicht verbindlich.',
  fixVersion: 'Bitte geben Sie an, in welcher Version der Fehler behoben ist.',
  packageReference: 'Bitte geben Sie an, unter welcher Referenz das Paket zu finden ist.',
  changed: 'Bitte beschreiben Sie, was geändert wurde.',
  affectedVersions: 'Bitte geben Sie die betroffenen Versionen an.',
  testEnvironment: 'Bitte geben Sie an, in welcher Umgebung getestet wurde.',
  testSteps: 'Bitte beschreiben Sie die Testschritte.',
  testResult: 'Bitte beschreiben Sie das Ergebnis des Tests.',
  defect: 'Bitte beschreiben Sie, was noch nicht stimmt.',
  noticeText: 'Bitte schreiben Sie, was die betroffenen Netzbetreiber erfahren sollen.',
  comment: 'Bitte schreiben Sie einen Kommentar.',
  question: 'Bitte schreiben Sie Ihre Frage.',
  questionAnswer: 'Bitte beantworten Sie die Rückfrage.',
  cause: 'Bitte beschreiben Sie die Ursache.',
  measure: 'Bitte wählen Sie die Maßnahme.',
  targetDate: 'Bitte wählen Sie den Zieltermin.',
  testApproach: 'Bitte beschreiben Sie, wie getestet wird.',
  speaksFor: 'Bitte wählen Sie, für wen Sie widersprechen.',
  objection: 'Bitte begründen Sie den Widerspruch.',
  supportKind: 'Bitte wählen Sie die Art der Unterstützung.',
  supportRequest: 'Bitte wählen Sie die Anforderung.',
  supportAnswer: 'Bitte beantworten Sie die Anforderung.',
  verdict: 'Bitte wählen Sie, ob der Test bestanden ist.',
} as const;
