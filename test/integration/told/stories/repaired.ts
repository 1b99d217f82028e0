import type { Desk } from '../../../support/desk';
import { places } from '../../../support/desk-steps';
import { filled } from '../../../support/ticket-way';
import { act, assigned, reported, type Story } from './story';

const reads = async (desk: Desk, number: string) => {
  await places(desk).nord.card('Freigabeinformation').press('Gelesen');
  await desk.delivered();
  return number;
};

export const repaired: Story = {
  given: 'given a report of class 2 that is repaired',
  happens: [
    reported(2),
    assigned(2),
    {
      what: 'Rückfrage an den Netzbetreiber',
      does: act('journal', 'Rückfrage', filled.question),
      sends: [
        [
          'nord',
          'Zu Ticket SP-2026-0001 gibt es eine Rückfrage an Sie, bitte ',
          'alle Personen des Netzbetreibers',
        ],
      ],
    },
    {
      what: 'Rückfrage des Maintainers beantwortet',
      does: act('nord', 'Antworten', filled.answer),
      sends: [
        ['journal', 'Ihre Rückfrage zu Ticket SP-2026-0001 ist beantwortet.', 'der zuständige Maintainer'],
      ],
    },
    {
      what: 'Plan des Maintainers vorgeschlagen oder geändert',
      does: act('journal', 'Plan vorschlagen', filled.plan),
      sends: [
        [
          'dispatch',
          'Zu Ticket SP-2026-0001 liegt ein Fehlerbehebungsplan vor; bi',
          'der zuständige Dispatcher',
        ],
        [
          'nord',
          'Zu Ticket SP-2026-0001 liegt ein Fehlerbehebungsplan vor; bi',
          'alle Personen des Netzbetreibers',
        ],
      ],
    },
    {
      what: 'Dem Plan zugestimmt, aber noch nicht alle',
      does: act('dispatch', 'Dem Plan zustimmen'),
      sends: [],
    },
    {
      what: 'Dem Plan des Maintainers widersprochen',
      does: act('nord', 'Dem Plan widersprechen', { 'Grund des Widerspruchs': 'Früher, bitte.' }),
      sends: [
        [
          'journal',
          'Ihrem Fehlerbehebungsplan zu Ticket SP-2026-0001 wurde wider',
          'der zuständige Maintainer',
        ],
      ],
    },
    {
      what: 'Plan des Maintainers vorgeschlagen oder geändert',
      does: act('journal', 'Plan ändern', { 'Zieltermin (ein Servicetag)': '2026-06-18' }),
      sends: [
        [
          'dispatch',
          'Plan geändert (Version 2) zu Ticket SP-2026-0001, Zieltermin',
          'der zuständige Dispatcher',
        ],
        [
          'nord',
          'Plan geändert (Version 2) zu Ticket SP-2026-0001, Zieltermin',
          'alle Personen des Netzbetreibers',
        ],
      ],
    },
    {
      what: 'Dem Plan zugestimmt, aber noch nicht alle',
      does: act('nord', 'Dem Plan zustimmen'),
      sends: [],
    },
    {
      what: 'Dem Plan zugestimmt, nun alle: er ist verbindlich',
      does: act('dispatch', 'Dem Plan zustimmen'),
      sends: [
        [
          'journal',
          'Der Fehlerbehebungsplan von Ticket SP-2026-0001 ist verbindl',
          'der zuständige Maintainer',
        ],
      ],
    },
    { what: 'Bearbeitung begonnen', does: act('journal', 'Bearbeitung beginnen'), sends: [] },
    {
      what: 'Unterstützung angefordert',
      does: act('journal', 'Unterstützung anfordern', filled.support),
      sends: [
        ['platform', 'SP-2026-0001 Betriebstagebuch: Klasse 2, In Bearbeitung', ''],
        ['platform', 'Zu Ticket SP-2026-0001 wird Ihre Unterstützung angefordert.', 'Plattform-Maintainer'],
      ],
    },
    { what: 'Unterstützung übernommen', does: act('platform', 'Unterstützung übernehmen'), sends: [] },
    {
      what: 'Unterstützung erledigt',
      does: act('platform', 'Unterstützung erledigen', { Antwort: 'Die nächtliche Pipeline.' }),
      sends: [
        [
          'journal',
          'Die Unterstützung, die Sie zu Ticket SP-2026-0001 angeforder',
          'der zuständige Maintainer',
        ],
      ],
    },
    {
      what: 'Bearbeitung abgeschlossen',
      does: act('journal', 'Bearbeitung abschließen', filled.completion),
      sends: [
        [
          'dispatch',
          'Die Bearbeitung von Ticket SP-2026-0001 ist abgeschlossen; d',
          'der zuständige Dispatcher',
        ],
      ],
    },
    { what: 'Test begonnen', does: act('dispatch', 'Test beginnen'), sends: [] },
    {
      what: 'Test nicht bestanden',
      does: act('dispatch', 'Test nicht bestanden', { ...filled.test, ...filled.defect }),
      sends: [
        [
          'journal',
          'Ticket SP-2026-0001 hat den Test nicht bestanden und ist wie',
          'der zuständige Maintainer',
        ],
      ],
    },
    {
      what: 'Bearbeitung abgeschlossen',
      does: act('journal', 'Bearbeitung abschließen'),
      sends: [
        [
          'dispatch',
          'Die Bearbeitung von Ticket SP-2026-0001 ist abgeschlossen; d',
          'der zuständige Dispatcher',
        ],
      ],
    },
    { what: 'Test begonnen', does: act('dispatch', 'Test beginnen'), sends: [] },
    {
      what: 'Freigegeben und geschlossen',
      does: act('dispatch', 'Freigeben und schließen', { ...filled.test, ...filled.release }),
      sends: [
        ['nord', 'Freigabeinformation Betriebstagebuch: bitte als gelesen best', ''],
        [
          'nord',
          'Der Fehler von Ticket SP-2026-0001 ist behoben und freigegeb',
          'alle Personen des Netzbetreibers',
        ],
        ['sued', 'Freigabeinformation Betriebstagebuch: bitte als gelesen best', ''],
        ['sued', 'Freigabeinformation zu Betriebstagebuch: Ein Fehler ist beho', 'wer dort liest'],
        ['suedB', 'Freigabeinformation Betriebstagebuch: bitte als gelesen best', ''],
        ['suedB', 'Freigabeinformation zu Betriebstagebuch: Ein Fehler ist beho', 'wer dort liest'],
      ],
    },
    { what: 'Freigabeinformation bestätigt', does: reads, sends: [] },
  ],
};
