import type { Installation } from '../../../src/domain/organisation/installation';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import { did, opensReport, places, ticketCard, wholeReport, wordOfNord } from '../../support/desk-steps';
import { ticketAt } from '../../support/ticket-way';

const open = deskOfEachTest();
const retired = '2026-06-11';

const moduleRetires = (sample: Installation): Installation => ({
  ...sample,
  modules: sample.modules.map((each) => (each.id === 'betriebstagebuch' ? { ...each, retired } : each)),
});
const operatorRetires = (sample: Installation): Installation => ({
  ...sample,
  organisations: sample.organisations.map((each) => (each.id === 'netz-nord' ? { ...each, retired } : each)),
});
/** An id as the records have it, beside which no name stands. */
const rawIds = /\bbetriebstagebuch\b(?!-)|\b(netz-nord|softwarehaus-west)\b(?!\.example)/;

describe.each([
  {
    what: 'a module',
    retires: moduleRetires,
    says: 'Betriebstagebuch wird seit Do 11.06.2026 nicht mehr gepflegt',
    gone: 'Betriebstagebuch',
  },
  {
    what: 'an operator',
    retires: operatorRetires,
    says: 'Netz Nord GmbH nimmt seit Do 11.06.2026 nicht mehr an der Software-Pflege teil.',
    gone: 'Netz Nord GmbH',
  },
])('given $what that is retired while tickets are open', ({ retires, says, gone }) => {
  it('when the day comes, then its name stays on cards, lists, history and digest, never its id; a form offers it no more, and says why', async () => {
    const desk = await open();
    const number = await ticketAt(desk, 'inProgress');
    const closed = await ticketAt(desk, 'closed');
    const { dispatch } = places(desk);
    const stale = (await opensReport(dispatch)).fill({ ...wholeReport, ...wordOfNord });
    await desk.reorganises(retires);
    desk.at('2026-06-11T10:00');
    await desk.timePasses();
    expect((await stale.submit('Weiter')).text).toContain(says);
    expect((await opensReport(dispatch)).text).not.toContain(gone);
    for (const asked of ['Ansprechpartner', 'Offene Tickets', 'Übersicht', `Ticket ${closed}`]) {
      await dispatch.writes(`@Software-Pflege ${asked}`);
    }
    const history = await ticketCard(dispatch, number).press('Verlauf');
    const shown = [
      history.text,
      ticketCard(dispatch, number).unfolded,
      ...dispatch.shows().map(({ text }) => text),
    ];
    for (const text of shown) expect(text).not.toMatch(rawIds);
    expect(ticketCard(dispatch, number).unfolded).toContain(gone);
  });
});

it('given a retired module, then "Ansprechpartner" has the others alone', async () => {
  const desk = await open();
  await desk.reorganises(moduleRetires);
  const { dispatch } = places(desk);
  const contacts = async () => {
    await dispatch.writes('@Software-Pflege Ansprechpartner');
    return dispatch.shows().at(-1)?.text ?? '';
  };
  await desk.timePasses();
  expect(await contacts()).toContain('Betriebstagebuch');
  desk.at('2026-06-11T10:00');
  await desk.timePasses();
  expect(await contacts()).not.toContain('Betriebstagebuch');
  expect(await contacts()).toContain('Störungsinformationstool');
});

it('given a retired operator, when its open ticket is finished on the dispatchers’ word, then that works', async () => {
  const desk = await open();
  const number = await ticketAt(desk, 'planned');
  await desk.reorganises(operatorRetires);
  desk.at('2026-06-11T10:00');
  await desk.timePasses();
  await did(desk, places(desk).dispatch, number, 'Kommentieren', { Kommentar: 'Wir machen weiter.' });
  expect(ticketCard(places(desk).dispatch, number).unfolded).toContain('Wir machen weiter.');
});
