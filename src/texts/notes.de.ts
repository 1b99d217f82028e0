/** On every card of a security-relevant ticket (process 10). */
export const legalDuties =
  'Gesetzliche Meldepflichten des Netzbetreibers laufen unabhängig von der Servicezeit weiter (BSI: Erstmeldung binnen 24 Stunden).';
