import type { ShownCard } from '../../../src/simulator/people/shown-card';
import { Desk } from '../../support/desk';
import { does, places, reportFault, ticketCard } from '../../support/desk-steps';

const linkTo = ({ message }: ShownCard): string =>
  `/l/message/${encodeURIComponent(message.conversationId)}/${message.id}?`;

describe('given a ticket’s card that somebody deletes in Teams', () => {
  let desk: Desk;
  let number: string;
  let lost: ShownCard;
  beforeEach(async () => {
    desk = await Desk.open();
    number = await reportFault(desk);
    lost = ticketCard(places(desk).nord, number);
  });
  afterEach(() => desk.close());

  const cards = () =>
    places(desk)
      .nord.shows()
      .filter(({ text }) => text.startsWith(`${number} | `) && !text.includes('Kopie, Stand'));
  const copyAskedFor = async (): Promise<ShownCard> => {
    const { nord } = places(desk);
    await nord.writes(`@Software-Pflege Ticket ${number}`);
    const copy = nord.card('Kopie, Stand');
    await desk.delivered();
    return copy;
  };

  async function expectPostedAnew(): Promise<void> {
    expect(cards()).toHaveLength(1);
    const [anew] = cards().map(({ card }) => card);
    expect(anew?.message.id).not.toBe(lost.message.id);
    expect(anew?.buttons).toContain('Weitere Aktionen');
    const copy = await copyAskedFor();
    expect(copy.text).toContain(linkTo(anew as ShownCard));
    expect(cards()).toHaveLength(1);
    await does(desk, places(desk).dispatch, number, 'Akzeptieren');
    expect(ticketCard(places(desk).nord, number).unfolded).toContain('Akzeptiert');
    expect(cards()).toHaveLength(1);
  }

  it('when Teams tells the bot, then it is posted anew at once, and links lead there', async () => {
    const { nord } = places(desk);
    const { sent } = (await lost.look()) ?? {};
    desk.connector.messages.remove(lost.message);
    const envelope = { ...sent, value: undefined, name: undefined, replyToId: undefined };
    const change = {
      type: 'messageDelete',
      id: lost.message.id,
      channelData: { eventType: 'softDeleteMessage' },
    };
    await desk.connector.deliver({ ...envelope, ...change });
    await desk.delivered();
    expect(nord.shows().some(({ id }) => id === lost.message.id)).toBe(false);
    await expectPostedAnew();
  });

  it('when nobody tells the bot, then it sees it as soon as somebody asks for the ticket, and the copy’s link follows', async () => {
    desk.connector.messages.remove(lost.message);
    const copy = await copyAskedFor();
    await copy.look();
    expect(copy.text).not.toContain(linkTo(lost));
    await expectPostedAnew();
  });

  it('when the post in its place fails for a while, then nothing leads to the deleted message meanwhile', async () => {
    desk.connector.messages.remove(lost.message);
    const outage = desk.connector.misbehave({
      fault: { kind: 'status', status: 503 },
      method: 'POST',
      path: /^\/v3\/conversations$/,
    });
    await does(desk, places(desk).dispatch, number, 'Rückfrage', { Rückfrage: 'Seit wann?' });
    const copy = await copyAskedFor();
    expect(copy.text).not.toContain('Zur Karte des Tickets');
    await desk.delivered();
    outage.stop();
    desk.at('2026-06-10T10:05');
    await desk.timePasses();
    expect(cards()).toHaveLength(1);
    await copy.look();
    expect(copy.text).toContain(linkTo(cards()[0]?.card as ShownCard));
  });

  it('when it stood there twice and the deletion is taken back, then a look at it leads to the new one', async () => {
    const { message } = lost;
    desk.connector.messages.remove(message);
    await copyAskedFor();
    message.deleted = false;
    await lost.look();
    await desk.delivered();
    expect(lost.text).toContain('Diese Karte ist doppelt angekommen.');
    expect(cards()).toHaveLength(1);
  });
});
