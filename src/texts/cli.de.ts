/** What `npm run deadline` and `npm run report` say. */
export const deadlineUsage = `Aufruf: npm run -s deadline -- --class KLASSE --received EINGANG [--organisation DATEI]

  --class         Fehlerklasse 1, 2, 3 oder 4
  --received      Eingang der Meldung in der Zeitzone des Kalenders, etwa 2026-06-11T16:00
  --organisation  Organisationsdatei mit den Servicekalendern; ohne sie gilt der Standardkalender
                  (Mo-Do 08:30-17:00, Fr 08:30-14:00, Europe/Berlin, bundesweite Feiertage)`;

export const reportUsage = `Aufruf: npm run -s report -- --month MONAT [--summary] [--excel] [--head]

  --month    Monat, in dem die Reaktionsfrist liegt, als JJJJ-MM, etwa 2026-06
  --summary  statt jedes Reaktionszyklus die Summen je Netzbetreiber und Klasse
  --excel    für ein deutsches Excel: mit Semikolon getrennt und mit Kennung der Zeichencodierung
  --head     als letzte Zeile der Stand des Prüfbuchs, mit dem „npm run verify“ später belegt, dass nichts geändert wurde

Ausgegeben wird CSV auf die Standardausgabe; die Zeiten sind die der Zeitzone des Servicekalenders. Gelesen wird, was der Bot
liest: MONGODB_URI oder sonst der Speicher in DATA_DIR, auch während der Bot läuft, und ORGANISATION_FILE.`;

/** What the arguments of a command are not. */
export const argumentTexts = {
  unknownOption: (option: string) => `${option}: Diese Option gibt es nicht.`,
  unexpected: (argument: string) => `${argument}: Dieses Argument gehört zu keiner Option.`,
  valueMissing: (option: string) => `${option}: Der Wert fehlt, oder die Option erwartet keinen.`,
} as const;

export const standardCalendarName = 'Standardkalender';

/** The lines that tell a deadline and how it was counted (process 2.10). */
export const deadlineTexts = {
  faultClass: (faultClass: number, name: string, reactionTime: string) =>
    `Fehlerklasse ${faultClass} (${name}), Reaktionszeit ${reactionTime}`,
  receipt: (time: string, outside: string | undefined) =>
    `Eingang:        ${time}${outside === undefined ? '' : ` (${outside})`}`,
  deadline: (time: string) => `Reaktionsfrist: ${time}`,
  explanation: (text: string) => `Zählung:        ${text}`,
  calendar: (name: string, zone: string) => `Kalender:       ${name}, Zeitzone ${zone}`,
  validFrom: (day: string) => `gültig ab ${day}`,
  twice: 'Hinweis: Die Uhr zeigt diese Zeit wegen der Zeitumstellung zweimal; es gilt die erste.',
} as const;

/** What is wrong with what was given to a command, and what is expected. */
export const expectedTexts = {
  faultClass: (classes: string, given: string | undefined) =>
    `Erwartet wird eine Fehlerklasse: ${classes}. ${found(given)}`,
  receipt: (given: string | undefined) =>
    `Erwartet wird ein Eingang, den es gibt, als JJJJ-MM-TTThh:mm, etwa 2026-06-11T16:00. ${found(given)}`,
  skippedTime: (zone: string, skipped: string, given: string) =>
    `Diese Zeit gibt es in ${zone} nicht. ${skipped} ${found(given)}`,
  year: (first: number, last: number, given: string) =>
    `Erwartet wird ein Jahr von ${first} bis ${last}. ${found(given)}`,
  month: (given: string | undefined) => `Erwartet wird ein Monat als JJJJ-MM, etwa 2026-06. ${found(given)}`,
  noCalendar: 'Die Datei enthält keinen Servicekalender.',
  tooLittleServiceTime: (calendar: string) =>
    `Der Kalender ${calendar} enthält danach nicht genug Servicezeit.`,
  file: (file: string) => `Diese Datei gibt es nicht, oder sie ist nicht lesbar. ${found(file)}`,
  noData: (folder: string) => `Hier hat noch kein Bot etwas gespeichert. ${found(folder)}`,
} as const;

function found(given: string | undefined): string {
  return `Gefunden: ${given ?? 'nichts'}`;
}

export const helpText = (command: string): string => `Hilfe: npm run -s ${command} -- --help`;

/** What the verification found while the report was computed from the history of every ticket. */
export const reportVerifiedTexts = {
  doubtful: (findings: number) =>
    `Achtung: Die Daten, aus denen der Bericht entsteht, wurden verändert (Befunde: ${findings}). Er ist kein Nachweis. Einzelheiten: npm run -s verify`,
  beside: (findings: number) =>
    `Hinweis: Der Bericht stimmt, denn er entsteht aus dem Verlauf der Tickets; daneben wurden Daten verändert (Befunde: ${findings}). Einzelheiten: npm run -s verify`,
} as const;

/** The last line of a report that carries the head of the ledger. */
export const ledgerHeadName = 'Stand des Prüfbuchs';

export const reactionResultNames = {
  open: 'offen',
  met: 'eingehalten',
  missed: 'versäumt',
  withdrawn: 'zurückgezogen',
} as const;

/** The heads of the columns of the report, one line a cycle. */
export const cycleColumns = [
  'Netzbetreiber',
  'Klasse',
  'Ticket',
  'Zyklus',
  'Modul',
  'Beginn',
  'Frist',
  'Reaktion',
  'Zurückgezogen',
  'Ergebnis',
  'Grund',
] as const;

/** Those of the summary besides the results. */
export const summaryColumns = { operator: 'Netzbetreiber', faultClass: 'Klasse', cycles: 'Zyklen' } as const;
export const allOperators = 'Alle';
export const allClasses = 'alle';
