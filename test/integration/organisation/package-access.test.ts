import { connectStores } from '../../../src/adapters/mongo/connect';
import type { AccessTask, Installation } from '../../../src/domain/organisation/installation';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import type { ShownCard } from '../../../src/simulator/people/shown-card';
import type { Desk } from '../../support/desk';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import { places } from '../../support/desk-steps';
import { berlin } from '../../support/given';
import { asksForList, asksForOrganisation } from '../../support/organisation-steps';
import { recordsDue } from '../../support/record-events';

const open = deskOfEachTest();
let desk: Desk;

const task: AccessTask = {
  id: 'grant.netz-nord.betriebstagebuch.1',
  kind: 'grant',
  operator: 'netz-nord',
  module: 'betriebstagebuch',
  since: berlin('2026-06-10T10:00'),
  reminders: 0,
};
const arises = (event: AccessTask) => recordsDue(desk, { type: 'accessTaskRecorded', task: event });
/** The sample with contracts that begin on Wednesday: access of those that run already is taken over. */
const beginning =
  (of: readonly string[], to?: string) =>
  (sample: Installation): Installation => ({
    ...sample,
    contracts: sample.contracts.map((each) =>
      of.includes(`${each.operator} ${each.module}`)
        ? { ...each, from: '2026-06-10', ...(to !== undefined && { to }) }
        : each,
    ),
  });
const account = 'Konto oder Token-Kennung';
const done = 'Erledigt: Netz Nord GmbH – Betriebstagebuch';

/** The card that stands in the platform's channel for everybody. */
function taskCard(view: PlaceView): ShownCard {
  return view.message(({ text }) => text.includes('Paketzugang einrichten') && text.includes('Stand')).card;
}

describe('an operator is let into a package repository (process 8)', () => {
  beforeEach(async () => {
    desk = await open({ opens: '2026-06-09T10:00', organisation: beginning(['netz-nord betriebstagebuch']) });
    await desk.at('2026-06-10T10:00').timePasses();
  });

  it('given a task that arises, then its card stands in the platform’s channel, and the platform maintainer is called in its thread', () => {
    const { platform } = places(desk);
    const card = taskCard(platform);
    for (const text of [
      'Netz Nord GmbH',
      'https://pakete.genossenschaft.example.org/betriebstagebuch',
      'Leitwarte Nord, Schicht A, schicht-a@netz-nord.example.com',
      'Vertrag ab: Mi 10.06.2026',
      'Fällig: Fr 12.06.2026, 14:00 Uhr',
      'Stand: offen',
    ])
      expect(card.text).toContain(text);
    expect(card.buttons).toEqual(['Erledigt']);
    const call = platform.message(({ text }) => text.includes('Bitte richten Sie den Paketzugang'));
    expect(call.message.rootId).toBe(card.message.id);
    expect(call.text).toContain('Plattform-Maintainer');
  });

  it('given the platform maintainer, when they say for which account it is done, then it is recorded and the card says so', async () => {
    const { platform } = places(desk);
    const { dialog } = await taskCard(platform).press('Erledigt');
    expect(dialog.text).toContain('Passwörter, Token und Schlüssel selbst gehören nicht hierher');
    const secret = `ghp_${'a1B2'.repeat(9)}`;
    const refused = (await dialog.fill({ [account]: secret }).submit('Erledigt')).dialog;
    expect(refused.text).toContain('Das sieht aus wie ein Passwort');
    expect(refused.value(account)).toBe(secret);
    const sent = await refused.fill({ [account]: 'nord-lesend' }).submit('Erledigt');
    expect(sent.text).toBe('Gespeichert: Paketzugang einrichten: Netz Nord GmbH, Betriebstagebuch.');
    await desk.timePasses();
    const card = taskCard(platform);
    expect(card.text).toContain('erledigt von Plattform-Maintainer am Mi 10.06.2026, 10:00 Uhr');
    expect(card.text).toContain('nord-lesend');
    expect(card.text).not.toContain('Fällig');
    expect(card.buttons).toEqual([]);
    const stores = await connectStores(desk.storeUri);
    const changes = await stores.organisation.changesSince(0);
    expect(JSON.stringify(changes)).not.toContain(secret);
    expect(changes.at(-1)).toMatchObject({
      action: 'completeAccess',
      by: { person: 'plattform', role: 'platformMaintainer' },
      events: [{ task: { id: task.id, outcome: { kind: 'done', reference: 'nord-lesend' } } }],
    });
    await stores.close();
  });

  it('given two forms of one task, then the second sender reads who was first, and their text stays', async () => {
    const { platform } = places(desk);
    const kept = taskCard(platform).frozen();
    const first = (await kept.press('Erledigt')).dialog;
    const second = (await kept.press('Erledigt')).dialog;
    await first.fill({ [account]: 'nord-lesend' }).submit('Erledigt');
    const late = await second.fill({ [account]: 'nord-zwei' }).submit('Erledigt');
    expect(late.text).toContain(
      'Diese Aufgabe hat Plattform-Maintainer schon erledigt (Mi 10.06.2026, 10:00 Uhr).',
    );
    expect(late.text).toContain('nord-zwei');
    expect((await kept.press('Erledigt')).text).toContain('schon erledigt');
  });

  it('given contracts that change while the form is open, then it says that there is nothing to do', async () => {
    const { platform } = places(desk);
    const { dialog } = await taskCard(platform).press('Erledigt');
    await arises({ ...task, outcome: { kind: 'dropped', at: desk.time } });
    const late = await dialog.fill({ [account]: 'nord-lesend' }).submit('Erledigt');
    expect(late.text).toContain('Diese Aufgabe ist entfallen: Die Verträge haben sich geändert.');
  });

  it.each(['dispatcher-1', 'prozess', 'maintainer-west', 'leitstelle-sued-a'])(
    'given %s, when they forge the press or ask, then they read who may, and nothing of the task',
    async (person) => {
      const view = desk.as(person).chat();
      await view.writes('Hilfe');
      const press = { do: 'openRecord', form: 'accessDone', of: task.id };
      const help = view.card();
      const { text } = await help.press(help.buttons[0] ?? '', { forged: press });
      expect(text).toContain('Das dürfen nur die Plattform-Maintainer.');
      expect(text).not.toContain('pakete.genossenschaft');
    },
  );

  it('given a dispatcher in their channel, when they forge the press, then they read who may', async () => {
    const { dispatch } = places(desk);
    await dispatch.writes('@Software-Pflege Hilfe');
    const help = dispatch.card();
    const press = { do: 'openRecord', form: 'accessDone', of: task.id };
    const { text } = await help.press(help.buttons[0] ?? '', { forged: press });
    expect(text).toContain('Das dürfen nur die Plattform-Maintainer.');
  });

  it('given the platform maintainer in the platform’s channel, when they ask for "Organisation", then they see what is theirs', async () => {
    const { platform } = places(desk);
    expect((await asksForOrganisation(platform)).buttons).toEqual(['Paketzugänge', 'Onboarding']);
    const list = await asksForList(platform, 'Paketzugänge');
    expect(list.buttons).toContain(done);
    const { dialog } = await list.press(done);
    await dialog.fill({ [account]: 'nord-lesend' }).submit('Erledigt');
    expect((await asksForList(platform, 'Paketzugänge')).buttons).not.toContain(done);
  });

  it('given the process owner, then the list stands behind "Verträge", with nothing to press', async () => {
    const { owner } = places(desk);
    const contracts = await asksForList(owner, 'Verträge');
    await contracts.press('Paketzugänge');
    const list = owner.card('Paketzugänge');
    expect(list.text).toContain('Netz Nord GmbH – Betriebstagebuch');
    expect(list.buttons).not.toContain(done);
  });

  it('given the platform maintainer in private, then they do it there', async () => {
    const chat = desk.as('plattform').chat();
    const { dialog } = await (await asksForList(chat, 'Paketzugänge')).press(done);
    expect((await dialog.fill({ [account]: 'nord-lesend' }).submit('Erledigt')).text).toContain(
      'Gespeichert',
    );
  });
});

describe('what follows from contracts is told (process 8)', () => {
  beforeEach(async () => {
    const of = ['netz-nord betriebstagebuch', 'netz-sued stellungnahme-toeb'];
    desk = await open({ opens: '2026-06-09T10:00', organisation: beginning(of, '2026-09-08') });
    await desk.at('2026-06-10T10:00').timePasses();
  });

  it('given several tasks of one day, then one post lists them and leads to the list', async () => {
    const { platform } = places(desk);
    const call = platform.card('2 Zugänge einzurichten oder zu entziehen');
    expect(call.text).toContain('Stadtwerke Süd AG – Stellungnahme TÖB');
    await call.press('Paketzugänge');
    expect(platform.card('Suchen').buttons).toContain(done);
  });

  it('given a contract that ends, then its operator and the process owner are told, each with where to go on', async () => {
    const { nord, owner } = places(desk);
    for (const [view, heading, button, name] of [
      [nord, 'Ein Pflegevertrag endet', 'Vertrag', 'Betriebstagebuch'],
      [owner, '2 Pflegeverträge enden', 'Verträge', 'Netz Nord GmbH – Betriebstagebuch'],
    ] as const) {
      const post = view.card(heading);
      expect(post.text).toContain(name);
      expect(post.text).toContain('endet am Di 08.09.2026 (in 90 Tagen)');
      expect(post.text).toContain('Kündigungsfrist: 3 Monate, abgelaufen am Mo 08.06.2026');
      await post.press(button);
      expect(view.text()).toContain('Kündigungsfrist: 3 Monate');
    }
  });

  it('given access that is granted, then "Vertrag" and "Bugfix-Pakete" say so to the operator', async () => {
    const { nord } = places(desk);
    const asks = async (command: string) => {
      await nord.writes(`@Software-Pflege ${command}`);
      return nord.text();
    };
    expect(await asks('Vertrag')).toContain('Paketzugang: wird eingerichtet');
    const outcome = { kind: 'done', at: desk.time, by: 'plattform', reference: 'nord-lesend' } as const;
    await arises({ ...task, outcome });
    expect(await asks('Vertrag')).toContain('Paketzugang: eingerichtet seit Mi 10.06.2026 (nord-lesend)');
    expect(await asks('Bugfix-Pakete')).toContain(
      'Betriebstagebuch: bis Di 08.09.2026; Paketzugang: eingerichtet seit Mi 10.06.2026; https://pakete.genossenschaft.example.org/betriebstagebuch',
    );
  });
});
