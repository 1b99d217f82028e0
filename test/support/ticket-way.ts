import type { Desk } from './desk';
import {
  classes,
  type ClassNumber,
  did,
  type Fields,
  maintainerWest,
  places,
  reportFault,
} from './desk-steps';

/** A report of a fault that is repaired in the end. */
export const searchReport: Fields = {
  Modul: 'Betriebstagebuch',
  Titel: 'Suche findet nichts',
  Beschreibung: 'Die Suche bleibt leer, sobald zwei Schichten zugleich suchen.',
  Reproduzierbar: 'immer',
  '1st und 2nd Level': true,
};

/** What each form from the plan on is filled with where a test does not care. */
export const filled = {
  plan: {
    Ursache: 'Die Abfrage sperrt die Tabelle.',
    Maßnahme: 'Patch',
    'Betroffene Versionen': '<2.2.0',
    'Zieltermin (ein Servicetag)': '2026-06-19',
    Testvorgehen: 'Suche mit zehn Schichten.',
  },
  completion: {
    'Behoben in Version': '2.2.0',
    Paketreferenz: 'betriebstagebuch-2.2.0.tgz',
    'Was wurde geändert?': 'Die Abfrage liest, ohne zu sperren.',
    'Betroffene Versionen': '<2.2.0',
  },
  test: { Testumgebung: 'QS 1', Testschritte: 'Suchen, öffnen, schließen.', Ergebnis: 'Alles gefunden.' },
  defect: { Fehlerbeschreibung: 'Die Liste bleibt nach dem Filtern leer.' },
  release: { 'Information an die betroffenen Netzbetreiber': 'Die Suche findet wieder alle Einträge.' },
  question: { Rückfrage: 'Seit welcher Schicht?' },
  answer: { Antwort: 'Seit der Nachtschicht.' },
  support: {
    'Art der Unterstützung': 'Technische Frage',
    'Frage oder Auftrag': 'Welche Pipeline baut den Zweig?',
  },
  word: { Meldeweg: 'Telefon', 'Mitgeteilt von': 'Schichtleitung Nord' },
} satisfies Readonly<Record<string, Fields>>;

/** Reports a fault of Netz Nord's Betriebstagebuch; answers the number. */
export function reports(desk: Desk, faultClass: ClassNumber = 2, fields: Fields = {}): Promise<string> {
  const proposal = { 'Fehlerklasse (Vorschlag)': classes[faultClass] };
  return reportFault(desk, { ...searchReport, ...proposal, ...fields });
}

/** How far a ticket is when a test begins. */
export type Milestone =
  | 'requested'
  | 'accepted'
  | 'assigned'
  | 'planned'
  | 'agreedByNord'
  | 'binding'
  | 'inProgress'
  | 'fixed'
  | 'inTest'
  | 'closed';

/** In their order, each with the step that leads to it. */
export const way: readonly Exclude<Milestone, 'requested'>[] = [
  'accepted',
  'assigned',
  'planned',
  'agreedByNord',
  'binding',
  'inProgress',
  'fixed',
  'inTest',
  'closed',
];

/** A ticket that has come this far by its forms and buttons. */
export async function ticketAt(
  desk: Desk,
  milestone: Milestone,
  faultClass: ClassNumber = 2,
): Promise<string> {
  const number = await reports(desk, faultClass);
  for (const next of way.slice(0, way.findIndex((each) => each === milestone) + 1)) {
    await advances(desk, number, next);
  }
  return number;
}

/** One step further on the way. */
export function advances(desk: Desk, number: string, to: Exclude<Milestone, 'requested'>): Promise<void> {
  return steps[to](desk, number);
}

const steps: Readonly<
  Record<Exclude<Milestone, 'requested'>, (desk: Desk, number: string) => Promise<void>>
> = {
  accepted: (desk, number) => did(desk, places(desk).dispatch, number, 'Akzeptieren'),
  assigned: (desk, number) =>
    did(desk, places(desk).dispatch, number, 'Zuweisen', { Maintainer: maintainerWest }),
  planned: (desk, number) => did(desk, places(desk).journal, number, 'Plan vorschlagen', filled.plan),
  agreedByNord: (desk, number) => did(desk, places(desk).nord, number, 'Dem Plan zustimmen'),
  binding: (desk, number) => did(desk, places(desk).dispatch, number, 'Dem Plan zustimmen'),
  inProgress: (desk, number) => did(desk, places(desk).journal, number, 'Bearbeitung beginnen'),
  fixed: (desk, number) =>
    did(desk, places(desk).journal, number, 'Bearbeitung abschließen', filled.completion),
  inTest: (desk, number) => did(desk, places(desk).dispatch, number, 'Test beginnen'),
  closed: (desk, number) =>
    did(desk, places(desk).dispatch, number, 'Freigeben und schließen', {
      ...filled.test,
      ...filled.release,
    }),
};
