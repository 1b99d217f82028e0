import type { FieldValue } from '../../src/simulator/people/card-input';
import type { Dialog, Outcome, PressOptions } from '../../src/simulator/people/dialog';
import type { PlaceView } from '../../src/simulator/people/place-view';
import type { ShownCard } from '../../src/simulator/people/shown-card';
import { channels, type Desk } from './desk';

export type Fields = Readonly<Record<string, FieldValue>>;

/** The choices of the class fields by their number, as people read them. */
export const classes = {
  1: '1 – Betriebsverhindernder Fehler (4 Stunden Servicezeit)',
  2: '2 – Betriebsbehindernder Fehler (6 Stunden Servicezeit)',
  3: '3 – Leichter Fehler (8 Stunden Servicezeit)',
  4: '4 – Unkritischer Fehler (5 Servicetage)',
} as const;
export type ClassNumber = keyof typeof classes;

/** So much that a card shows only the beginning and has "Inhalt anzeigen" for the rest. */
export const longDescription = `Nach dem Anmelden bleibt die Liste leer. ${'Ein Neustart ändert nichts daran. '.repeat(20).trim()}`;

/** A whole report of an operator under contract for Betriebstagebuch, from top to bottom: only what differs has to be said. */
export const wholeReport: Fields = {
  Titel: 'Schichtbuch leer',
  Beschreibung: longDescription,
  Modul: 'Betriebstagebuch',
  Reproduzierbar: 'immer',
  'Fehlerklasse (Vorschlag)': classes[2],
  '1st und 2nd Level': true,
};

/** What a dispatcher adds who reports on the word of Netz Nord. */
export const wordOfNord: Fields = {
  Netzbetreiber: 'Netz Nord GmbH',
  Meldeweg: 'Telefon',
  'Mitgeteilt von': 'Schichtleitung Nord',
};

export const maintainerWest = 'Maintainer West (Softwarehaus West GmbH)';

/** The places of the sample, each on the screen of somebody who acts there. */
export function places(desk: Desk) {
  return {
    get nord() {
      return desk.as('leitwarte-nord-a').in(channels.nord);
    },
    get nordB() {
      return desk.as('leitwarte-nord-b').in(channels.nord);
    },
    get sued() {
      return desk.as('leitstelle-sued-a').chat();
    },
    get suedB() {
      return desk.as('leitstelle-sued-b').chat();
    },
    get dispatch() {
      return desk.as('dispatcher-1').in(channels.dispatch);
    },
    get dispatch2() {
      return desk.as('dispatcher-2').in(channels.dispatch);
    },
    get owner() {
      return desk.as('prozess').in(channels.dispatch);
    },
    get journal() {
      return desk.as('maintainer-west').in(channels.journal);
    },
    get journal2() {
      return desk.as('maintainer-west-vertretung').in(channels.journal);
    },
    get outage() {
      return desk.as('maintainer-ost').in(channels.outage);
    },
    /** Only where the platform has a channel of its own. */
    get platform() {
      return desk.as('plattform').in('Plattform');
    },
  };
}

/** The ticket's own card as somebody sees it; what they asked for besides (copies) is left out. */
export function ticketCard(view: PlaceView, number: string): ShownCard {
  return view.message(
    (message) =>
      message.hasCard &&
      new RegExp(`^${number} \\| `, 'm').test(message.text) &&
      !message.text.includes('Kopie, Stand'),
  ).card;
}

/** Asks for the report form and opens it. */
export async function opensReport(view: PlaceView): Promise<Dialog> {
  const mention = view.conversation.kind === 'personal' ? '' : '@Software-Pflege ';
  await view.writes(`${mention}Störung melden`);
  return (await view.card().press('Störung melden')).dialog;
}

/** The number on the card that a report was made from. Fails the test where it says none. */
export function numberReportedOn(view: PlaceView, start: string): string {
  return numberReported(view.message(({ id }) => id === start).text);
}

function numberReported(text: string): string {
  const number = /^Gemeldet: (SP-\d{4}-\d{4})$/m.exec(text)?.[1];
  if (number === undefined) throw new Error(`not reported: ${text}`);
  return number;
}

/** Reports a fault by the form and its check page; answers the number once everything has reached Teams. */
export async function reportFault(
  desk: Desk,
  fields: Fields = {},
  view: PlaceView = places(desk).nord,
): Promise<string> {
  const form = (await opensReport(view)).fill({ ...wholeReport, ...fields });
  const start = view.card().message.id;
  const sent = await (await form.submit('Weiter')).dialog.submit('Absenden');
  await desk.delivered();
  // Said by the card that the form was opened from; by the dialog where that card is nobody's to report from any more.
  return sent.kind === 'closed' ? numberReportedOn(view, start) : numberReported(sent.text);
}

/** Presses the action's button, or its entry in the menu; on a client without one it is taken from "Weitere Aktionen". */
export async function presses(card: ShownCard, action: string): Promise<Outcome> {
  if (card.buttons.includes(action)) return card.press(action);
  const more = (await card.press('Weitere Aktionen')).dialog;
  return more.fill({ Aktion: action }).submit('Weiter');
}

/** Presses what is on the card, or at the end of what "Einzelheiten" unfolds. */
export async function reads(card: ShownCard, button: string, forged?: PressOptions): Promise<Outcome> {
  if (!card.buttons.includes(button)) await card.press('Einzelheiten');
  return card.press(button, forged);
}

export function opensContent(card: ShownCard, forged?: PressOptions): Promise<Outcome> {
  return reads(card, 'Inhalt anzeigen', forged);
}

/** Sends an open form with these fields, over its check page where it has one. */
export async function sends(form: Dialog, fields: Fields = {}): Promise<Outcome> {
  const first = await form.fill({ ...fields }).submit(form.buttons[0] ?? '');
  if (first.kind !== 'dialog' || !first.dialog.buttons.includes('Zurück')) return first;
  return first.dialog.submit(first.dialog.buttons[0] ?? '');
}

/** Takes an action on the ticket's card of this place; everything that follows has reached Teams. */
export async function does(
  desk: Desk,
  view: PlaceView,
  number: string,
  action: string,
  fields: Fields = {},
): Promise<Outcome> {
  const pressed = await presses(ticketCard(view, number), action);
  const outcome = pressed.kind === 'dialog' ? await sends(pressed.dialog, fields) : pressed;
  await desk.delivered();
  return outcome;
}

/**
 * As `does`, and the test fails where it is not done: the answer must not be a refusal, and what a dialog closes without a
 * word must stand on the card that it was opened from.
 */
export async function did(
  desk: Desk,
  view: PlaceView,
  number: string,
  action: string,
  fields: Fields = {},
): Promise<void> {
  const { id } = ticketCard(view, number).message;
  const onCard = () => view.message((message) => message.id === id).unfolded;
  const before = onCard();
  const outcome = await does(desk, view, number, action, fields);
  if (!isDone(outcome, number, () => onCard() !== before)) {
    throw new Error(`"${action}" was answered with: ${outcome.kind} ${outcome.text}`);
  }
}

function isDone({ kind, text }: Outcome, number: string, cardHasChanged: () => boolean): boolean {
  if (kind === 'closed') return cardHasChanged();
  return text.includes('ist erledigt') || text.startsWith(`${number} | `);
}

export function acceptTicket(desk: Desk, number: string, fields: Fields = {}): Promise<Outcome> {
  return does(desk, places(desk).dispatch, number, 'Akzeptieren', fields);
}

/** Accepts and assigns to Maintainer West. */
export async function assignTicket(desk: Desk, number: string): Promise<void> {
  await acceptTicket(desk, number);
  await does(desk, places(desk).dispatch, number, 'Zuweisen', { Maintainer: maintainerWest });
}

export function returnTicket(desk: Desk, number: string, missing = 'Welche Version?'): Promise<Outcome> {
  const { dispatch } = places(desk);
  return does(desk, dispatch, number, 'Zurückweisen (Angaben fehlen)', { 'Welche Angaben fehlen': missing });
}
