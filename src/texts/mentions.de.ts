import type { MentionReason } from '../app/effect';

/** What follows the mention of people in the ticket's thread: never a typed text (process 10). */
export const mentionSentences: Readonly<Record<MentionReason, (number: string) => string>> = {
  assigned: (number) => `Ticket ${number} ist Ihnen zugewiesen.`,
  returned: (number) => `Zu Ticket ${number} fehlen Angaben, bitte ergänzen Sie es.`,
  declined: (number) =>
    `Ticket ${number} wurde abgelehnt; die Begründung steht auf der Karte oder unter „Inhalt anzeigen“.`,
  closedWithoutAnswer: (number) => `Ticket ${number} wurde geschlossen, weil keine Antwort kam.`,
  supplemented: (number) => `Ticket ${number} wurde ergänzt; die Reaktionszeit läuft neu.`,
  handedBack: (number) => `Ticket ${number} wurde an die Wartungs-Dispatcher zurückgegeben.`,
  withdrawn: (number) => `Die Meldung ${number} wurde zurückgezogen.`,
  reactionBreached: (number) => `Die Reaktionsfrist von Ticket ${number} wurde versäumt.`,
  maintainerMissing: (number) =>
    `Für das Modul von Ticket ${number} ist kein Maintainer benannt (N.N.); es kann niemandem zugewiesen werden.`,
};
