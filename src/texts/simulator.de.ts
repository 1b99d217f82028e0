/** Every sentence of the simulator's host; it is given to the page as it is. */
export const simulatorTexts = {
  foreignHost: 'Diese Seite ist nur unter ihrer Adresse auf diesem Rechner erreichbar.',
  foreignOrigin: 'Anfragen fremder Seiten werden nicht ausgeführt.',
  jsonOnly: 'Erwartet wird application/json.',
  bodyTooLarge: 'Die Anfrage ist zu groß.',
  badRequest: (fields: string) => `Die Anfrage passt nicht: ${fields}.`,
  noSuchRoute: 'Diese Adresse gibt es nicht.',
  noSuchFile: 'Diese Datei gibt es nicht.\n',
  noSuchPerson: 'Diese Person gibt es hier nicht.',
  noSuchConversation: 'Diese Unterhaltung gibt es nicht, oder die Person ist nicht darin.',
  noSuchMessage: 'Diese Nachricht gibt es nicht (mehr).',
  tooManyWindows: 'Es sind zu viele Fenster offen.',
  failed: 'Das ist fehlgeschlagen; der Grund steht im Protokoll.',
  stopping: 'Der Simulator wird gerade beendet.',
  emptyMessage: 'Bitte schreiben Sie etwas.',
  cardWithoutSummary: 'hat eine Karte gesendet',
  longMessage: (most: number) => `Eine Nachricht hat höchstens ${most} Zeichen.`,
  dialogGone: 'Dieser Dialog ist nicht mehr offen. Bitte öffnen Sie ihn auf der Karte neu.',
  clientRefused: 'Das geht hier nicht.',
  noSuchCardVersion:
    'Diese Fassung der Karte ist hier nicht bekannt. Es wurde nichts ausgeführt; bitte sehen Sie sich die Karte noch einmal an.',
  notOnScreen: 'Die Karte hat sich geändert. Bitte sehen Sie sie noch einmal an.',
  checkFields: (list: string) => `Bitte prüfen Sie Ihre Angaben. ${list}`,
  appUnreachable: 'Die App ist nicht erreichbar. Bitte versuchen Sie es noch einmal.',
  badAnswer: (fault: string) => `Teams kann mit der Antwort der App nichts anfangen (${fault}).`,
  appNotInstalled: 'Die App ist in diesem Chat nicht installiert.',
  botBlocked: 'Sie haben die App blockiert.',
  isRealTime: 'Die Uhr geht schon richtig.',
  noDeadline: 'Es läuft keine Frist.',
  noOpening: 'Der Kalender kennt keinen nächsten Servicebeginn.',
  tooFar: 'Weiter als ein Jahr lässt sich die Uhr nicht vorstellen.',
  clockInUse: 'Während die Beispieldaten entstehen, lässt sich die Uhr nicht stellen.',
  faultsInUse: 'Während die Beispieldaten entstehen, lassen sich keine Störungen einschalten.',
  sampleRunning: 'Die Beispieldaten entstehen gerade.',
  sampleNoCast:
    'Für Beispieldaten braucht die Organisationsdatei einen Dispatcher und einen erreichbaren Netzbetreiber mit Vertrag.',
  sampleNeedsEmpty: 'Es gibt schon Tickets. Beispieldaten lassen sich nur in einen leeren Bestand füllen.',
  sampleNeedsCalm: 'Bitte schalten Sie zuerst die Störungen aus.',
  sampleFailed: 'Die Beispieldaten sind nicht vollständig; der Grund steht im Protokoll.',
  resetRunning: 'Es wird gerade zurückgesetzt. Bitte warten Sie einen Augenblick.',
  pageNotBuilt:
    '<!doctype html><html lang="de"><meta charset="utf-8">' +
    '<title>Teams auf Ihrem Rechner</title><h1>Teams auf Ihrem Rechner</h1>' +
    '<p role="status">Die Seite fehlt in dieser Installation. Bitte holen Sie den Ordner src/simulator/page/dist ' +
    'zurück, oder bauen Sie ihn mit „npm run page“ neu.</p></html>',
} as const;

/** What the client says of an input before it sends, where the card says nothing itself. */
export const inputComplaints = {
  required: 'Pflichtfeld',
  tooLong: (max: number) => `höchstens ${max} Zeichen`,
  format: 'falsches Format',
  noNumber: 'keine Zahl',
  outside: 'außerhalb des Bereichs',
  noDate: 'kein Datum',
  noTime: 'keine Uhrzeit',
} as const;

/** A picture, for those who read a card as text. */
export function pictureText(altText: string): string {
  return `(Bild: ${altText})`;
}
