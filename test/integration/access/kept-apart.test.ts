import { Desk } from '../../support/desk';
import {
  presses,
  ticketCard,
  did,
  places,
  sends,
  longDescription,
  opensContent,
} from '../../support/desk-steps';
import { filled, ticketAt } from '../../support/ticket-way';

/** Everything internal that is typed in these tests carries it. */
const internal = 'nur-intern-7c1';

describe('given what is no business of an operator', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  /** Every post and edit that places of an operator could see, and every answer that one of them got. */
  function whatOperatorsGot(): string {
    const { record, world } = desk.connector;
    const operators = ['leitwarte-nord-a', 'leitwarte-nord-b', 'leitstelle-sued-a', 'leitstelle-sued-b'];
    const ids = operators.flatMap((key) => {
      const { teamsId, guestIn = [] } = world.person(key);
      return [teamsId, ...guestIn.map((guest) => guest.teamsId)];
    });
    const shown = record.shown.filter(({ to }) => to.some((key) => operators.includes(key)));
    const answered = record.deliveries.filter(({ activity }) =>
      ids.includes(String((activity['from'] as { id?: string } | undefined)?.id)),
    );
    return JSON.stringify([shown.map(({ activity }) => activity), answered.map(({ answer }) => answer)]);
  }

  it('when the others talk and help each other, then nothing of it reaches an operator, not even as an edit', async () => {
    const { dispatch, journal, nord, platform } = places(desk);
    const number = await ticketAt(desk, 'inProgress');
    const edits = () =>
      desk.connector.record.shown.filter(({ to }) => to.includes('leitwarte-nord-a')).length;
    const before = edits();

    await did(desk, journal, number, 'Kommentieren', { Kommentar: `${internal} Kommentar` });
    await dispatch.replies(ticketCard(dispatch, number), `@Software-Pflege Kommentar ${internal} im Thread`);
    await desk.delivered();
    await did(desk, journal, number, 'Unterstützung anfordern', {
      'Art der Unterstützung': 'Test und Abnahme',
      'Frage oder Auftrag': `${internal} Auftrag`,
    });
    await did(desk, platform, number, 'Unterstützung übernehmen');
    await did(desk, platform, number, 'Unterstützung erledigen', {
      Testurteil: 'bestanden',
      Antwort: `${internal} Urteil`,
    });
    expect(edits()).toBe(before);

    await did(desk, journal, number, 'Kommentieren', {
      Kommentar: `Für alle. ${longDescription}`,
      Sichtbarkeit: false,
    });
    expect(ticketCard(nord, number).unfolded).toContain('Für alle.');
    await opensContent(ticketCard(nord, number));
    await ticketCard(nord, number).press('Verlauf');
    await nord.writes(`@Software-Pflege Ticket ${number}`);
    await nord.writes('@Software-Pflege Offene Tickets');
    await did(desk, nord, number, 'Kommentieren', { Kommentar: 'Danke.' });
    expect(whatOperatorsGot()).not.toContain(internal);
    expect(whatOperatorsGot()).not.toContain('nterstützung');
    expect(desk.connector.record.search(internal).length).toBeGreaterThan(0);
    const content = await opensContent(ticketCard(dispatch, number));
    expect(content.dialog.text).toContain(`${internal} Kommentar`);
    expect(content.dialog.text).toContain(`${internal} im Thread`);
  });

  it("when an internal comment came meanwhile, then the operator's card is not old by it", async () => {
    const { journal, nord } = places(desk);
    const number = await ticketAt(desk, 'planned');
    await did(desk, journal, number, 'Kommentieren', { Kommentar: internal });
    await did(desk, nord, number, 'Dem Plan zustimmen');
    expect(ticketCard(nord, number).unfolded).toContain('Netz Nord');
  });

  it('when the platform maintainer gives a verdict, then it shows at the test, to all but operators', async () => {
    const { dispatch, nord, platform } = places(desk);
    const number = await ticketAt(desk, 'fixed');
    await did(desk, dispatch, number, 'Unterstützung anfordern', {
      'Art der Unterstützung': 'Test und Abnahme',
      'Frage oder Auftrag': 'Bitte auf QS 1 prüfen.',
    });
    expect(platform.shows().at(-1)?.mentions).toEqual(['plattform']);
    await did(desk, platform, number, 'Unterstützung übernehmen');
    await did(desk, platform, number, 'Unterstützung erledigen', { Testurteil: 'bestanden' });
    await did(desk, dispatch, number, 'Test beginnen');
    expect(ticketCard(dispatch, number).unfolded).toContain('Test des Plattform-Maintainers: bestanden');
    expect(ticketCard(nord, number).unfolded).not.toContain('Test des Plattform-Maintainers');
  });

  it('when the fix is released, then no notice and no list of packages names who reported it', async () => {
    const { nord, sued } = places(desk);
    const number = await ticketAt(desk, 'closed');
    await sued.card('Freigabeinformation').press('Gelesen');
    await sued.writes('Bugfix-Pakete');
    await nord.writes('@Software-Pflege Bugfix-Pakete');
    for (const view of [sued, nord]) {
      expect(view.card('Bugfix-Pakete').text).toContain('betriebstagebuch-2.2.0.tgz');
    }
    await desk.delivered();
    const gotBySued = sued.shows().flatMap((message) => (message.hasCard ? [message.card.card] : []));
    expect(JSON.stringify(gotBySued)).not.toMatch(/Nord|Leitwarte/);
    expect(sued.text()).not.toContain(number);
    expect(sued.text()).not.toContain('Suche findet nichts');
    await sued.writes(`Ticket ${number}`);
    expect(sued.shows().at(-1)?.text).toContain('Zu dieser Nummer gibt es hier kein Ticket.');
  });

  it('when the ticket is security-relevant, then the notice carries only what the dispatcher wrote for it', async () => {
    const { dispatch, nord, sued } = places(desk);
    const number = await ticketAt(desk, 'inTest');
    await did(desk, nord, number, 'Als sicherheitsrelevant kennzeichnen');
    const form = (await presses(ticketCard(dispatch, number), 'Freigeben und schließen')).dialog;
    expect(form.value('Information an die betroffenen Netzbetreiber')).toBeUndefined();
    await sends(form, { ...filled.test, ...filled.release });
    await desk.delivered();
    const { text } = sued.card('Freigabeinformation');
    expect(text).toContain('Die Suche findet wieder alle Einträge.');
    expect(text).not.toContain('2.2.0');
  });
});
