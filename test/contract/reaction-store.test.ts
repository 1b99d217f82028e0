import fc from 'fast-check';
import type { PublishedReaction, ReactionScope } from '../../src/app/ports/reaction-store';
import { createInMemoryStores } from '../support/in-memory-stores/create-in-memory-stores';
import { sampleTime } from '../support/tickets';
import { storesUnderTest, useStores } from './stores-under-test';

const hour = 3_600_000;

function reaction(number: number, overrides: Partial<PublishedReaction> = {}): PublishedReaction {
  const ticket = `SP-2026-000${number}`;
  return {
    id: `${ticket}:1`,
    ticket,
    cycle: 1,
    version: 1,
    operator: 'nord',
    module: 'journal',
    assigned: false,
    faultClass: 2,
    startedAt: sampleTime,
    deadline: sampleTime + number * hour,
    result: 'open',
    ...overrides,
  };
}

const met = { result: 'met', reactedAt: sampleTime, decidedAt: sampleTime } as const;
const missed = { result: 'missed', breachReason: 'elapsed', decidedAt: sampleTime } as const;
const always = { from: 0, to: Date.UTC(2100, 0) };

describe.each(storesUnderTest)('ReactionStore on $name', (implementation) => {
  const stores = useStores(implementation);

  it('given nothing published, then no span holds anything', async () => {
    const { reactions } = stores();
    await reactions.publish([]);
    expect(await reactions.withDeadlineIn(always)).toEqual([]);
    expect(await reactions.judgedIn([{}], always)).toEqual({ met: 0, missed: 0 });
  });

  it('given cycles with every field, then a span holds those whose deadline is in it, the end left out', async () => {
    const { reactions } = stores();
    const all = [
      reaction(3, { ...missed, reactedAt: sampleTime + 1, assigned: true }),
      reaction(1, met),
      reaction(2, { result: 'withdrawn', withdrawnAt: sampleTime, decidedAt: sampleTime }),
      reaction(4, { deadline: sampleTime + 3 * hour, id: 'SP-2026-0004:2', cycle: 2 }),
    ];
    await reactions.publish(all);
    const [third, first, second, fourth] = all;
    expect(await reactions.withDeadlineIn(always)).toEqual([first, second, third, fourth]);
    const span = { from: sampleTime + hour, to: sampleTime + 3 * hour };
    expect(await reactions.withDeadlineIn(span)).toEqual([first, second]);
  });

  it('given a newer version of a cycle, when published, then it replaces the older one, fields that are gone included', async () => {
    const { reactions } = stores();
    const newer = reaction(1, { version: 3, assigned: true });
    await reactions.publish([reaction(1, { version: 2, ...met })]);
    await reactions.publish([newer]);
    expect(await reactions.withDeadlineIn(always)).toEqual([newer]);
    const before = { from: 0, to: newer.deadline };
    expect(await reactions.judgedIn([{}], before)).toEqual({ met: 0, missed: 0 });
  });

  it('given deadlines that ran out, then each was missed when it passed, whenever that was recorded, if it is at all', async () => {
    const { reactions } = stores();
    await reactions.publish([
      reaction(1, { ...missed, deadline: sampleTime, decidedAt: sampleTime + 60 * hour }),
      reaction(2, { result: 'open', deadline: sampleTime + hour }),
      reaction(3, { result: 'open', deadline: sampleTime + 3 * hour }),
    ]);
    const span = { from: sampleTime, to: sampleTime + 3 * hour };
    expect(await reactions.judgedIn([{}], span)).toEqual({ met: 0, missed: 2 });
    const later = { from: sampleTime + 4 * hour, to: sampleTime + 100 * hour };
    expect(await reactions.judgedIn([{}], later)).toEqual({ met: 0, missed: 0 });
  });

  it('given a deadline that had passed when it was counted, then it was missed when that was recorded (process 2.8)', async () => {
    const { reactions } = stores();
    const lateEntry = { breachReason: 'lateEntry', decidedAt: sampleTime + 5 * hour } as const;
    await reactions.publish([reaction(1, { ...missed, ...lateEntry, deadline: sampleTime })]);
    const around = (at: number) => ({ from: at, to: at + 1 });
    expect(await reactions.judgedIn([{}], around(sampleTime))).toEqual({ met: 0, missed: 0 });
    expect(await reactions.judgedIn([{}], around(sampleTime + 5 * hour))).toEqual({ met: 0, missed: 1 });
  });

  it('given a newer version of a cycle, when an older one or the same is published after it, then it stays', async () => {
    const { reactions } = stores();
    const newer = reaction(1, { version: 3, ...met });
    await reactions.publish([newer]);
    await reactions.publish([reaction(1, { version: 2 })]);
    await reactions.publish([reaction(1, { version: 3 })]);
    expect(await reactions.withDeadlineIn(always)).toEqual([newer]);
  });

  it('given 20 versions of a cycle published at once by two relays, then the newest is there once', async () => {
    const { reactions } = stores();
    const versions = Array.from({ length: 20 }, (_, index) => reaction(1, { version: index + 1 }));
    await Promise.all([...versions, ...[...versions].reverse()].map((each) => reactions.publish([each])));
    expect(await reactions.withDeadlineIn(always)).toEqual([reaction(1, { version: 20 })]);
  });

  it('given any cycles, scopes and spans, then what was judged is counted as by the plain definition', async () => {
    const { reactions } = stores();
    const model = createInMemoryStores().reactions;
    const all = [met, missed, { result: 'open' } as const, missed, met, met].map((judgement, index) =>
      reaction(index + 1, {
        ...judgement,
        ...('decidedAt' in judgement ? { decidedAt: sampleTime + index * hour } : {}),
        operator: index % 2 === 0 ? 'nord' : 'sued',
        module: index % 3 === 0 ? 'journal' : 'outage',
        assigned: index > 2,
      }),
    );
    await reactions.publish(all);
    await model.publish(all);
    await fc.assert(
      fc.asyncProperty(
        fc.array(scope, { maxLength: 2 }),
        fc.nat(6),
        fc.nat(6),
        async (scopes, from, length) => {
          const span = { from: sampleTime + from * hour, to: sampleTime + (from + length) * hour };
          expect(await reactions.judgedIn(scopes, span)).toEqual(await model.judgedIn(scopes, span));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('given an object instead of a text, then it is no operator', async () => {
    const { reactions } = stores();
    await reactions.publish([reaction(1, met)]);
    const operator = { $gt: '' } as unknown as string;
    const answer = await reactions.judgedIn([{ operator }], always).catch(() => ({ met: 0, missed: 0 }));
    expect(answer).toEqual({ met: 0, missed: 0 });
  });
});

const scope = fc.record(
  {
    operator: fc.constantFrom('nord', 'sued', 'west'),
    module: fc.constantFrom('journal', 'outage'),
    assigned: fc.boolean(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<ReactionScope>;
