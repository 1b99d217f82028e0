import { connectStores } from '../../../src/adapters/mongo/connect';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import type { ShownCard } from '../../../src/simulator/people/shown-card';
import { channels, type Desk } from '../../support/desk';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import { places } from '../../support/desk-steps';
import { asksForList } from '../../support/organisation-steps';

const open = deskOfEachTest();
let desk: Desk;
beforeEach(async () => {
  desk = await open();
});

const journal = 'Version melden: Betriebstagebuch';

async function asks(view: PlaceView, command = 'Vertrag'): Promise<ShownCard> {
  await view.writes(view.conversation.kind === 'personal' ? command : `@Software-Pflege ${command}`);
  return view.card('Installierte Version');
}

describe('an operator sees its own contracts, and reports the versions that it runs (process 6, 8)', () => {
  it.each(['Vertrag', 'Version melden'])(
    'given somebody of an operator in its channel, when they ask for "%s", then every module under contract stands there, and no other',
    async (command) => {
      const card = await asks(places(desk).nord, command);
      for (const text of [
        'Betriebstagebuch',
        'ab Di 01.02.2022, unbefristet',
        'Kündigungsfrist: 3 Monate',
        'Installierte Version: 2.1.0',
        'Ansprechpartner für Pakete: Leitwarte Nord, Schicht A',
        'Kontaktstammdaten',
        'Installierte Version: unbekannt',
        'Ansprechpartner für Pakete: N.N.',
      ])
        expect(card.text).toContain(text);
      expect(card.text).not.toContain('Kaskadeninformationstool');
      expect(card.text).not.toContain('2.0.4');
      expect(card.buttons).toContain('Paket-Repository: Betriebstagebuch');
    },
  );

  it('given a version that is recorded already, then it is said; given another, then it is recorded with who reported it', async () => {
    const { dialog } = await (await asks(places(desk).nord)).press(journal);
    expect(dialog.text).toContain('Betriebstagebuch');
    expect(dialog.value('Installierte Version')).toBe('2.1.0');
    const again = (await dialog.submit('Speichern')).dialog;
    expect(again.text).toContain('Es hat sich nichts geändert');
    expect(again.value('Installierte Version')).toBe('2.1.0');
    again.fill({ 'Installierte Version': '2.2.0' });
    expect((await again.submit('Speichern')).text).toBe(
      'Gespeichert: Vertrag Netz Nord GmbH, Betriebstagebuch.',
    );
    expect((await asks(places(desk).nord)).text).toContain('Installierte Version: 2.2.0');
    const stores = await connectStores(desk.storeUri);
    const change = (await stores.organisation.changesSince(0)).at(-1);
    expect(change).toMatchObject({
      action: 'reportVersion',
      by: { person: 'leitwarte-nord-a', role: 'operator' },
      events: [{ contract: { module: 'betriebstagebuch', noticeMonths: 3, installedVersion: '2.2.0' } }],
    });
    await stores.close();
  });

  it('given two colleagues who report at once, then the second reads who was first, keeps what they typed, and can send it again', async () => {
    const { nord, nordB } = places(desk);
    const first = (await (await asks(nord)).press(journal)).dialog;
    const second = (await (await asks(nordB)).press(journal)).dialog;
    await first.fill({ 'Installierte Version': '2.2.0' }).submit('Speichern');
    const again = (await second.fill({ 'Installierte Version': '2.3.0' }).submit('Speichern')).dialog;
    expect(again.text).toContain('Inzwischen hat Leitwarte Nord, Schicht A diesen Eintrag geändert');
    expect(again.value('Installierte Version')).toBe('2.3.0');
    expect((await again.submit('Speichern')).text).toContain('Gespeichert');
  });

  it('given a dispatcher and a maintainer in their channels, and alone, then they read whom it is for', async () => {
    const { dispatch, journal: maintainers, owner } = places(desk);
    for (const view of [dispatch, maintainers, owner, desk.as('dispatcher-1').chat()]) {
      await view.writes(view.conversation.kind === 'personal' ? 'Vertrag' : '@Software-Pflege Vertrag');
      expect(view.text()).toContain('zeige ich Netzbetreibern in ihrem Kanal');
      expect(view.text()).not.toContain('Installierte Version');
    }
  });

  it('given the other operator alone, then its own contracts stand there, and nothing of the first', async () => {
    const card = await asks(places(desk).sued);
    expect(card.text).toContain('Installierte Version: 2.0.4');
    for (const text of ['2.1.0', 'Kündigungsfrist', 'Leitwarte Nord', 'Störungsinformationstool'])
      expect(card.text).not.toContain(text);
  });

  it('given that the process owner ends a contract while the form is open, then it says so, and what was typed stays', async () => {
    const { nord, owner } = places(desk);
    const { dialog } = await (await asks(nord)).press(journal);
    const list = await asksForList(owner, 'Verträge');
    const form = (await list.press('Ändern: Netz Nord GmbH – Betriebstagebuch')).dialog;
    const check = (await form.fill({ 'Bis (letzter Tag)': '2026-06-09' }).submit('Weiter')).dialog;
    expect((await check.submit('Speichern')).text).toContain('Gespeichert');
    const refused = await dialog.fill({ 'Installierte Version': '9.9.9' }).submit('Speichern');
    expect(refused.text).toContain('gilt an diesem Tag kein Pflegevertrag');
    expect(refused.text).toContain('9.9.9');
    expect((await asks(nord)).buttons).not.toContain(journal);
  });

  it('given a forged press for a contract of the other operator, then it opens, tells and changes nothing', async () => {
    const of = 'netz-nord-betriebstagebuch-2022-02-01';
    const card = await asks(places(desk).sued);
    const opened = await card.press(journal, { forged: { do: 'openRecord', form: 'version', of } });
    expect(opened.text).toContain('Diesen Eintrag gibt es nicht mehr.');
    expect(opened.text).not.toContain('2.1.0');
    const { dialog } = await card.press(journal);
    const sent = await dialog
      .fill({ 'Installierte Version': '9.9.9' })
      .submit('Speichern', { forged: { of } });
    expect(sent.text).toContain('Diesen Eintrag gibt es nicht mehr.');
    expect((await asks(places(desk).nord)).text).toContain('Installierte Version: 2.1.0');
  });

  it("given a dispatcher in an operator's channel, then they read what the place reads, and report nothing there", async () => {
    const card = await asks(desk.as('dispatcher-1').in(channels.nord));
    expect((await card.press(journal)).text).toContain('Das dürfen nur die Netzbetreiber.');
  });

  it('given a dispatcher who forges the press in their own channel, then they read whom it is for', async () => {
    const duty = await asksForList(places(desk).dispatch, 'Dienstplan');
    const button = duty.buttons.find((title) => title.startsWith('Ändern')) ?? '';
    const of = 'netz-nord-betriebstagebuch-2022-02-01';
    const { text } = await duty.press(button, { forged: { do: 'openRecord', form: 'version', of } });
    expect(text).toContain('zeige ich Netzbetreibern in ihrem Kanal');
  });

  it('given an operator that takes part no more, then its people see no contracts', async () => {
    const { owner, sued } = places(desk);
    const card = await asks(sued);
    const list = await asksForList(owner, 'Organisationen');
    const form = (await list.press('Ändern: Stadtwerke Süd AG')).dialog;
    const check = (await form.fill({ 'Scheidet aus am': '2026-06-10' }).submit('Weiter')).dialog;
    await check.submit('Speichern');
    const late = await card.press(journal);
    expect(late.text).not.toContain('2.0.4');
    expect(late.text).not.toContain('Speichern');
  });
});
