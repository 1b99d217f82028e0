import { connectStores } from '../../../src/adapters/mongo/connect';
import { laneKey } from '../../../src/app/messages/lane';
import { personById } from '../../../src/domain/organisation/find';
import type { Installation, Person } from '../../../src/domain/organisation/installation';
import { Desk } from '../../support/desk';
import { acceptTicket, places, reportFault, ticketCard } from '../../support/desk-steps';

const wordOfSued = {
  Netzbetreiber: 'Stadtwerke Süd AG',
  Meldeweg: 'Telefon',
  'Mitgeteilt von': 'Leitstelle',
  Titel: 'Nur für Süd',
};
const person = 'leitstelle-sued-a';
const lane = laneKey({ kind: 'person', person });

/** What earlier versions took for somebody's private chat, by the place it is in truth. */
const wrongIds: ReadonlyArray<readonly [string, (desk: Desk) => string]> = [
  ['another operator’s channel', (desk) => places(desk).nord.conversation.id],
  ['a thread in it', (desk) => `${places(desk).nord.conversation.id};messageid=1`],
  ['the dispatch channel', (desk) => places(desk).dispatch.conversation.id],
  ['a group chat', () => groupChat],
];
const groupChat = '19:leitstelle@thread.v2';

describe('given a conversation that an earlier version remembered as somebody’s private chat', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
    desk.connector.world.groupChats.push({
      id: groupChat,
      name: 'Leitstelle',
      tenantId: desk.as(person).chat().conversation.tenantId,
      members: [person, 'leitstelle-sued-b'],
      installed: true,
    });
  });
  afterEach(() => desk.close());

  /** As it is stored, and after a restart everything else is forgotten. */
  async function remembered(conversation: string): Promise<void> {
    const stores = await connectStores(desk.storeUri);
    const { tenantId: tenant } = desk.as(person).chat().conversation;
    const { serviceUrl } = desk.connector;
    await stores.conversations.save({
      laneKey: lane,
      conversation,
      serviceUrl,
      tenant,
      seenAt: desk.time,
    });
    // A card of theirs is believed to stand there too.
    for (const card of await stores.cards.standing(undefined, 100)) {
      if (card.laneKey === lane) await stores.cards.save({ ...card, conversation });
    }
    await stores.close();
    await desk.restart();
  }

  async function chatInStore(): Promise<string | undefined> {
    const stores = await connectStores(desk.storeUri);
    const found = await stores.conversations.find(lane);
    await stores.close();
    return found?.conversation;
  }

  /** Everything that was ever written elsewhere, also what was edited since. */
  const writtenElsewhere = () =>
    [places(desk).nord, desk.as('leitstelle-sued-b').in(groupChat)].map((view) => view.text()).join('\n');

  it.each(wrongIds)(
    'when it is %s, then nothing of a ticket is written there, and a private chat is opened anew',
    async (_, wrong) => {
      await remembered(wrong(desk));
      const number = await reportFault(desk, wordOfSued, places(desk).dispatch);
      await acceptTicket(desk, number);
      expect(ticketCard(desk.as(person).chat(), number).unfolded).toContain(`${number} | Akzeptiert`);
      expect(writtenElsewhere()).not.toContain(number);
      expect(
        places(desk)
          .dispatch.shows()
          .filter(({ text }) => text.startsWith(`${number} | `)),
      ).toHaveLength(1);
      expect(await chatInStore()).toBe(desk.as(person).chat().conversation.id);
    },
  );

  it.each(wrongIds)(
    'when their card is believed to stand in %s, then the next change comes to a private chat',
    async (_, wrong) => {
      const number = await reportFault(desk, wordOfSued, places(desk).dispatch);
      await remembered(wrong(desk));
      await acceptTicket(desk, number);
      const cards = desk.as(person).chat().shows();
      expect(cards.map(({ text }) => text).join('\n')).toContain(`${number} | Akzeptiert`);
      expect(writtenElsewhere()).not.toContain(number);
      expect(await chatInStore()).toBe(desk.as(person).chat().conversation.id);
    },
  );
});

describe('given somebody else is behind a person’s id since', () => {
  let desk: Desk;
  beforeEach(async () => (desk = await Desk.open()));
  afterEach(() => desk.close());

  /** The identities of these two are exchanged: each is the other human. */
  const exchanged = (sample: Installation): Installation => {
    const identitiesOf = (id: string) => personById(sample, id)?.identities ?? [];
    const now: Readonly<Record<string, Person['identities']>> = {
      [person]: identitiesOf(spare),
      [spare]: identitiesOf(person),
    };
    return {
      ...sample,
      people: sample.people.map((each) => ({ ...each, identities: now[each.id] ?? each.identities })),
    };
  };
  const spare = 'prozess';

  it('when a ticket changes, then its card is in their chat, and withdrawn in the former one’s', async () => {
    const number = await reportFault(desk, wordOfSued, places(desk).dispatch);
    const former = desk.as(person).chat();
    expect(ticketCard(former, number).unfolded).toContain(`${number} | Angefragt`);
    await desk.reorganises(exchanged);
    await acceptTicket(desk, number);
    expect(former.text()).not.toContain('Akzeptiert');
    expect(former.text()).toContain('abgegeben');
    expect(ticketCard(desk.as(spare).chat(), number).unfolded).toContain(`${number} | Akzeptiert`);
  });
});
