import type { Installation } from '../../../src/domain/organisation/installation';
import type { Desk } from '../../support/desk';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import {
  did,
  opensReport,
  presses,
  places,
  returnTicket,
  ticketCard,
  wholeReport,
} from '../../support/desk-steps';
import { advances, filled, reports, searchReport, ticketAt, way } from '../../support/ticket-way';

const open = deskOfEachTest();

/** Netz Nord's contract for the module ends with this day. */
const endsOn =
  (module: string, to: string) =>
  (sample: Installation): Installation => ({
    ...sample,
    contracts: sample.contracts.map((each) =>
      each.operator === 'netz-nord' && each.module === module ? { ...each, to } : each,
    ),
  });

async function contractEnds(desk: Desk, module = 'betriebstagebuch'): Promise<void> {
  await desk.reorganises(endsOn(module, '2026-06-10'));
  desk.at('2026-06-11T10:00');
  await desk.timePasses();
}

describe('given a contract that has ended, and tickets received before (process 8)', () => {
  it('when everybody goes on, then one is finished as ever: returned, supplied, repaired, tested and closed', async () => {
    const desk = await open();
    const number = await reports(desk);
    await contractEnds(desk);
    const { nord, dispatch, journal } = places(desk);
    await returnTicket(desk, number);
    await did(desk, nord, number, 'Ergänzen', { Antwort: 'Version 2.1.0' });
    for (const next of way.slice(0, 2)) await advances(desk, number, next);
    await did(desk, journal, number, 'Rückfrage', filled.question);
    await did(desk, nord, number, 'Antworten', filled.answer);
    await did(desk, dispatch, number, 'Unterstützung anfordern', filled.support);
    await did(desk, nord, number, 'Kommentieren', { Kommentar: 'Danke' });
    for (const next of way.slice(2)) await advances(desk, number, next);
    expect(ticketCard(nord, number).text).toContain('Geschlossen');
  });

  it('when the release was told of before, then its notice is confirmed', async () => {
    const desk = await open();
    const number = await ticketAt(desk, 'closed');
    const { nord, dispatch } = places(desk);
    const notice = nord.message(
      ({ hasCard, text }) => hasCard && text.includes(filled.completion.Paketreferenz),
    );
    await contractEnds(desk);
    await notice.card.press('Gelesen');
    await desk.delivered();
    expect(ticketCard(dispatch, number).unfolded).toContain('1 von 2');
  });

  it('when a new fault is reported, or a ticket is to change to it, then that is refused in words, on a form opened before, too', async () => {
    const desk = await open();
    const { nord, dispatch } = places(desk);
    const number = await reports(desk, 2, { ...searchReport, Modul: 'Störungsinformationstool' });
    const report = (await opensReport(nord)).fill({ ...wholeReport });
    const change = (await presses(ticketCard(dispatch, number), 'Modul ändern')).dialog;
    change.fill({ Modul: 'Betriebstagebuch' });
    await desk.reorganises(endsOn('betriebstagebuch', '2026-06-09'));
    await desk.timePasses();
    const why =
      'Für Netz Nord GmbH und Betriebstagebuch gilt an diesem Tag kein Pflegevertrag; der Quelltext ist bei der Eclipse Foundation frei verfügbar, einen Vertrag vermittelt der Prozessverantwortliche';
    expect((await report.submit('Weiter')).text).toContain(why);
    expect((await change.submit('Modul ändern')).text).toContain(why);
    const { text } = await opensReport(nord);
    expect(text).toContain('Störungsinformationstool');
    expect(text).not.toContain('Betriebstagebuch');
  });
});
