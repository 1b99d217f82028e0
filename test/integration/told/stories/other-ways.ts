import { classes } from '../../../support/desk-steps';
import { filled, reports } from '../../../support/ticket-way';
import { act, assigned, clockShows, reported, returned, type Story } from './story';

/** The ways on which a report is not repaired, or not at once. */
export const otherWays: readonly Story[] = [
  {
    given: 'given a report of class 2 whose deadline is missed',
    happens: [
      reported(2),
      {
        what: 'Warnung vor der Reaktionsfrist',
        does: clockShows('2026-06-10T13:01'),
        sends: [
          ['dispatch', 'Tagesübersicht: 1 offen, 1 heute fällig', ''],
          [
            'dispatch',
            'SP-2026-0001 Betriebstagebuch: 50 % der Reaktionszeit verbra',
            'alle Wartungs-Dispatcher',
          ],
        ],
      },
      {
        what: 'Reaktionsfrist versäumt',
        does: clockShows('2026-06-10T16:01'),
        sends: [
          [
            'dispatch',
            'SP-2026-0001 Betriebstagebuch: Frist Mi 10.06.2026, 16:00 Uh',
            'alle Wartungs-Dispatcher, Prozessverantwortlicher',
          ],
        ],
      },
      returned,
      {
        what: 'Meldung ergänzt, Klasse 1 oder 2',
        does: act('nord', 'Ergänzen', filled.answer),
        sends: [
          [
            'dispatch',
            'Meldung SP-2026-0001, Klasse 2 (Betriebsbehindernder Fehler)',
            'alle Wartungs-Dispatcher',
          ],
        ],
      },
      {
        what: 'Abgelehnt',
        does: act('dispatch', 'Ablehnen', { Grund: 'Kein Softwarefehler', Begründung: 'Das Netz fehlte.' }),
        sends: [
          [
            'nord',
            'Ticket SP-2026-0001 wurde abgelehnt; die Begründung steht au',
            'alle Personen des Netzbetreibers',
          ],
        ],
      },
    ],
  },
  {
    given: 'given a report of class 3',
    happens: [
      reported(3),
      returned,
      {
        what: 'Meldung ergänzt, Klasse 3 oder 4',
        does: act('nord', 'Ergänzen', filled.answer),
        sends: [
          [
            'dispatch',
            'Ticket SP-2026-0001 wurde ergänzt; die Reaktionszeit läuft n',
            'der zuständige Dispatcher',
          ],
        ],
      },
      {
        what: 'Vor der Reaktion in Klasse 1 oder 2 geändert',
        does: act('dispatch', 'Klasse ändern', {
          Fehlerklasse: classes[2],
          Begründung: 'Der Betrieb steht.',
        }),
        sends: [
          [
            'dispatch',
            'Meldung SP-2026-0001, Klasse 2 (Betriebsbehindernder Fehler)',
            'die übrigen Wartungs-Dispatcher',
          ],
        ],
      },
      { what: 'Analyse begonnen', does: act('dispatch', 'Analyse starten'), sends: [] },
      {
        what: 'Meldung nach Beginn der Analyse zurückgezogen',
        does: act('nord', 'Meldung zurückziehen', { Grund: 'Es geht wieder.' }),
        sends: [['dispatch', 'Die Meldung SP-2026-0001 wurde zurückgezogen.', 'der zuständige Dispatcher']],
      },
    ],
  },
  {
    given: 'given a ticket that its maintainer hands back',
    happens: [
      reported(4),
      assigned(4),
      {
        what: 'Interner Kommentar des Dispatchers',
        does: act('dispatch', 'Kommentieren', { Kommentar: 'Nur für uns.', Sichtbarkeit: true }),
        sends: [
          ['journal', 'Zu Ticket SP-2026-0001 gibt es einen neuen Kommentar.', 'der zuständige Maintainer'],
        ],
      },
      {
        what: 'Kommentar des Dispatchers an alle',
        does: act('dispatch', 'Kommentieren', { Kommentar: 'Wir sehen nach.', Sichtbarkeit: false }),
        sends: [
          [
            'nord',
            'Zu Ticket SP-2026-0001 gibt es einen neuen Kommentar.',
            'alle Personen des Netzbetreibers',
          ],
          ['journal', 'Zu Ticket SP-2026-0001 gibt es einen neuen Kommentar.', 'der zuständige Maintainer'],
        ],
      },
      {
        what: 'Kommentar des Netzbetreibers',
        does: act('nord', 'Kommentieren', { Kommentar: 'Auch heute.' }),
        sends: [
          ['dispatch', 'Zu Ticket SP-2026-0001 gibt es einen neuen Kommentar.', 'der zuständige Dispatcher'],
          ['journal', 'Zu Ticket SP-2026-0001 gibt es einen neuen Kommentar.', 'der zuständige Maintainer'],
        ],
      },
      {
        what: 'An die Dispatcher zurückgegeben',
        does: act('journal', 'An Dispatcher zurückgeben', { Grund: 'Betrifft die Plattform.' }),
        sends: [
          [
            'dispatch',
            'Ticket SP-2026-0001 wurde an die Wartungs-Dispatcher zurückg',
            'der zuständige Dispatcher',
          ],
        ],
      },
    ],
  },
  {
    given: 'given a module without a maintainer',
    happens: [
      {
        what: 'Neue Meldung, Klasse 3 oder 4',
        does: (desk) => reports(desk, 4, { Modul: 'Bereitschaftsplanung' }),
        sends: [
          ['dispatch', 'SP-2026-0001 Bereitschaftsplanung: Klasse 4, Angefragt, Fris', ''],
          ['nord', 'Gemeldet: SP-2026-0001', ''],
          ['nord', 'SP-2026-0001 Bereitschaftsplanung: Klasse 4, Angefragt, Fris', ''],
        ],
      },
      {
        what: 'Akzeptiert, aber das Modul hat keinen Maintainer',
        does: act('dispatch', 'Akzeptieren'),
        sends: [
          [
            'dispatch',
            'Für das Modul von Ticket SP-2026-0001 ist kein Maintainer be',
            'Prozessverantwortlicher',
          ],
        ],
      },
    ],
  },
  {
    given: 'given a returned report that is never supplemented',
    happens: [
      reported(4),
      returned,
      {
        what: 'Zurückgewiesen, seit fünf Servicetagen keine Antwort',
        does: clockShows('2026-06-18T09:00'),
        sends: [
          ['dispatch', 'Tagesübersicht: 1 offen', ''],
          [
            'nord',
            'Zu Ticket SP-2026-0001 fehlen seit Mi 10.06.2026, 10:00 Uhr ',
            'alle Personen des Netzbetreibers',
          ],
        ],
      },
      {
        what: 'Zurückgewiesen, seit zehn Servicetagen keine Antwort',
        does: clockShows('2026-06-25T09:00'),
        sends: [
          ['dispatch', 'Tagesübersicht: 1 offen', ''],
          [
            'dispatch',
            'Ticket SP-2026-0001 wartet seit Mi 10.06.2026, 10:00 Uhr auf',
            'der zuständige Dispatcher',
          ],
          [
            'nord',
            'Zu Ticket SP-2026-0001 fehlen seit Mi 10.06.2026, 10:00 Uhr ',
            'alle Personen des Netzbetreibers',
          ],
        ],
      },
      {
        what: 'Ohne Antwort geschlossen',
        does: act('dispatch', 'Schließen ohne Antwort'),
        sends: [
          [
            'nord',
            'Ticket SP-2026-0001 wurde geschlossen, weil keine Antwort ka',
            'alle Personen des Netzbetreibers',
          ],
        ],
      },
    ],
  },
];
