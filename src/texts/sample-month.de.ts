/** How far a ticket of the sample month has come by now, and what happened on its way. */
export type SampleEnd =
  | 'requested'
  | 'analysed'
  | 'accepted'
  | 'assigned'
  | 'planned'
  | 'binding'
  | 'inProgress'
  | 'fixed'
  | 'inTest'
  | 'closed'
  | 'declined'
  | 'returned'
  | 'withdrawn'
  | 'unanswered';

export interface SampleFault {
  readonly title: string;
  readonly description: string;
  readonly faultClass: 1 | 2 | 3 | 4;
  readonly end: SampleEnd;
  /** So many days before now at the latest; earlier where its way takes longer. */
  readonly daysAgo: number;
  readonly priority?: 'hoch' | 'niedrig';
  readonly reproducible?: 'immer' | 'manchmal' | 'nein';
  /** Only an operator of this kind of module can have it: one with a maintainer, or one without. */
  readonly module: 'maintained' | 'unmaintained';
  /** Told to the dispatcher by phone. */
  readonly byPhone?: true;
  readonly securityRelevant?: true;
  /** The reaction comes after the deadline. */
  readonly late?: true;
  /** It was returned and completed first. */
  readonly supplemented?: true;
  readonly question?: true;
  readonly support?: true;
  readonly objection?: true;
  readonly failedTest?: true;
  readonly declineReason?: 'Kein Softwarefehler' | 'Zuständigkeit 1st/2nd Level' | 'Funktionswunsch';
  /** The operator has confirmed the release information. */
  readonly confirmed?: true;
}

type More = Partial<Omit<SampleFault, 'title' | 'description' | 'faultClass' | 'end' | 'daysAgo'>>;

function fault(
  daysAgo: number,
  faultClass: SampleFault['faultClass'],
  end: SampleEnd,
  title: string,
  description: string,
  more: More = {},
): SampleFault {
  return { daysAgo, faultClass, end, title, description, module: 'maintained', ...more };
}

/** Invented faults of one month, oldest first. */
export const sampleFaults: readonly SampleFault[] = [
  fault(
    30,
    2,
    'closed',
    'Suche findet keine Einträge',
    'Die Suche bleibt leer, sobald zwei Schichten zugleich suchen.',
    { question: true, confirmed: true },
  ),
  fault(
    30,
    1,
    'closed',
    'Anmeldung schlägt für alle fehl',
    'Nach dem Zertifikatswechsel bricht jede Anmeldung mit einem Fehler ab.',
    { priority: 'hoch', confirmed: true },
  ),
  fault(
    30,
    3,
    'unanswered',
    'Liste springt beim Blättern',
    'Beim Blättern springt die Liste manchmal an den Anfang.',
    { reproducible: 'manchmal' },
  ),
  fault(
    29,
    4,
    'closed',
    'Tippfehler in der Druckansicht',
    'In der Überschrift der Druckansicht fehlt ein Buchstabe.',
    { priority: 'niedrig' },
  ),
  fault(28, 2, 'declined', 'Startseite lädt langsam', 'Morgens dauert die Startseite über eine Minute.', {
    declineReason: 'Zuständigkeit 1st/2nd Level',
  }),
  fault(
    28,
    3,
    'closed',
    'Export mit falschem Datum',
    'Der Export schreibt Einträge nach Mitternacht auf den Vortag.',
    { failedTest: true, confirmed: true },
  ),
  fault(
    27,
    2,
    'closed',
    'Übergabeprotokoll unvollständig',
    'Im Protokoll fehlen Einträge, die während der Übergabe entstehen.',
    { support: true },
  ),
  fault(
    26,
    3,
    'accepted',
    'Dienstplan zeigt Feiertag doppelt',
    'Ein Feiertag steht im Dienstplan in zwei Zeilen.',
    { module: 'unmaintained' },
  ),
  fault(
    25,
    1,
    'closed',
    'Einträge werden nicht gespeichert',
    'Neue Einträge gehen nach dem Speichern verloren.',
    { priority: 'hoch', byPhone: true, confirmed: true },
  ),
  fault(
    24,
    4,
    'withdrawn',
    'Farbe der Kopfzeile',
    'Die Kopfzeile ist auf einem Arbeitsplatz grau statt blau.',
  ),
  fault(
    23,
    2,
    'closed',
    'Filter vergisst die Auswahl',
    'Nach dem Öffnen eines Eintrags ist der Filter leer.',
    { objection: true },
  ),
  fault(
    22,
    3,
    'inProgress',
    'Sortierung nach Uhrzeit falsch',
    'Einträge derselben Minute stehen in wechselnder Reihenfolge.',
    { question: true },
  ),
  fault(
    21,
    2,
    'inTest',
    'Anhang lässt sich nicht öffnen',
    'Anhänge mit Umlauten im Namen lassen sich nicht öffnen.',
    { failedTest: true },
  ),
  fault(20, 4, 'declined', 'Wunsch nach Dunkelmodus', 'Nachts blendet die helle Oberfläche.', {
    declineReason: 'Funktionswunsch',
    module: 'unmaintained',
  }),
  fault(
    19,
    3,
    'accepted',
    'Kontakt erscheint nach dem Löschen wieder',
    'Ein gelöschter Kontakt steht am nächsten Tag wieder in der Liste.',
    { module: 'unmaintained' },
  ),
  fault(
    18,
    1,
    'inTest',
    'Dienst startet nach Neustart nicht',
    'Nach dem Neustart des Servers bleibt der Dienst im Zustand „startet“.',
    { priority: 'hoch' },
  ),
  fault(17, 2, 'closed', 'Benachrichtigung kommt doppelt', 'Jede Benachrichtigung kommt zweimal an.'),
  fault(16, 3, 'fixed', 'Zeitzone im Bericht', 'Der Bericht rechnet mit Weltzeit.', { supplemented: true }),
  fault(
    15,
    2,
    'inProgress',
    'Rechte gehen beim Schichtwechsel verloren',
    'Nach dem Wechsel fehlt der neuen Schicht das Schreibrecht.',
    { late: true },
  ),
  fault(14, 4, 'inProgress', 'Hilfetext veraltet', 'Der Hilfetext nennt noch die alte Rufnummer.', {
    support: true,
  }),
  fault(13, 3, 'declined', 'Ausdruck ohne Rand', 'Der Ausdruck beginnt am Blattrand.', {
    declineReason: 'Kein Softwarefehler',
  }),
  fault(
    12,
    2,
    'fixed',
    'Meldung ohne Ort lässt sich nicht schließen',
    'Fehlt der Ort, bleibt „Schließen“ ohne Wirkung.',
  ),
  fault(
    11,
    1,
    'inProgress',
    'Störungsliste bleibt leer',
    'Seit dem Update zeigt die Liste keine Störung mehr.',
    { priority: 'hoch', byPhone: true },
  ),
  fault(
    10,
    2,
    'binding',
    'Fremde Einträge sichtbar',
    'Mit einer geänderten Adresse lassen sich Einträge anderer Schichten lesen.',
    { securityRelevant: true, priority: 'hoch' },
  ),
  fault(
    9,
    3,
    'binding',
    'Vorlage überschreibt Eingaben',
    'Beim Wählen einer Vorlage geht schon Geschriebenes verloren.',
  ),
  fault(8, 4, 'accepted', 'Spalte zu schmal', 'Lange Ortsnamen werden abgeschnitten.', {
    module: 'unmaintained',
    priority: 'niedrig',
  }),
  fault(
    7,
    2,
    'planned',
    'Karte zeigt alten Schaltzustand',
    'Die Karte aktualisiert sich erst nach dem Neuladen.',
  ),
  fault(6, 3, 'returned', 'Absturz beim Speichern', 'Das Fenster schließt sich manchmal beim Speichern.', {
    reproducible: 'manchmal',
  }),
  fault(
    5,
    2,
    'planned',
    'Summe stimmt nicht',
    'Die Summe der Ausfallminuten ist höher als die Einzelwerte.',
    { question: true },
  ),
  fault(4, 3, 'assigned', 'Doppelte Mail an Bereitschaft', 'Die Bereitschaft bekommt jede Mail zweimal.'),
  fault(
    4,
    1,
    'assigned',
    'Schnittstelle zur Leittechnik steht',
    'Seit heute früh kommen keine Meldungen mehr an.',
    { priority: 'hoch' },
  ),
  fault(3, 4, 'assigned', 'Abkürzung unklar', 'In der Legende steht eine Abkürzung ohne Erklärung.', {
    priority: 'niedrig',
  }),
  fault(
    3,
    2,
    'returned',
    'Fehlermeldung ohne Nummer',
    'Es erscheint eine Fehlermeldung, die gleich wieder verschwindet.',
    { reproducible: 'nein' },
  ),
  fault(2, 3, 'accepted', 'Adresse wird nicht gefunden', 'Die Adresssuche kennt neue Straßen nicht.', {
    module: 'unmaintained',
  }),
  fault(
    2,
    2,
    'analysed',
    'Auswertung bricht ab',
    'Die Auswertung eines ganzen Jahres bricht nach einer Minute ab.',
  ),
  fault(1, 3, 'analysed', 'Schriftgröße wechselt', 'Nach dem Drehen des Tablets ist die Schrift zu groß.'),
  fault(1, 4, 'requested', 'Leere Seite nach dem Drucken', 'Nach jedem Ausdruck folgt eine leere Seite.', {
    module: 'unmaintained',
  }),
  fault(0, 2, 'requested', 'Schichtbuch öffnet sich nicht', 'Nach dem Anmelden bleibt das Schichtbuch leer.'),
];
