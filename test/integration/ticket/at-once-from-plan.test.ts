import type { PlaceView } from '../../../src/simulator/people/place-view';
import { Desk } from '../../support/desk';
import { presses, ticketCard, did, type Fields, places, sends } from '../../support/desk-steps';
import { filled, type Milestone, ticketAt } from '../../support/ticket-way';

interface Race {
  readonly from: Milestone;
  readonly action: string;
  readonly at: 'nord' | 'dispatch' | 'journal' | 'platform';
  readonly fields?: Fields;
  /** What has to be there besides the state. */
  readonly first?: (desk: Desk, number: string) => Promise<void>;
  /** What the card of the place shows once it is done. */
  readonly shows: string;
}

const release = { ...filled.test, ...filled.release };

const races: readonly Race[] = [
  { from: 'assigned', action: 'Plan vorschlagen', at: 'journal', fields: filled.plan, shows: 'Version 1' },
  { from: 'planned', action: 'Dem Plan zustimmen', at: 'nord', shows: 'Zugestimmt haben' },
  {
    from: 'planned',
    action: 'Dem Plan widersprechen',
    at: 'nord',
    fields: { 'Grund des Widerspruchs': 'Zu spät.' },
    shows: 'Zu spät.',
  },
  { from: 'binding', action: 'Bearbeitung beginnen', at: 'journal', shows: '| In Bearbeitung' },
  {
    from: 'inProgress',
    action: 'Bearbeitung abschließen',
    at: 'journal',
    fields: filled.completion,
    shows: '| Bearbeitet',
  },
  { from: 'fixed', action: 'Test beginnen', at: 'dispatch', shows: '| Test' },
  {
    from: 'inTest',
    action: 'Test nicht bestanden',
    at: 'dispatch',
    fields: { ...filled.test, ...filled.defect },
    shows: '| In Bearbeitung',
  },
  {
    from: 'inTest',
    action: 'Freigeben und schließen',
    at: 'dispatch',
    fields: release,
    shows: '| Geschlossen',
  },
  {
    from: 'assigned',
    action: 'Rückfrage',
    at: 'journal',
    fields: filled.question,
    shows: 'Seit welcher Schicht?',
  },
  {
    from: 'accepted',
    action: 'Antworten',
    at: 'nord',
    fields: filled.answer,
    first: (desk, number) => did(desk, places(desk).dispatch, number, 'Rückfrage', filled.question),
    shows: 'Seit der Nachtschicht.',
  },
  {
    from: 'accepted',
    action: 'Unterstützung übernehmen',
    at: 'platform',
    first: (desk, number) =>
      did(desk, places(desk).dispatch, number, 'Unterstützung anfordern', filled.support),
    shows: 'Technische Frage',
  },
  {
    from: 'accepted',
    action: 'Unterstützung erledigen',
    at: 'platform',
    fields: { Antwort: 'Die nächtliche.' },
    first: async (desk, number) => {
      await did(desk, places(desk).dispatch, number, 'Unterstützung anfordern', filled.support);
      await did(desk, places(desk).platform, number, 'Unterstützung übernehmen');
    },
    shows: 'Unterstützung erledigt',
  },
];

/** What the slower one reads. */
const tooLate = /Bereits erledigt von |noch eine Rückfrage offen|gleicht dem vorliegenden/;

const colleagues = {
  nord: 'leitwarte-nord-b',
  dispatch: 'dispatcher-2',
  journal: 'maintainer-west-vertretung',
  platform: 'plattform-vertretung',
} as const;

describe('given two places who do the same on one ticket', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({
      organisation: (sample) => ({
        ...sample,
        people: [
          ...sample.people,
          ...sample.people
            .filter(({ id }) => id === 'plattform')
            .map((person) => ({
              ...person,
              id: colleagues.platform,
              name: 'Plattform-Vertretung',
              identities: [
                { tenant: sample.hostingTenant, objectId: 'c0000000-0000-4000-8000-0000000000aa' },
              ],
            })),
        ],
      }),
    });
  });
  afterAll(() => desk.close());

  async function ready({ from, at, first }: Race): Promise<{ number: string; views: readonly PlaceView[] }> {
    const number = await ticketAt(desk, from);
    await first?.(desk, number);
    const view = places(desk)[at];
    return { number, views: [view, desk.as(colleagues[at]).in(view.conversation.id)] };
  }

  /** As far as one comes before the last press: the button on a card that is not refreshed any more, or the filled form. */
  async function prepares(view: PlaceView, number: string, { action, fields }: Race) {
    const card = ticketCard(view, number).frozen();
    const atOnce = [
      'Dem Plan zustimmen',
      'Bearbeitung beginnen',
      'Test beginnen',
      'Unterstützung übernehmen',
    ].includes(action);
    if (atOnce) return () => presses(card, action);
    const { dialog } = await presses(card, action);
    const filledIn = dialog.fill({ ...fields });
    return () => sends(filledIn);
  }

  const named = races.map((race): [string, Race] => [`${race.action}, ${race.at}`, race]);

  it.each(named)(
    'when both do it at once, then one does and the other reads who was quicker – %s',
    async (_name, race) => {
      const { number, views } = await ready(race);
      const presses = await Promise.all(views.map((view) => prepares(view, number, race)));
      const outcomes = await Promise.all(presses.map((press) => press()));
      await desk.delivered();
      const late = outcomes.filter(({ text }) => tooLate.test(text));
      expect(late).toHaveLength(1);
      const [view] = views;
      expect(view === undefined ? '' : ticketCard(view, number).unfolded).toContain(race.shows);
    },
  );

  it.each(named)(
    'when the second comes later with an old card, then nothing happens – %s',
    async (_name, race) => {
      const { number, views } = await ready(race);
      const [first, second] = await Promise.all(views.map((view) => prepares(view, number, race)));
      await first?.();
      await desk.delivered();
      const { dispatch } = places(desk);
      const before = ticketCard(dispatch, number).unfolded;
      const late = await second?.();
      await desk.delivered();
      expect(late?.text).toMatch(tooLate);
      expect(ticketCard(dispatch, number).unfolded).toBe(before);
    },
  );

  it('when the plan was changed meanwhile, then nobody agrees to what they have not read', async () => {
    const { nord, journal, dispatch } = places(desk);
    const number = await ticketAt(desk, 'planned');
    const old = ticketCard(nord, number).frozen();
    const objecting = (await presses(old, 'Dem Plan widersprechen')).dialog;
    await did(desk, journal, number, 'Plan ändern', { Ursache: 'Der Index fehlt.' });
    const before = ticketCard(dispatch, number).unfolded;
    expect((await old.press('Dem Plan zustimmen')).text).toMatch(/geändert/);
    expect((await sends(objecting, { 'Grund des Widerspruchs': 'Nein.' })).text).toMatch(/geändert/);
    await desk.delivered();
    expect(ticketCard(dispatch, number).unfolded).toBe(before);
  });
});
