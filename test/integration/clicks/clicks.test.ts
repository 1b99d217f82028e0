import type { Outcome } from '../../../src/simulator/people/dialog';
import type { Person } from '../../../src/simulator/people/person';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import { channels, Desk } from '../../support/desk';
import {
  classes,
  did,
  opensReport,
  places,
  reportFault,
  sends,
  ticketCard,
  wholeReport,
} from '../../support/desk-steps';
import { handbookTable } from '../../support/handbook';
import { filled, ticketAt } from '../../support/ticket-way';

/** What people do most: who does it where, from which state on, and how many clicks it may take. */
interface Counted {
  /** As the handbook's table names it. */
  readonly what: string;
  readonly atMost: number;
  readonly who: string;
  readonly where: (person: Person) => PlaceView;
  /** Answers the ticket that it is about; '' for none. */
  readonly given: (desk: Desk) => Promise<string>;
  readonly does: (view: PlaceView, number: string) => Promise<Outcome>;
  /** Stands in that place afterwards. */
  readonly then: string | RegExp;
}

const inChannel = (name: string) => (person: Person) => person.in(name);
const presses =
  (action: string, fields = {}) =>
  async (view: PlaceView, number: string): Promise<Outcome> => {
    const pressed = await ticketCard(view, number).press(action);
    return pressed.kind === 'dialog' ? sends(pressed.dialog, fields) : pressed;
  };
const withQuestion = async (desk: Desk): Promise<string> => {
  const number = await ticketAt(desk, 'assigned');
  await did(desk, places(desk).dispatch, number, 'Rückfrage', filled.question);
  return number;
};

/** One row each, here and in the handbook. */
const rows: readonly Counted[] = [
  {
    what: 'Störung melden, vom Befehl bis zur Nummer',
    atMost: 11,
    who: 'leitwarte-nord-a',
    where: inChannel(channels.nord),
    given: () => Promise.resolve(''),
    does: async (view) => sends(await opensReport(view), wholeReport),
    then: /^Gemeldet: SP-2026-0001$/m,
  },
  {
    what: 'Akzeptieren und zuweisen, an wen vorgeschlagen ist',
    atMost: 3,
    who: 'dispatcher-1',
    where: inChannel(channels.dispatch),
    given: (desk) => reportFault(desk),
    does: presses('Akzeptieren und zuweisen'),
    then: 'Als Nächstes: Maintainer West',
  },
  {
    what: 'Bearbeitung beginnen, wenn der Plan verbindlich ist',
    atMost: 1,
    who: 'maintainer-west',
    where: inChannel(channels.journal),
    given: (desk) => ticketAt(desk, 'binding'),
    does: presses('Bearbeitung beginnen'),
    then: 'In Bearbeitung',
  },
  {
    what: 'Rückfrage stellen',
    atMost: 2,
    who: 'dispatcher-1',
    where: inChannel(channels.dispatch),
    given: (desk) => ticketAt(desk, 'assigned'),
    does: presses('Rückfrage', filled.question),
    then: filled.question.Rückfrage,
  },
  {
    what: 'Rückfrage beantworten',
    atMost: 2,
    who: 'leitwarte-nord-a',
    where: inChannel(channels.nord),
    given: withQuestion,
    does: presses('Antworten', filled.answer),
    then: filled.answer.Antwort,
  },
  {
    what: 'Klasse ändern, mit Begründung',
    atMost: 4,
    who: 'dispatcher-1',
    where: inChannel(channels.dispatch),
    given: (desk) => ticketAt(desk, 'assigned'),
    does: presses('Klasse ändern', { Fehlerklasse: classes[1], Begründung: 'Der Betrieb steht.' }),
    then: 'Klasse 1',
  },
];

/** What, and the clicks. */
const handbookRows = handbookTable('So viele Klicks braucht es');

describe('the clicks that people need', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  test.each(rows)(
    'given somebody begins, when it is done – $what –, then it took at most $atMost clicks, as many as the handbook says',
    async ({ what, atMost, who, where, given, does, then }) => {
      const number = await given(desk);
      const person = desk.as(who);
      const view = where(person);
      expect(person.clicks).toBe(0);
      const outcome = await does(view, number);
      await desk.delivered();
      expect(['closed', 'card']).toContain(outcome.kind);
      expect(
        view
          .shows()
          .map((message) => message.unfolded)
          .join('\n'),
      ).toMatch(then);
      expect(person.clicks).toBeLessThanOrEqual(atMost);
      expect(Object.fromEntries(handbookRows)).toMatchObject({ [what]: String(person.clicks) });
    },
  );

  test('given the handbook, then its table has these rows and no others', () => {
    expect(handbookRows.map(([what]) => what)).toEqual(rows.map(({ what }) => what));
  });
});
