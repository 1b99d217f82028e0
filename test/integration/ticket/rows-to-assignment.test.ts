import { moreActionsNotPermitted } from '../../../src/texts/refusals.de';
import type { TicketAction } from '../../../src/domain/ticket/actions/registry';
import type { TicketState } from '../../../src/domain/ticket/ticket-state';
import { transitions } from '../../../src/domain/ticket/transitions';
import { stateNames } from '../../../src/texts/labels.de';
import { actionNameFor } from '../../../src/texts/action-names.de';
import { actionNames } from '../../../src/texts/actions.de';
import type { Role } from '../../../src/domain/organisation/installation';
import { Desk } from '../../support/desk';
import {
  acceptTicket,
  assignTicket,
  classes,
  does,
  type Fields,
  maintainerWest,
  places,
  presses,
  reportFault,
  returnTicket,
  sends,
  ticketCard,
  wordOfNord,
} from '../../support/desk-steps';

/** How a ticket comes into a state; `assigned` is Akzeptiert with a maintainer. */
type Standing = 'requested' | 'accepted' | 'assigned' | 'returned';
type At = 'dispatch' | 'nord' | 'journal';

interface Row {
  readonly action: TicketAction;
  readonly from: Standing;
  /** Where it is pressed, by somebody who may. */
  readonly at: At;
  readonly fields?: Fields;
  /** The state that the card shows afterwards. */
  readonly to: TicketState;
  /** Besides the state, on the card of the place. */
  readonly shows: string;
  /** Who may, in the words of the refusal for somebody else in the same channel. */
  readonly mayOnly: string;
  /** When it is pressed; 11:00 of the day of the report unless told. */
  readonly time?: string;
}

const roleAt: Readonly<Record<At, Role>> = {
  dispatch: 'dispatcher',
  nord: 'operator',
  journal: 'maintainer',
};
const dispatchers = 'die Wartungs-Dispatcher';
const nordOnly = 'Netz Nord GmbH';
const west = 'die Maintainer von Betriebstagebuch (Softwarehaus West GmbH)';
const word = { Meldeweg: wordOfNord['Meldeweg'] ?? '', 'Mitgeteilt von': 'Schichtleitung Nord' };
const toldByPhone = 'Mitgeteilt: Telefon, Mi 10.06.2026, 11:00 Uhr, Schichtleitung Nord';
const noFault = { Grund: 'Kein Softwarefehler', Begründung: 'Das Netz fehlte.' };
const declined = 'Grund der Ablehnung: Kein Softwarefehler – Das Netz fehlte.';
const afterTenDays = '2026-06-24T17:00';

const rows: readonly Row[] = [
  {
    action: 'startAnalysis',
    from: 'requested',
    at: 'dispatch',
    to: 'requested',
    shows: 'über die Meldung entscheiden; Dispatcher Eins analysiert sie',
    mayOnly: dispatchers,
  },
  {
    action: 'accept',
    from: 'requested',
    at: 'dispatch',
    fields: { Priorität: 'hoch' },
    to: 'accepted',
    shows: 'Priorität: hoch',
    mayOnly: dispatchers,
  },
  {
    action: 'decline',
    from: 'requested',
    at: 'dispatch',
    fields: noFault,
    to: 'declined',
    shows: declined,
    mayOnly: dispatchers,
  },
  {
    action: 'decline',
    from: 'accepted',
    at: 'dispatch',
    fields: noFault,
    to: 'declined',
    shows: declined,
    mayOnly: dispatchers,
  },
  {
    action: 'returnReport',
    from: 'requested',
    at: 'dispatch',
    fields: { 'Welche Angaben fehlen': 'Bitte die Version.' },
    to: 'returned',
    shows: 'Es fehlt: Bitte die Version.',
    mayOnly: dispatchers,
  },
  {
    action: 'returnReport',
    from: 'accepted',
    at: 'dispatch',
    fields: { 'Welche Angaben fehlen': 'Bitte die Version.' },
    to: 'returned',
    shows: 'Als Nächstes: Netz Nord GmbH – fehlende Angaben ergänzen',
    mayOnly: dispatchers,
  },
  {
    action: 'supplement',
    from: 'returned',
    at: 'nord',
    fields: { Antwort: 'Version 2.1.0' },
    to: 'requested',
    shows: 'Reaktionsfrist Mi 10.06.2026, 17:00 Uhr',
    mayOnly: nordOnly,
  },
  {
    action: 'supplement',
    from: 'returned',
    at: 'dispatch',
    fields: { ...word, Antwort: 'Version 2.1.0' },
    to: 'requested',
    shows: toldByPhone,
    mayOnly: nordOnly,
  },
  {
    action: 'closeWithoutAnswer',
    from: 'returned',
    at: 'dispatch',
    to: 'closed',
    shows: 'Beendet: ohne Antwort geschlossen',
    mayOnly: dispatchers,
    time: afterTenDays,
  },
  {
    action: 'withdraw',
    from: 'requested',
    at: 'nord',
    fields: { Grund: 'Es geht wieder.' },
    to: 'closed',
    shows: 'Grund des Rückzugs: Es geht wieder.',
    mayOnly: nordOnly,
  },
  {
    action: 'withdraw',
    from: 'returned',
    at: 'nord',
    to: 'closed',
    shows: 'zurückgezogen',
    mayOnly: nordOnly,
  },
  {
    action: 'withdraw',
    from: 'requested',
    at: 'dispatch',
    fields: word,
    to: 'closed',
    shows: toldByPhone,
    mayOnly: nordOnly,
  },
  {
    action: 'withdraw',
    from: 'returned',
    at: 'dispatch',
    fields: word,
    to: 'closed',
    shows: toldByPhone,
    mayOnly: nordOnly,
  },
  {
    action: 'assign',
    from: 'accepted',
    at: 'dispatch',
    fields: { Maintainer: maintainerWest },
    to: 'accepted',
    shows: `Als Nächstes: ${maintainerWest} – Fehlerbehebungsplan vorschlagen`,
    mayOnly: dispatchers,
  },
  {
    action: 'handBack',
    from: 'assigned',
    at: 'journal',
    fields: { Grund: 'Liegt am Server.' },
    to: 'accepted',
    shows: 'abgegeben',
    mayOnly: `${west} oder ${dispatchers}`,
  },
  {
    action: 'handBack',
    from: 'assigned',
    at: 'dispatch',
    fields: { Grund: 'Urlaub beim Maintainer.' },
    to: 'accepted',
    shows: 'Grund der Rückgabe: Urlaub beim Maintainer.',
    mayOnly: `${west} oder ${dispatchers}`,
  },
  ...(['requested', 'assigned', 'returned'] as const).flatMap((from): Row[] => [
    {
      action: 'changeClass',
      from,
      at: 'dispatch',
      fields: { Fehlerklasse: classes[3], Begründung: 'Es gibt eine Umgehung.' },
      to: stateOf(from),
      shows: 'Begründung der Klasse: Es gibt eine Umgehung.',
      mayOnly: dispatchers,
    },
    {
      action: 'changePriority',
      from,
      at: 'dispatch',
      fields: { Priorität: 'niedrig' },
      to: stateOf(from),
      shows: 'Priorität: niedrig',
      mayOnly: dispatchers,
    },
    {
      action: 'markSecurityRelevant',
      from,
      at: from === 'assigned' ? 'nord' : 'dispatch',
      to: stateOf(from),
      shows: 'Sicherheitsrelevant: Inhalte stehen nur unter „Inhalt anzeigen“.',
      mayOnly: `${dispatchers} oder ${nordOnly}`,
    },
  ]),
  ...(['requested', 'accepted', 'assigned'] as const).map((from): Row => ({
    action: 'changeModule',
    from,
    at: 'dispatch',
    fields: { Modul: 'Störungsinformationstool' },
    to: stateOf(from),
    shows: 'Modul: Störungsinformationstool',
    mayOnly: dispatchers,
  })),
];

function stateOf(standing: Standing): TicketState {
  return standing === 'assigned' ? 'accepted' : standing;
}

const named = rows.map((row): [string, Row] => [
  `${stateNames[stateOf(row.from)]}${row.from === 'assigned' ? ' (zugewiesen)' : ''}: ${actionNames[row.action]}, ${row.at}`,
  row,
]);

describe('given a ticket in a state of the table of process 3', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  async function ticketIn(standing: Standing): Promise<string> {
    desk.at('2026-06-10T10:00');
    const number = await reportFault(desk);
    if (standing === 'accepted') await acceptTicket(desk, number);
    if (standing === 'assigned') await assignTicket(desk, number);
    if (standing === 'returned') await returnTicket(desk, number);
    desk.at('2026-06-10T11:00');
    return number;
  }

  const changes = new Set<TicketAction>([
    'changeClass',
    'changePriority',
    'changeModule',
    'markSecurityRelevant',
  ]);

  it('has a case for every row up to the assignment', () => {
    const reached = (action: TicketAction, state: TicketState) =>
      rows.some((row) => row.action === action && stateOf(row.from) === state);
    // From the plan on, rows-from-plan.test.ts takes the rows.
    const last = transitions.findIndex((row) => row.action === 'beginWork');
    const upTo = transitions.slice(0, last).concat(transitions.filter((row) => changes.has(row.action)));
    const expected = upTo.flatMap(({ action, from }) =>
      from
        .filter((state) => state === 'requested' || state === 'accepted' || state === 'returned')
        .map((state) => ({ action, state })),
    );
    expect(expected.filter(({ action, state }) => !reached(action, state))).toEqual([]);
  });

  it.each(named)(
    'when somebody who may presses, it happens, and a colleague with the old form reads who did it – %s',
    async (_name, row) => {
      const number = await ticketIn(row.from);
      if (row.time !== undefined) await desk.at(row.time).timePasses();
      const view = places(desk)[row.at];
      const action = actionNameFor(row.action, roleAt[row.at]);
      const colleague = desk.as(colleagues[row.at]).in(view.conversation.id);
      const old = ticketCard(colleague, number).frozen();
      const opened = row.action === 'startAnalysis' ? undefined : (await presses(old, action)).dialog;

      await does(desk, view, number, action, row.fields);

      const withdrawn = row.at === 'journal';
      const state = new RegExp(`^${number}${withdrawn ? '' : ` \\| ${stateNames[row.to]}`}`);
      const card = view.message((message) => message.hasCard && message.text.startsWith(number)).card;
      expect(card.text).toMatch(state);
      expect(card.unfolded).toContain(row.shows);

      const before = ticketCard(places(desk).dispatch, number).unfolded;
      const late = opened === undefined ? await old.press(action) : await sends(opened, row.fields);
      await desk.delivered();
      const when = row.time === undefined ? 'Mi 10.06.2026, 11:00 Uhr' : 'Mi 24.06.2026, 17:00 Uhr';
      expect(late.text).toContain(
        withdrawn
          ? 'Zu dieser Nummer gibt es hier kein Ticket.'
          : `Bereits erledigt von ${doers[row.at]} am ${when}: „${action}“; das Ticket ist im Zustand „${stateNames[row.to]}“`,
      );
      expect(ticketCard(places(desk).dispatch, number).unfolded).toBe(before);
    },
  );

  it.each(named)(
    'when somebody else presses in the same channel, nothing happens and they read who may – %s',
    async (_name, row) => {
      const number = await ticketIn(row.from);
      if (row.time !== undefined) await desk.at(row.time).timePasses();
      // Dispatchers see every channel, the process owner theirs: a card's buttons act in the role of its place.
      const view = places(desk)[row.at];
      const other = desk.as(row.at === 'dispatch' ? 'prozess' : 'dispatcher-2').in(view.conversation.id);
      const before = ticketCard(view, number).unfolded;
      const card = ticketCard(other, number);
      const name = actionNameFor(row.action, roleAt[row.at]);
      const button = card.buttons.includes(name);
      const more = row.action === 'markSecurityRelevant' && !button ? 'moreActions' : row.action;
      const outcome = button
        ? await card.press(name)
        : await card.press('Weitere Aktionen', { forged: { form: more } });
      await desk.delivered();
      expect(outcome.text).toContain(
        more === 'moreActions'
          ? moreActionsNotPermitted
          : `„${name}“ dürfen hier nur: ${row.mayOnly}; das Ticket ist im Zustand „${stateNames[stateOf(row.from)]}“, am Zug: `,
      );
      expect(ticketCard(view, number).unfolded).toBe(before);
    },
  );
});

const colleagues = {
  dispatch: 'dispatcher-2',
  nord: 'leitwarte-nord-b',
  journal: 'maintainer-west-vertretung',
};
const doers = { dispatch: 'Dispatcher Eins', nord: 'Leitwarte Nord, Schicht A', journal: 'Maintainer West' };
