import {
  isStillWaiting,
  maxDelay,
  maxPause,
  orderAt,
  reorderedAt,
  stuckAfter,
} from '../../../src/app/delivery-policy';
import { laneKey as keyOf } from '../../../src/app/messages/lane';
import { openProblems, type PlacedProblem } from '../../../src/app/open-problems';
import type {
  Delivery,
  DeliveryProblem,
  DeliveryStore,
  NewDelivery,
  Outcome,
  StuckDeliveries,
} from '../../../src/app/ports/delivery-store';
import { defined } from '../../../src/defined';
import type { Instant } from '../../../src/domain/instant';

interface Entry {
  readonly delivery: Delivery;
  readonly retryAt?: Instant;
}

/** Deliveries in the memory, under the contract of the real ones. */
export class InMemoryDeliveryStore implements DeliveryStore {
  private readonly entries = new Map<string, Entry>();

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

  async called(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.changeDue(id, (delivery) => ({ ...delivery, called: true }));
  }

  sent(id: string, _at: Instant, outcome: Outcome = {}): Promise<void> {
    return this.settle(id, 'sent', outcome);
  }

  undeliverable(id: string, _at: Instant, problem: DeliveryProblem): Promise<void> {
    return this.settle(id, 'undeliverable', { problem });
  }

  postpone(id: string, retryAt: Instant): Promise<void> {
    const delivery = this.entries.get(id)?.delivery;
    if (delivery?.status === 'due') {
      this.entries.set(id, { delivery: { ...delivery, attempts: delivery.attempts + 1 }, retryAt });
    }
    return Promise.resolve();
  }

  nextRetry(): Promise<Instant | undefined> {
    const lanes = new Set(this.due().map(({ delivery }) => keyOf(delivery.lane)));
    const pauses = [...lanes].map((lane) => this.pausedUntil(lane)).filter((until) => until !== undefined);
    return Promise.resolve(pauses.length === 0 ? undefined : Math.min(...pauses));
  }

  problemsOf(ticket: string): Promise<readonly PlacedProblem[]> {
    const found = this.sorted(({ delivery }) => delivery.ticket === ticket);
    return Promise.resolve(structuredClone(openProblems(found.map(({ delivery }) => delivery))));
  }

  stuck({ now, lanes, except }: Parameters<DeliveryStore['stuck']>[0]): Promise<StuckDeliveries> {
    const inLanes = this.sorted(({ delivery }) => lanes?.includes(keyOf(delivery.lane)) ?? true);
    const all = inLanes.map(({ delivery }) => delivery);
    const isLate = ({ id, status, attempts, order }: Delivery) =>
      status === 'due' && id !== except && (attempts > 0 || order < orderAt(now - stuckAfter));
    const givenUp = all.filter(({ status }) => status === 'undeliverable');
    const silent = givenUp.filter(
      ({ ticket, lane, order }) =>
        ticket === undefined &&
        !all.some((each) => each.status === 'sent' && keyOf(each.lane) === keyOf(lane) && each.order > order),
    );
    const distinct = (texts: readonly string[]) => [...new Set(texts)].sort();
    return Promise.resolve({
      late: all.filter(isLate).length,
      givenUpOf: distinct(givenUp.flatMap(({ ticket }) => (ticket === undefined ? [] : [ticket]))),
      silentLanes: distinct(silent.map(({ lane }) => keyOf(lane))),
    });
  }

  backlog(): Promise<{ readonly due: number; readonly retried: number }> {
    const due = this.due();
    const retried = due.filter(({ delivery }) => delivery.attempts > 0).length;
    return Promise.resolve({ due: due.length, retried });
  }

  private settle(id: string, status: 'sent' | 'undeliverable', outcome: Outcome): Promise<void> {
    const delivery = this.entries.get(id)?.delivery;
    if (delivery?.status === 'due') {
      const settled = { ...delivery, status, attempts: delivery.attempts + 1 };
      this.entries.set(id, { delivery: { ...settled, ...structuredClone(outcome) } });
    }
    return Promise.resolve();
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
