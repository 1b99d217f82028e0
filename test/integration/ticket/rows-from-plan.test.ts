import { formIds } from '../../../src/adapters/teams/cards/payload';
import { type TicketAction, ticketActions } from '../../../src/domain/ticket/actions/registry';
import type { TicketState } from '../../../src/domain/ticket/ticket-state';
import { rowsOf, transitions } from '../../../src/domain/ticket/transitions';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import { stateNames } from '../../../src/texts/labels.de';
import { actionNames } from '../../../src/texts/actions.de';
import { Desk } from '../../support/desk';
import {
  presses,
  ticketCard,
  classes,
  did,
  type Fields,
  maintainerWest,
  places,
} from '../../support/desk-steps';
import { advances, filled, reports, type Milestone, ticketAt, way } from '../../support/ticket-way';

const states: Readonly<Record<Milestone, TicketState>> = {
  requested: 'requested',
  accepted: 'accepted',
  assigned: 'accepted',
  planned: 'accepted',
  agreedByNord: 'accepted',
  binding: 'accepted',
  inProgress: 'inProgress',
  fixed: 'fixed',
  inTest: 'inTest',
  closed: 'closed',
};

/** Rows that are walked elsewhere: those up to the assignment, in the states before it. */
const early: readonly TicketState[] = ['requested', 'returned', 'accepted'];
const upToAssignment: readonly TicketAction[] = [
  'startAnalysis',
  'accept',
  'decline',
  'returnReport',
  'supplement',
  'closeWithoutAnswer',
  'withdraw',
  'assign',
  'handBack',
  'changeClass',
  'changePriority',
  'changeModule',
  'markSecurityRelevant',
];

describe('given the rows of process 3 from the plan to the closing', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  const walked = new Set<string>();

  /** Takes an action and checks that the card of the place says what came of it. */
  async function walks(
    number: string,
    action: TicketAction,
    view: PlaceView,
    fields: Fields,
    shows: string,
    from: TicketState,
  ): Promise<void> {
    await did(desk, view, number, actionNames[action], fields);
    walked.add(`${action} ${from}`);
    expect(ticketCard(view, number).unfolded).toContain(shows);
  }

  /** What is possible in a state without leaving it, each by one who may. */
  async function talks(number: string, state: TicketState): Promise<void> {
    const { dispatch, nord, platform } = places(desk);
    const name = stateNames[state];
    const remark = { Kommentar: `Bemerkung in ${name}.`, Sichtbarkeit: false };
    await walks(number, 'comment', dispatch, remark, `Bemerkung in ${name}.`, state);
    expect(ticketCard(nord, number).unfolded).toContain(`Bemerkung in ${name}.`);
    await walks(number, 'askOperator', dispatch, filled.question, 'Seit welcher Schicht?', state);
    expect(ticketCard(nord, number).unfolded).toContain('Seit welcher Schicht?');
    await walks(number, 'answerQuestion', nord, filled.answer, number, state);
    const other = await reports(desk);
    const link = { Ticket: other };
    await walks(number, 'linkTicket', dispatch, link, `hängt zusammen mit: ${other}`, state);
    await walks(number, 'unlinkTicket', dispatch, {}, `Verknüpfung gelöst: ${other}`, state);
    if (state === 'requested') return;
    await walks(number, 'requestSupport', dispatch, filled.support, 'Technische Frage', state);
    await walks(number, 'takeSupport', platform, {}, 'Welche Pipeline baut den Zweig?', state);
    await walks(number, 'completeSupport', platform, { Antwort: 'Die nächtliche.' }, number, state);
    expect(dispatch.shows().at(-1)?.mentions).toEqual(['dispatcher-1']);
  }

  async function reclassifies(number: string, state: TicketState): Promise<void> {
    const { dispatch } = places(desk);
    const lower = { Fehlerklasse: classes[3], Begründung: 'Es gibt eine Umgehung.' };
    await walks(number, 'changeClass', dispatch, lower, 'Es gibt eine Umgehung.', state);
    await walks(number, 'changePriority', dispatch, { Priorität: 'hoch' }, 'Priorität: hoch', state);
    await did(desk, dispatch, number, 'Klasse ändern', { Fehlerklasse: classes[2] });
    await did(desk, dispatch, number, 'Priorität ändern', { Priorität: 'mittel' });
  }

  it('when one ticket takes every row by those who may, then each shows on the card of its place', async () => {
    const { dispatch, nord, journal } = places(desk);
    const number = await reports(desk);
    await talks(number, 'requested');
    await did(desk, dispatch, number, 'Zurückweisen (Angaben fehlen)', {
      'Welche Angaben fehlen': 'Version?',
    });
    await talks(number, 'returned');
    await did(desk, nord, number, 'Ergänzen', { Antwort: '2.1.0' });
    await did(desk, dispatch, number, 'Akzeptieren');
    await talks(number, 'accepted');
    await did(desk, dispatch, number, 'Zuweisen', { Maintainer: maintainerWest });
    await walks(number, 'proposePlan', journal, filled.plan, 'Die Abfrage sperrt die Tabelle.', 'accepted');
    await walks(
      number,
      'objectToPlan',
      nord,
      { 'Grund des Widerspruchs': 'Zu spät.' },
      'Zu spät.',
      'accepted',
    );
    await did(desk, journal, number, 'Plan ändern', { 'Zieltermin (ein Servicetag)': '2026-06-17' });
    await walks(number, 'agreeToPlan', nord, {}, 'Netz Nord', 'accepted');
    await did(desk, dispatch, number, 'Dem Plan zustimmen');
    await walks(number, 'beginWork', journal, {}, 'In Bearbeitung', 'accepted');

    await talks(number, 'inProgress');
    await reclassifies(number, 'inProgress');
    await did(desk, journal, number, 'Plan ändern', { Ursache: 'Der Index fehlt.' });
    walked.add('proposePlan inProgress');
    expect(ticketCard(journal, number).unfolded).toContain('Der Index fehlt.');
    await walks(number, 'agreeToPlan', nord, {}, 'Netz Nord', 'inProgress');
    await walks(
      number,
      'objectToPlan',
      dispatch,
      { 'Grund des Widerspruchs': 'Zu viel.' },
      'Zu viel.',
      'inProgress',
    );
    await walks(number, 'completeWork', journal, filled.completion, 'Bearbeitet', 'inProgress');

    await talks(number, 'fixed');
    await reclassifies(number, 'fixed');
    await walks(number, 'beginTest', dispatch, {}, `${number} | Test`, 'fixed');

    await talks(number, 'inTest');
    await reclassifies(number, 'inTest');
    const failed = { ...filled.test, ...filled.defect };
    await walks(number, 'failTest', dispatch, failed, 'Die Liste bleibt nach dem Filtern leer.', 'inTest');
    await did(desk, journal, number, 'Bearbeitung abschließen', {
      ...filled.completion,
      'Behoben in Version': '2.2.1',
    });
    await did(desk, dispatch, number, 'Test beginnen');
    const release = { ...filled.test, ...filled.release };
    await walks(number, 'releaseAndClose', dispatch, release, 'behoben und freigegeben', 'inTest');
    const read = await nord.card('Freigabeinformation').press('Gelesen');
    expect(read.text).toContain('bestätigt von Leitwarte Nord, Schicht A');
    walked.add('confirmNotice closed');
  });

  it('when work presses at once, is handed back, or changes its module, then plan and responsibility follow', async () => {
    const { dispatch, journal, nord } = places(desk);
    const number = await ticketAt(desk, 'assigned');
    const reason = { 'Sofortbeginn, Begründung': 'Die Leitwarte steht.' };
    await walks(number, 'beginWork', journal, reason, 'Die Leitwarte steht.', 'accepted');
    await did(desk, journal, number, 'An Dispatcher zurückgeben', { Grund: 'Liegt am Server.' }).catch(
      () => undefined,
    );
    await desk.delivered();
    walked.add('handBack inProgress');
    expect(ticketCard(dispatch, number).unfolded).toContain(`${number} | Akzeptiert`);
    expect(journal.shows().at(-1)?.text ?? '').not.toContain('Liegt am Server.');
    await did(desk, dispatch, number, 'Zuweisen', { Maintainer: maintainerWest });
    await did(desk, journal, number, 'Bearbeitung beginnen', reason);
    await did(desk, dispatch, number, 'Als sicherheitsrelevant kennzeichnen');
    walked.add('markSecurityRelevant inProgress');
    await walks(
      number,
      'changeModule',
      dispatch,
      { Modul: 'Störungsinformationstool' },
      'Störungsinformationstool',
      'inProgress',
    );
    expect(ticketCard(dispatch, number).unfolded).toContain(`${number} | Akzeptiert`);
    expect(ticketCard(nord, number).unfolded).not.toContain('Die Leitwarte steht.');
    for (const standing of ['fixed', 'inTest'] as const) {
      const other = await ticketAt(desk, standing);
      await walks(other, 'markSecurityRelevant', nord, {}, 'Sicherheitsrelevant', standing);
    }
  });

  it('when the operator has told the authority, then it is entered in every state, and the card says so', async () => {
    const { nord, dispatch } = places(desk);
    const reference = { Aktenzeichen: 'BSI-Kanarienvogel' };
    const marked = async (milestone: Milestone) => {
      const number = await ticketAt(desk, milestone);
      await did(desk, nord, number, 'Als sicherheitsrelevant kennzeichnen');
      expect(ticketCard(nord, number).unfolded).toContain('Nächste Meldung: Erstmeldung bis ');
      return number;
    };
    const enters = async (number: string, state: TicketState) => {
      const shows = 'Als gemeldet eingetragen: Erstmeldung';
      await walks(number, 'enterLegalReport', nord, reference, shows, state);
      expect(ticketCard(dispatch, number).unfolded).toContain('Nächste Meldung: Zweitmeldung bis ');
      expect(ticketCard(dispatch, number).unfolded).not.toContain('Kanarienvogel');
    };
    for (const state of ['requested', 'accepted', 'inProgress', 'fixed', 'inTest'] as const) {
      await enters(await marked(state), state);
    }
    const returned = await marked('requested');
    await did(desk, dispatch, returned, 'Zurückweisen (Angaben fehlen)', {
      'Welche Angaben fehlen': 'Version?',
    });
    await enters(returned, 'returned');
    const declined = await marked('requested');
    await did(desk, dispatch, declined, 'Ablehnen', { Grund: 'Funktionswunsch', Begründung: 'Ein Wunsch.' });
    await enters(declined, 'declined');
    const closed = await marked('inTest');
    await advances(desk, closed, 'closed');
    await enters(closed, 'closed');
  });

  it('then every row of the table was walked', () => {
    const rows = transitions.flatMap(({ action, from }) => from.map((state) => ({ action, state })));
    const left = rows.filter(
      ({ action, state }) =>
        !walked.has(`${action} ${state}`) && !(upToAssignment.includes(action) && early.includes(state)),
    );
    expect(left).toEqual([]);
  });

  const roleOf = {
    nord: 'operator',
    dispatch: 'dispatcher',
    journal: 'maintainer',
    owner: 'processOwner',
  } as const;

  it('when somebody presses what is not theirs or not now, then nothing changes and a sentence says why', async () => {
    const number = await reports(desk, 4);
    const wrong = await pressesAllWrong(number, 'requested');
    for (const standing of way) {
      await advances(desk, number, standing);
      wrong.push(...(await pressesAllWrong(number, standing)));
    }
    expect(wrong).toEqual([]);
  });

  /** Every action by everybody whom the table does not allow it now, as a forged press; answers what went otherwise than it should. */
  async function pressesAllWrong(number: string, standing: Milestone): Promise<string[]> {
    const all = places(desk);
    const before = ticketCard(all.dispatch, number).unfolded;
    const wrong: string[] = [];
    for (const [who, role] of Object.entries(roleOf)) {
      const view = all[who as keyof typeof roleOf];
      if (!view.shows().some(({ text }) => text.startsWith(`${number} | `))) continue;
      for (const action of ticketActions) {
        if (action === 'reportFault' || isPossible(action, role, states[standing])) continue;
        // The operator's "Gelesen" stands on the card of the notice.
        if (action === 'confirmNotice' && who === 'nord') continue;
        const payload = formIds.some((id) => id === action)
          ? { do: 'open', form: action, ticket: number, version: 500 }
          : { do: 'act', action, ticket: number, version: 500 };
        const { text, kind } = await ticketCard(view, number).press('Verlauf', { forged: payload });
        const told = /dürfen hier nur: |ist jetzt nicht möglich|nicht mehr unterstützt/.test(text);
        if (!told || kind === 'dialog') wrong.push(`${standing}: ${who} ${action}: ${kind} ${text}`);
      }
    }
    await desk.delivered();
    if (ticketCard(all.dispatch, number).unfolded !== before) wrong.push(`${standing}: the card has changed`);
    return wrong;
  }

  function isPossible(
    action: TicketAction,
    role: (typeof roleOf)[keyof typeof roleOf],
    state: TicketState,
  ): boolean {
    return rowsOf(action).some(
      (row) =>
        row.from.includes(state) &&
        (row.roles.includes(role) || (row.onOperatorsWord === true && role === 'dispatcher')),
    );
  }

  it('when somebody presses too early, then the sentence says what is missing', async () => {
    const { journal, dispatch, nord } = places(desk);
    const number = await ticketAt(desk, 'assigned', 4);
    const tooEarly = await presses(ticketCard(journal, number), 'Bearbeitung beginnen');
    expect(tooEarly.text).toContain('braucht einen verbindlichen Fehlerbehebungsplan');
    expect(tooEarly.dialog.labels).toEqual([]);
    expect(ticketCard(dispatch, number).unfolded).toContain(`${number} | Akzeptiert`);
    const unasked = await ticketCard(nord, number).press('Verlauf', {
      forged: { do: 'open', form: 'answerQuestion', ticket: number, version: 500 },
    });
    expect(unasked.text).toContain('Rückfrage');
    const unplanned = await ticketCard(nord, number).press('Verlauf', {
      forged: { do: 'act', action: 'agreeToPlan', ticket: number, version: 500 },
    });
    expect(unplanned.text).toContain('zurzeit keinen Fehlerbehebungsplan');
    expect(ticketCard(nord, number).unfolded).not.toContain('Zugestimmt');
  });
});
