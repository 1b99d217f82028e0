import { channels, type Desk } from '../../support/desk';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import { places, ticketCard } from '../../support/desk-steps';
import { asksForList, asksForOrganisation, searches } from '../../support/organisation-steps';
import { stranger } from '../../support/sample-teams';
import { ticketAt } from '../../support/ticket-way';

const open = deskOfEachTest();
let desk: Desk;
beforeEach(async () => {
  desk = await open();
});

describe('the process owner runs who takes part (process 1)', () => {
  it('given somebody whom a ticket is assigned to, when their last day is entered, then the form says what follows, and it happens', async () => {
    const number = await ticketAt(desk, 'assigned');
    const { owner, dispatch } = places(desk);
    const list = await searches(owner, 'Personen', 'Maintainer West');
    const { dialog } = await list.press('Ändern: Maintainer West');
    const check = (await dialog.fill({ 'Rollen bis (letzter Tag)': '2026-06-09' }).submit('Weiter')).dialog;
    expect(check.text).toContain('Rollen bis (letzter Tag): – → Di 09.06.2026');
    expect(check.text).toContain(
      'Ein offenes Ticket geht an die Wartungs-Dispatcher zurück: Betriebstagebuch.',
    );
    expect(check.text).toContain('Maintainer-Zugänge entziehen: Maintainer West, Betriebstagebuch');
    expect((await check.submit('Speichern')).text).toBe(
      'Gespeichert: Person Maintainer West; Maintainer-Zugänge entziehen: Maintainer West, Betriebstagebuch.',
    );
    await desk.timePasses();
    expect(ticketCard(dispatch, number).text).toContain('Zuweisung erloschen: Maintainer West');
  });

  it('given somebody in a channel who is nobody yet, when they are taken in, then they may act at once, and no id was typed', async () => {
    await desk.as(stranger).in(channels.nord).writes('@Software-Pflege Kennungen');
    await desk.delivered();
    const { owner } = places(desk);
    const { dialog } = await owner.card('möchte aufgenommen werden').press('Aufnehmen');
    expect(dialog.value('Name')).toBe(desk.as(stranger).account.name);
    const again = (await dialog.fill({ 'E-Mail': 'keine' }).submit('Weiter')).dialog;
    expect(again.text).toContain('Bitte geben Sie eine E-Mail-Adresse an');
    again.fill({
      'E-Mail': 'neu@netz-nord.example',
      Organisation: 'Netz Nord GmbH',
      Rollen: 'Netzbetreiber',
    });
    const check = (await again.submit('Weiter')).dialog;
    expect(check.text).toContain('Kennungen: 1');
    expect((await check.submit('Speichern')).text).toContain('Gespeichert: Person');
    const view = desk.as(stranger).in(channels.nord);
    await view.writes('@Software-Pflege Störung melden');
    expect(view.card().buttons).toContain('Störung melden');
    const twice = (await owner.card('möchte aufgenommen werden').press('Aufnehmen')).dialog;
    expect(twice.text).toContain('Diese Person ist inzwischen eingetragen.');
  });

  it('given Teams stops telling who is in the channel, when somebody is taken in, then nothing typed is lost', async () => {
    await desk.as(stranger).in(channels.nord).writes('@Software-Pflege Kennungen');
    await desk.delivered();
    const { owner } = places(desk);
    const { dialog } = await owner.card('möchte aufgenommen werden').press('Aufnehmen');
    dialog.fill({
      Telefon: '+49 30 1234',
      'E-Mail': 'neu@netz-nord.example',
      Organisation: 'Netz Nord GmbH',
    });
    let shown = (await dialog.submit('Weiter')).dialog;
    const path = new RegExp(`/members/${desk.as(stranger).account.teamsId}`);
    desk.connector.misbehave({ fault: { kind: 'status', status: 403 }, path });
    for (const button of ['Zurück', 'Weiter']) {
      shown = (await shown.submit(button)).dialog;
      expect(shown.text).toContain('Teams sagt zurzeit nicht, wer das ist.');
      expect(shown.value('Telefon')).toBe('+49 30 1234');
    }
  });

  it('given the only process owner, when they take the role from themself, then the form refuses and keeps what was typed', async () => {
    const { owner } = places(desk);
    const list = await searches(owner, 'Personen', 'Prozess');
    const { dialog } = await list.press('Ändern: Prozessverantwortliche Stelle');
    dialog.fill({ 'Rollen bis (letzter Tag)': '2026-06-30', Telefon: '+49 30 1234' });
    const again = (await dialog.submit('Weiter')).dialog;
    expect(again.text).toContain('Am Mi 01.07.2026 wäre niemand mehr Prozessverantwortlicher.');
    expect(again.value('Telefon')).toBe('+49 30 1234');
  });

  it('given two who change the same person, then the later one reads who was first, and sends once more without undoing it', async () => {
    const { owner } = places(desk);
    const opens = async () =>
      (
        await (
          await searches(owner, 'Personen', 'Leitwarte Nord, Schicht A')
        ).press('Ändern: Leitwarte Nord, Schicht A')
      ).dialog;
    const [first, second] = [await opens(), await opens()];
    const saved = await (
      await first.fill({ Telefon: '+49 30 1' }).submit('Weiter')
    ).dialog.submit('Speichern');
    expect(saved.text).toContain('Gespeichert');
    const late = (await second.fill({ 'E-Mail': 'schicht-a@netz-nord.example' }).submit('Weiter')).dialog;
    expect(late.text).toContain('Inzwischen hat Prozessverantwortliche Stelle diesen Eintrag geändert');
    expect(late.value('E-Mail')).toBe('schicht-a@netz-nord.example');
    expect(late.value('Telefon')).toBe('+49 30 1');
    const check = (await late.submit('Weiter')).dialog;
    expect(check.text).toContain('→ schicht-a@netz-nord.example');
    expect(check.text).not.toContain('Telefon');
    expect((await check.submit('Speichern')).text).toContain('Gespeichert');
  });

  it.each(['dispatch', 'dispatch2'] as const)(
    'given a dispatcher (%s), then they have no list of people, and a forged press opens and changes nothing',
    async (place) => {
      const view = places(desk)[place];
      expect((await asksForOrganisation(view)).buttons).toEqual([
        'Abwesenheiten',
        'Dienstplan',
        'Onboarding',
      ]);
      const duty = await asksForList(view, 'Dienstplan');
      const forged = { do: 'openRecord', form: 'person', of: 'dispatcher-1' };
      const { text } = await duty.press(duty.buttons.find((title) => title.startsWith('Ändern')) ?? '', {
        forged,
      });
      expect(text).toContain('Das dürfen nur die Prozessverantwortlichen.');
    },
  );
});
