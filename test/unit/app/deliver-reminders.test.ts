import type { ShownPost } from '../../../src/app/shown-posts';
import { deliverReminders } from '../../../src/app/deliver-reminders';
import { maxRemindersInPost, orderAt } from '../../../src/app/delivery-policy';
import { type Lane, laneKey } from '../../../src/app/messages/lane';
import { DeliveryFailure, type Messenger, type Reminder } from '../../../src/app/ports/messenger';
import { remindersOf } from '../../../src/app/reminders';
import type { Installation } from '../../../src/domain/organisation/installation';
import { defaultThresholdPercents } from '../../../src/domain/reaction/thresholds';
import { createInMemoryStores } from '../../support/in-memory-stores/create-in-memory-stores';
import { createServiceCalendar } from '../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../src/domain/service-calendar/standard-calendar';
import { samplePlan } from '../../support/tickets';
import { assigned, berlin, requested, type Story } from '../../support/given';
import { installation } from '../../support/installation';

const lane: Lane = { kind: 'channel', address: installation.dispatchChannel };

/** Class 2, reported on Wed 10 June 2026 at 10:00: 50 % at 13:00, 75 % at 14:30, the deadline at 16:00. */
const halfUsed = () => {
  const story = requested();
  story.timePasses('2026-06-10T13:00');
  return story;
};

interface Post {
  readonly numbers: readonly string[];
  readonly steps: readonly number[];
  readonly people: readonly string[];
  readonly moreFollow: boolean;
}

/** A dispatch channel with what was recorded of these stories, each a ticket of its own. */
async function world(
  stories: readonly Story[],
  { refuses = (count: number): boolean => count < 0, organisation = installation } = {},
) {
  const stores = createInMemoryStores();
  let index = 0;
  for (const story of stories) {
    index += 1;
    const number = `SP-2026-${String(index).padStart(4, '0')}`;
    const ticket = { ...story.stands, number };
    await stores.tickets.create(ticket, story.events);
    const effects = story.events.flatMap((event) => remindersOf(event, ticket, organisation.calendars));
    await stores.deliveries.enqueue(
      effects
        .filter(({ place }) => place.kind === 'dispatch')
        .map((effect, position) => ({
          id: `${index}.${position}`,
          ticket: number,
          version: 1,
          effect,
          lane,
          order: `${orderAt(effect.dueAt)}:${number}:${position}`,
          status: 'due',
        })),
    );
  }
  const posts: Post[] = [];
  const shown: string[] = [];
  const post = (reminders: readonly Reminder[], people: readonly string[], moreFollow: boolean) => {
    if (refuses(reminders.length)) return Promise.reject(new DeliveryFailure(false, 413, undefined));
    const numbers = reminders.map(({ record }) => record.ticket.number);
    posts.push({ numbers, steps: reminders.map(({ effect }) => effect.step), people, moreFollow });
    return Promise.resolve({
      notInRoster: [],
      post: { conversation: 'dispatch', activityId: String(posts.length) },
    });
  };
  const messenger = {
    postReminder: (_lane: Lane, reminder: Reminder, people: readonly string[]) =>
      post([reminder], people, false),
    postReminders: (
      _lane: Lane,
      reminders: readonly Reminder[],
      people: readonly string[],
      moreFollow: boolean,
    ) => post(reminders, people, moreFollow),
  } as unknown as Messenger;
  const deps = {
    ...stores,
    messenger,
    directory: { installation: () => organisation },
    warningPercents: defaultThresholdPercents,
    isStoreFailure: () => false,
    shownPosts: {
      remember: ({ activityId, tickets }: ShownPost) => {
        shown.push(`${activityId}: ${tickets.join()}`);
        return Promise.resolve();
      },
    },
  };
  return {
    posts,
    shown,
    deliveries: stores.deliveries,
    /** As the sender does: the oldest is due, and what went out with it is settled; until nothing is left. */
    deliver: async (local: string, once = false): Promise<readonly string[]> => {
      const now = berlin(local);
      const all: string[] = [];
      for (;;) {
        const next = await stores.deliveries.nextIn(laneKey(lane), now);
        if (next === undefined) return all;
        const { attempted, called } = await deliverReminders(deps, next, now);
        const told = attempted.map(({ delivery, ...outcome }) => ({ id: delivery.id, ...outcome }));
        await stores.deliveries.sent(told, now, called);
        all.push(...told.map(({ id }) => id));
        if (once) return all;
      }
    },
  };
}

const everybody = ['dispatcher-1', 'dispatcher-2'];

describe('reminders due in one lane', () => {
  it('given several, when the oldest is sent, then they are one post and all of them are settled', async () => {
    const { posts, shown, deliver } = await world([halfUsed(), halfUsed(), halfUsed()]);
    expect(await deliver('2026-06-10T13:01', true)).toEqual(['1.0', '2.0', '3.0']);
    // The post names them by their titles, which may not stand there for ever.
    expect(shown).toEqual(['1: SP-2026-0001,SP-2026-0002,SP-2026-0003']);
    expect(posts.map(({ numbers }) => numbers)).toEqual([['SP-2026-0001', 'SP-2026-0002', 'SP-2026-0003']]);
  });

  it('given somebody reacted to one, then that is settled without a word and the others are told', async () => {
    const reacted = halfUsed().does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' });
    const { posts, deliver } = await world([halfUsed(), reacted, halfUsed()]);
    expect(await deliver('2026-06-10T13:01')).toEqual(['2.0', '1.0', '3.0']);
    expect(posts.map(({ numbers }) => numbers)).toEqual([['SP-2026-0001', 'SP-2026-0003']]);
  });

  it('given Teams takes no list, then each is told alone and none is lost', async () => {
    const stories = [halfUsed(), halfUsed(), halfUsed()];
    const { posts, deliver } = await world(stories, { refuses: (count) => count > 1 });
    expect(await deliver('2026-06-10T13:01')).toEqual(['1.0', '2.0', '3.0']);
    expect(posts.map(({ people }) => people)).toEqual([everybody, everybody, everybody]);
  });

  it('given Teams takes nothing at all, then that is a failure of the oldest alone', async () => {
    const { deliver } = await world([halfUsed(), halfUsed()], { refuses: () => true });
    await expect(deliver('2026-06-10T13:01')).rejects.toThrow(DeliveryFailure);
  });

  it('given 60 due in one minute, then the first post mentions everybody and the others nobody', async () => {
    const { posts, deliver } = await world(Array.from({ length: 60 }, halfUsed));
    await deliver('2026-06-10T13:01');
    expect(posts.map(({ numbers, people, moreFollow }) => [numbers.length, people, moreFollow])).toEqual([
      [maxRemindersInPost, everybody, true],
      [maxRemindersInPost, [], false],
      [maxRemindersInPost, [], false],
    ]);
    expect(new Set(posts.flatMap(({ numbers }) => numbers)).size).toBe(60);
  });

  it('given one of those further down is a breach, then it stands alone in the first post, and the warnings follow', async () => {
    const breached = requested('2026-06-09T15:30');
    breached.timePasses('2026-06-10T13:01');
    const { posts, deliver } = await world([...Array.from({ length: 25 }, halfUsed), breached]);
    await deliver('2026-06-10T13:02');
    expect(posts.map(({ steps, people }) => [steps.length, people])).toEqual([
      [1, [...everybody, 'owner']],
      [maxRemindersInPost, everybody],
      [5, []],
    ]);
    expect(posts[0]?.steps).toEqual([100]);
  });
});

describe('what a reminder says is held against the ticket when it is told (process 2, Warnings)', () => {
  it('given 50, 75 % and the breach fell due while the channel took nothing, then only the breach is told', async () => {
    const story = requested();
    for (const local of ['2026-06-10T13:00', '2026-06-10T14:30', '2026-06-10T16:01']) story.timePasses(local);
    const { posts, deliver } = await world([story]);
    expect(await deliver('2026-06-10T16:20')).toHaveLength(3);
    expect(posts).toEqual([
      { numbers: ['SP-2026-0001'], steps: [100], people: [...everybody, 'owner'], moreFollow: false },
    ]);
  });

  it('given another class within the minute, then nothing is said of a share that is not used up', async () => {
    const story = halfUsed().does('dispatcher-1', 'dispatcher', {
      type: 'changeClass',
      faultClass: 4,
      reason: 'Nur ein Schönheitsfehler',
    });
    const { posts, deliver } = await world([story]);
    expect(await deliver('2026-06-10T13:01')).toEqual(['1.0']);
    expect(posts).toEqual([]);
  });

  it('given the breach is due by now but not recorded yet, then the share is not told any more', async () => {
    const { posts, deliver } = await world([halfUsed()]);
    expect(await deliver('2026-06-10T16:30')).toEqual(['1.0']);
    expect(posts).toEqual([]);
  });

  it('given a calendar by which the tenth service day is still ahead, then nobody reads that the ticket may be closed', async () => {
    const story = requested().does('dispatcher-1', 'dispatcher', {
      type: 'returnReport',
      missing: 'Version?',
    });
    story.timePasses('2026-06-24T17:00');
    const closedDays = ['2026-06-22', '2026-06-23'];
    const calendar = createServiceCalendar({ ...standardCalendar, closedDays });
    const organisation = {
      ...installation,
      calendars: [{ id: '2020-01-01', validFrom: '2020-01-01', calendar }],
    };
    const { posts, deliver } = await world([story], { organisation });
    await deliver('2026-06-25T08:30');
    expect(posts).toEqual([]);
    const asBefore = await world([story]);
    await asBefore.deliver('2026-06-25T08:30');
    expect(asBefore.posts.map(({ steps }) => steps)).toEqual([[10]]);
  });

  it('given a plan for the day on which it was proposed, then that it is overdue stands on the cards alone', async () => {
    const story = assigned().does('maintainer-a1', 'maintainer', {
      type: 'proposePlan',
      plan: { ...samplePlan, targetDate: '2026-06-10' },
    });
    expect(story.timePasses('2026-06-11T08:30')).toContain('reminded planTarget 1');
    const { posts, deliver } = await world([story]);
    await deliver('2026-06-11T08:31');
    expect(posts).toEqual([]);
  });

  it('given the class is set back before it is told, then the share is true again and is told', async () => {
    const story = halfUsed();
    for (const faultClass of [4, 2] as const)
      story.does('dispatcher-1', 'dispatcher', { type: 'changeClass', faultClass, reason: 'Geprüft' });
    const { posts, deliver } = await world([story]);
    await deliver('2026-06-10T13:01');
    expect(posts.map(({ steps }) => steps)).toEqual([[50]]);
  });

  it('given a reaction after the breach, then the breach stays a fact and is told', async () => {
    const story = requested();
    story.timePasses('2026-06-10T16:01');
    story.does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' });
    const { posts, deliver } = await world([story]);
    await deliver('2026-06-10T16:02');
    expect(posts.map(({ steps }) => steps)).toEqual([[100]]);
  });

  it('given the channel takes it only at night, then it is kept for the opening, and told once', async () => {
    const story = requested();
    story.timePasses('2026-06-10T16:01');
    const { posts, deliver, deliveries } = await world([story]);
    expect(await deliver('2026-06-10T22:00')).toEqual([]);
    expect(await deliver('2026-06-11T08:29')).toEqual([]);
    expect(await deliveries.backlog()).toMatchObject({ due: 1 });
    expect(await deliver('2026-06-11T08:30')).toEqual(['1.0']);
    expect(posts).toHaveLength(1);
  });

  it('given a run that was interrupted until the opening, then its rest calls its people again', async () => {
    const breached = () => {
      const story = requested();
      story.timePasses('2026-06-10T16:01');
      return story;
    };
    const { posts, deliver } = await world(Array.from({ length: 25 }, breached));
    await deliver('2026-06-10T16:02', true);
    await deliver('2026-06-10T22:00');
    await deliver('2026-06-11T08:30');
    expect(posts.map(({ numbers, people }) => [numbers.length, people])).toEqual([
      [maxRemindersInPost, [...everybody, 'owner']],
      [5, [...everybody, 'owner']],
    ]);
  });
});

describe('whom a reminder calls is who may act now (process 2, Warnings)', () => {
  const without = (...gone: readonly string[]): Installation => ({
    ...installation,
    people: installation.people.filter(({ id }) => !gone.includes(id)),
  });

  it('given a dispatcher who has left, then the others are called', async () => {
    const { posts, deliver } = await world([halfUsed()], { organisation: without('dispatcher-1') });
    await deliver('2026-06-10T13:01');
    expect(posts.map(({ people }) => people)).toEqual([['dispatcher-2']]);
  });

  it('given no dispatcher is left, then whoever else reads there is called', async () => {
    const { posts, deliver } = await world([halfUsed()], { organisation: without(...everybody) });
    await deliver('2026-06-10T13:01');
    expect(posts.map(({ people }) => people)).toEqual([['owner']]);
  });
});
