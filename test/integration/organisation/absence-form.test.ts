import { connectStores } from '../../../src/adapters/mongo/connect';
import type { Desk } from '../../support/desk';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import { places } from '../../support/desk-steps';
import { asksForList } from '../../support/organisation-steps';

const open = deskOfEachTest();
let desk: Desk;
beforeEach(async () => {
  desk = await open();
});

const absence = {
  Person: 'Dispatcher Zwei',
  'Von (erster Tag)': '2026-06-15',
  'Bis (letzter Tag)': '2026-06-19',
};

describe('an absence is entered by who may (process 1)', () => {
  it('given a dispatcher, when they enter one with mistakes first, then nothing typed is lost, and it is recorded with who did', async () => {
    const { dispatch } = places(desk);
    const list = await asksForList(dispatch, 'Abwesenheiten');
    const { dialog } = await list.press('Neu');
    dialog.fill({ ...absence, 'Bis (letzter Tag)': '2026-06-12' });
    const again = (await dialog.submit('Weiter')).dialog;
    expect(again.text).toContain('Der letzte Tag darf nicht vor dem ersten liegen, Mo 15.06.2026.');
    expect(again.value('Von (erster Tag)')).toBe('2026-06-15');
    again.fill({ 'Bis (letzter Tag)': '2026-06-19' });
    const check = (await again.submit('Weiter')).dialog;
    expect(check.text).toContain('Eintrag: Abwesenheit Dispatcher Zwei');
    expect((await check.submit('Speichern')).text).toBe('Gespeichert: Abwesenheit Dispatcher Zwei.');
    await desk.delivered();
    const shown = await asksForList(dispatch, 'Abwesenheiten');
    expect(shown.text).toContain('abwesend vom Mo 15.06.2026 bis Fr 19.06.2026');
    const stores = await connectStores(desk.storeUri);
    const [, change] = await stores.organisation.changesSince(0);
    expect(change).toMatchObject({
      action: 'recordAbsence',
      by: { person: 'dispatcher-1', role: 'dispatcher' },
    });
    await stores.close();
  });

  it('given an absence that overlaps, then the form says so', async () => {
    const { owner } = places(desk);
    for (const [days, text] of [
      [absence, 'Gespeichert'],
      [absence, 'Bitte ändern Sie diesen Eintrag.'],
      [{ ...absence, 'Von (erster Tag)': '2026-06-16' }, 'schon als abwesend eingetragen'],
    ] as const) {
      const list = await asksForList(owner, 'Abwesenheiten');
      const { dialog } = await list.press('Neu');
      const { dialog: next } = await dialog.fill(days).submit('Weiter');
      const shown = text === 'Gespeichert' ? (await next.submit('Speichern')).text : next.text;
      expect(shown).toContain(text);
    }
  });

  it('given all dispatchers would be away today, then the check page says so before it is saved', async () => {
    const { owner } = places(desk);
    const days = { 'Von (erster Tag)': '2026-06-10', 'Bis (letzter Tag)': '2026-06-10' };
    const names = ['Dispatcher Eins', 'Dispatcher Zwei'];
    const warned: boolean[] = [];
    for (const person of names) {
      const { dialog } = await (await asksForList(owner, 'Abwesenheiten')).press('Neu');
      expect(dialog.text).toContain('Für alle anderen öffnen Sie „Abwesenheit“ in der Liste „Personen“.');
      const check = (await dialog.fill({ Person: person, ...days }).submit('Weiter')).dialog;
      warned.push(check.text.includes('Heute sind alle Wartungs-Dispatcher abwesend.'));
      await check.submit('Speichern');
    }
    expect(warned).toEqual([false, true]);
  });

  it.each(['nord', 'journal', 'outage'] as const)(
    'given somebody of %s, when they ask for it, then they read who may, and no list',
    async (place) => {
      const view = places(desk)[place];
      await view.writes('@Software-Pflege Organisation');
      expect(view.text()).toContain(
        'Das dürfen nur die Prozessverantwortlichen, die Wartungs-Dispatcher und die Plattform-Maintainer.',
      );
      expect(view.text()).not.toContain('Jede Änderung wird festgehalten');
    },
  );
});
