import type { Desk } from '../../support/desk';
import { deskOfEachTest } from '../../support/desk-of-each-test';
import { places, presses, reportFault, ticketCard } from '../../support/desk-steps';
import { searches } from '../../support/organisation-steps';

const open = deskOfEachTest();
let desk: Desk;
beforeEach(async () => {
  desk = await open();
  await desk.startsAnother();
});

const opens = async (name: string) =>
  (await (await searches(places(desk).owner, 'Personen', name)).press(`Ändern: ${name}`)).dialog;

describe('given two bots on one store (process 1, 10)', () => {
  it('when the last day of a dispatcher is entered by the form of one, then the other decides by it on their next press', async () => {
    const number = await reportFault(desk);
    const dialog = await opens('Dispatcher Eins');
    const check = (await dialog.fill({ 'Rollen bis (letzter Tag)': '2026-06-09' }).submit('Weiter')).dialog;
    expect((await check.submit('Speichern')).text).toContain('Gespeichert');

    desk.reaches('another');
    const { dispatch, dispatch2 } = places(desk);
    await presses(ticketCard(dispatch, number), 'Analyse starten');
    await desk.delivered();
    expect(ticketCard(dispatch, number).buttons).toContain('Analyse starten');
    await presses(ticketCard(dispatch2, number), 'Analyse starten');
    await desk.timePasses();
    expect(ticketCard(dispatch2, number).buttons).not.toContain('Analyse starten');
  });

  it('when a form goes from one to the other before it is sent, then it is saved once, and one that was opened before reads so', async () => {
    const name = 'Leitwarte Nord, Schicht A';
    const [first, stale] = [await opens(name), await opens(name)];
    desk.reaches('another');
    const check = (await first.fill({ Telefon: '+49 30 1' }).submit('Weiter')).dialog;
    expect((await check.submit('Speichern')).text).toContain('Gespeichert');
    desk.reaches('first');
    const late = (await stale.fill({ 'E-Mail': 'schicht-a@netz-nord.example' }).submit('Weiter')).dialog;
    expect(late.text).toContain('Inzwischen hat Prozessverantwortliche Stelle diesen Eintrag geändert');
    expect(late.value('Telefon')).toBe('+49 30 1');
  });
});
