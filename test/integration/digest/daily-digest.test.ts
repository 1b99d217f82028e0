import { createLogger } from '../../../src/adapters/logging';
import { standardRetries } from '../../../src/app/delivery-attempts';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import type { ShownMessage } from '../../../src/simulator/people/shown-message';
import { startBot } from '../../../src/composition/start-bot';
import { channels, Desk } from '../../support/desk';
import {
  acceptTicket,
  assignTicket,
  classes,
  does,
  places,
  reportFault,
  ticketCard,
} from '../../support/desk-steps';
import { sampleInstallation } from '../../support/sample-teams';
import { filled } from '../../support/ticket-way';

/** The digests that came by themselves, oldest first. */
function digests(view: PlaceView): readonly ShownMessage[] {
  return view.shows().filter(({ text }) => text.startsWith('Tagesübersicht\n'));
}

function answerTo(view: PlaceView, text: string): Promise<string> {
  const mention = view.conversation.kind === 'personal' ? '' : '@Software-Pflege ';
  return view.writes(`${mention}${text}`).then(() => view.shows().at(-1)?.text ?? '');
}

describe('the daily digest in Teams', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  it('given tickets in several places, when the service time begins, then each channel has the figures of its own', async () => {
    const { dispatch, journal, outage, nord } = places(desk);
    const assigned = await reportFault(desk);
    await assignTicket(desk, assigned);
    const open = await reportFault(desk, { 'Fehlerklasse (Vorschlag)': classes[1] });
    await answerTo(nord, 'Tagesübersicht an');
    desk.at('2026-06-11T08:30');
    await desk.timePasses();

    const [atDispatch = { text: '' }] = digests(dispatch);
    expect(atDispatch.text).toContain('Stand Do 11.06.2026, 08:30 Uhr');
    expect(atDispatch.text).toContain('2 offene Tickets');
    expect(atDispatch.text).toContain('Überfällig: 1');
    expect(atDispatch.text).toContain('1 innerhalb der Frist, 1 versäumt');
    expect(atDispatch.text).toContain('Zustellung: alles zugestellt.');
    // What a client without charts shows.
    expect(atDispatch.text).toContain('Klasse 1 | Offen: 1 · Überfällig: 1');
    expect(atDispatch.text).toMatch(new RegExp(`\\[?${open}`));

    const [atJournal = { text: '' }] = digests(journal);
    expect(atJournal.text).toContain('Ein offenes Ticket, davon wartet eines auf Sie.');
    expect(atJournal.text).toContain(assigned);
    expect(atJournal.text).not.toContain(open);

    const [atNord = { text: '' }] = digests(nord);
    expect(atNord.text).toContain('2 offene Tickets');
    expect(digests(outage)).toEqual([]);
  });

  it('given a plan to agree to and a question, then digest, list and card name the same people who are waited for', async () => {
    const { dispatch, journal, nord } = places(desk);
    const number = await reportFault(desk);
    await assignTicket(desk, number);
    await does(desk, journal, number, 'Plan vorschlagen', filled.plan);
    await answerTo(nord, 'Tagesübersicht an');
    desk.at('2026-06-11T08:30');
    await desk.timePasses();
    expect(ticketCard(nord, number).unfolded).toContain(
      'Als Nächstes: Netz Nord GmbH und die Wartungs-Dispatcher – dem Fehlerbehebungsplan zustimmen',
    );
    for (const view of [nord, dispatch]) {
      expect(digests(view)[0]?.text).toContain('Ein offenes Ticket, davon wartet eines auf Sie.');
      expect(await answerTo(view, 'Unsere Tickets')).toContain('davon wartet eines auf Sie');
    }
    expect(digests(dispatch)[0]?.text).toContain('Wartet auf Netzbetreiber: 1');
    expect(digests(journal)[0]?.text).toContain('keines wartet auf Sie');
  });

  it('given a restart in that minute and another instance on the store, then each channel has one', async () => {
    desk.at('2026-06-11T08:30');
    const other = await startBot({
      storeUri: desk.storeUri,
      organisationFile: sampleInstallation(desk.connector.serviceUrl),
      clock: { now: () => desk.time },
      logger: createLogger({ level: 'silent' }),
      mode: 'dialog',
      port: 0,
      host: '127.0.0.1',
      authentication: { limited: false },
      holder: 'other',
      retries: standardRetries,
      checkEvery: 0,
      elapsed: () => desk.time,
    });
    try {
      await Promise.all([desk.timePasses(), other.checkNow()]);
      await other.delivered();
      await desk.restart();
      await desk.timePasses();
      await other.checkNow();
      await other.delivered();
      await desk.timePasses();
      expect(digests(places(desk).dispatch)).toHaveLength(1);
    } finally {
      await other.stop();
    }
  });

  it('given downtime over the opening, then the digest follows that day; given downtime until its end, then not', async () => {
    const { dispatch } = places(desk);
    await desk.stop();
    desk.at('2026-06-11T11:00');
    await desk.start();
    await desk.timePasses();
    expect(digests(dispatch)).toHaveLength(1);
    await desk.stop();
    desk.at('2026-06-12T14:00');
    await desk.start();
    await desk.timePasses();
    expect(digests(dispatch)).toHaveLength(1);
  });

  it('given a channel that Teams keeps failing, when the day is over, then yesterday’s digest is not told', async () => {
    const { dispatch } = places(desk);
    const fault = desk.connector.misbehave({ fault: { kind: 'status', status: 503 } });
    desk.at('2026-06-11T08:30');
    await desk.timePasses();
    fault.stop();
    desk.at('2026-06-12T08:30');
    await desk.timePasses();
    expect(digests(dispatch).map(({ text }) => /Stand (\S+ \S+),/.exec(text)?.[1])).toEqual([
      'Fr 12.06.2026',
    ]);
  });

  it('given a message that could not be delivered, then dispatch reads it, and the place that it was not for does not', async () => {
    const { dispatch, nord } = places(desk);
    await answerTo(nord, 'Tagesübersicht an');
    await desk.connector.installations.uninstall('leitstelle-sued-b');
    const number = await reportFault(desk, {}, desk.as('leitstelle-sued-a').chat());
    await desk.delivered();
    desk.at('2026-06-11T08:30');
    await desk.timePasses();
    expect(digests(dispatch)[0]?.text).toContain(
      'Zustellung gestört: 2 Nachrichten, ein Ticket – siehe „Übersicht“.',
    );
    expect(await answerTo(dispatch, 'Übersicht')).toContain(
      `Zustellung: 2 Nachrichten konnten nicht zugestellt werden: Stadtwerke Süd AG; nicht zugestellt zu ${number}.`,
    );
    expect(digests(nord)[0]?.text).toContain('Keine offenen Tickets.');
    expect(digests(nord)[0]?.text).toContain('Zustellung: alles zugestellt.');
    expect(digests(nord)[0]?.text).not.toContain(number);
  });
});

describe('"Tagesübersicht an", "Tagesübersicht aus" and "Übersicht"', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  it('given an operator’s channel, when it is ordered and cancelled, then the answers say what happens, and it does', async () => {
    const { nord } = places(desk);
    desk.at('2026-06-10T17:30');
    expect(await answerTo(nord, 'Tagesübersicht an')).toContain('die nächste am Do 11.06.2026, 08:30 Uhr');
    desk.at('2026-06-11T08:30');
    await desk.timePasses();
    expect(digests(nord)).toHaveLength(1);
    expect(await answerTo(nord, 'Tagesübersicht aus')).toContain(
      'kommt ab sofort nicht mehr in diesen Kanal',
    );
    desk.at('2026-06-12T08:30');
    await desk.timePasses();
    expect(digests(nord)).toHaveLength(1);
  });

  it('given a dispatcher in an operator’s channel, then they read who can, and nothing changes', async () => {
    const inNord = desk.as('dispatcher-1').in(channels.nord);
    expect(await answerTo(inNord, 'Tagesübersicht an')).toContain('nur Personen von Netz Nord GmbH');
    desk.at('2026-06-11T08:30');
    await desk.timePasses();
    expect(digests(places(desk).nord)).toEqual([]);
  });

  it('given the dispatch channel or a private chat, then a sentence says where it can be ordered', async () => {
    for (const view of [places(desk).dispatch, desk.as('leitstelle-sued-a').chat()]) {
      expect(await answerTo(view, 'Tagesübersicht an')).toContain('Es wurde nichts geändert.');
    }
  });

  it('given a place or a private chat, when "Übersicht" is asked for, then it shows what the reader may read', async () => {
    const number = await reportFault(desk);
    await acceptTicket(desk, number);
    const { dispatch, outage } = places(desk);
    expect(await answerTo(dispatch, 'Übersicht')).toContain(number);
    expect(await answerTo(outage, 'Übersicht')).toContain('Keine offenen Tickets.');
    const sued = await answerTo(desk.as('leitstelle-sued-a').chat(), 'Übersicht');
    expect(sued).toContain('Keine offenen Tickets.');
    expect(sued).not.toContain(number);
  });
});
