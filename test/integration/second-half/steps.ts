import type { FieldValue } from '../../../src/simulator/people/card-input';
import type { Dialog, Outcome } from '../../../src/simulator/people/dialog';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import type { ShownCard } from '../../../src/simulator/people/shown-card';
import { channels, type Desk } from '../../support/desk';

export type Fields = Readonly<Record<string, FieldValue>>;

export const classNames = {
  1: '1 – Betriebsverhindernder Fehler (4 Stunden Servicezeit)',
  2: '2 – Betriebsbehindernder Fehler (6 Stunden Servicezeit)',
  3: '3 – Leichter Fehler (8 Stunden Servicezeit)',
  4: '4 – Unkritischer Fehler (5 Servicetage)',
} as const;
export type ClassNumber = keyof typeof classNames;

export const wholeReport: Fields = {
  Modul: 'Betriebstagebuch',
  Titel: 'Suche findet nichts',
  Beschreibung: 'Die Suche bleibt leer, sobald zwei Schichten zugleich suchen.',
  Reproduzierbar: 'immer',
  '1st und 2nd Level': true,
};

/** What each form of the second half is filled with where a test does not care. */
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

/** The people who act in these tests, each before the channel or chat in which they do. */
export function people(desk: Desk) {
  return {
    nord: desk.as('leitwarte-nord-a').in(channels.nord),
    nordB: desk.as('leitwarte-nord-b').in(channels.nord),
    sued: desk.as('leitstelle-sued-a').chat(),
    suedB: desk.as('leitstelle-sued-b').chat(),
    dispatch: desk.as('dispatcher-1').in(channels.dispatch),
    dispatch2: desk.as('dispatcher-2').in(channels.dispatch),
    owner: desk.as('prozess').in(channels.dispatch),
    journal: desk.as('maintainer-west').in(channels.journal),
    journal2: desk.as('maintainer-west-vertretung').in(channels.journal),
    /** Only where the platform has a channel of its own. */
    get platform() {
      return desk.as('plattform').in('Plattform');
    },
  };
}

/** The tracked card of the ticket at a place: no copy, no answer of the bot to something that was asked. */
export function cardOf(view: PlaceView, number: string): ShownCard {
  return view.message(
    ({ hasCard, text }) =>
      hasCard && new RegExp(`^${number} \\| `, 'm').test(text) && !text.includes('Kopie, Stand'),
  ).card;
}

/** Presses the action's button, or takes it from "Weitere Aktionen". */
export async function begins(card: ShownCard, action: string): Promise<Outcome> {
  if (card.buttons.includes(action)) return card.press(action);
  const more = (await card.press('Weitere Aktionen')).dialog;
  return more.fill({ Aktion: action }).submit('Weiter');
}

/** Sends a form, over its check page where it has one. */
export async function sends(form: Dialog, fields: Fields = {}): Promise<Outcome> {
  const sent = await form.fill({ ...fields }).submit(form.buttons[0] ?? '');
  if (sent.kind !== 'dialog' || !sent.dialog.buttons.includes('Zurück')) return sent;
  return sent.dialog.submit(sent.dialog.buttons[0] ?? '');
}

/** A whole action on the ticket's card of this place; everything that follows has reached Teams. */
export async function does(
  desk: Desk,
  view: PlaceView,
  number: string,
  action: string,
  fields: Fields = {},
): Promise<Outcome> {
  const begun = await begins(cardOf(view, number), action);
  const outcome = begun.kind === 'dialog' ? await sends(begun.dialog, fields) : begun;
  await desk.delivered();
  return outcome;
}

/** The same, and the test fails where it is not done. */
export async function did(
  desk: Desk,
  view: PlaceView,
  number: string,
  action: string,
  fields: Fields = {},
): Promise<void> {
  const { text } = await does(desk, view, number, action, fields);
  if (!text.includes('ist erledigt') && !text.startsWith(`${number} | `)) {
    throw new Error(`"${action}" was answered with: ${text}`);
  }
}

/** Reports a fault of Netz Nord's Betriebstagebuch; answers the number. */
export async function reports(desk: Desk, faultClass: ClassNumber = 2, fields: Fields = {}): Promise<string> {
  const { nord } = people(desk);
  await nord.writes('@Software-Pflege Störung melden');
  const form = (await nord.card().press('Störung melden')).dialog;
  const proposal = { 'Fehlerklasse (Vorschlag)': classNames[faultClass] };
  const { text } = await sends(form, { ...wholeReport, ...proposal, ...fields });
  await desk.delivered();
  const number = /^Gemeldet: (SP-\d{4}-\d{4})$/.exec(text)?.[1];
  if (number === undefined) throw new Error(`not reported: ${text}`);
  return number;
}

/** How far a ticket is when a test begins. */
export type Standing =
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

/** The standings in their order, each with the step that leads to it. */
export const way: readonly Exclude<Standing, 'requested'>[] = [
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
export async function ticketAt(desk: Desk, standing: Standing, faultClass: ClassNumber = 2): Promise<string> {
  const number = await reports(desk, faultClass);
  for (const next of way.slice(0, way.findIndex((each) => each === standing) + 1)) {
    await advances(desk, number, next);
  }
  return number;
}

/** One step further on the way. */
export function advances(desk: Desk, number: string, to: Exclude<Standing, 'requested'>): Promise<void> {
  return steps[to](desk, number);
}

export const maintainer = 'Maintainer West (Softwarehaus West GmbH)';

const steps: Readonly<Record<Exclude<Standing, 'requested'>, (desk: Desk, number: string) => Promise<void>>> =
  {
    accepted: (desk, number) => did(desk, people(desk).dispatch, number, 'Akzeptieren'),
    assigned: (desk, number) =>
      did(desk, people(desk).dispatch, number, 'Zuweisen', { Maintainer: maintainer }),
    planned: (desk, number) => did(desk, people(desk).journal, number, 'Plan vorschlagen', filled.plan),
    agreedByNord: (desk, number) => did(desk, people(desk).nord, number, 'Dem Plan zustimmen'),
    binding: (desk, number) => did(desk, people(desk).dispatch, number, 'Dem Plan zustimmen'),
    inProgress: (desk, number) => did(desk, people(desk).journal, number, 'Bearbeitung beginnen'),
    fixed: (desk, number) =>
      did(desk, people(desk).journal, number, 'Bearbeitung abschließen', filled.completion),
    inTest: (desk, number) => did(desk, people(desk).dispatch, number, 'Test beginnen'),
    closed: (desk, number) =>
      did(desk, people(desk).dispatch, number, 'Freigeben und schließen', {
        ...filled.test,
        ...filled.release,
      }),
  };
