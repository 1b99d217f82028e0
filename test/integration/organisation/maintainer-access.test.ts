import { connectStores } from '../../../src/adapters/mongo/connect';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import type { ShownCard } from '../../../src/simulator/people/shown-card';
import type { Desk } from '../../support/desk';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import { places } from '../../support/desk-steps';
import { asksForList, searches } from '../../support/organisation-steps';

const open = deskOfEachTest();
let desk: Desk;

const task = 'revokeMaintainer.maintainer-west.betriebstagebuch.1';
const account = 'Konto oder Token-Kennung';
const done = 'Erledigt: Maintainer West – Betriebstagebuch';

/** The card that stands in the platform's channel for everybody. */
function taskCard(view: PlaceView): ShownCard {
  return view.message(({ text }) => text.includes('Maintainer-Zugänge entziehen') && text.includes('Stand'))
    .card;
}

/** How the store has the task. */
async function recorded() {
  const stores = await connectStores(desk.storeUri);
  const changes = await stores.organisation.changesSince(0);
  await stores.close();
  return changes.flatMap(({ action, by, events }) =>
    events.flatMap((event) =>
      event.type === 'accessTaskRecorded' && event.task.id === task ? [{ action, by, task: event.task }] : [],
    ),
  );
}

describe('somebody is maintainer no more (process 7)', () => {
  beforeEach(async () => {
    desk = await open();
    const list = await searches(places(desk).owner, 'Personen', 'Maintainer West');
    const { dialog } = await list.press('Ändern: Maintainer West');
    const check = (await dialog.fill({ 'Rollen bis (letzter Tag)': '2026-06-09' }).submit('Weiter')).dialog;
    await check.submit('Speichern');
    await desk.timePasses();
  });

  it('given they lost the role, then the card of what is to be taken from them stands in the platform’s channel, and the platform maintainer is called in its thread', () => {
    const { platform } = places(desk);
    const card = taskCard(platform);
    for (const text of [
      'Person: Maintainer West',
      'Modul: Betriebstagebuch',
      'Zu entziehen: Quellcode-Repository, Committer-Rechte, Veröffentlichung von Paketen',
      'Fällig: Fr 12.06.2026, 14:00 Uhr',
      'Stand: offen',
    ])
      expect(card.text).toContain(text);
    expect(card.buttons).toEqual(['Erledigt']);
    const call = platform.message(({ text }) => text.includes('Bitte entziehen Sie Maintainer West'));
    expect(call.message.rootId).toBe(card.message.id);
    expect(call.text).toContain('Plattform-Maintainer');
  });

  it('given the platform maintainer, when they say for which account it is done, then the card says who did it and when', async () => {
    const { platform } = places(desk);
    const { dialog } = await taskCard(platform).press('Erledigt');
    desk.at('2026-06-11T11:00');
    const sent = await dialog.fill({ [account]: 'west-schreibend' }).submit('Erledigt');
    expect(sent.text).toBe('Gespeichert: Maintainer-Zugänge entziehen: Maintainer West, Betriebstagebuch.');
    await desk.timePasses();
    const card = taskCard(platform);
    expect(card.text).toContain('Stand: erledigt von Plattform-Maintainer am Do 11.06.2026, 11:00 Uhr');
    expect(card.text).toContain(`${account}: west-schreibend`);
    expect(card.text).not.toContain('Fällig');
    expect(card.buttons).toEqual([]);
    expect((await recorded()).at(-1)).toMatchObject({
      action: 'completeAccess',
      by: { person: 'plattform', role: 'platformMaintainer' },
      task: { outcome: { kind: 'done', reference: 'west-schreibend' } },
    });
    expect((await asksForList(platform, 'Paketzugänge')).buttons).not.toContain(done);
  });

  it.each(['dispatcher-1', 'prozess', 'maintainer-west-vertretung', 'leitstelle-sued-a'])(
    'given %s, when they forge the press or what a form would send, then they read who may, and nothing is recorded',
    async (person) => {
      const view = desk.as(person).chat();
      await view.writes('Hilfe');
      const help = view.card();
      const form = { form: 'accessDone', of: task };
      const sends = { do: 'submitRecord', nonce: '00000000-0000-4000-8000-0000000000aa', page: 'fill' };
      for (const forged of [
        { do: 'openRecord', ...form },
        { ...sends, ...form, reference: 'west-schreibend' },
      ]) {
        const { text } = await help.press(help.buttons[0] ?? '', { forged });
        expect(text).toContain('Das dürfen nur die Plattform-Maintainer.');
        expect(text).not.toContain('Maintainer West');
      }
      await desk.timePasses();
      expect((await recorded()).map((each) => each.task.outcome)).toEqual([undefined]);
      expect(taskCard(places(desk).platform).buttons).toEqual(['Erledigt']);
    },
  );
});
