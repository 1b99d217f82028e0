import type { Instant } from '../domain/instant';
import { decideDue, type DueContext, type TimeEvent } from '../domain/ticket/decide-due';
import { evolve } from '../domain/ticket/evolve';
import type { Ticket, TicketNumber } from '../domain/ticket/ticket';
import { nextDueAt } from '../domain/ticket/timers';
import type { Clock } from './ports/clock';
import type { Directory } from './ports/directory';
import { handleFound, reasonOf, ticketsInBatch } from './handle-found';
import type { DeliveryStore } from './ports/delivery-store';
import type { DueTicket, TicketRecord, TicketStore } from './ports/ticket-store';
import { tellTrouble } from './tell-trouble';

export interface CheckDeadlinesDeps {
  readonly tickets: TicketStore;
  readonly deliveries: DeliveryStore;
  readonly directory: Directory;
  readonly clock: Clock;
  /** Monotonic time in milliseconds, unaffected by changes of the clock. */
  readonly elapsed: () => number;
  /** Whether it was the store that failed, and not what was decided. */
  readonly isStoreFailure: (error: unknown) => boolean;
  /** Rearms what was postponed under a clock that has since been moved. */
  readonly rearm: () => Promise<unknown>;
  /** From the configuration (process 2, Warnings). */
  readonly warningPercents: readonly number[];
  /** Called after each check that recorded something: effects are waiting. */
  readonly effectsWaiting: () => void;
  readonly report: (what: DeadlineReport) => void;
}

export type DeadlineReport =
  /** Recorded this many milliseconds after it was due. */
  | {
      readonly kind: 'recorded';
      readonly ticket: TicketNumber;
      readonly what: string;
      readonly lateness: number;
    }
  | { readonly kind: 'failed'; readonly ticket?: TicketNumber; readonly error: unknown }
  /** It fails again and again; it is still tried. */
  | { readonly kind: 'setAside'; readonly ticket: TicketNumber }
  /** The clock was moved by this many milliseconds (negative: back) since the previous check. */
  | { readonly kind: 'clockMoved'; readonly by: number };

/** Finds timers that are due and has the domain decide what to record. */
export interface DeadlineCheck {
  /**
   * Records what is due by now; resolves when nothing is left. Only one check at a time: a call during a check is followed
   * by another one, because the clock may have been moved since that began.
   */
  run(): Promise<void>;
  /** Starts nothing new and resolves when the check under way has ended. */
  stop(): Promise<void>;
}

/**
 * A ticket that cannot be read or decided on is retried after this, in milliseconds, so that it does not hold up the
 * others. Nothing is put off because the store failed: that says nothing about a ticket, and the next check comes soon.
 */
export const retryAfter = 300_000;
/** After so many failed checks of a ticket in a row somebody is told: what is due there is not recorded. */
const maxFailedChecks = 3;
/** Smaller differences between the two clocks, in milliseconds, are normal on any machine. */
const clockTolerance = 30_000;

export function createDeadlineCheck(deps: CheckDeadlinesDeps): DeadlineCheck {
  let running: Promise<void> | undefined;
  let following: Promise<void> | undefined;
  let stopping = false;
  let last: { readonly now: Instant; readonly elapsed: number } | undefined;

  /** Until it has been done, however often the store fails meanwhile. */
  let mustRearm = false;

  async function check(): Promise<void> {
    mustRearm = clockHasMoved() || mustRearm;
    if (mustRearm) await deps.rearm();
    mustRearm = false;
    let recorded = false;
    for (;;) {
      const found = await deps.tickets.due(deps.clock.now(), ticketsInBatch);
      if (stopping) break;
      const written = await handleFound(found, {
        handle: (record) => checkOne(deps, record),
        keepBack: (ticket, error) => putOff(deps, ticket, error),
        isStoreFailure: deps.isStoreFailure,
      });
      recorded = written.includes(true) || recorded;
      if (found.length < ticketsInBatch) break;
    }
    if (recorded) deps.effectsWaiting();
  }

  function clockHasMoved(): boolean {
    const present = { now: deps.clock.now(), elapsed: deps.elapsed() };
    const by = last === undefined ? 0 : present.now - last.now - (present.elapsed - last.elapsed);
    last = present;
    if (Math.abs(by) <= clockTolerance) return false;
    deps.report({ kind: 'clockMoved', by });
    return true;
  }

  function begin(): Promise<void> {
    running = check()
      .catch((error: unknown) => deps.report({ kind: 'failed', error }))
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  return {
    run() {
      if (running === undefined) return begin();
      following ??= running.then(() => {
        following = undefined;
        return stopping ? undefined : begin();
      });
      return following;
    },
    async stop() {
      stopping = true;
      await following;
      await running;
    },
  };
}

async function putOff(deps: CheckDeadlinesDeps, ticket: TicketNumber, error: unknown): Promise<void> {
  const { tickets, clock, report } = deps;
  const now = clock.now();
  report({ kind: 'failed', ticket, error });
  const failed = await tickets.setAside.checkFailed(ticket, now, now + retryAfter);
  if (failed < maxFailedChecks) return;
  if (!(await tickets.setAside.addUnchecked(ticket, now, reasonOf(error)))) return;
  await tellTrouble(deps, now);
  report({ kind: 'setAside', ticket });
  deps.effectsWaiting();
}

async function checkOne(deps: CheckDeadlinesDeps, found: DueTicket & TicketRecord): Promise<boolean> {
  const recorded = await recordDue(deps, found);
  if (found.hasFailed) await deps.tickets.setAside.checked(found.ticket.number);
  return recorded;
}

/** Whether something was recorded; of several processes, the write's guard lets only one succeed. */
async function recordDue(deps: CheckDeadlinesDeps, before: TicketRecord): Promise<boolean> {
  const { ticket } = before;
  const context = dueContext(deps);
  const events = decideDue(ticket, context);
  const after = events.reduce<Ticket>(evolve, ticket);
  const nextLook = nextDueAt(after, context, context.now);
  if (events.length === 0) {
    await deps.tickets.rearm(ticket.number, ticket.version, nextLook);
    return false;
  }
  const saved = await deps.tickets.append(before, after, events, nextLook);
  if (saved === undefined) return false;
  for (const event of events) deps.report(recordedReport(ticket.number, event, deps.clock.now()));
  return true;
}

function dueContext({ clock, directory, warningPercents }: CheckDeadlinesDeps): DueContext {
  return { now: clock.now(), calendars: directory.installation().calendars, warningPercents };
}

function recordedReport(ticket: TicketNumber, event: TimeEvent, now: Instant): DeadlineReport {
  const { what, dueAt } = dueOf(event);
  return { kind: 'recorded', ticket, what, lateness: now - dueAt };
}

function dueOf(event: TimeEvent): { readonly what: string; readonly dueAt: Instant } {
  switch (event.type) {
    case 'reactionBreached':
      return { what: 'reaction:100', dueAt: event.deadline + 1 };
    case 'reactionWarned':
      return { what: `reaction:${event.percent}`, dueAt: event.dueAt };
    case 'reminded':
      return { what: `${event.timer}:${event.step}`, dueAt: event.dueAt };
    case 'deadlineRecounted':
      return { what: 'recount', dueAt: event.at };
  }
}
