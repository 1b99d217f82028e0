import { deskOfEachTest } from '../../support/desk-of-each-test';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import { did, places } from '../../support/desk-steps';
import { filled, ticketAt } from '../../support/ticket-way';
import { sampleInstallation } from '../../support/sample-teams';

const openDesk = deskOfEachTest();

/** Whom the last thing said in the place called. */
const lastCall = (view: PlaceView) => view.shows().findLast(({ mentions }) => mentions.length > 0);

const shifts = ['leitwarte-nord-a', 'leitwarte-nord-b'];

describe('what is for an operator mentions its people of that place, not only the reporter (process 3)', () => {
  it('given a question and a release, then both shifts are called, the reporter first', async () => {
    const desk = await openDesk();
    const number = await ticketAt(desk, 'assigned');
    const { journal, nord, nordB } = places(desk);
    await did(desk, journal, number, 'Rückfrage', filled.question);
    expect(lastCall(nord)?.mentions).toEqual(shifts);
    // Whoever is on shift answers.
    await did(desk, nordB, number, 'Antworten', filled.answer);
    expect(lastCall(nord)?.text).toContain('Rückfrage');
  });

  it('given a release, then the reporting organisation is called once, for its ticket and its notice', async () => {
    const desk = await openDesk();
    const number = await ticketAt(desk, 'inTest');
    const { dispatch, nord, sued, suedB } = places(desk);
    const before = nord.shows().filter(({ mentions }) => mentions.length > 0).length;
    await did(desk, dispatch, number, 'Freigeben und schließen', { ...filled.test, ...filled.release });
    expect(nord.shows().filter(({ mentions }) => mentions.length > 0)).toHaveLength(before + 1);
    expect(lastCall(nord)?.mentions).toEqual(shifts);
    expect(lastCall(nord)?.text).toContain('Bitte bestätigen Sie die Freigabeinformation.');
    // In private chats each reads their own name, and nothing of the ticket (process 6).
    for (const [view, name] of [
      [sued, 'Leitstelle Süd, Schicht A'],
      [suedB, 'Leitstelle Süd, Schicht B'],
    ] as const) {
      const said = view.shows().at(-1)?.text;
      expect(said).toBe(
        `${name}: Freigabeinformation zu Betriebstagebuch: Ein Fehler ist behoben, bitte bestätigen Sie, dass Sie sie gelesen haben.`,
      );
      expect(said).not.toContain(number);
    }
  });

  it('given an affected operator with a channel, then its people are called in the thread of the notice', async () => {
    const desk = await openDesk({
      organisation: (sample) => ({
        ...sample,
        organisations: sample.organisations.map(({ channel, ...each }) => ({
          ...each,
          ...(each.id === 'netz-sued' && { channel: suedChannel, contactPeople: [] }),
          ...(channel && { channel }),
        })),
      }),
    });
    await did(desk, places(desk).dispatch, await ticketAt(desk, 'inTest'), 'Freigeben und schließen', {
      ...filled.test,
      ...filled.release,
    });
    const sued = desk.as('leitstelle-sued-a').in('Stadtwerke Süd AG');
    const call = lastCall(sued);
    expect(call?.mentions).toEqual(['leitstelle-sued-a', 'leitstelle-sued-b']);
    expect(call?.threadId).toBe(sued.card('Freigabeinformation').message.rootId);
  });
});

const suedChannel = {
  ...sampleInstallation('http://127.0.0.1:1').dispatchChannel,
  conversation: '19:netz-sued@thread.tacv2',
};
