import type { ShownCard } from '../../../src/simulator/people/shown-card';
import { dumpOf } from '../../support/release-dump';
import { Desk } from '../../support/desk';
import {
  assignTicket,
  does,
  numberReportedOn,
  opensReport,
  places,
  reportFault,
  ticketCard,
  wholeReport,
  opensContent,
} from '../../support/desk-steps';

const unknown = 'Zu dieser Nummer gibt es hier kein Ticket.';

describe('given a client that sends other data than its card says', () => {
  let desk: Desk;
  let ofNord: string;
  let ofSued: string;
  beforeAll(async () => {
    desk = await Desk.open();
    ofNord = await reportFault(desk);
    ofSued = await reportFault(desk, {}, desk.as('leitstelle-sued-a').chat());
  });
  afterAll(() => desk.close());

  const stands = (number: string) => ticketCard(places(desk).dispatch, number).unfolded;

  async function expectNothing(
    number: string,
    press: () => Promise<{ readonly text: string }>,
    answer: string,
  ) {
    const before = stands(number);
    const outcome = await press();
    await desk.delivered();
    expect(outcome.text).toContain(answer);
    expect(outcome.text).not.toContain('Stadtwerke');
    expect(stands(number)).toBe(before);
  }

  it('when an operator names the ticket of another organisation, then it is as if there were none', async () => {
    const card = ticketCard(places(desk).nord, ofNord);
    const forged = { forged: { ticket: ofSued } };
    await expectNothing(ofSued, () => card.press('Meldung zurückziehen', forged), unknown);
    await expectNothing(ofSued, () => card.press('Weitere Aktionen', forged), unknown);
    await expectNothing(ofSued, () => opensContent(card, forged), unknown);
    await expectNothing(ofSued, () => card.press('Fristberechnung', forged), unknown);
  });

  it('when an open form is sent for the ticket of another organisation, then it is as if there were none', async () => {
    const form = (await ticketCard(places(desk).nord, ofNord).press('Meldung zurückziehen')).dialog;
    const check = (await form.submit('Weiter')).dialog;
    await expectNothing(
      ofSued,
      () => check.submit('Meldung zurückziehen', { forged: { ticket: ofSued } }),
      unknown,
    );
  });

  it.each([
    'accept',
    'decline',
    'returnReport',
    'assign',
    'changeClass',
    'changePriority',
    'changeModule',
    'closeWithoutAnswer',
  ])('when an operator asks for the dispatcher’s form %s, then it does not open', async (form) => {
    const card = ticketCard(places(desk).nord, ofNord);
    await expectNothing(
      ofNord,
      () => card.press('Weitere Aktionen', { forged: { form } }),
      'dürfen hier nur: die Wartungs-Dispatcher; das Ticket ist im Zustand „Angefragt“, am Zug: die Wartungs-Dispatcher.',
    );
  });

  it('when an operator sends the dispatcher’s form from one of their own, then nothing is accepted', async () => {
    const form = (await ticketCard(places(desk).nord, ofNord).press('Meldung zurückziehen')).dialog;
    await expectNothing(
      ofNord,
      () => form.submit('Weiter', { forged: { form: 'accept', faultClass: '1', priority: 'high' } }),
      '„Akzeptieren“ dürfen hier nur: die Wartungs-Dispatcher; das Ticket ist im Zustand „Angefragt“, am Zug: die Wartungs-Dispatcher.',
    );
  });

  it('when an operator sends "act" with the dispatcher’s action, then they read who may', async () => {
    const { nord } = places(desk);
    const { tickets = [] } = await dumpOf(desk.storeUri);
    const stored = tickets.find(({ _id }) => String(_id) === ofNord)?.['ticket'];
    const { proof } = stored as { readonly proof: string };
    for (const action of ['startAnalysis', 'accept', 'assign', 'closeWithoutAnswer']) {
      const delivery = await nord.invokes('adaptiveCard/action', {
        action: {
          type: 'Action.Execute',
          verb: 'act',
          data: { do: 'act', action, ticket: ofNord, proof, version: 1 },
        },
        trigger: 'manual',
      });
      await desk.delivered();
      expect(JSON.stringify(delivery.body)).toMatch(
        action === 'startAnalysis'
          ? /„Analyse starten“ dürfen hier nur: die Wartungs-Dispatcher/
          : /Diese Schaltfläche wird nicht mehr unterstützt/,
      );
    }
    expect(stands(ofNord)).toContain(`${ofNord} | Angefragt`);
    expect(stands(ofNord)).not.toContain('Analyse gestartet');
  });

  it('when a button that acts at once carries another version, then nothing is done twice or on a guess', async () => {
    const number = await reportFault(desk);
    const card = ticketCard(places(desk).dispatch, number).frozen();
    const guessed = await card.press('Analyse starten', { forged: { version: 99 } });
    await desk.delivered();
    expect(guessed.text).toContain('Diese Karte war nicht mehr aktuell, deshalb wurde nichts geändert');
    expect(stands(number)).not.toContain('Analyse gestartet');
    await card.press('Analyse starten');
    await desk.delivered();
    const again = await card.press('Analyse starten', { forged: { version: 2 } });
    await desk.delivered();
    expect(again.text).toContain('„Analyse starten“ ist jetzt nicht möglich');
    expect(stands(number).match(/Analyse gestartet/g)).toHaveLength(1);
  });

  it('when a report carries another operator, a module without contract or a receipt, then these do not count', async () => {
    const { nord } = places(desk);
    const forged = {
      operator: 'netz-sued',
      receivedDate: '2026-06-01',
      receivedTime: '08:30',
      saidBy: 'Niemand',
    };
    const form = (await opensReport(nord)).fill(wholeReport);
    const check = (await form.submit('Weiter', { forged })).dialog;
    expect(check.text).toContain('Netzbetreiber: Netz Nord GmbH');
    expect(check.text).not.toContain('Niemand');
    const start = nord.card().message.id;
    await check.submit('Absenden', { forged });
    await desk.delivered();
    const number = numberReportedOn(nord, start);
    expect(stands(number)).toContain('Netzbetreiber: Netz Nord GmbH');
    expect(stands(number)).toContain('Eingang: Mi 10.06.2026, 10:00 Uhr');

    const other = (await opensReport(nord)).fill(wholeReport);
    const refused = await other.submit('Weiter', { forged: { module: 'stellungnahme-toeb' } });
    expect(refused.dialog.text).toContain('gilt an diesem Tag kein Pflegevertrag');
  });

  it('when what the check page holds was changed, then it is checked again', async () => {
    const { nord } = places(desk);
    const check = (await (await opensReport(nord)).fill(wholeReport).submit('Weiter')).dialog;
    const before = places(desk).dispatch.shows().length;
    const outcome = await check.submit('Absenden', { forged: { held: 'kein-paket' } });
    await desk.delivered();
    expect(outcome.dialog.text).toContain('Bitte wählen Sie das Modul.');
    expect(places(desk).dispatch.shows()).toHaveLength(before);
  });

  it('when a report’s form names a ticket’s card as the one that opened it, then that card stays a ticket’s', async () => {
    const { nord } = places(desk);
    const tracked = ticketCard(nord, ofNord);
    const text = tracked.unfolded;
    const origin = `${nord.conversation.id}|${tracked.message.id}`;
    const check = (await (await opensReport(nord)).fill(wholeReport).submit('Weiter', { forged: { origin } }))
      .dialog;
    await check.submit('Absenden', { forged: { origin } });
    await desk.delivered();
    expect(ticketCard(nord, ofNord).unfolded).toBe(text);
    const elsewhere = `19:dispatch@thread.tacv2|${ticketCard(places(desk).dispatch, ofNord).message.id}`;
    const other = (
      await (await opensReport(nord)).fill(wholeReport).submit('Weiter', { forged: { origin: elsewhere } })
    ).dialog;
    await other.submit('Absenden', { forged: { origin: elsewhere } });
    await desk.delivered();
    expect(stands(ofNord)).toContain(`${ofNord} | Angefragt`);
  });

  it('when a maintainer hands back a ticket of another module, then it is as if there were none', async () => {
    const number = await reportFault(desk);
    await assignTicket(desk, number);
    const other = await reportFault(desk, { Modul: 'Störungsinformationstool' });
    await does(desk, places(desk).dispatch, other, 'Akzeptieren');
    await does(desk, places(desk).dispatch, other, 'Zuweisen', {
      Maintainer: 'Maintainer Ost (Softwarehaus Ost GmbH)',
    });
    const card: ShownCard = ticketCard(places(desk).outage, other);
    await expectNothing(
      number,
      () => card.press('An Dispatcher zurückgeben', { forged: { ticket: number } }),
      unknown,
    );
  });

  it.each([
    { do: 'unbekannt' },
    { do: 'act', action: 'accept', ticket: 'SP-2026-0001', version: '1' },
    { do: 'open', form: 'fremd' },
    { do: 'submit', form: 'accept', page: 'fill', nonce: 'keine', ticket: 'SP-2026-0001' },
    { $where: 'this' },
  ])('when the data are none of ours (%j), then the answer is a sentence', async (data) => {
    const { dispatch } = places(desk);
    const value = { action: { type: 'Action.Execute', verb: 'act', data }, trigger: 'manual' };
    const delivery = await dispatch.invokes('adaptiveCard/action', value);
    expect(delivery.body).toMatchObject({
      value: 'Diese Schaltfläche wird nicht mehr unterstützt. Bitte schreiben Sie „Hilfe“.',
    });
  });
});
