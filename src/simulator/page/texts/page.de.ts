/** All German text of the page that does not come from the host. */
export const texts = {
  title: 'Teams auf Ihrem Rechner',
  hostSilent: 'Der Simulator antwortet nicht. Läuft „npm start“ noch?',
  hostFailed: (status: number) => `Der Simulator konnte das nicht ausführen (Status ${status}).`,
  pageFailed: 'Auf dieser Seite ist etwas schiefgegangen. Bitte laden Sie sie neu.',
  connectionLost: 'Die Verbindung zum Simulator ist unterbrochen. Was Sie sehen, kann veraltet sein.',
  loading: 'Wird geladen …',
  backTo: (pane: string) => `Zurück: ${pane}`,
  messages: 'Nachrichten',
  close: 'Schließen',
  closePanel: 'schließen',
  cancel: 'Abbrechen',

  skip: 'Zu den Nachrichten springen',
  skipToCompose: 'Zum Eingabefeld springen',
  people: 'Personen',
  ownWindow: (name: string) => `${name} in neuem Fenster öffnen`,
  counts: (unread: number, mentions: number) =>
    [
      ...(unread > 0 ? [`${unread} ungelesen`] : []),
      ...(mentions > 0 ? [`${mentions} ${mentions === 1 ? 'Erwähnung' : 'Erwähnungen'}`] : []),
    ].join(', '),
  noRole: 'keine Rolle',
  tenant: (name: string) => `Mandant ${name}`,
  whoIsWho: 'Wer ist wer',
  start: 'Wählen Sie eine Person: Sie sehen Teams dann so, wie diese Person es sieht.',
  startHint:
    'Jedes Fenster ist eine Person. Mit dem Pfeil neben dem Namen öffnen Sie ein weiteres Fenster und sind mehrere zugleich.',

  places: 'Chats und Kanäle',
  placesOf: (name: string) => `Chats und Kanäle von ${name}`,
  chats: 'Chats',
  shared: 'geteilter Kanal',
  hostedBy: (tenant: string) => `bei ${tenant}`,
  members: (count: number) => `${count} Mitglieder`,
  membersNames: (names: string) => `Mitglieder: ${names}`,
  noPlaces: 'Diese Person ist in keinem Chat und keinem Kanal.',
  choosePlace: 'Wählen Sie links einen Chat oder einen Kanal.',
  unknownPerson: (key: string) => `Eine Person „${key}“ gibt es hier nicht.`,

  noMessages: 'Hier wurde noch nichts geschrieben.',
  older: 'Frühere Unterhaltungen anzeigen',
  messageOf: (name: string, at: string) => `Nachricht von ${name}, ${at}`,
  cardOf: (name: string, at: string) => `Karte von ${name}, ${at}`,
  thread: (name: string) => `Unterhaltung, begonnen von ${name}`,
  edited: 'bearbeitet',
  deleted: 'Diese Nachricht wurde gelöscht.',
  fresh: 'Neu',
  below: 'Neue Nachrichten',
  mentionsYou: 'Sie werden erwähnt',
  onlyForYou: 'Nur für Sie sichtbar',
  reactedBy: (emoji: string) => `Reaktion der App: ${emoji}`,
  bot: 'App',
  arrived: (name: string, text: string) => `Neue Nachricht von ${name}: ${text}`,
  arrivedCard: 'eine Karte',
  messageMissing: 'Die verlinkte Nachricht ist hier nicht zu sehen.',

  compose: (place: string) => `Neue Nachricht in ${place}`,
  composeChat: (name: string) => `Nachricht an ${name}`,
  composeHint: (bot: string) => `Mit @ erwähnen Sie jemanden; @${bot} antwortet nur auf Erwähnungen.`,
  composeChatHint: 'Schreiben Sie einen Befehl oder „Hilfe“.',
  reply: 'Antworten',
  replyBox: 'Antwort',
  replyTo: (name: string) => `Auf die Unterhaltung von ${name} antworten`,
  send: 'Senden',
  commands: 'Befehle',
  mentionBot: (bot: string) => `@${bot} erwähnen`,
  suggestions: 'Vorschläge',
  suggestionCount: (count: number) =>
    `${count} ${count === 1 ? 'Vorschlag' : 'Vorschläge'}, mit den Pfeiltasten wählen.`,

  cardBroken: 'Diese Karte kann nicht angezeigt werden.',
  sending: 'Wird gesendet …',
  cardMenu: 'Menü mit weiteren Aktionen',
  openCalendar: (label: string) => `Kalender öffnen${label === '' ? '' : `: ${label}`}`,
  inputWrong: (type: string, required: boolean) => {
    if (type === 'Input.Date') return 'Bitte geben Sie ein mögliches Datum als TT.MM.JJJJ ein.';
    if (type === 'Input.Time') return 'Bitte geben Sie eine mögliche Uhrzeit als HH:MM ein.';
    if (type === 'Input.ChoiceSet') return 'Bitte wählen Sie etwas aus.';
    if (type === 'Input.Toggle') return 'Bitte setzen Sie das Häkchen.';
    return required ? 'Bitte füllen Sie dieses Feld richtig aus.' : 'Diese Eingabe passt nicht.';
  },

  discardQuestion: 'Was Sie eingegeben haben, geht beim Schließen verloren.',
  discard: 'Verwerfen',
  goOn: 'Weiter bearbeiten',
  understood: 'OK',

  clock: 'Simulierte Zeit',
  realTime: 'Echtzeit',
  clockAhead: (span: string) => `${span} vorgestellt`,
  clockBehind: (span: string) => `${span} zurück`,
  moves: {
    hour: '+1 h',
    nextOpening: 'Zum nächsten Servicebeginn',
    nextDeadline: 'Zur nächsten Frist',
    real: 'Echtzeit',
  },
  movedTo: (at: string, written: number) =>
    written === 0
      ? `Die Uhr steht auf ${at}. Die App hat dazu nichts geschrieben.`
      : `Die Uhr steht auf ${at}. Die App hat geschrieben:`,
  moveTo: (at: string) => `auf ${at}`,

  firstSteps: 'Erste Schritte',
  stepDone: 'erledigt',
  stepOpen: 'noch offen',
  goThere: 'Hingehen',
  stepGo: (number: number, name: string) => `Schritt ${number}: als ${name} hingehen`,

  tools: 'Werkzeuge',
  disturb: 'Teams stören',
  disturbing: 'Störung aktiv',
  throttle: 'Drosseln: Anfragen über den Grenzen von Teams werden abgewiesen (429)',
  delay: 'Antworten verzögern um',
  milliseconds: 'Millisekunden',
  apply: 'Übernehmen',
  fail: 'Fehler',
  failStatus: 'Status',
  failTimes: 'Wie viele Anfragen',
  failStart: 'Fehler auslösen',
  failing: (status: number, times: number) =>
    times === 1
      ? `Die nächste Anfrage des Bots wird mit ${status} beantwortet.`
      : `Die nächsten ${times} Anfragen des Bots werden mit ${status} beantwortet.`,
  lose: 'Antworten verlieren',
  loseTimes: 'Wie viele Antworten',
  loseStart: 'Antworten verlieren lassen',
  losing: (times: number) =>
    times === 1
      ? 'Die nächste Anfrage des Bots wird ausgeführt, die Antwort geht verloren.'
      : `Die nächsten ${times} Anfragen des Bots werden ausgeführt, die Antworten gehen verloren.`,
  end: 'Beenden',
  endFail: 'Fehler beenden',
  endLose: 'Verlieren beenden',

  sampleData: 'Beispieldaten',
  sampleDataHint: 'Spielt einen Monat mit Tickets ein: durch dieselben Befehle, die auch Sie verwenden.',
  sampleDataStart: 'Beispieldaten einspielen',
  sampleDataProgress: (done: number, total: number) => `${done} von ${total} Tickets`,
  sampleDataDone: 'Die Beispieldaten sind eingespielt.',

  reset: 'Alles zurücksetzen',
  resetHint: 'Löscht alle Unterhaltungen und alle Daten des Bots.',
  resetQuestion: 'Wirklich alles zurücksetzen?',
  resetWarning:
    'Alle Unterhaltungen und alle Tickets werden gelöscht. Das lässt sich nicht rückgängig machen.',
  resetConfirm: 'Zurücksetzen',

  appearance: 'Darstellung',
  themes: { light: 'Hell', dark: 'Dunkel', contrast: 'Kontrast' },
} as const;
