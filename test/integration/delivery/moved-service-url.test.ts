import { Desk } from '../../support/desk';
import {
  acceptTicket,
  assignTicket,
  did,
  does,
  places,
  reportFault,
  ticketCard,
} from '../../support/desk-steps';
import type { PlaceView } from '../../../src/simulator/people/place-view';

const cardsOf = (view: PlaceView, number: string) =>
  view.shows().flatMap(({ text }) => (text.startsWith(`${number} | `) ? [text] : []));

describe.each([403, 404, 503, 'closed'] as const)(
  'given a Teams whose service URL has moved, the former one answering %s',
  (former) => {
    let desk: Desk;
    beforeEach(async () => {
      desk = await Desk.open();
    });
    afterEach(() => desk.close());

    it('when somebody writes in one place, then the cards of the others are edited and posted by the new one', async () => {
      const { nord, dispatch } = places(desk);
      const number = await reportFault(desk);
      await desk.connector.moveServiceUrl(former);
      desk.at('2026-06-10T10:05');
      await did(desk, nord, number, 'Kommentieren', { Kommentar: 'Seit heute früh.' });
      const second = await reportFault(desk, { Titel: 'Zweite Störung' });
      expect(cardsOf(dispatch, number)).toHaveLength(1);
      expect(ticketCard(dispatch, number).unfolded).toContain('Seit heute früh.');
      expect(ticketCard(dispatch, second).unfolded).toContain('Zweite Störung');
      expect(dispatch.text()).not.toContain('bitte anrufen');
    });

    it('when a contact person writes, then the private chats of the others follow, each with the one card it had', async () => {
      const { sued, suedB, dispatch } = places(desk);
      const number = await reportFault(desk, {}, sued);
      await desk.connector.moveServiceUrl(former);
      desk.at('2026-06-10T10:05');
      await did(desk, sued, number, 'Kommentieren', { Kommentar: 'Seit heute früh.' });
      for (const view of [suedB, dispatch]) {
        expect(cardsOf(view, number)).toHaveLength(1);
        expect(ticketCard(view, number).unfolded).toContain('Seit heute früh.');
      }
    });

    it('when a ticket leaves a module whose channel is known by the former one alone, then its card says so', async () => {
      const { journal, dispatch } = places(desk);
      const number = await reportFault(desk);
      await assignTicket(desk, number);
      await desk.connector.moveServiceUrl(former);
      desk.at('2026-06-10T10:05');
      await did(desk, dispatch, number, 'Zurückholen', { Grund: 'Falsches Modul.' });
      await did(desk, dispatch, number, 'Modul ändern', {
        Modul: 'Störungsinformationstool',
      });
      expect(cardsOf(journal, number)).toEqual([`${number} | abgegeben`]);
    });

    it('when nobody has written since, then what did not arrive comes by itself once somebody writes anywhere', async () => {
      const { nord, dispatch } = places(desk);
      const number = await reportFault(desk);
      await desk.connector.moveServiceUrl(former);
      for (const local of ['2026-06-10T16:00:10', '2026-06-10T16:02']) {
        desk.at(local);
        await desk.timePasses();
      }
      expect(dispatch.text()).not.toContain('wurde versäumt');
      desk.at('2026-06-10T16:05');
      await nord.writes('@Software-Pflege Hilfe');
      await desk.timePasses();
      expect(dispatch.text()).toContain('wurde versäumt');
      await acceptTicket(desk, number);
      expect(cardsOf(dispatch, number)).toHaveLength(1);
      expect(ticketCard(dispatch, number).unfolded).not.toContain('bitte anrufen');
    });

    it('when the place itself is heard of again, then it gets all that it missed', async () => {
      const { nord, dispatch } = places(desk);
      const number = await reportFault(desk);
      await desk.connector.moveServiceUrl(former);
      desk.at('2026-06-10T16:00:10');
      await desk.timePasses();
      desk.at('2026-06-10T16:05');
      await dispatch.writes('@Software-Pflege Hilfe');
      await desk.timePasses();
      expect(dispatch.text()).toContain('wurde versäumt');
      expect(cardsOf(dispatch, number)).toHaveLength(1);
      await does(desk, nord, number, 'Kommentieren', { Kommentar: 'Noch da?' });
      expect(ticketCard(dispatch, number).unfolded).toContain('Noch da?');
    });
  },
);
