import { decideRecount } from '../domain/ticket/decide-due';
import { evolve } from '../domain/ticket/evolve';
import type { Ticket, TicketNumber } from '../domain/ticket/ticket';
import { nextDueAt, timerKinds, type TimerSettings } from '../domain/ticket/timers';
import type { Clock } from './ports/clock';
import type { Directory } from './ports/directory';
import type { SettingStore } from './ports/setting-store';
import { handleFound } from './handle-found';
import type { TicketRecord, TicketStore } from './ports/ticket-store';
import { watchedTickets } from './watched-tickets';

export interface RearmTimersDeps {
  readonly tickets: TicketStore;
  readonly settings: SettingStore;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly warningPercents: readonly number[];
  readonly effectsWaiting: () => void;
  /** Whether it was the store that failed, and not what was asked of it. */
  readonly isStoreFailure: (error: unknown) => boolean;
  /** Reports a ticket that was left out, because it cannot be read or recounted. */
  readonly leftOut: (what: { readonly ticket: TicketNumber; readonly error: unknown }) => void;
}

const settingName = 'timers';

/** Counts the rules by which steps are due: a change of them arms what was armed by others anew. 2: a plan is overdue once its day has ended; 3: a legal deadline has passed. */
const rules = 3;

/**
 * On start: rearms every timer if calendars or percentages were edited since the last start (process 2.9), or if the
 * software knows other timers than it did. If
 * interrupted, it starts over at the next call. Returns the number of tickets processed.
 */
export async function rearmEdited(deps: RearmTimersDeps): Promise<number> {
  const present = fingerprint(settingsOf(deps));
  if ((await deps.settings.read(settingName)) === present) return 0;
  // Until it is done, the timers are those of neither settings.
  await deps.settings.write(settingName, '');
  const looked = await rearmTimers(deps);
  await deps.settings.write(settingName, present);
  return looked;
}

/** Whether every timer is armed by these settings; not while calendars or percentages were edited and no start has followed. */
export async function areArmedBy(
  settings: Pick<SettingStore, 'read'>,
  timerSettings: TimerSettings,
): Promise<boolean> {
  return (await settings.read(settingName)) === fingerprint(timerSettings);
}

/** Recounts the running cycles with the calendars in force (process 2.9) and rearms every timer. */
export async function rearmTimers(deps: RearmTimersDeps): Promise<number> {
  const settings = settingsOf(deps);
  let looked = 0;
  for await (const found of watchedTickets(deps.tickets)) {
    // One ticket that cannot be recounted keeps its timer and stands in no other's way.
    await handleFound(found, {
      handle: (record) => rearm(deps, record, settings),
      keepBack: (ticket, error) => deps.leftOut({ ticket, error }),
      isStoreFailure: deps.isStoreFailure,
    });
    looked += found.length;
  }
  deps.effectsWaiting();
  return looked;
}

function settingsOf({ directory, warningPercents }: RearmTimersDeps): TimerSettings {
  return { calendars: directory.installation().calendars, warningPercents };
}

/** If a command has changed the ticket meanwhile, it is processed once more. */
async function rearm(deps: RearmTimersDeps, found: TicketRecord, settings: TimerSettings): Promise<void> {
  let record: TicketRecord | undefined = found;
  while (record !== undefined) {
    const { ticket } = record;
    const events = decideRecount(ticket, { now: deps.clock.now(), calendars: settings.calendars });
    if (events.length === 0) {
      await deps.tickets.rearm(ticket.number, ticket.version, nextDueAt(ticket, settings));
      return;
    }
    const changed = events.reduce<Ticket>(evolve, ticket);
    if ((await deps.tickets.append(record, changed, events, nextDueAt(changed, settings))) !== undefined)
      return;
    record = await deps.tickets.find(ticket.number);
  }
}

/** Text that differs if the settings do; merely reordering the file makes every ticket be processed again. */
function fingerprint({ calendars, warningPercents }: TimerSettings): string {
  return JSON.stringify({
    timerKinds,
    rules,
    warningPercents,
    calendars: calendars.map(({ validFrom, calendar }) => ({ validFrom, definition: calendar.definition })),
  });
}
