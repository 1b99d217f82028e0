import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionNames } from '../../../src/texts/actions.de';
import { formWords } from '../../../src/texts/form-words.de';
import { loadOrganisation } from '../../../src/adapters/organisation/load-organisation';
import { sampleOrganisationFile } from '../../../src/config';
import { teamsOfInstallation } from '../../../src/local-mode/teams-of-installation';
import { berlin } from '../../support/given';
import { dialogOf, fieldOf, reportInputs, type Seat, SimulatedDesk } from '../../support/simulated-desk';

const nordChannel = '19:netz-nord@thread.tacv2';
const dispatchChannel = '19:dispatch@thread.tacv2';
const handbook = readFileSync(join(__dirname, '../../../docs/handbuch.md'), 'utf8');

describe('given Teams on this machine, whose first steps nobody has done', () => {
  let desk: SimulatedDesk;
  beforeEach(async () => {
    desk = await SimulatedDesk.open();
  });
  afterEach(() => desk.close());

  const nord = () => desk.at('leitwarte-nord-a', nordChannel);
  const dispatch = (person = 'dispatcher-1') => desk.at(person, dispatchChannel);
  const done = async () =>
    (await desk.overview()).firstSteps.filter((step) => step.done).map(({ number }) => number);

  /** Opens the form with the button on the ticket's card and sends it. */
  async function does(
    seat: Seat,
    number: string,
    button: string,
    inputs: Record<string, string> = {},
    sent = button,
  ) {
    const card = await seat.waitsFor(`${number}[^]*"title":"${button}"`);
    const form = dialogOf(await seat.presses(card, button));
    return seat.submits(form, sent, inputs);
  }
  const maintainer = async () => {
    const step = (await desk.overview()).firstSteps[3];
    return desk.at(step?.person ?? '', step?.conversationId ?? '');
  };

  it('first-steps: when each is done as it says by the person whom it names, then it is ticked off, and stays so over a restart', async () => {
    expect((await desk.clock('nextDeadline')).body.error).toBe('Es läuft keine Frist.');
    expect(await done()).toEqual([]);
    const number = await nord().reports();
    expect(await done()).toEqual([1]);

    const card = await dispatch().waitsFor(`${number}[\\s\\S]*Als Nächstes`);
    await dispatch().presses(card, 'Analyse starten');
    expect(await done()).toEqual([1, 2]);

    const west = await maintainer();
    await does(dispatch(), number, 'Akzeptieren und zuweisen', { person: west.person });
    // What comes next is named on the cards now, which is not doing it.
    await nord().waitsFor(`${number}[^]*Fehlerbehebungsplan`);
    expect(await done()).toEqual([1, 2, 3]);

    // What is stopped half way may pause for a minute.
    await desk.settled();
    await desk.restart();
    expect(await done()).toEqual([1, 2, 3]);
    const check = dialogOf(await does(west, number, 'Plan vorschlagen', plan, 'Weiter'));
    expect(await done()).toEqual([1, 2, 3]);
    await west.submits(check, 'Plan vorschlagen', {});
    expect(await done()).toEqual([1, 2, 3, 4]);
    await desk.clock('nextDeadline');
    expect(await done()).toEqual([1, 2, 3, 4, 5]);

    await desk.post('/api/reset');
    expect(await done()).toEqual([]);
    await nord().reports();
    expect(await done()).toEqual([1]);
  });

  it('first-steps: when the dispatcher accepts and assigns one after the other, then the same is ticked off', async () => {
    const number = await nord().reports();
    await does(dispatch(), number, 'Akzeptieren');
    expect(await done()).toEqual([1, 2]);
    const { person } = await maintainer();
    await does(dispatch(), number, 'Zuweisen', { person });
    expect(await done()).toEqual([1, 2, 3]);
  });

  it('first-steps: when another dispatcher has begun the analysis, then whoever accepts and assigns has done both', async () => {
    const number = await nord().reports();
    const card = await dispatch('dispatcher-2').waitsFor(`${number}[^]*Als Nächstes`);
    await dispatch('dispatcher-2').presses(card, 'Analyse starten');
    expect(await done()).toEqual([1]);
    const { person } = await maintainer();
    await does(dispatch(), number, 'Akzeptieren und zuweisen', { person });
    expect(await done()).toEqual([1, 2, 3]);
  });

  it('first-steps: when the clock is moved and nothing falls due, then nothing is ticked off; when any move passes a warning, it is', async () => {
    await desk.clock('hour');
    await desk.clock('nextOpening');
    expect(await done()).toEqual([]);
    await desk.clock('real');
    // Class 2, reported at 10:00: half of its six hours is over at 13:00.
    await nord().reports();
    for (const now of ['2026-06-10T11:00', '2026-06-10T12:00']) {
      expect((await desk.clock('hour')).body.now).toBe(berlin(now));
      expect(await done()).toEqual([1]);
    }
    await desk.clock('hour');
    expect(await done()).toEqual([1, 5]);
  });

  it('first-steps: when others do it, or somebody only writes the words of it, then nothing is ticked off', async () => {
    const title = 'Akzeptiert, Zuweisen und Fehlerbehebungsplan, Version 1, zu SP-2026-0001';
    const other = desk.at('leitwarte-nord-b', nordChannel);
    const number = await other.reports(title);
    expect(await done()).toEqual([]);
    await does(dispatch('dispatcher-2'), number, 'Akzeptieren');
    const west = await maintainer();
    await does(dispatch('dispatcher-2'), number, 'Zuweisen', { person: west.person });
    await nord().writes(`@Software-Pflege Ticket ${number}`);
    await nord().waitsFor('Kopie, Stand');
    await west.writes(`@Software-Pflege Ticket ${number}`);
    await west.waitsFor('Kopie, Stand');
    // A form that was opened and not sent, or came back with errors.
    const form = await nord().opensReport();
    await nord().submits(form, 'Weiter', { ...reportInputs(form, title), [fieldOf(form.card, 'Titel')]: '' });
    const planned = await west.waitsFor(`${number}[^]*"title":"Plan vorschlagen"`);
    dialogOf(await west.presses(planned, 'Plan vorschlagen'));
    expect(await done()).toEqual([]);
  });

  it('first-steps: when they are read, then they are those of the handbook, with buttons and channels that there are', async () => {
    const { firstSteps } = await desk.overview();
    const [, section = ''] = handbook.split('### Fünf erste Schritte\n');
    const [listed = ''] = section.split('\n## ');
    expect(firstSteps.map(({ number, text }) => `${number}. ${text}`)).toEqual(listed.trim().split('\n'));
    const { teams = [] } = teamsOfInstallation(loadOrganisation(sampleOrganisationFile));
    const there = [
      ...Object.values(actionNames),
      formWords.acceptAndAssign,
      `@Software-Pflege ${actionNames.reportFault}`,
      'Zur nächsten Frist',
      'Betriebstagebuch',
      ...teams.flatMap(({ channels }) => channels.map(({ name }) => name)),
    ];
    const quoted = firstSteps.flatMap(({ text }) => text.match(/(?<=„)[^“]+/g) ?? []);
    expect(quoted.length).toBeGreaterThan(8);
    expect(quoted.filter((word) => !there.includes(word))).toEqual([]);
  });
});

const plan = {
  cause: 'Der Index ist beschädigt.',
  measure: 'patch',
  affectedVersions: '2.3.1',
  targetDate: '2026-06-17',
  testApproach: 'Anmelden und die Liste prüfen.',
};
