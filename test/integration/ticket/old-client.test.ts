import { commandNames } from '../../../src/texts/commands.de';
import { channels, Desk } from '../../support/desk';
import { places, presses, reportFault, sends, ticketCard, wholeReport } from '../../support/desk-steps';

/** A telephone whose client stopped at Adaptive Cards 1.2: it shows what stands in place of what it does not know. */
describe('a person with a client of Adaptive Cards 1.2', () => {
  let desk: Desk;
  afterEach(() => desk.close());

  test('given a new ticket, when they press what acts at once, then it is done, the card shows it, and they alone read that it was', async () => {
    desk = await Desk.open();
    const number = await reportFault(desk);
    const old = desk.as('dispatcher-1').withOldClient().in(channels.dispatch);
    const before = old.shows().length;
    const outcome = await ticketCard(old, number).press('Analyse starten');
    expect(outcome.kind).toBe('sent');
    await desk.delivered();
    const card = ticketCard(old, number);
    expect(card.buttons).not.toContain('Analyse starten');
    expect(card.unfolded).toContain('Dispatcher Eins');
    const answers = old.shows().slice(before);
    expect(answers.map(({ text, isPrivate }) => [text.includes(number), isPrivate])).toEqual([[true, true]]);
    expect(places(desk).dispatch2.shows()).toHaveLength(before);
  });

  test('given a card that a colleague has overtaken, when they act on it, then they alone read why it was not done again', async () => {
    desk = await Desk.open();
    const number = await reportFault(desk);
    const old = desk.as('dispatcher-1').withOldClient().in(channels.dispatch);
    const stale = ticketCard(old, number).frozen();
    await ticketCard(places(desk).dispatch2, number).press('Analyse starten');
    await desk.delivered();
    await stale.press('Analyse starten');
    const answer = old.shows().at(-1);
    expect(answer?.text).toContain('Bereits erledigt von Dispatcher Zwei');
    expect([answer?.isPrivate, answer?.card.buttons]).toEqual([true, []]);
  });

  test.each(['dialog', 'inline'] as const)(
    'given a bot that shows forms by "%s", when they open one, then it is a dialog that they can send',
    async (mode) => {
      desk = await Desk.open({ mode });
      const number = 'SP-2026-0001';
      const nord = desk.as('leitwarte-nord-a').withOldClient().in(channels.nord);
      await nord.writes(`@Software-Pflege ${commandNames.reportFault}`);
      const start = nord.card();
      // "inline" has the form in the channel, and its answer is a dialog.
      const check =
        mode === 'inline'
          ? await start.fill(wholeReport).press('Weiter')
          : await (await start.press(commandNames.reportFault)).dialog.fill(wholeReport).submit('Weiter');
      await check.dialog.submit('Absenden');
      await desk.delivered();
      expect(start.text).toContain(`Gemeldet: ${number}`);
      const old = desk.as('dispatcher-1').withOldClient().in(channels.dispatch);
      await sends((await presses(ticketCard(old, number), 'Priorität ändern')).dialog, { Priorität: 'hoch' });
      await desk.delivered();
      expect(ticketCard(old, number).text).toContain('hoch');
      const history = await ticketCard(old, number).press('Verlauf');
      expect(history.kind).toBe('dialog');
      expect(history.text).toContain('Priorität');
    },
  );

  test('given help and lists, when they press their buttons, then the answer comes as a message for them alone', async () => {
    desk = await Desk.open();
    await reportFault(desk);
    const old = desk.as('dispatcher-1').withOldClient().in(channels.dispatch);
    await old.writes(`@Software-Pflege ${commandNames.help}`);
    const help = old.card(`[${commandNames.openTickets}]`);
    await help.press(commandNames.openTickets);
    const list = old.card('Filtern');
    expect(list.text).toContain('SP-2026-0001');
    await list.fill({ Zustand: 'Test' }).press('Filtern');
    const answers = old.shows().slice(-2);
    expect(answers.map(({ isPrivate }) => isPrivate)).toEqual([true, true]);
    expect(answers[1]?.text).not.toContain('SP-2026-0001');
  });
});
