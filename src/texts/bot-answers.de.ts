/** Sentences that the bot answers with by itself, when no card says it. */
export const botAnswers = {
  failed: 'Das hat leider nicht geklappt. Bitte versuchen Sie es noch einmal.',
  notUnderstood: 'Diese Schaltfläche wird nicht mehr unterstützt. Bitte schreiben Sie „Hilfe“.',
  rosterUnavailable:
    'Teams hat nicht bestätigt, wer Sie sind, deshalb wurde nichts gezeigt und nichts geändert. Bitte versuchen Sie es in einigen Minuten noch einmal oder rufen Sie die Hotline an.',
  ticketNotFound: 'Zu dieser Nummer gibt es hier kein Ticket.',
  formForTicketOnly: 'Dieses Formular gehört zu einem Ticket. Bitte öffnen Sie es auf dessen Karte.',
} as const;

/** What a dialog closes with, and what is read where no card follows. */
export function reportedText(number: string): string {
  return `Gemeldet: ${number}`;
}

export function doneText(action: string, number: string): string {
  return `„${action}“ ist erledigt: Ticket ${number}.`;
}
