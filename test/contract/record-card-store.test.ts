import type { RecordCard } from '../../src/app/ports/record-card-store';
import { storesUnderTest, useStores } from './stores-under-test';

const card: RecordCard = {
  of: { kind: 'accessTask', id: 'grant.nord.journal.1' },
  laneKey: 'channel:19:platform@thread.tacv2',
  place: { kind: 'platform' },
  conversation: '19:platform@thread.tacv2',
  activityId: '1700000000001',
  shownVersion: 7,
  withdrawn: false,
};
const other = { ...card, of: { kind: 'accessTask', id: 'revoke.nord.journal.2' } } as const;
/** Of another kind, by the same id. */
const onboarding = { ...card, of: { kind: 'onboarding', id: 'grant.nord.journal.1' } } as const;

describe.each(storesUnderTest)('RecordCardStore on $name', (implementation) => {
  const stores = useStores(implementation);

  it('given no card, when one is looked for, then nothing is found', async () => {
    const { recordCards } = stores();
    expect(await recordCards.find(card.of, card.laneKey)).toBeUndefined();
    expect(await recordCards.standing()).toEqual([]);
  });

  it('given a card, when it is saved, then it is found as it was, of its record and lane alone', async () => {
    const { recordCards } = stores();
    await recordCards.save(card);
    expect(await recordCards.find(card.of, card.laneKey)).toEqual(card);
    expect(await recordCards.find(other.of, card.laneKey)).toBeUndefined();
    expect(await recordCards.find(card.of, 'channel:19:elsewhere@thread.tacv2')).toBeUndefined();
  });

  it('given a card, when another is saved for its record and lane, then it takes the place', async () => {
    const { recordCards } = stores();
    await recordCards.save(card);
    const later = { ...card, activityId: '1700000000009', shownVersion: 9 };
    await recordCards.save(later);
    expect(await recordCards.standing()).toEqual([later]);
  });

  it('given cards that stand and one that was withdrawn, then those that stand are told in order', async () => {
    const { recordCards } = stores();
    await recordCards.save(other);
    await recordCards.save(card);
    await recordCards.save({ ...card, laneKey: 'channel:19:former@thread.tacv2', withdrawn: true });
    expect(await recordCards.standing()).toEqual([card, other]);
  });

  it('given cards of records of two kinds with one id, then each is its own', async () => {
    const { recordCards } = stores();
    await recordCards.save(onboarding);
    expect(await recordCards.find(card.of, card.laneKey)).toBeUndefined();
    await recordCards.save({ ...card, activityId: '1700000000009' });
    expect(await recordCards.find(onboarding.of, card.laneKey)).toEqual(onboarding);
    expect(await recordCards.standing()).toEqual([{ ...card, activityId: '1700000000009' }, onboarding]);
  });

  it('given a card whose message is gone, when it is forgotten, then nothing leads to it, and a later one stays', async () => {
    const { recordCards } = stores();
    await recordCards.save(card);
    const later = { ...card, activityId: '1700000000009' };
    await recordCards.save(later);
    await recordCards.forget(card);
    expect(await recordCards.find(card.of, card.laneKey)).toEqual(later);
    await recordCards.forget(later);
    expect(await recordCards.find(card.of, card.laneKey)).toBeUndefined();
  });
});
