import type { Instant } from '../domain/instant';
import type { Place } from '../domain/organisation/place';
import type { CalendarDay } from '../domain/service-calendar/civil-date';
import { openStates } from '../domain/ticket/ticket-state';
import { orderAt } from './delivery-policy';
import { digestDayAt, type DigestTime } from './digest-time';
import { type Lane, laneKey, lanesOf } from './messages/lane';
import type { DeliveryStore, NewDelivery } from './ports/delivery-store';
import type { DigestSubscriptionStore } from './ports/digest-subscription-store';
import type { Directory } from './ports/directory';
import type { TicketStore } from './ports/ticket-store';

export interface DailyDigestDeps {
  readonly tickets: TicketStore;
  readonly deliveries: DeliveryStore;
  readonly subscriptions: DigestSubscriptionStore;
  readonly directory: Directory;
  readonly time: DigestTime;
  /** Called after digests have been enqueued. */
  readonly effectsWaiting: () => void;
  /** Reports to the log: the day and the number of channels. */
  readonly report: (what: { readonly day: CalendarDay; readonly channels: number }) => void;
}

export interface DailyDigest {
  /** Enqueues the digests of the service day at `now` once they are due, unless that has been done; cheap when there is nothing to do. */
  run(now: Instant): Promise<void>;
}

/**
 * One post at the start of service time in the dispatch channel, in every module's channel with open assigned tickets
 * and in the channel of every operator who wants it. Once per service day and channel, even with several processes,
 * kills and clock changes: the delivery's id is made of the day and the channel. After downtime it is still sent while
 * the day's service time lasts.
 */
export function createDailyDigest(deps: DailyDigestDeps): DailyDigest {
  let handedOver: CalendarDay | undefined;

  async function run(now: Instant): Promise<void> {
    const due = digestDayAt(deps.directory.installation().calendars, deps.time, now);
    if (due === undefined || due.day === handedOver) return;
    const channels = await channelsToday(deps);
    const deliveries = channels.map((channel) => deliveryOf(channel, due));
    // The dispatch channel's goes last: once it is enqueued, so are all the day's, and later subscribers wait for
    // tomorrow.
    const [last, ...others] = deliveries;
    if (last !== undefined && !(await deps.deliveries.has(last.id))) {
      await deps.deliveries.enqueue(others);
      await deps.deliveries.enqueue([last]);
      deps.report({ day: due.day, channels: channels.length });
      deps.effectsWaiting();
    }
    handedOver = due.day;
  }

  return { run };
}

interface DigestChannel {
  readonly place: Place;
  readonly lane: Lane;
}

/** The channels that get a digest, each once even if it serves several places; the dispatch channel first. */
async function channelsToday({
  tickets,
  subscriptions,
  directory,
}: DailyDigestDeps): Promise<readonly DigestChannel[]> {
  const installation = directory.installation();
  const places: Place[] = [{ kind: 'dispatch' }];
  for (const { id: module } of installation.modules) {
    const open = await tickets.count({ scopes: [{ module, assigned: true }], states: openStates });
    if (open > 0) places.push({ kind: 'module', module });
  }
  for (const organisation of await subscriptions.subscribers()) {
    places.push({ kind: 'organisation', organisation });
  }
  const channels = new Map<string, DigestChannel>();
  for (const place of places) {
    for (const lane of lanesOf(installation, place)) {
      if (lane.kind === 'channel' && !channels.has(laneKey(lane)))
        channels.set(laneKey(lane), { place, lane });
    }
  }
  return [...channels.values()];
}

function deliveryOf(
  { place, lane }: DigestChannel,
  { day, dueAt }: { readonly day: CalendarDay; readonly dueAt: Instant },
): NewDelivery {
  const id = `digest:${day}@${laneKey(lane)}`;
  return {
    id,
    effect: { kind: 'showDigest', place, day },
    lane,
    order: `${orderAt(dueAt)}:digest`,
    status: 'due',
  };
}
