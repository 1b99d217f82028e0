import {
  type ListOptions,
  openTickets,
  readableTicket,
  similarOpenTickets,
} from '../../../src/app/queries/ticket-lists';
import type { Reader } from '../../../src/domain/ticket/access';
import type { Ticket } from '../../../src/domain/ticket/ticket';
import { createInMemoryStores } from '../../support/in-memory-stores/create-in-memory-stores';
import { accepted, assigned, berlin, requested, returned, type Story } from '../../support/given';
import { installation } from '../../support/installation';

/** Tickets of both operators in several states; the numbers say which. */
async function shelf() {
  const { tickets } = createInMemoryStores();
  const stories: readonly (readonly [string, Story, Partial<Ticket>])[] = [
    ['SP-2026-0001', requested(), {}],
    ['SP-2026-0002', accepted(), {}],
    ['SP-2026-0003', assigned(), {}],
    ['SP-2026-0004', returned(), {}],
    ['SP-2026-0005', requested(), { operator: 'sued' }],
    ['SP-2026-0006', requested().does('nord-1', 'operator', { type: 'withdraw' }), {}],
    ['SP-2026-0007', requested('2026-06-09T10:00'), { module: 'outage' }],
  ];
  for (const [number, story, change] of stories) {
    await tickets.create(
      { ...story.stands, ...change, number },
      story.events.map((event) => ({ ...event, commandId: number })),
    );
  }
  const clock = { now: () => berlin('2026-06-10T12:00') };
  const deps = { tickets, directory: { installation: () => installation }, clock };
  const numbers = async (reader: Reader, limit = 20, skip = 0, narrowing: Partial<ListOptions> = {}) => {
    const list = await openTickets(deps, reader, { limit, skip, ...narrowing });
    return {
      numbers: list.tickets.map((each) => Number(each.number.slice(-1))),
      waiting: list.waiting,
      total: list.total,
    };
  };
  return { deps, numbers };
}

describe('the list of open tickets', () => {
  it('shows a dispatch channel everything, what is overdue first, then what is due today', async () => {
    const { numbers } = await shelf();
    expect(await numbers({ places: [{ kind: 'dispatch' }] })).toEqual({
      numbers: [7, 1, 5, 2, 3, 4],
      waiting: 4,
      total: 6,
    });
  });

  it('shows an operator their organisation’s tickets alone, in the same order', async () => {
    const { numbers } = await shelf();
    expect(await numbers({ places: [{ kind: 'organisation', organisation: 'nord' }] })).toEqual({
      numbers: [7, 1, 2, 3, 4],
      waiting: 1,
      total: 5,
    });
    expect((await numbers({ person: 'sued-2' })).numbers).toEqual([5]);
  });

  it('shows maintainers the assigned tickets of their modules', async () => {
    const { numbers } = await shelf();
    expect((await numbers({ person: 'maintainer-a2' })).numbers).toEqual([3]);
    expect((await numbers({ places: [{ kind: 'module', module: 'outage' }] })).numbers).toEqual([]);
  });

  it('shows the process owner everything and strangers nothing', async () => {
    const { numbers } = await shelf();
    expect((await numbers({ person: 'owner' })).total).toBe(6);
    expect((await numbers({ person: 'nobody' })).total).toBe(0);
    expect((await numbers({ places: [{ kind: 'platform' }] })).total).toBe(0);
  });

  it('shows the platform maintainer the tickets with a support request, in the order of their priority (process 5)', async () => {
    const { deps, numbers } = await shelf();
    const request = { type: 'requestSupport', kind: 'commit', question: 'x' } as const;
    const open = assigned().does('dispatcher-1', 'dispatcher', request);
    const completed = requested('2026-06-09T09:00')
      .does('dispatcher-1', 'dispatcher', { type: 'accept', faultClass: 2, priority: 'high' })
      .does('dispatcher-1', 'dispatcher', request)
      .does('platform', 'platformMaintainer', { type: 'takeSupport' })
      .does('platform', 'platformMaintainer', { type: 'completeSupport', answer: 'x' });
    for (const [number, story] of [
      ['SP-2026-0008', open],
      ['SP-2026-0009', completed],
    ] as const) {
      const events = story.events.map((event) => ({ ...event, commandId: number }));
      await deps.tickets.create({ ...story.stands, number }, events);
    }
    for (const reader of [{ places: [{ kind: 'platform' }] }, { person: 'platform' }] as const) {
      expect(await numbers(reader)).toEqual({ numbers: [9, 8], waiting: 1, total: 2 });
    }
  });

  it('is narrowed by state, and shows no ended ones', async () => {
    const { numbers } = await shelf();
    const dispatch: Reader = { places: [{ kind: 'dispatch' }] };
    expect((await numbers(dispatch, 20, 0, { state: 'accepted' })).numbers).toEqual([2, 3]);
    expect((await numbers(dispatch, 20, 0, { state: 'closed' })).total).toBe(0);
  });

  it('is narrowed to what is overdue, and to what waits for the reader', async () => {
    const { numbers } = await shelf();
    const dispatch: Reader = { places: [{ kind: 'dispatch' }] };
    expect(await numbers(dispatch, 20, 0, { overdueOnly: true })).toEqual({
      numbers: [7],
      waiting: 1,
      total: 1,
    });
    expect((await numbers(dispatch, 20, 0, { waitingOnly: true })).numbers).toEqual([7, 1, 5, 2]);
    const nord: Reader = { places: [{ kind: 'organisation', organisation: 'nord' }] };
    expect((await numbers(nord, 20, 0, { waitingOnly: true })).numbers).toEqual([4]);
    expect((await numbers(nord, 20, 0, { waitingOnly: true, overdueOnly: true })).total).toBe(0);
    // A process owner reads, and is waited for nowhere.
    expect((await numbers({ person: 'owner' }, 20, 0, { waitingOnly: true })).total).toBe(0);
  });

  it.each([
    // Who asks there, and which of the tickets read there wait for them.
    ['dispatch', 'maintainer-a2', [3]],
    ['dispatch', 'nord-2', [4]],
    ['dispatch', 'sued-2', []],
    ['dispatch', 'dispatcher-2', [7, 1, 5, 2]],
    ['dispatch', 'owner', []],
    ['dispatch', 'nobody', []],
    ['nord', 'dispatcher-1', [7, 1, 2]],
    ['nord', 'maintainer-a1', [3]],
    ['nord', 'sued-1', []],
    ['journal', 'maintainer-b1', []],
    ['journal', 'dispatcher-1', []],
    ['journal', 'maintainer-a1', [3]],
  ] as const)('says in %s what waits for %s, of what is read there', async (where, asker, waiting) => {
    const { deps, numbers } = await shelf();
    const place = {
      dispatch: { kind: 'dispatch' },
      nord: { kind: 'organisation', organisation: 'nord' },
      journal: { kind: 'module', module: 'journal' },
    } as const;
    const reader: Reader = { places: [place[where]] };
    const awaiter: Reader = { person: asker };
    const all = await numbers(reader);
    expect(await numbers(reader, 20, 0, { awaiter })).toEqual({ ...all, waiting: waiting.length });
    const { awaited } = await openTickets(deps, reader, { limit: 20, awaiter });
    expect([...awaited].map((number) => Number(number.slice(-1)))).toEqual(waiting);
    expect(await numbers(reader, 20, 0, { awaiter, waitingOnly: true })).toEqual({
      numbers: waiting,
      waiting: waiting.length,
      total: waiting.length,
    });
  });

  it.each([1, 2, 3, 4, 5, 7])(
    'gives the same order in pages of %i, with no doubles and no gaps',
    async (size) => {
      const { deps, numbers } = await shelf();
      const skips = Array.from({ length: 7 }, (_, index) => index * size);
      const dispatch: Reader = { places: [{ kind: 'dispatch' }] };
      const pages = await Promise.all(skips.map((skip) => numbers(dispatch, size, skip)));
      expect(pages.flatMap((page) => page.numbers)).toEqual([7, 1, 5, 2, 3, 4]);
      const { tickets, awaited, overdue } = await openTickets(deps, dispatch, { limit: size });
      expect(overdue).toBe(1);
      expect([...awaited]).toEqual(
        tickets.map(({ number }) => number).filter((number) => /[7152]$/.test(number)),
      );
    },
  );
});

describe('a single ticket', () => {
  it('is undefined both for an unknown one and for one of somebody else', async () => {
    const { deps } = await shelf();
    expect(await readableTicket(deps, { person: 'sued-1' }, 'SP-2026-0001')).toBeUndefined();
    expect(await readableTicket(deps, { person: 'sued-1' }, 'SP-2026-0099')).toBeUndefined();
    expect((await readableTicket(deps, { person: 'nord-2' }, 'SP-2026-0001'))?.ticket.number).toBe(
      'SP-2026-0001',
    );
    expect(
      await readableTicket(deps, { places: [{ kind: 'module', module: 'journal' }] }, 'SP-2026-0001'),
    ).toBeUndefined();
    expect(await readableTicket(deps, { person: 'maintainer-a2' }, 'SP-2026-0003')).toBeDefined();
  });
});

describe('similar tickets', () => {
  it('are the open ones of the same operator and module', async () => {
    const { deps } = await shelf();
    const similar = await similarOpenTickets(deps, 'nord', 'journal', 10);
    expect(similar.map((each) => each.number)).toEqual([
      'SP-2026-0001',
      'SP-2026-0002',
      'SP-2026-0003',
      'SP-2026-0004',
    ]);
  });
});
