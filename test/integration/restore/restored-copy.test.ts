import { botAnswers } from '../../../src/texts/bot-answers.de';
import type { ShownCard } from '../../../src/simulator/people/shown-card';
import { dropDatabase } from '../../../src/adapters/mongo/connect';
import { Desk } from '../../support/desk';
import { opensReport, places, presses, reportFault, ticketCard } from '../../support/desk-steps';
import { type Dump, dumpOf, fill, inDatabase } from '../../support/release-dump';

describe('given a copy of yesterday that was put back', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  /** Puts the copy back as an administrator does, with the bot stopped. */
  async function restores(copy: Dump): Promise<void> {
    await desk.stop();
    await dropDatabase(desk.storeUri);
    await fill(desk.storeUri, copy);
    await desk.start();
  }

  /** One ticket in the copy, another of the same number as one that the copy does not know. */
  async function lostAndNew(): Promise<{ readonly lost: ShownCard; readonly number: string }> {
    await reportFault(desk);
    const copy = await dumpOf(desk.storeUri);
    const number = await reportFault(desk, { Titel: 'Verlorene Meldung' });
    const lost = ticketCard(places(desk).dispatch, number);
    await restores(copy);
    return { lost, number };
  }

  it('when a card of a lost ticket is pressed, then nothing opens and a sentence says why', async () => {
    const { lost, number } = await lostAndNew();
    const again = await reportFault(desk, { Titel: 'Neue Meldung' });
    // Nobody has pressed a card since the restore, so nothing could tell of the number.
    expect(again).toBe(number);
    const before = await dumpOf(desk.storeUri);
    for (const button of lost.buttons) {
      const answer = await lost.press(button);
      expect([button, answer.text]).toEqual([button, botAnswers.cardOfLostTicket]);
    }
    const { tickets } = await dumpOf(desk.storeUri);
    expect(tickets).toEqual(before['tickets']);
  });

  it('when a form of a lost ticket is sent, then nothing is done to the ticket that has its number now', async () => {
    await reportFault(desk);
    const copy = await dumpOf(desk.storeUri);
    const number = await reportFault(desk, { Titel: 'Verlorene Meldung' });
    const form = (await presses(ticketCard(places(desk).dispatch, number), 'Akzeptieren')).dialog;
    await restores(copy);
    expect(await reportFault(desk, { Titel: 'Neue Meldung' })).toBe(number);
    const sent = await form.submit(form.buttons[0] ?? '');
    expect(sent.text).toBe(botAnswers.cardOfLostTicket);
    const { dispatch } = places(desk);
    await dispatch.writes(`@Software-Pflege Ticket ${number}`);
    expect(dispatch.shows().at(-1)?.text).toContain(`${number} | Angefragt`);
  });

  it('when a card of a lost ticket was pressed, then its number is not given out again', async () => {
    const { lost, number } = await lostAndNew();
    expect((await lost.press('Verlauf')).text).toBe(botAnswers.cardOfLostTicket);
    const next = await reportFault(desk);
    expect(Number(next.slice(-4))).toBe(Number(number.slice(-4)) + 1);
  });

  it('when somebody makes up a card with a high number, then no number is lost', async () => {
    const number = await reportFault(desk);
    const card = ticketCard(places(desk).dispatch, number);
    for (const proof of [undefined, '', 'x', `${'0'.repeat(32)}.${'0'.repeat(32)}`, 'a.b']) {
      const forged = { do: 'read', what: 'history', ticket: 'SP-2026-9000', proof };
      const { text } = await card.press('Verlauf', { forged });
      expect([botAnswers.cardOfLostTicket, botAnswers.ticketNotFound]).toContain(text);
    }
    const next = await reportFault(desk);
    expect(Number(next.slice(-4))).toBe(Number(number.slice(-4)) + 1);
  });

  it('when a button carries the proof of another ticket or none, then it opens nothing', async () => {
    const [one, other] = [await reportFault(desk), await reportFault(desk)];
    const { dispatch } = places(desk);
    const { tickets = [] } = await dumpOf(desk.storeUri);
    const proofOf = (number: string) =>
      (tickets.find(({ _id }) => String(_id) === number)?.['ticket'] as { readonly proof: string }).proof;
    const read = { do: 'read', what: 'content', ticket: other };
    for (const forged of [
      { ...read, proof: undefined },
      { ...read, proof: proofOf(one) },
    ]) {
      const { text } = await ticketCard(dispatch, one).press('Verlauf', { forged });
      expect([botAnswers.cardOfLostTicket, botAnswers.ticketNotFound]).toContain(text);
    }
    const own = await ticketCard(dispatch, one).press('Verlauf', {
      forged: { ...read, proof: proofOf(other) },
    });
    expect(own.dialog.text).toContain(other);
  });

  it('when the counter is older than what is stored, then numbers that anything names are skipped', async () => {
    const numbers = [await reportFault(desk), await reportFault(desk), await reportFault(desk)];
    const { tickets = [], cards = [], ...rest } = await dumpOf(desk.storeUri);
    const [first, second, third] = numbers;
    await restores({
      ...rest,
      counters: [],
      tickets: tickets.filter(({ _id }) => String(_id) === first),
      cards: cards.filter(({ ticket }) => ticket === second),
      deliveries: (rest['deliveries'] ?? []).filter(({ ticket }) => ticket === third),
    });
    const next = await reportFault(desk);
    expect(Number(next.slice(-4))).toBe(Number((third ?? '').slice(-4)) + 1);
  });

  it('when a ticket has no proof because it is older, then its cards work as before, and no other card opens it', async () => {
    const number = await reportFault(desk);
    const card = ticketCard(places(desk).dispatch, number);
    await inDatabase(desk.storeUri, (database) =>
      database
        .collection<{ _id: string }>('tickets')
        .updateOne({ _id: number }, { $unset: { 'ticket.proof': 1 } }),
    );
    const forged = { do: 'read', what: 'history', ticket: number, proof: undefined };
    expect((await card.press('Verlauf', { forged })).dialog.text).toContain(number);
    expect((await card.press('Verlauf')).text).toBe(botAnswers.cardOfLostTicket);
  });

  it('then the report form is sent although no ticket is named', async () => {
    const { nord } = places(desk);
    expect((await opensReport(nord)).labels).toContain('Titel');
  });
});
