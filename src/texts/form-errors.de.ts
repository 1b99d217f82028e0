import { maxReceiptAgeDays } from '../domain/reaction/receipt';

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
  knownInFuture:
    'Die Kenntnis darf nicht in der Zukunft liegen; bitte geben Sie an, wann der Vorfall bekannt wurde.',
  reportedInFuture:
    'Die Meldung an die Behörde darf nicht in der Zukunft liegen; bitte tragen Sie sie ein, wenn sie erfolgt ist.',
  knownButNotMarked:
    'Sie haben eine Kenntnis angegeben: Bitte kennzeichnen Sie die Meldung als sicherheitsrelevant, oder lassen Sie Tag und Uhrzeit der Kenntnis leer.',
  notATicketNumber: 'Bitte geben Sie eine Ticketnummer an, etwa SP-2026-0001.',
  classReason: 'Bitte begründen Sie die Klasse, denn sie weicht vom Vorschlag des Netzbetreibers ab.',
  notAWebLink: 'Bitte geben Sie eine Webadresse an, die mit https:// oder http:// beginnt.',
  duplicateMissing: 'Bitte geben Sie die Nummer des Tickets an, das dieselbe Störung beschreibt.',
  trialNotSecurityRelevant:
    'Ein Probeticket ist nie sicherheitsrelevant; bitte melden Sie einen echten Vorfall als eigenes Ticket.',
  targetInPast: 'Der Zieltermin darf nicht in der Vergangenheit liegen.',
} as const;

export function targetNotServiceDayText(day: string, holiday: string | undefined): string {
  return `${day} ist kein Servicetag (${holiday ?? 'Wochenende oder geschlossen'}); bitte wählen Sie einen Servicetag.`;
}

export function beyondCalendarText(lastYear: number): string {
  return `Der Servicekalender reicht bis ${lastYear}; bitte wählen Sie einen früheren Tag.`;
}

export function tooManyVersionsText(max: number, number: number): string {
  return `Höchstens ${max} Versionen oder Bereiche sind möglich, es sind ${number}; bitte fassen Sie sie zu Bereichen zusammen.`;
}

export function versionTooLongText(maxLength: number): string {
  return `Eine einzelne Version oder ein Bereich hat höchstens ${maxLength} Zeichen; bitte trennen Sie mehrere durch Kommas oder Zeilenumbrüche.`;
}

export function tooLongText(maxLength: number, length: number): string {
  return `Höchstens ${maxLength} Zeichen sind möglich, es sind ${length}; bitte kürzen Sie den Text.`;
}

export function receiptTooOldText(days: number): string {
  return `Der Eingang darf höchstens ${days} Tage zurückliegen.`;
}

export function knownTooEarlyText(earliest: string): string {
  return `Die Kenntnis darf höchstens ${maxReceiptAgeDays} Tage vor dem Eingang liegen, frühestens ${earliest}.`;
}

export function reportedTooEarlyText(earliest: string): string {
  return `Die Meldung an die Behörde darf höchstens ${maxReceiptAgeDays} Tage vor dem Eingang liegen, frühestens ${earliest}.`;
}

export function saidTooEarlyText(earliest: string): string {
  return `Das kann nicht vor ${earliest} mitgeteilt worden sein.`;
}
