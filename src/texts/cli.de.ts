/** What the commands on the console say. */
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

export const deliveriesUsage = `Aufruf: npm run -s deliveries -- [list [--json] | resend KENNUNG | drop KENNUNG]

  list    was seine Leser nicht erreicht hat: was aufgegeben wurde und was nach einem Fehlversuch wartet; und Tickets, deren
          Fristen sich nicht prüfen ließen
  resend  was aufgegeben wurde, wird noch einmal verschickt
  drop    es wird nie verschickt, und die Karte der Dispatcher spricht nicht mehr davon
  --json  Ausgabe für Programme

KENNUNG ist die einer Nachricht aus der Liste oder eine Ticketnummer; dann gilt es für alles, was zu diesem Ticket aussteht.
Eine Fristprüfung lässt sich nicht verwerfen: Sie wird alle 5 Minuten wiederholt, mit resend sofort.
Gelesen und geändert wird der Speicher des Bots: MONGODB_URI oder sonst der in DATA_DIR, auch während der Bot läuft. Die
Kennungen enthalten Kanäle und Personen. Ende mit 0: getan; 1: nichts gefunden oder Fehler; 2: falscher Aufruf.`;

export const deliveriesTexts = {
  none: 'Alles zugestellt.',
  setAside: (of: {
    readonly number: string;
    readonly since: string;
    readonly tries: number;
    readonly reason: string;
  }) =>
    `${of.number}: Aus den letzten Ereignissen ließen sich keine Nachrichten erstellen (${of.reason}); ${triesText(of.tries)}, aufgegeben ${of.since}`,
  unchecked: (of: {
    readonly number: string;
    readonly since: string;
    readonly tries: number;
    readonly reason: string;
  }) =>
    `${of.number}: Die Fristen ließen sich nicht prüfen (${of.reason}); ${triesText(of.tries)}, gemeldet ${of.since}, es wird weiter versucht`,
  unsent: (of: {
    readonly id: string;
    readonly place: string | undefined;
    readonly why: string;
    readonly attempts: number;
    readonly since: string | undefined;
  }) =>
    `${of.id}: ${of.place ?? 'unbekannter Ort'}: ${of.why}; ${triesText(of.attempts)}${of.since === undefined ? '' : `, aufgegeben ${of.since}`}`,
  waits: (status: number | undefined) =>
    status === undefined
      ? 'wartet auf den nächsten Versuch'
      : `wartet auf den nächsten Versuch (Status ${status})`,
  refused: (status: number) => `von Teams abgelehnt (Status ${status})`,
  unreachable: 'nicht über Teams erreichbar',
  failed: 'Fehler des Bots',
  changed: (command: 'resend' | 'drop', count: number) => {
    if (count === 0) return 'Dazu steht nichts aus.';
    const what = count === 1 ? 'Eine Nachricht' : `${count} Nachrichten`;
    const verb = count === 1 ? 'wird' : 'werden';
    return command === 'resend'
      ? `${what} ${verb} noch einmal verschickt.`
      : `${what} ${verb} nicht mehr verschickt.`;
  },
} as const;

export const organisationUsage = `Aufruf: npm run -s organisation -- check DATEI
        npm run -s organisation -- import DATEI [--apply]
        npm run -s organisation -- export

  check   prüft eine Organisationsdatei: jeder Fehler mit Stelle und Zeile, sonst Warnungen vor dem, was erlaubt, aber
          sicher falsch ist, und was die Datei enthält
  import  zeigt, worin sich Personen, Organisationen, Module, Verträge, Abwesenheiten und Dienste der Datei von den
          Datensätzen des Bots unterscheiden und was das für offene Tickets bedeutet; mit --apply werden die Unterschiede
          als eine Änderung festgehalten und gelten nach höchstens 5 Sekunden, auch während der Bot läuft. Was in der
          Datei fehlt, bleibt unverändert: beendet wird mit until, to oder retired
  export  schreibt eine Organisationsdatei mit allem, was jetzt gilt

Geprüft wird, was heute gilt. Ist MicrosoftAppTenantId gesetzt, wird hostingTenant damit verglichen. Ende mit 0: keine Fehler;
1: Fehler in der Datei; 2: falscher Aufruf.`;

export const importTexts = {
  nothingRecorded:
    'Der Bot hat noch keine Datensätze: Bei seinem ersten Start übernimmt er die der Organisationsdatei (ORGANISATION_FILE).',
  notApplied: 'Nichts wurde geändert. Mit --apply werden diese Unterschiede festgehalten.',
  noDifference: 'Es gibt keine Unterschiede.',
  applied: (count: number, version: number) =>
    `${count === 1 ? 'Eine Änderung wurde' : `${count} Änderungen wurden`} festgehalten (Stand ${version} der Organisation).`,
  afterwards: 'the organisation as it would be after the import',
} as const;

export const organisationTexts = {
  warning: (problem: string) => `Warnung: ${problem}`,
  holds: (
    file: string,
    of: {
      readonly organisations: number;
      readonly people: number;
      readonly modules: number;
      readonly contracts: number;
      readonly warnings: number;
    },
  ) =>
    `${file} enthält ${counted(of.organisations, 'Organisation', 'Organisationen')}, ${counted(of.people, 'Person', 'Personen')}, ${counted(of.modules, 'Modul', 'Module')} und ${counted(of.contracts, 'Vertrag', 'Verträge')}, keine Fehler und ${counted(of.warnings, 'Warnung', 'Warnungen')}.`,
} as const;

function counted(count: number, one: string, many: string): string {
  return `${count === 0 ? 'keine' : count} ${count === 1 ? one : many}`;
}

function triesText(count: number): string {
  return count === 1 ? 'ein Versuch' : `${count} Versuche`;
}

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
  skipped: (text: string) => `                ${text}`,
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
  nothingMore: 'Dieses Argument wird nicht erwartet.',
  organisationCommand: 'Erwartet wird check, import oder export.',
  organisationFile: 'Erwartet wird der Pfad einer Organisationsdatei.',
  deliveriesCommand: 'Erwartet wird list, resend oder drop.',
  deliveryId: 'Erwartet wird die Kennung einer Nachricht oder eine Ticketnummer.',
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
