import type { PublishedNotice } from '../../src/app/ports/release-notice-store';
import { sampleTime } from '../support/tickets';
import { storesUnderTest, useStores } from './stores-under-test';

function notice(number: number, overrides: Partial<PublishedNotice> = {}): PublishedNotice {
  const ticket = `SP-2026-000${number}`;
  const operator = overrides.operator ?? 'nord';
  return {
    id: `${ticket}:${operator}`,
    ticket,
    operator,
    module: 'journal',
    fixVersion: `2.3.${number}`,
    packageReference: `journal-2.3.${number}`,
    text: 'Die Suche findet wieder alle Einträge.',
    releasedAt: sampleTime + number,
    ...overrides,
  };
}

const page = { limit: 10, skip: 0 };

describe.each(storesUnderTest)('ReleaseNoticeStore on $name', (implementation) => {
  const stores = useStores(implementation);

  it('given nothing published, then an operator has none', async () => {
    const { notices } = stores();
    await notices.publish([]);
    expect(await notices.ofOperator('nord', page)).toEqual([]);
    expect(await notices.countOfOperator('nord')).toBe(0);
  });

  it('given notices of several operators, then each finds its own as they were, newest first, then by id', async () => {
    const { notices } = stores();
    const sameInstant = notice(4, { releasedAt: sampleTime + 3 });
    await notices.publish([notice(1), notice(3), notice(2, { operator: 'sued' }), sameInstant]);
    expect(await notices.ofOperator('nord', page)).toEqual([notice(3), sameInstant, notice(1)]);
    expect(await notices.ofOperator('sued', page)).toEqual([notice(2, { operator: 'sued' })]);
    expect(await notices.countOfOperator('nord')).toBe(3);
    expect(await notices.countOfOperator('west')).toBe(0);
  });

  it('given more than a page, then the pages follow each other', async () => {
    const { notices } = stores();
    const all = [1, 2, 3, 4, 5].map((number) => notice(number));
    await notices.publish(all);
    const pages = await Promise.all(
      [0, 2, 4, 6].map((skip) => notices.ofOperator('nord', { limit: 2, skip })),
    );
    expect(pages.map((each) => each.length)).toEqual([2, 2, 1, 0]);
    expect(pages.flat()).toEqual([...all].reverse());
    expect(await notices.ofOperator('nord', { limit: 0, skip: 0 })).toEqual([]);
  });

  it('given notices that are there, when published again, then they stay as they are', async () => {
    const { notices } = stores();
    await notices.publish([notice(1)]);
    await notices.publish([notice(1, { text: 'anders' }), notice(2)]);
    expect(await notices.ofOperator('nord', page)).toEqual([notice(2), notice(1)]);
  });

  it('given the same notices, when published 20 times at once, then each is there once', async () => {
    const { notices } = stores();
    const all = [notice(1), notice(2), notice(3, { operator: 'sued' })];
    await Promise.all(Array.from({ length: 20 }, () => notices.publish(all)));
    expect(await notices.ofOperator('nord', page)).toEqual([notice(2), notice(1)]);
    expect(await notices.countOfOperator('sued')).toBe(1);
  });

  it('given an object instead of a text, then it is no operator', async () => {
    const { notices } = stores();
    await notices.publish([notice(1)]);
    const operator = { $gt: '' } as unknown as string;
    const answers = await Promise.allSettled([
      notices.ofOperator(operator, page).then(({ length }) => length),
      notices.countOfOperator(operator),
    ]);
    for (const answer of answers) expect(answer.status === 'rejected' || answer.value === 0).toBe(true);
  });
});
