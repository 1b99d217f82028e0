import { defined } from '../defined';
import type { Attempts, Attempted } from './deliver-reminders';
import type { DeliveryReport, RetrySchedule } from './delivery-attempts';
import { faultDelay, maxFaults, maxPause } from './delivery-policy';
import { laneKey } from './messages/lane';
import { moveToNewestAddress, type NewestAddressDeps } from './newest-address';
import type { Clock } from './ports/clock';
import { type Delivery, type DeliveryStore, placeTold, type Told } from './ports/delivery-store';
import type { DeliveryFailure } from './ports/messenger';
import { redrawProblems } from './redraw-problems';
import { tellTrouble, tellTroubleInPrivate } from './tell-trouble';

export interface OutcomeDeps extends NewestAddressDeps {
  readonly deliveries: DeliveryStore;
  readonly clock: Clock;
  readonly retries: Pick<RetrySchedule, 'pause'>;
  readonly report: (what: DeliveryReport) => void;
  /** Whether it was the store that failed, so that nothing is said against what was asked of it. */
  readonly isStoreFailure: (error: unknown) => boolean;
  /** Something more may be due. */
  readonly wake: () => void;
}

/** What is recorded of a delivery after it was tried, and who is told of what went wrong. */
export interface Outcomes {
  record(attempts: Attempts): Promise<void>;
  /** Does what the store did not take before. Nothing may be sent until this resolves. */
  catchUp(): Promise<void>;
  /** A fault of ours: others go on, and after some tries it is set aside. */
  failed(delivery: Delivery, error: unknown): Promise<void>;
  pause(delivery: Delivery, failure: DeliveryFailure): Promise<void>;
  giveUp(delivery: Delivery, failure: DeliveryFailure): Promise<void>;
}

/** What is recorded of deliveries; done again from the beginning where the store fails in between. */
interface Change {
  readonly change: () => Promise<void>;
  readonly follows: () => Promise<void>;
  /** Whether something may be a problem afterwards that was none before. */
  readonly mayRaise?: boolean;
}

export function createOutcomes(deps: OutcomeDeps): Outcomes {
  const { deliveries, clock, report } = deps;
  /** What is to be recorded and the store has not taken. A kill is the only way left to lose it. */
  const owed = new Set<() => Promise<void>>();
  /** The lanes that have refused something and taken nothing since, as far as this process knows. */
  const refusing = new Set<string>();

  async function record(attempts: Attempts): Promise<void> {
    const carriedOut = attempts.attempted.filter(({ fault }) => fault === undefined);
    await changingProblems(carriedOut, {
      change: () => deliveries.sent(carriedOut.map(toldOf), clock.now(), attempts.called),
      follows: async () => {
        await retryWhereTaken(carriedOut);
        for (const { delivery } of carriedOut) report({ kind: 'sent', id: delivery.id });
      },
      mayRaise: carriedOut.some(({ problem }) => problem !== undefined),
    });
    for (const { delivery, fault } of attempts.attempted) {
      if (fault !== undefined) await failed(delivery, fault);
    }
  }

  /**
   * A place that refused takes something now, so it may take all that it refused, of whichever ticket. What is refused
   * again then waits for the next look (retry-given-up), so that one thing refused for ever costs no request each time.
   */
  async function retryWhereTaken(carriedOut: readonly Attempted[]): Promise<void> {
    const arrived = carriedOut.filter(({ nothingSent }) => !nothingSent);
    const [first] = arrived;
    if (first === undefined) return;
    const key = laneKey(first.delivery.lane);
    const isTakenAgain = arrived.some(({ delivery }) => delivery.givenUpBefore);
    if (!isTakenAgain && !refusing.has(key)) return;
    if ((await deliveries.unsent.retryRefused(key, clock.now())) > 0) deps.wake();
    refusing.delete(key);
  }

  async function failed(delivery: Delivery, error: unknown): Promise<void> {
    const { id, ticket, attempts } = delivery;
    report({ kind: 'failed', error, id, ...defined({ ticket }) });
    const retryAt = clock.now() + faultDelay(Math.min(attempts + 1, maxFaults));
    if ((await deliveries.failed(id, retryAt)) < maxFaults) return;
    await changingProblems([{ delivery }].filter(canBeShown), {
      change: () => deliveries.undeliverable(id, clock.now(), { kind: 'failed' }),
      async follows() {
        await tell(delivery);
        report({ kind: 'setAside', id, ...defined({ ticket }) });
      },
    });
  }

  async function pause(delivery: Delivery, failure: DeliveryFailure): Promise<void> {
    const { status, retryAfter = 0 } = failure;
    // Where nobody answers any more, or only that there is nobody, Teams may have moved.
    const isAway = status === undefined || status >= 500;
    if (isAway && (await moveToNewestAddress(deps, delivery.lane))) return;
    // "At once", told after every attempt, is no reason to go on for ever without a pause.
    const pauseFor = Math.min(retryAfter > 0 ? retryAfter : deps.retries.pause, maxPause);
    await deliveries.postpone(delivery.id, clock.now() + pauseFor, status);
    report({ kind: 'paused', id: delivery.id, ...defined({ status }) });
  }

  async function giveUp(delivery: Delivery, { status = 0 }: DeliveryFailure): Promise<void> {
    const again = delivery.givenUpBefore === true;
    await changingProblems([{ delivery }].filter(canBeShown), {
      change: () => deliveries.undeliverable(delivery.id, clock.now(), { kind: 'refused', status }),
      async follows() {
        if (!again) {
          refusing.add(laneKey(delivery.lane));
          await tell(delivery);
        }
        report({ kind: 'undeliverable', id: delivery.id, status, again });
      },
    });
  }

  async function tell({ effect, lane }: Delivery): Promise<void> {
    const isOfTrouble = (effect as Delivery['effect'] | undefined)?.kind === 'tellTrouble';
    if (!isOfTrouble) await tellTrouble(deps, clock.now());
    else if (lane.kind === 'channel') await tellTroubleInPrivate(deps, clock.now());
    deps.wake();
  }

  /** The dispatcher's card says what did not arrive: it is due again wherever that becomes true, or is true no longer. */
  async function changingProblems(
    tried: readonly Pick<Attempted, 'delivery'>[],
    { change, follows, mayRaise = true }: Change,
  ): Promise<void> {
    // One of each ticket; a delivery that is not about a single one has no card to show it on.
    const ofTickets = new Map(tried.map(({ delivery }) => [delivery.ticket, delivery]));
    let before: ReadonlyMap<string | undefined, string> | undefined;
    await doneOrOwed(async () => {
      // As it was before the first try: the store may have carried that out without an answer.
      before ??= await problemsOf(ofTickets.keys());
      await change();
      for (const [ticket, delivery] of ofTickets) {
        const problems = before.get(ticket);
        // What arrives without a problem changes nothing where there was none, as is usual.
        if (!mayRaise && problems === noProblems) continue;
        if (problems !== (await problemsOf([ticket])).get(ticket)) await redraw(delivery);
      }
      await follows();
    });
  }

  async function doneOrOwed(job: () => Promise<void>): Promise<void> {
    try {
      await job();
    } catch (error) {
      if (deps.isStoreFailure(error)) owed.add(job);
      throw error;
    }
  }

  async function catchUp(): Promise<void> {
    for (const job of owed) {
      owed.delete(job);
      await doneOrOwed(job).catch((error: unknown) => {
        if (deps.isStoreFailure(error)) throw error;
        // What fails whatever the store does is no reason to do nothing else any more.
        report({ kind: 'failed', error });
      });
    }
  }

  async function problemsOf(
    tickets: Iterable<string | undefined>,
  ): Promise<ReadonlyMap<string | undefined, string>> {
    const found = new Map<string | undefined, string>();
    for (const ticket of tickets) {
      if (ticket !== undefined) found.set(ticket, JSON.stringify(await deliveries.problemsOf(ticket)));
    }
    return found;
  }

  async function redraw(delivery: Delivery): Promise<void> {
    await redrawProblems(deps, delivery);
    deps.wake();
  }

  return {
    record,
    catchUp,
    failed,
    pause,
    giveUp,
  };
}

const noProblems = JSON.stringify([]);

/** A dispatcher's card that did not arrive is not sent once more to say so. */
function canBeShown({ delivery }: Pick<Attempted, 'delivery'>): boolean {
  // A damaged document may say nothing of its effect.
  const { effect } = delivery as Partial<Delivery>;
  return !(effect?.kind === 'showCard' && placeTold({ effect })?.kind === 'dispatch');
}

function toldOf({ delivery, mentioned, problem, nothingSent }: Attempted): Told {
  return { id: delivery.id, ...defined({ mentioned, problem, nothingSent }) };
}
