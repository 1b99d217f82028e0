import { moreActionsNotPermitted } from '../../../src/texts/refusals.de';
import { Desk } from '../../support/desk';
import { presses, ticketCard, did, places, sends } from '../../support/desk-steps';
import { filled, ticketAt } from '../../support/ticket-way';

describe('given a channel that is both the dispatchers’ and the platform’s', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({
      organisation: (sample) => ({
        ...sample,
        platformChannel: sample.dispatchChannel,
        people: sample.people.map((person) =>
          person.id === 'dispatcher-2'
            ? { ...person, roles: [...person.roles, { role: 'platformMaintainer' as const }] }
            : person,
        ),
      }),
    });
  });
  afterAll(() => desk.close());

  const inShared = (key: string) => desk.as(key).in('Dispatch');

  it('when support is asked for, then the platform maintainer takes and completes it from the one card', async () => {
    const { dispatch } = places(desk);
    const platform = inShared('plattform');
    const number = await ticketAt(desk, 'accepted');
    const before = await ticketCard(platform, number).press('Weitere Aktionen');
    expect(before.text).toContain(moreActionsNotPermitted);
    await did(desk, dispatch, number, 'Unterstützung anfordern', filled.support);
    expect(dispatch.shows().filter(({ text }) => text.startsWith(`${number} | `))).toHaveLength(1);

    await did(desk, platform, number, 'Unterstützung übernehmen');
    const form = (await presses(ticketCard(platform, number), 'Unterstützung erledigen')).dialog;
    const done = await sends(form, { Antwort: 'Die nächtliche.' });
    await desk.delivered();
    expect(done.kind).toBe('closed');
    expect(ticketCard(platform, number).unfolded).toContain('Die nächtliche.');
    const history = (await ticketCard(dispatch, number).press('Verlauf')).dialog.text;
    expect(history.match(/Plattform-Maintainer, Plattform-Maintainer/g)).toHaveLength(2);
    const declining = await ticketCard(platform, number).press('Weitere Aktionen', {
      forged: { form: 'decline' },
    });
    expect(declining.text).toContain('dürfen hier nur: die Wartungs-Dispatcher');
  });

  it('when somebody has both roles, then they act in that of the card, and for support as platform maintainer', async () => {
    const both = inShared('dispatcher-2');
    const number = await ticketAt(desk, 'accepted');
    await did(desk, both, number, 'Unterstützung anfordern', filled.support);
    await did(desk, both, number, 'Unterstützung übernehmen');
    await did(desk, both, number, 'Kommentieren', { Kommentar: 'Als Dispatcher.' });
    const history = (await ticketCard(both, number).press('Verlauf')).dialog.text;
    expect(history).toContain('Dispatcher Zwei, Plattform-Maintainer');
    expect(history.match(/Dispatcher Zwei, Wartungs-Dispatcher/g)).toHaveLength(2);
  });

  it('when the platform comes to read a linked ticket, then the one card keeps the dispatchers’ buttons', async () => {
    const { dispatch } = places(desk);
    const [number, other] = [await ticketAt(desk, 'accepted'), await ticketAt(desk, 'accepted')];
    await did(desk, dispatch, number, 'Unterstützung anfordern', filled.support);
    await did(desk, dispatch, number, 'Ticket verknüpfen', { Ticket: other });
    const { buttons } = ticketCard(dispatch, number);
    await did(desk, dispatch, other, 'Unterstützung anfordern', filled.support);
    expect(ticketCard(dispatch, number).buttons).toEqual(buttons);
  });

  it('when a dispatcher without the other role tries, then they read who may', async () => {
    const { dispatch } = places(desk);
    const number = await ticketAt(desk, 'accepted');
    await did(desk, dispatch, number, 'Unterstützung anfordern', filled.support);
    const forged = { do: 'act', action: 'takeSupport', ticket: number, version: 500 };
    const refused = await ticketCard(dispatch, number).press('Verlauf', { forged });
    expect(refused.text).toContain('dürfen hier nur: die Plattform-Maintainer');
  });

  it('when the platform maintainer comments in the thread, then only on tickets with a request', async () => {
    const platform = inShared('plattform');
    const number = await ticketAt(desk, 'accepted');
    await platform.replies(ticketCard(platform, number), '@Software-Pflege Kommentar Zu früh.');
    expect(platform.shows().at(-1)?.text).toContain('dürfen hier nur');
    await did(desk, places(desk).dispatch, number, 'Unterstützung anfordern', filled.support);
    await platform.replies(ticketCard(platform, number), '@Software-Pflege Kommentar Ich sehe nach.');
    await desk.delivered();
    expect(ticketCard(platform, number).unfolded).toContain('Ich sehe nach.');
  });
});
