import {
  isStillWaiting,
  maxDelay,
  maxPause,
  orderAt,
  refusedForContents,
  reorderedAt,
  stale,
  stuckAfter,
} from '../../../src/app/delivery-policy';
import { type Lane, laneKey as keyOf } from '../../../src/app/messages/lane';
import { openProblems } from '../../../src/app/open-problems';
import type {
  Delivery,
  DeliveryProblem,
  DeliveryStore,
  GivenUp,
  NewDelivery,
  Outcome,
  PlacedProblem,
  StuckDeliveries,
  Told,
  UnsentDeliveries,
  WhichDeliveries,
} from '../../../src/app/ports/delivery-store';
import { defined } from '../../../src/defined';
import type { Instant } from '../../../src/domain/instant';
import type { MentionReason } from '../../../src/domain/ticket/event-rules';
import type { TicketNumber } from '../../../src/domain/ticket/ticket';

interface Entry {
  readonly delivery: Delivery;
  readonly retryAt?: Instant;
  readonly faults?: number;
  readonly settledAt?: Instant;
}

/** Deliveries in the memory, under the contract of the real ones. */
export class InMemoryDeliveryStore implements DeliveryStore {
  private readonly entries = new Map<string, Entry>();

  readonly unsent: UnsentDeliveries = {
    retryRefused: (laneKey, now) => {
      return this.again(
        ({ delivery }) => isRefused(delivery, now, 'place') && keyOf(delivery.lane) === laneKey,
        { givenUpBefore: true },
      );
    },

    retryOldestRefused: (now) => {
      const first = new Map<string, string>();
      for (const why of ['place', 'contents'] as const) {
        for (const { delivery } of this.sorted((each) => isRefused(each.delivery, now, why))) {
          const key = `${why} ${keyOf(delivery.lane)}`;
          if (!first.has(key)) first.set(key, delivery.id);
        }
      }
      const ids = [...first.values()];
      return this.again(({ delivery }) => ids.includes(delivery.id), { givenUpBefore: true });
    },

    retryRefusedContents: () => {
      return this.again(
        ({ delivery }) => delivery.ticket !== undefined && isRefused(delivery, 0, 'contents'),
        {
          givenUpBefore: true,
        },
      );
    },

    retryUnreachable: (isReachable) => {
      return this.again(
        ({ delivery: { status, lane, effect } }) =>
          status === 'undeliverable' && lane.kind === 'none' && isReachable(effect.place),
      );
    },

    list: (limit) => {
      const found = this.sorted(isUnsent).slice(0, limit);
      return Promise.resolve(
        structuredClone(
          found.map(({ delivery: { id, ticket, effect, status, attempts, problem }, settledAt }) => ({
            id,
            effect,
            status,
            attempts,
            ...defined({ ticket, problem, settledAt }),
          })),
        ),
      );
    },

    ticketOf: (which) =>
      Promise.resolve(this.sorted(({ delivery }) => isOneOf(which, delivery))[0]?.delivery.ticket),

    resend: (which) => {
      return this.again(({ delivery }) => isOneOf(which, delivery) && delivery.status === 'undeliverable');
    },

    drop: (which) => {
      const found = this.sorted((entry) => isOneOf(which, entry.delivery) && isUnsent(entry));
      for (const { delivery } of found)
        this.entries.set(delivery.id, { delivery: { ...delivery, status: 'dropped' } });
      return Promise.resolve(found.length);
    },

    givenUp: () => {
      const count = (kind: keyof GivenUp) =>
        this.sorted(
          ({ delivery: { status, problem } }) => status === 'undeliverable' && problem?.kind === kind,
        ).length;
      return Promise.resolve({
        unreachable: count('unreachable'),
        refused: count('refused'),
        failed: count('failed'),
      });
    },
  };

  /** All deliveries by order, for assertions. */
  all(): readonly Delivery[] {
    return structuredClone(this.sorted(() => true).map(({ delivery }) => delivery));
  }

  enqueue(deliveries: readonly NewDelivery[]): Promise<void> {
    for (const delivery of deliveries) {
      if (this.entries.has(delivery.id)) continue;
      this.entries.set(delivery.id, { delivery: { ...structuredClone(delivery), attempts: 0 } });
    }
    return Promise.resolve();
  }

  laneOf(laneKey: string): Promise<Lane | undefined> {
    const there = this.sorted(({ delivery: { lane } }) => keyOf(lane) === laneKey);
    const last = (of: 'sent' | 'due') => there.findLast(({ delivery: { status } }) => status === of);
    return Promise.resolve(structuredClone((last('sent') ?? last('due'))?.delivery.lane));
  }

  has(id: string): Promise<boolean> {
    return Promise.resolve(this.entries.has(id));
  }

  lanesDue(now: Instant): Promise<readonly string[]> {
    const lanes = new Set(this.due().map(({ delivery }) => keyOf(delivery.lane)));
    return Promise.resolve([...lanes].filter((lane) => !this.isPaused(lane, now)));
  }

  nextIn(laneKey: string, now: Instant): Promise<Delivery | undefined> {
    const [next] = this.dueIn(laneKey);
    const waits = this.isPaused(laneKey, now) || isStillWaiting(next?.delivery.notBefore, now, maxDelay);
    return Promise.resolve(waits ? undefined : structuredClone(next?.delivery));
  }

  remindersIn(laneKey: string, now: Instant, limit: number): Promise<readonly Delivery[]> {
    const reminders = this.dueIn(laneKey)
      .map(({ delivery }) => delivery)
      .filter(
        ({ effect, notBefore }) => effect.kind === 'remind' && !isStillWaiting(notBefore, now, maxDelay),
      );
    return Promise.resolve(structuredClone(reminders.slice(0, limit)));
  }

  defer(id: string, until: Instant): Promise<void> {
    return this.changeDue(id, (delivery) => {
      const order = reorderedAt(delivery.order, until);
      return defined({ ...delivery, called: undefined, notBefore: until, order });
    });
  }

  async sent(told: readonly Told[], at: Instant, called: readonly string[] = []): Promise<void> {
    for (const { id, ...outcome } of told) this.settle(id, 'sent', at, outcome);
    for (const id of called) await this.changeDue(id, (delivery) => ({ ...delivery, called: true }));
  }

  undeliverable(id: string, at: Instant, problem: DeliveryProblem): Promise<void> {
    this.settle(id, 'undeliverable', at, { problem });
    return Promise.resolve();
  }

  failed(id: string, retryAt: Instant): Promise<number> {
    const entry = this.entries.get(id);
    if (entry?.delivery.status !== 'due') return Promise.resolve(0);
    const { delivery, faults = 0 } = entry;
    const { attempts } = delivery;
    const order = reorderedAt(delivery.order, retryAt);
    const failed = { ...delivery, attempts: attempts + 1, notBefore: retryAt, order };
    this.entries.set(id, { ...entry, faults: faults + 1, delivery: failed });
    return Promise.resolve(faults + 1);
  }

  postpone(id: string, retryAt: Instant): Promise<void> {
    const delivery = this.entries.get(id)?.delivery;
    if (delivery?.status === 'due') {
      this.entries.set(id, {
        ...this.entries.get(id),
        delivery: { ...delivery, attempts: delivery.attempts + 1 },
        retryAt,
      });
    }
    return Promise.resolve();
  }

  wasSaid(ticket: TicketNumber, reason: MentionReason, since: number): Promise<boolean> {
    const said = this.sorted(
      ({ delivery: { ticket: of, version = 0, effect, status, nothingSent } }) =>
        of === ticket &&
        version >= since &&
        effect.kind === 'mention' &&
        effect.reason === reason &&
        status === 'sent' &&
        nothingSent !== true,
    );
    return Promise.resolve(said.length > 0);
  }

  problemsOf(ticket: string): Promise<readonly PlacedProblem[]> {
    const found = this.sorted(
      ({ delivery: { ticket: of, status, problem } }) =>
        of === ticket &&
        (status === 'sent' || status === 'undeliverable' || (status === 'due' && problem !== undefined)),
    );
    return Promise.resolve(structuredClone(openProblems(found.map(({ delivery }) => delivery))));
  }

  stuck({ now, lanes, except }: Parameters<DeliveryStore['stuck']>[0]): Promise<StuckDeliveries> {
    const inLanes = this.sorted(({ delivery }) => lanes?.includes(keyOf(delivery.lane)) ?? true);
    const all = inLanes.map(({ delivery }) => delivery);
    const isLate = ({ id, status, attempts, order, givenUpBefore }: Delivery) =>
      status === 'due' &&
      givenUpBefore !== true &&
      id !== except &&
      (attempts > 0 || order < orderAt(now - stuckAfter));
    const givenUp = all.filter(({ status }) => status === 'undeliverable');
    const missed = all.filter(
      ({ status, problem }) => problem !== undefined && (status === 'undeliverable' || status === 'due'),
    );
    const silent = givenUp.filter(
      ({ ticket, lane, order }) =>
        ticket === undefined &&
        !all.some(
          (each) =>
            each.status === 'sent' &&
            each.nothingSent !== true &&
            keyOf(each.lane) === keyOf(lane) &&
            each.order > order,
        ),
    );
    const distinct = (texts: readonly string[]) => [...new Set(texts)].sort();
    const ticketsOf = (deliveries: readonly Delivery[]) =>
      distinct(deliveries.flatMap(({ ticket }) => (ticket === undefined ? [] : [ticket])));
    return Promise.resolve({
      late: all.filter(isLate).length,
      givenUpOf: ticketsOf(missed),
      notWithdrawnOf: ticketsOf(missed.filter(({ effect }) => effect.kind === 'withdrawCard')),
      silentLanes: distinct(silent.map(({ lane }) => keyOf(lane))),
    });
  }

  backlog(): Promise<{ readonly due: number; readonly retried: number }> {
    const due = this.due();
    const retried = due.filter(({ delivery }) => delivery.attempts > 0).length;
    return Promise.resolve({ due: due.length, retried });
  }

  private again(
    wanted: (entry: Entry) => boolean,
    mark: Pick<Delivery, 'givenUpBefore'> = {},
  ): Promise<number> {
    const found = this.sorted(wanted);
    for (const { delivery } of found) {
      const due = defined({ ...delivery, ...mark, status: 'due' as const });
      this.entries.set(delivery.id, { delivery: due });
    }
    return Promise.resolve(found.length);
  }

  private settle(id: string, status: 'sent' | 'undeliverable', settledAt: Instant, outcome: Outcome): void {
    const delivery = this.entries.get(id)?.delivery;
    if (delivery?.status !== 'due') return;
    const settled = defined({ ...delivery, problem: undefined, status, attempts: delivery.attempts + 1 });
    this.entries.set(id, { settledAt, delivery: { ...settled, ...structuredClone(outcome) } });
  }

  private changeDue(id: string, change: (delivery: Delivery) => Delivery): Promise<void> {
    const entry = this.entries.get(id);
    if (entry?.delivery.status === 'due')
      this.entries.set(id, { ...entry, delivery: change(entry.delivery) });
    return Promise.resolve();
  }

  private due(): readonly Entry[] {
    return this.sorted(({ delivery }) => delivery.status === 'due');
  }

  private dueIn(laneKey: string): readonly Entry[] {
    return this.due().filter(({ delivery }) => keyOf(delivery.lane) === laneKey);
  }

  private pausedUntil(laneKey: string): Instant | undefined {
    const pauses = this.dueIn(laneKey).flatMap(({ retryAt }) => (retryAt === undefined ? [] : [retryAt]));
    return pauses.length === 0 ? undefined : Math.max(...pauses);
  }

  private isPaused(laneKey: string, now: Instant): boolean {
    return isStillWaiting(this.pausedUntil(laneKey), now, maxPause);
  }

  private sorted(wanted: (entry: Entry) => boolean): Entry[] {
    const key = ({ delivery }: Entry) => `${delivery.order}\0${delivery.id}`;
    return [...this.entries.values()].filter(wanted).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }
}

function isRefused(
  { status, problem, ticket, order }: Delivery,
  now: Instant,
  why: 'place' | 'contents',
): boolean {
  if (status !== 'undeliverable' || problem?.kind !== 'refused') return false;
  const isOld = ticket === undefined && order < orderAt(now - stale);
  return !isOld && refusedForContents.includes(problem.status) === (why === 'contents');
}

function isUnsent({ delivery: { status, attempts } }: Entry): boolean {
  return status === 'undeliverable' || (status === 'due' && attempts > 0);
}

function isOneOf(which: WhichDeliveries, { id, ticket }: Delivery): boolean {
  return 'id' in which ? which.id === id : which.ticket === ticket;
}
