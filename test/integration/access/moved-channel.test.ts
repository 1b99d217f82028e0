import type { Organisation } from '../../../src/domain/organisation/installation';
import { channels, Desk } from '../../support/desk';
import { places, reportFault, ticketCard } from '../../support/desk-steps';

describe('given an operator whose channel was taken out of the organisation file', () => {
  let desk: Desk;
  let taken = false;
  beforeAll(async () => {
    desk = await Desk.open({
      organisation: (sample) => ({
        ...sample,
        organisations: sample.organisations.map((each) =>
          taken && each.name === channels.nord ? withoutChannel(each) : each,
        ),
      }),
    });
  });
  afterAll(() => desk.close());

  it('when somebody presses a card that still stands there, then they read that nothing is shown here any more', async () => {
    const number = await reportFault(desk);
    taken = true;
    const edits = { method: 'PUT', conversation: places(desk).nord.conversation.id };
    const refusing = desk.connector.misbehave({ fault: { kind: 'status', status: 403 }, ...edits });
    await desk.restart();
    await desk.delivered();
    expect(refusing.hits).toBe(1);
    const card = ticketCard(places(desk).nord, number);
    for (const button of card.buttons) {
      expect((await card.press(button)).text).toContain('gehört zu keinem Ort der Software-Pflege mehr');
    }
    expect(card.buttons).toContain('Verlauf');
  });
});

function withoutChannel({ channel, ...organisation }: Organisation): Organisation {
  return organisation;
}
