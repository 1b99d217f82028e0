import { backOff } from 'exponential-backoff';
import { defined } from '../defined';
import { deliverEffect, type DeliverEffectDeps } from './deliver-effect';
import { deliverReminders, type SentTogether } from './deliver-reminders';
import { maxPause } from './delivery-policy';
import { createLease } from './lease';
import { lanesOf } from './messages/lane';
import { DeliveryFailure } from './ports/messenger';
import type { Clock } from './ports/clock';
import type { Delivery, DeliveryProblem } from './ports/delivery-store';
import type { LeaseStore } from './ports/lease-store';
import { type RelayDeps, relayEffects } from './relay-effects';

/** How a failing send is retried; milliseconds. */
export interface RetrySchedule {
  /** Attempts in a row before the lane is paused. */
  readonly attempts: number;
  readonly firstDelay: number;
  readonly maxDelay: number;
  /** How long a lane then pauses; nothing due is ever dropped. */
  readonly pause: number;
}

export const standardRetries: RetrySchedule = {
  attempts: 5,
  firstDelay: 500,
  maxDelay: 15_000,
  pause: 60_000,
};

export interface DeliveryDeps extends DeliverEffectDeps, RelayDeps {
  readonly leases: LeaseStore;
  readonly clock: Clock;
  /** Monotonic time in milliseconds, unaffected by changes of the clock. */
  readonly elapsed: () => number;
  /** Names this process; a process with the same name takes over its lease at once. */
  readonly holder: string;
  readonly retries: RetrySchedule;
  /** Reports to the log; is given no typed text and no names. */
  readonly report: (what: DeliveryReport) => void;
  /** Waits for the time given by Retry-After. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

export type DeliveryReport =
  | { readonly kind: 'sent' | 'undeliverable' | 'paused'; readonly id: string; readonly status?: number }
  | { readonly kind: 'failed'; readonly error: unknown };

/** The one sender: relays marks, then sends what is due, in order per lane. */
export interface EffectDelivery {
  /** Says that something may be due. Called after each write and by a timer; never blocks. */
  wake(): void;
  /** Resolves when nothing is left that can be sent now. */
  idle(): Promise<void>;
  /** Starts nothing new and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/** Long enough to survive a late wake-up, short enough for another process to take over; milliseconds. */
const leaseTerm = 15_000;
/** A longer Retry-After pauses the lane, so that it cannot delay a stop; milliseconds. */
const maxWait = 10_000;

/** The process is stopping, or another one may be sending by now. */
class Interrupted extends Error {}

export function createEffectDelivery(deps: DeliveryDeps): EffectDelivery {
  const lanes = new Map<string, Promise<void>>();
  /** Lanes woken while they were being processed: the latest delivery may have been missed. */
  const wokenMeanwhile = new Set<string>();
  let pass: Promise<void> | undefined;
  let wakeAgain = false;
  let stopping = false;
  const lease = createLease({ ...deps, name: 'sending', term: leaseTerm });

  function wake(): void {
    if (stopping) return;
    if (pass !== undefined) {
      wakeAgain = true;
      return;
    }
    pass = startLanes()
      .catch((error: unknown) => deps.report({ kind: 'failed', error }))
      .finally(() => {
        pass = undefined;
        if (!wakeAgain) return;
        wakeAgain = false;
        wake();
      });
  }

  async function startLanes(): Promise<void> {
    // Renewed before each batch: one lease may not last for all marks.
    do {
      if (stopping || !(await lease.renew())) return;
    } while (await relayEffects(deps));
    for (const key of await deps.deliveries.lanesDue(deps.clock.now())) {
      if (lanes.has(key)) {
        wokenMeanwhile.add(key);
        continue;
      }
      const lane = sendDue(key)
        .catch((error: unknown) => deps.report({ kind: 'failed', error }))
        .finally(() => {
          lanes.delete(key);
          if (wokenMeanwhile.delete(key)) wake();
        });
      lanes.set(key, lane);
    }
  }

  async function sendDue(key: string): Promise<void> {
    while (maySend()) {
      const delivery = await deps.deliveries.nextIn(key, deps.clock.now());
      if (delivery === undefined) return;
      await deliver(delivery);
    }
    // The lease expired while sending: the next pass renews it or leaves the rest to the new holder.
    wake();
  }

  async function deliver(delivery: Delivery): Promise<void> {
    try {
      const settled = await backOff(() => attempt(delivery), {
        numOfAttempts: deps.retries.attempts,
        startingDelay: deps.retries.firstDelay,
        maxDelay: deps.retries.maxDelay,
        jitter: 'full',
        retry: async (error: unknown) => {
          if (!(error instanceof DeliveryFailure) || !error.transient) return false;
          const { retryAfter = 0 } = error;
          if (retryAfter > maxWait) return false;
          if (retryAfter > 0) await deps.wait(retryAfter);
          return true;
        },
      });
      for (const { id, ...outcome } of settled) {
        await deps.deliveries.sent(id, deps.clock.now(), outcome);
        if (outcome.problem !== undefined) await tellDispatch(delivery);
        deps.report({ kind: 'sent', id });
      }
    } catch (error) {
      // Left as it is for the next pass, or for whichever process then holds the lease.
      if (error instanceof Interrupted) return;
      if (error instanceof DeliveryFailure && !error.transient) await giveUp(delivery, error);
      else await pause(delivery, error);
    }
  }

  /** Checked before every attempt: while this one waited, the process may have been stopped or lost its lease. */
  async function attempt(delivery: Delivery): Promise<readonly SentTogether[]> {
    if (!maySend()) throw new Interrupted();
    if (delivery.effect.kind === 'remind') return deliverReminders(deps, delivery, deps.clock.now());
    return [{ id: delivery.id, ...(await deliverEffect(deps, delivery)) }];
  }

  function maySend(): boolean {
    return !stopping && lease.isHeld();
  }

  /** Nothing due is dropped, even if it fails because of our own bug: the lane waits, and the log says why. */
  async function pause(delivery: Delivery, error: unknown): Promise<void> {
    const { status, retryAfter = 0 } = error instanceof DeliveryFailure ? error : {};
    if (!(error instanceof DeliveryFailure)) deps.report({ kind: 'failed', error });
    // "At once", told after every attempt, is no reason to go on for ever without a pause.
    const pause = Math.min(retryAfter > 0 ? retryAfter : deps.retries.pause, maxPause);
    await deps.deliveries.postpone(delivery.id, deps.clock.now() + pause, status);
    deps.report({ kind: 'paused', id: delivery.id, ...defined({ status }) });
  }

  async function giveUp(delivery: Delivery, { status = 0 }: DeliveryFailure): Promise<void> {
    const problem: DeliveryProblem = { kind: 'refused', status };
    await deps.deliveries.undeliverable(delivery.id, deps.clock.now(), problem);
    await tellDispatch(delivery);
    deps.report({ kind: 'undeliverable', id: delivery.id, status });
  }

  /** The dispatcher's card shows what could not be delivered, so it is due again although the ticket has not changed. */
  async function tellDispatch(delivery: Delivery): Promise<void> {
    const { ticket, version } = delivery;
    // A delivery that is not about a single ticket has no card to show it on; the log has it.
    if (ticket === undefined || version === undefined) return;
    const [lane] = lanesOf(deps.directory.installation(), { kind: 'dispatch' });
    if (
      lane === undefined ||
      (delivery.effect.kind === 'showCard' && delivery.effect.place.kind === 'dispatch')
    )
      return;
    const effect = { kind: 'showCard', place: { kind: 'dispatch' }, again: true } as const;
    const order = `${delivery.order}:problem`;
    await deps.deliveries.enqueue([
      { id: `${delivery.id}:problem`, ticket, version, effect, lane, order, status: 'due' },
    ]);
    wake();
  }

  return {
    wake,
    async idle() {
      while (pass !== undefined || lanes.size > 0) await Promise.all([pass, ...lanes.values()]);
    },
    async stop() {
      stopping = true;
      await this.idle();
      await lease.release();
    },
  };
}
