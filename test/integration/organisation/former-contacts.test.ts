import type { Desk } from '../../support/desk';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import { places } from '../../support/desk-steps';
import { asksForList, asksForOrganisation, searches } from '../../support/organisation-steps';

const open = deskOfEachTest();
let desk: Desk;
beforeEach(async () => {
  desk = await open();
});

const title = 'Frühere Ansprechpartner';

describe('former contacts (process 9)', () => {
  it('given somebody whose last day is over, then the process owner reads what they were, from when to when', async () => {
    const { owner } = places(desk);
    const people = await searches(owner, 'Personen', 'Maintainer West');
    const { dialog } = await people.press('Ändern: Maintainer West');
    const days = { 'Rollen ab': '2026-06-01', 'Rollen bis (letzter Tag)': '2026-06-09' };
    await (await dialog.fill(days).submit('Weiter')).dialog.submit('Speichern');

    const menu = await asksForOrganisation(owner);
    expect(menu.buttons).toHaveLength(6);
    expect(menu.buttons).not.toContain(title);
    await (await asksForList(owner, 'Personen')).press(title);
    const former = owner.card(title);
    expect(former.text).toContain(
      'Modul-Maintainer Betriebstagebuch: Maintainer West (Softwarehaus West GmbH)',
    );
    expect(former.text).toContain('von Mo 01.06.2026 bis Di 09.06.2026');
    expect(former.buttons).toEqual(['Suchen', 'Organisation']);
  });

  it('given nobody who left, then the list is empty', async () => {
    const { owner } = places(desk);
    await (await asksForList(owner, 'Personen')).press(title);
    expect(owner.card(title).text).toContain('Es gibt noch keine Einträge.');
  });

  it('given a dispatcher, then a forged press shows nothing', async () => {
    const { dispatch } = places(desk);
    const menu = await asksForOrganisation(dispatch);
    const forged = { do: 'list', list: 'formerContacts', page: 1 };
    const { text } = await menu.press('Dienstplan', { forged });
    expect(text).toContain('Das dürfen nur die Prozessverantwortlichen.');
  });
});
