import { backOff } from 'exponential-backoff';
import { deliverEffect, type DeliverEffectDeps } from './deliver-effect';
import { type Attempts, deliverReminders } from './deliver-reminders';
import { createLease } from './lease';
import { DeliveryFailure } from './ports/messenger';
import type { CardStore } from './ports/card-store';
import type { ConversationStore } from './ports/conversation-store';
import type { Delivery } from './ports/delivery-store';
import type { LeaseStore } from './ports/lease-store';
import { askingAtNewestAddress } from './newest-address';
import { rememberingPosted, rememberingPostedRecords } from './posted-cards';
import { createOrganisationRelay, type RelayOrganisationDeps } from './relay-organisation';
import { type NotPlanned, type RelayDeps, relayEffects } from './relay-effects';
import type { RecordCardStore } from './ports/record-card-store';
import type { SettingStore } from './ports/setting-store';
import type { ShownPosts } from './shown-posts';
import { createOutcomes } from './delivery-outcomes';
import type { DeliveryReport, RetrySchedule } from './delivery-attempts';
import { tellTrouble } from './tell-trouble';

export interface DeliveryDeps
  extends
    Omit<DeliverEffectDeps, 'cards' | 'recordCards' | 'settings'>,
    Omit<RelayDeps, 'notPlanned' | 'shownPosts'>,
    Omit<RelayOrganisationDeps, 'settings'> {
  readonly deliveries: DeliverEffectDeps['deliveries'];
  readonly settings: SettingStore;
  readonly recorded: DeliverEffectDeps['recorded'];
  readonly cards: CardStore;
  readonly recordCards: RecordCardStore;
  readonly shownPosts: ShownPosts;
  readonly leases: LeaseStore;
  readonly conversations: ConversationStore;
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

export function createEffectDelivery(given: DeliveryDeps): EffectDelivery {
  const deps = {
    ...given,
    cards: rememberingPosted(given.cards),
    recordCards: rememberingPostedRecords(given.recordCards),
    messenger: askingAtNewestAddress(given.messenger, given),
  };
  const relayOrganisation = createOrganisationRelay(deps);
  const outcomes = createOutcomes({ ...deps, wake });
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
      // First of all: what was carried out before is noted, and not said again.
      await outcomes.catchUp();
    } while (await relayEffects({ ...deps, notPlanned }));
    await relayOrganisation();
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

  async function notPlanned({ ticket, error, isSetAside }: NotPlanned): Promise<void> {
    deps.report({ kind: 'failed', error, ticket });
    if (!isSetAside) return;
    await tellTrouble(deps, deps.clock.now());
    deps.report({ kind: 'setAside', ticket });
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

  /** Throws where the store fails: what is due is looked at again at the next pass. */
  async function deliver(delivery: Delivery): Promise<void> {
    try {
      await outcomes.record(await inAFewTries(delivery));
    } catch (error) {
      // Left as it is for the next pass, or for whichever process then holds the lease.
      if (error instanceof Interrupted) return;
      if (deps.isStoreFailure(error)) throw error;
      if (!(error instanceof DeliveryFailure)) await outcomes.failed(delivery, error);
      else if (error.transient) await outcomes.pause(delivery, error);
      else await outcomes.giveUp(delivery, error);
    }
  }

  function inAFewTries(delivery: Delivery): Promise<Attempts> {
    return backOff(() => attempt(delivery), {
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
  }

  /** Checked before every attempt: while this one waited, the process may have been stopped or lost its lease. */
  async function attempt(delivery: Delivery): Promise<Attempts> {
    if (!maySend()) throw new Interrupted();
    // A damaged document may say nothing of its effect.
    const { effect } = delivery as Partial<Delivery>;
    if (effect?.kind === 'remind') return deliverReminders(deps, delivery, deps.clock.now());
    return { attempted: [{ delivery, ...(await deliverEffect(deps, delivery)) }] };
  }

  function maySend(): boolean {
    return !stopping && lease.isHeld();
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
