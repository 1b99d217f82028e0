import { envelope, eventId } from '../../../src/simulator/connector/inbound-activity';
import type { JsonObject } from '../../../src/simulator/connector/json';
import type { PlaceView } from '../../../src/simulator/people/place-view';
import { Desk } from '../../support/desk';
import { places, reportFault, ticketCard } from '../../support/desk-steps';

const dispatchChannel = '19:dispatch@thread.tacv2';
const generalChannel = '19:general@thread.tacv2';

const cardsOf = (view: PlaceView, number: string) =>
  view.shows().flatMap(({ text }) => (text.startsWith(`${number} | `) ? [text] : []));

/** What Teams tells once the app is there; the fields that differ from any other event. */
const arrivals: ReadonlyArray<
  readonly [name: string, at: string, eventType: string | undefined, fields: JsonObject]
> = [
  ['the app was added to the channel', dispatchChannel, 'channelMemberAdded', { membersAdded: ['bot'] }],
  ['the app was added to the team', generalChannel, 'teamMemberAdded', { membersAdded: ['bot'] }],
  ['the app was installed, told in the channel', dispatchChannel, undefined, { action: 'add' }],
  ['the app was installed, told in the team', generalChannel, undefined, { action: 'add' }],
  ['another version of the app was installed', generalChannel, undefined, { action: 'add-upgrade' }],
  ['the channel was restored', generalChannel, 'channelRestored', {}],
  ['the team is no longer archived', generalChannel, 'teamUnarchived', {}],
];

describe('given a dispatch channel to which the app was not added when a fault was reported', () => {
  let desk: Desk;
  let number: string;
  beforeEach(async () => {
    desk = await Desk.open();
    const { channel } = dispatchOf(desk);
    channel.appAdded = false;
    number = await reportFault(desk);
    await desk.timePasses();
    expect(places(desk).dispatch.shows()).toEqual([]);
    channel.appAdded = true;
  });
  afterEach(() => desk.close());

  it.each(arrivals)(
    'when Teams tells that %s, then the card is posted by itself',
    async (_, at, eventType, fields) => {
      const { world, serviceUrl } = desk.connector;
      const conversation = dispatchOf(desk);
      const sender = world.memberOf(conversation, 'dispatcher-1');
      if (sender === undefined) throw new Error('the dispatcher is no member');
      const event = envelope({ world, conversation, rootId: undefined, serviceUrl, at: desk.time }, sender);
      const told = {
        ...event,
        id: eventId(),
        type: 'action' in fields ? 'installationUpdate' : 'conversationUpdate',
        ...fields,
        ...('membersAdded' in fields && { membersAdded: [{ id: world.bot.id }] }),
        conversation: { ...(event['conversation'] as object), id: at },
        channelData: {
          ...(event['channelData'] as object),
          channel: { id: at },
          ...(eventType !== undefined && { eventType }),
        },
      };
      expect(await desk.connector.deliver(told)).toMatchObject({ status: 200 });
      await desk.delivered();
      expect(cardsOf(places(desk).dispatch, number)).toHaveLength(1);
      expect(ticketCard(places(desk).dispatch, number).unfolded).not.toContain('bitte anrufen');
    },
  );

  it('when Teams tells nothing, then the card is posted by the next hourly look, without a change of the ticket', async () => {
    desk.at('2026-06-10T10:59');
    await desk.timePasses();
    expect(cardsOf(places(desk).dispatch, number)).toEqual([]);
    desk.at('2026-06-10T11:00');
    await desk.timePasses();
    expect(cardsOf(places(desk).dispatch, number)).toHaveLength(1);
  });

  it('when the bot starts again, then the card is posted', async () => {
    await desk.restart();
    await desk.timePasses();
    expect(cardsOf(places(desk).dispatch, number)).toHaveLength(1);
  });
});

it('given a contact person without the app, when they install it, then their card comes by itself', async () => {
  const desk = await Desk.open();
  try {
    const { sued, suedB } = places(desk);
    await desk.connector.installations.uninstall('leitstelle-sued-b');
    const number = await reportFault(desk, {}, sued);
    const sentence = 'bitte anrufen';
    expect(ticketCard(places(desk).dispatch, number).unfolded).toContain(sentence);
    await desk.connector.installations.install('leitstelle-sued-b');
    await desk.delivered();
    expect(cardsOf(suedB, number)).toHaveLength(1);
    expect(ticketCard(places(desk).dispatch, number).unfolded).not.toContain(sentence);
  } finally {
    await desk.close();
  }
});

function dispatchOf(desk: Desk) {
  const conversation = desk.connector.world.conversation(dispatchChannel);
  if (conversation?.kind !== 'channel') throw new Error('no dispatch channel');
  return conversation;
}
