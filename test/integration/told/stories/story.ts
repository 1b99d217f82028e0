import type { Desk } from '../../../support/desk';
import { did, type Fields, places } from '../../../support/desk-steps';
import { reports } from '../../../support/ticket-way';

/** Every place of the sample once, as the handbook's table names it. */
export const placeNames = {
  dispatch: '„Dispatch“',
  nord: 'Kanal des Netzbetreibers',
  journal: 'Kanal des Moduls',
  platform: '„Plattform“',
  sued: 'privater Chat anderer betroffener Netzbetreiber',
  suedB: 'privater Chat anderer betroffener Netzbetreiber',
  outage: 'Kanal eines anderen Moduls',
} as const;
export type PlaceName = keyof typeof placeNames;

/** One message of the bot: where, how its summary begins, and whom it calls, in the handbook's words; '' for nobody. */
export type Sent = readonly [where: PlaceName, summary: string, called: string];
/** So much of a summary tells one message from another. */
export const beginning = 60;

/** What happens to one ticket. */
export interface Story {
  readonly given: string;
  readonly happens: readonly Happening[];
}

/** Something that happens to a ticket, in the handbook's words, and every message that the bot sends because of it. */
export interface Happening {
  readonly what: string;
  /** Answers the number of the ticket where it opens one. */
  readonly does: (desk: Desk, number: string) => Promise<string>;
  readonly sends: readonly Sent[];
}

/** Somebody acts on the ticket's card in the place. */
export const act =
  (where: PlaceName, action: string, fields: Fields = {}) =>
  async (desk: Desk, number: string) => {
    await did(desk, places(desk)[where], number, action, fields);
    return number;
  };
/** A report of the journal's module; classes 1 and 2 call the dispatchers on duty. */
export function reported(faultClass: 2 | 3 | 4): Happening {
  const card = `SP-2026-0001 Betriebstagebuch: Klasse ${faultClass}, Angefragt, Frist ${faultClass === 3 ? 'Do' : 'Mi'}`;
  const call: Sent = [
    'dispatch',
    'Meldung SP-2026-0001, Klasse 2 (Betriebsbehindernder Fehler)',
    'alle Wartungs-Dispatcher',
  ];
  return {
    what: faultClass === 2 ? 'Neue Meldung, Klasse 1 oder 2' : 'Neue Meldung, Klasse 3 oder 4',
    does: (desk) => reports(desk, faultClass),
    sends: [
      ['dispatch', card, ''],
      ...(faultClass === 2 ? [call] : []),
      ['nord', 'Gemeldet: SP-2026-0001', ''],
      ['nord', card, ''],
    ],
  };
}
/** Accepted and assigned to the module's only maintainer. */
export function assigned(faultClass: 2 | 4): Happening {
  return {
    what: 'Akzeptiert und zugewiesen',
    does: act('dispatch', 'Akzeptieren und zuweisen'),
    sends: [
      ['journal', `SP-2026-0001 Betriebstagebuch: Klasse ${faultClass}, Akzeptiert`, ''],
      ['journal', 'Ticket SP-2026-0001 ist Ihnen zugewiesen.', 'der zuständige Maintainer'],
    ],
  };
}
export const returned: Happening = {
  what: 'Zurückgewiesen: Angaben fehlen',
  does: act('dispatch', 'Zurückweisen (Angaben fehlen)', { 'Welche Angaben fehlen': 'Welche Version?' }),
  sends: [
    [
      'nord',
      'Zu Ticket SP-2026-0001 fehlen Angaben, bitte ergänzen Sie es',
      'alle Personen des Netzbetreibers',
    ],
  ],
};
/** It is so late, and what is due by then has come. */
export const clockShows = (time: string) => async (desk: Desk, number: string) => {
  desk.at(time);
  await desk.timePasses();
  return number;
};
