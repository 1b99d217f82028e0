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
} as const;

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
} as const;
