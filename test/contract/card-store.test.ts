import type { TrackedCard } from '../../src/app/ports/card-store';
import { storesUnderTest, useStores } from './stores-under-test';

const card: TrackedCard = {
  ticket: 'SP-2026-0001',
  subject: 'ticket',
  laneKey: 'channel:19:dispatch@thread.tacv2',
  place: { kind: 'dispatch' },
  conversation: '19:dispatch@thread.tacv2',
  activityId: '1700000000001',
  shownVersion: 1,
  withdrawn: false,
};

describe.each(storesUnderTest)('CardStore on $name', (implementation) => {
  const stores = useStores(implementation);

  it('given no card, when one is looked for, then nothing is found', async () => {
    const { cards } = stores();
    expect(await cards.find(card.ticket, 'ticket', card.laneKey)).toBeUndefined();
    expect(await cards.findByActivity(card.conversation, card.activityId)).toBeUndefined();
    expect(await cards.ofTicket(card.ticket)).toEqual([]);
  });

  it('given a card of every kind of place, when saved, then it is found as it was', async () => {
    const { cards } = stores();
    const places: readonly TrackedCard['place'][] = [
      { kind: 'dispatch' },
      { kind: 'platform' },
      { kind: 'module', module: 'journal' },
      { kind: 'organisation', organisation: 'nord' },
    ];
    for (const place of places) {
      const saved = { ...card, laneKey: `lane:${place.kind}`, activityId: place.kind, place };
      await cards.save(saved);
      expect(await cards.find(card.ticket, 'ticket', saved.laneKey)).toEqual(saved);
      expect(await cards.findByActivity(card.conversation, place.kind)).toEqual(saved);
    }
    const found = await cards.ofTicket(card.ticket);
    expect(found.map((each) => each.place.kind).sort()).toEqual([
      'dispatch',
      'module',
      'organisation',
      'platform',
    ]);
  });

  it('given a card, when another is saved for its ticket and lane, then it takes the place', async () => {
    const { cards } = stores();
    await cards.save(card);
    const later = { ...card, activityId: '1700000000009', shownVersion: 4, withdrawn: true };
    await cards.save(later);
    expect(await cards.find(card.ticket, 'ticket', card.laneKey)).toEqual(later);
    expect(await cards.findByActivity(card.conversation, card.activityId)).toBeUndefined();
    expect(await cards.ofTicket(card.ticket)).toEqual([later]);
  });

  it('given a card whose message is gone, when it is forgotten, then nothing leads to it, and later ones stay', async () => {
    const { cards } = stores();
    const notice: TrackedCard = { ...card, subject: 'notice', activityId: '1700000000002' };
    await cards.save(notice);
    await cards.save(card);
    await cards.forget(card);
    expect(await cards.ofTicket(card.ticket)).toEqual([notice]);
    await cards.forget(card);
    const later = { ...card, activityId: '1700000000009' };
    await cards.save(later);
    await cards.forget(card);
    await cards.forget({ ...later, conversation: 'a:1' });
    expect(await cards.find(card.ticket, 'ticket', card.laneKey)).toEqual(later);
  });

  it('given one card saved 20 times at once, then there is one', async () => {
    const { cards } = stores();
    await Promise.all(Array.from({ length: 20 }, (_, shownVersion) => cards.save({ ...card, shownVersion })));
    expect(await cards.ofTicket(card.ticket)).toHaveLength(1);
  });

  it('given cards of other tickets, lanes and conversations, then they stay apart', async () => {
    const { cards } = stores();
    await cards.save(card);
    await cards.save({ ...card, ticket: 'SP-2026-0002', activityId: '2' });
    await cards.save({ ...card, laneKey: 'person:nord-1', conversation: 'a:1' });
    expect((await cards.findByActivity('a:1', card.activityId))?.laneKey).toBe('person:nord-1');
    expect(await cards.ofTicket(card.ticket)).toHaveLength(2);
    expect(await cards.find('SP-2026-0002', 'ticket', 'person:nord-1')).toBeUndefined();
  });

  it('given the card of a ticket and that of its release information in one lane, then they stay apart', async () => {
    const { cards } = stores();
    const notice: TrackedCard = { ...card, subject: 'notice', activityId: '1700000000002', shownVersion: 9 };
    await cards.save(card);
    expect(await cards.find(card.ticket, 'notice', card.laneKey)).toBeUndefined();
    await cards.save(notice);
    expect(await cards.find(card.ticket, 'ticket', card.laneKey)).toEqual(card);
    expect(await cards.find(card.ticket, 'notice', card.laneKey)).toEqual(notice);
    expect(await cards.findByActivity(card.conversation, notice.activityId)).toEqual(notice);
    expect(await cards.ofTicket(card.ticket)).toEqual([notice, card]);
  });

  it('given an object instead of a text, then it is no operator', async () => {
    const { cards } = stores();
    await cards.save(card);
    const operator = { $gt: '' } as unknown as string;
    const answers = await Promise.allSettled([
      cards.find(operator, 'ticket', card.laneKey),
      cards.find(card.ticket, 'ticket', operator),
      cards.find(card.ticket, operator as 'ticket', card.laneKey),
      cards.findByActivity(card.conversation, operator),
      cards.ofTicket(operator).then((found) => found[0]),
    ]);
    expect(answers.filter((answer) => answer.status === 'fulfilled' && answer.value !== undefined)).toEqual(
      [],
    );
  });

  it('given several pages of standing cards, then none is left out or told twice, and none that was withdrawn is told', async () => {
    const { cards } = stores();
    const standing = [1, 2, 3].flatMap((ticket) =>
      (['ticket', 'notice'] as const).map((subject) => ({
        ...card,
        subject,
        ticket: `SP-2026-000${ticket}`,
        activityId: `${subject}${ticket}`,
      })),
    );
    for (const each of standing) await cards.save(each);
    await cards.save({ ...card, ticket: 'SP-2026-0002', laneKey: 'person:sued-1', withdrawn: true });
    const told: TrackedCard[] = [];
    let page = await cards.standing(undefined, 4);
    while (page.length > 0) {
      told.push(...page);
      page = await cards.standing(page.at(-1), 4);
    }
    expect(told.map(({ ticket }) => ticket)).toEqual(standing.map(({ ticket }) => ticket));
    expect(new Set(told.map(({ activityId }) => activityId)).size).toBe(standing.length);
  });

  it('given a card that was withdrawn and shown again, then it stands again', async () => {
    const { cards } = stores();
    await cards.save({ ...card, withdrawn: true });
    expect(await cards.standing(undefined, 10)).toEqual([]);
    await cards.save(card);
    expect(await cards.standing(undefined, 10)).toEqual([card]);
  });
});
