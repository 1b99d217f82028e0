/** Sentences that the bot answers with by itself, when there is no card to answer with. */
export const botAnswers = {
  failed: 'Das hat leider nicht geklappt. Bitte versuchen Sie es noch einmal.',
  notUnderstood: 'Diese Schaltfläche wird nicht mehr unterstützt. Bitte schreiben Sie „Hilfe“.',
  rosterUnavailable:
    'Teams hat nicht bestätigt, wer Sie sind, deshalb wurde nichts geändert. Bitte versuchen Sie es in einigen Minuten noch einmal oder rufen Sie die Hotline an.',
  ticketNotFound: 'Zu dieser Nummer gibt es hier kein Ticket.',
  noPlace:
    'Diese Unterhaltung gehört zu keinem Ort der Software-Pflege. Hier antworten nur „Hilfe“ und „Kennungen“.',
  formElsewhere:
    'Dieses Formular gehört zu einer anderen Unterhaltung. Bitte öffnen Sie es dort, wo Sie schreiben.',
  sent: 'Erledigt.',
} as const;
