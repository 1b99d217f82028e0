import { chain, lastHash } from '../../../src/adapters/mongo/history-chain';
import type { ClassFigures } from '../../../src/app/messages/digest';
import { isStillWaiting, maxPause } from '../../../src/app/delivery-policy';
import type {
  DueTicket,
  FoundTicket,
  TicketFilter,
  TicketRecord,
  TicketScope,
  TicketStore,
} from '../../../src/app/ports/ticket-store';
import { defined } from '../../../src/defined';
import { type FaultClass, faultClasses } from '../../../src/domain/reaction/fault-class';
import type { SetAsideTicket, SetAsideTickets } from '../../../src/app/ports/set-aside-tickets';
import type { TicketEvent } from '../../../src/domain/ticket/event-rules';
import { waitsForRole } from '../../../src/domain/ticket/waits-for';
import { partsOfNumber, priorities, type Ticket, type TicketNumber } from '../../../src/domain/ticket/ticket';
import { isOpen, openStates } from '../../../src/domain/ticket/ticket-state';
import { type DueMoment, urgencyOf } from '../../../src/domain/ticket/urgency';

interface Entry {
  readonly record: TicketRecord;
  /** When the oldest effect that is still due was marked. */
  readonly due?: { readonly since: number };
  /** What is kept of tries to plan effects that failed. */
  readonly failed?: { readonly tries: number; readonly retryAt?: number };
  readonly aside?: { readonly since: number; readonly reason: string };
  readonly nextDue?: number;
  /** What is kept of checks of its deadlines that failed. */
  readonly checks?: { readonly failed: number; readonly since?: number; readonly reason?: string };
}

/** Tickets in the memory, under the contract of the real ones; everything is copied on its way in and out. */
export class InMemoryTicketStore implements TicketStore {
  private readonly entries = new Map<TicketNumber, Entry>();
  private readonly counters = new Map<number, number>();

  readonly setAside: SetAsideTickets = {
    failed: (number, retryAt) => {
      const entry = this.entries.get(number);
      if (entry?.due === undefined) return Promise.resolve(0);
      const tries = (entry.failed?.tries ?? 0) + 1;
      this.entries.set(number, { ...entry, failed: { tries, retryAt } });
      return Promise.resolve(tries);
    },

    add: (number, since, reason) => {
      const entry = this.entries.get(number);
      if (entry?.due !== undefined) {
        const failed = { tries: entry.failed?.tries ?? 0 };
        this.entries.set(number, defined({ ...entry, due: undefined, failed, aside: { since, reason } }));
      }
      return Promise.resolve();
    },

    checkFailed: (number, now, until) => {
      const entry = this.entries.get(number);
      if (entry?.nextDue === undefined || entry.nextDue > now) return Promise.resolve(0);
      const failed = (entry.checks?.failed ?? 0) + 1;
      this.entries.set(number, { ...entry, nextDue: until, checks: { ...entry.checks, failed } });
      return Promise.resolve(failed);
    },

    addUnchecked: (number, since, reason) => {
      const entry = this.entries.get(number);
      if (entry?.checks === undefined || entry.checks.since !== undefined) return Promise.resolve(false);
      this.entries.set(number, { ...entry, checks: { ...entry.checks, since, reason } });
      return Promise.resolve(true);
    },

    checked: (number) => {
      const entry = this.entries.get(number);
      if (entry !== undefined) this.entries.set(number, defined({ ...entry, checks: undefined }));
      return Promise.resolve();
    },

    list: () => {
      const found = [...this.entries.entries()].flatMap(([number, entry]) => undoneOf(number, entry));
      return Promise.resolve(found.sort((a, b) => byText(a.number, b.number)));
    },

    retry: (number) => {
      const dueAgain = (entry: Entry): Entry => {
        const since = entry.record.events[entry.record.events.length - 1]?.at ?? 0;
        return { ...entry, due: { since } };
      };
      const isPlanned = this.endAside(number, dueAgain);
      const entry = this.entries.get(number);
      if (entry?.checks?.since === undefined) return Promise.resolve(isPlanned);
      this.entries.set(number, defined({ ...entry, nextDue: 0, checks: undefined }));
      return Promise.resolve(true);
    },

    drop: (number) => {
      return Promise.resolve(
        this.endAside(number, ({ record, nextDue, checks }) => ({
          record: { ...record, effectsPlanned: record.ticket.version },
          ...defined({ nextDue, checks }),
        })),
      );
    },
  };

  nextNumber(year: number): Promise<TicketNumber> {
    const value = (this.counters.get(year) ?? 0) + 1;
    this.counters.set(year, value);
    return Promise.resolve(`SP-${year}-${String(value).padStart(4, '0')}`);
  }

  numberSeen(number: TicketNumber): Promise<void> {
    const { year, sequence } = partsOfNumber(number);
    this.counters.set(year, Math.max(sequence, this.counters.get(year) ?? 0));
    return Promise.resolve();
  }

  create(
    ticket: Ticket,
    events: readonly TicketEvent[],
    nextDue?: number,
  ): Promise<TicketRecord | 'duplicate'> {
    return soon(() => {
      const last = events[events.length - 1];
      if (last === undefined) throw new Error('a new ticket has an event');
      checkVersion(ticket, events.length);
      if (this.byReport(events[0]?.commandId) !== undefined) return 'duplicate';
      if (this.entries.has(ticket.number)) throw new Error(`the number ${ticket.number} is taken`);
      const record = { ticket, events, effectsPlanned: 0, historyHash: lastHash(chain(events)) };
      const entry = kept({ record, due: { since: last.at }, ...defined({ nextDue }) });
      this.entries.set(ticket.number, entry);
      return entry.record;
    });
  }

  append(
    before: TicketRecord,
    ticket: Ticket,
    added: readonly TicketEvent[],
    nextDue?: number,
  ): Promise<TicketRecord | undefined> {
    return soon(() => {
      const last = added[added.length - 1];
      if (last === undefined) throw new Error('a command that changes nothing writes nothing');
      checkVersion(ticket, before.ticket.version + added.length);
      const entry = this.entries.get(ticket.number);
      if (entry === undefined || entry.record.ticket.version !== before.ticket.version) return undefined;
      const links = chain(added, before.historyHash, before.ticket.version);
      const record = {
        ticket,
        events: [...entry.record.events, ...added],
        effectsPlanned: entry.record.effectsPlanned,
        historyHash: lastHash(links),
      };
      const since = Math.min(entry.due?.since ?? last.at, last.at);
      const { failed, aside } = entry;
      const checks = nextDue === undefined ? undefined : entry.checks;
      const next = kept({ record, due: { since }, ...defined({ nextDue, failed, aside, checks }) });
      this.entries.set(ticket.number, next);
      return next.record;
    });
  }

  find(number: TicketNumber): Promise<TicketRecord | undefined> {
    return Promise.resolve(this.entries.get(number)?.record);
  }

  findByReport(commandId: string): Promise<TicketRecord | undefined> {
    return Promise.resolve(this.byReport(commandId));
  }

  withEffectsDue(now: number, limit: number): Promise<readonly FoundTicket[]> {
    const due = [...this.entries.values()]
      .filter(({ failed }) => !isStillWaiting(failed?.retryAt, now, maxPause))
      .flatMap(({ record, due }) => (due === undefined ? [] : [{ record, since: due.since }]))
      .sort((a, b) => a.since - b.since || byText(a.record.ticket.number, b.record.ticket.number));
    return Promise.resolve(due.slice(0, limit).map(({ record }) => record));
  }

  effectsPlanned(number: TicketNumber, version: number): Promise<void> {
    const entry = this.entries.get(number);
    if (entry !== undefined) {
      const effectsPlanned = Math.max(entry.record.effectsPlanned, version);
      const record = { ...entry.record, effectsPlanned };
      const movedOn = record.ticket.version !== version;
      this.entries.set(
        number,
        defined({
          record,
          nextDue: entry.nextDue,
          checks: entry.checks,
          due: movedOn ? entry.due : undefined,
        }),
      );
    }
    return Promise.resolve();
  }

  due(now: number, limit: number): Promise<readonly DueTicket[]> {
    const due = [...this.entries.values()]
      .flatMap(({ record, nextDue, checks }) =>
        nextDue === undefined || nextDue > now ? [] : [{ record, nextDue, checks }],
      )
      .sort((a, b) => a.nextDue - b.nextDue || byText(a.record.ticket.number, b.record.ticket.number));
    return Promise.resolve(
      due.slice(0, limit).map(({ record, checks }) => ({
        ...record,
        ...(checks !== undefined && { hasFailed: true as const }),
      })),
    );
  }

  nextDue(): Promise<number | undefined> {
    const all = [...this.entries.values()].flatMap(({ nextDue }) => nextDue ?? []);
    return Promise.resolve(all.length === 0 ? undefined : Math.min(...all));
  }

  rearm(number: TicketNumber, version: number, nextDue: number | undefined): Promise<void> {
    const entry = this.entries.get(number);
    if (entry?.record.ticket.version === version) {
      const checks = nextDue === undefined ? undefined : entry.checks;
      this.entries.set(number, defined({ ...entry, nextDue, checks }));
    }
    return Promise.resolve();
  }

  watched(after: TicketNumber | undefined, limit: number): Promise<readonly FoundTicket[]> {
    const found = [...this.entries.values()]
      .filter(({ record, nextDue }) => isOpen(record.ticket) || nextDue !== undefined)
      .map(({ record }) => record)
      .filter(({ ticket }) => after === undefined || ticket.number > after)
      .sort((a, b) => byText(a.ticket.number, b.ticket.number));
    return Promise.resolve(found.slice(0, limit));
  }

  list(
    filter: TicketFilter,
    page: { readonly limit: number; readonly skip: number },
  ): Promise<readonly Ticket[]> {
    const sorted = this.matching(filter).sort(inListOrder);
    return Promise.resolve(sorted.slice(page.skip, page.skip + page.limit));
  }

  count(filter: TicketFilter): Promise<number> {
    return Promise.resolve(this.matching(filter).length);
  }

  figures(scopes: readonly TicketScope[], at: DueMoment): Promise<readonly ClassFigures[]> {
    const open = this.matching({ scopes, states: openStates });
    return Promise.resolve(
      faultClasses.map((faultClass) => figuresOf(faultClass, open, at)).filter((figures) => figures.open > 0),
    );
  }

  openAmong(numbers: readonly TicketNumber[]): Promise<readonly TicketNumber[]> {
    const open = this.matching({ scopes: [{}], states: openStates }).map(({ number }) => number);
    return Promise.resolve(open.filter((number) => numbers.includes(number)).sort(byText));
  }

  private endAside(number: TicketNumber, change: (entry: Entry) => Entry): boolean {
    const entry = this.entries.get(number);
    if (entry?.aside === undefined) return false;
    this.entries.set(number, change(defined({ ...entry, failed: undefined, aside: undefined })));
    return true;
  }

  private byReport(commandId: string | undefined): TicketRecord | undefined {
    const entries = [...this.entries.values()];
    return entries.find(({ record }) => record.events[0]?.commandId === commandId)?.record;
  }

  private matching({ scopes, except = [], states, module, faultClass, urgency }: TicketFilter): Ticket[] {
    return [...this.entries.values()]
      .map(({ record }) => record.ticket)
      .filter(
        (ticket) =>
          ticket.trial !== true &&
          scopes.some((scope) => isIn(scope, ticket)) &&
          !except.some((scope) => isIn(scope, ticket)) &&
          (states === undefined || states.includes(ticket.state)) &&
          (module === undefined || module === ticket.module) &&
          (faultClass === undefined || faultClass === ticket.faultClass) &&
          (urgency === undefined || urgencyOf(ticket, urgency.at) === urgency.is),
      );
  }
}

function undoneOf(number: TicketNumber, { aside, failed, checks }: Entry): readonly SetAsideTicket[] {
  const undone: SetAsideTicket[] = [];
  if (aside !== undefined) undone.push({ number, work: 'effects', ...aside, tries: failed?.tries ?? 0 });
  if (checks?.since !== undefined) {
    const { since, reason = '', failed: tries } = checks;
    undone.push({ number, work: 'deadlines', since, tries, reason });
  }
  return undone;
}

function isIn(scope: TicketScope, ticket: Ticket): boolean {
  const { operator, module, assigned, assignedTo, waitsFor, supported } = scope;
  return (
    (operator === undefined || operator === ticket.operator) &&
    (module === undefined || module === ticket.module) &&
    (assigned === undefined || assigned === (ticket.assignment !== undefined)) &&
    (assignedTo === undefined || assignedTo === ticket.assignment?.organisation) &&
    (waitsFor === undefined || waitsForRole(ticket, waitsFor)) &&
    (supported === undefined || ticket.supportRequests.length > 0)
  );
}

function figuresOf(faultClass: FaultClass, open: readonly Ticket[], at: DueMoment): ClassFigures {
  const tickets = open.filter((ticket) => ticket.faultClass === faultClass);
  const count = (wanted: (ticket: Ticket) => boolean) => tickets.filter(wanted).length;
  return {
    faultClass,
    open: tickets.length,
    dueToday: count((ticket) => urgencyOf(ticket, at) === 'dueToday'),
    overdue: count((ticket) => urgencyOf(ticket, at) === 'overdue'),
    waitingForOperator: count((ticket) => waitsForRole(ticket, 'operator')),
    inProgress: count((ticket) => ticket.state === 'inProgress'),
    inTest: count((ticket) => ticket.state === 'inTest'),
  };
}

function inListOrder(a: Ticket, b: Ticket): number {
  return (
    a.faultClass - b.faultClass ||
    priorities.indexOf(a.priority) - priorities.indexOf(b.priority) ||
    a.receivedAt - b.receivedAt ||
    a.number.localeCompare(b.number, 'en', { numeric: true })
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function checkVersion(ticket: Ticket, events: number): void {
  if (ticket.version !== events) throw new Error(`version ${ticket.version} after ${events} events`);
}

/** A copy that nobody can change: what is kept may be handed out as often as it is asked for. */
function kept<T>(value: T): T {
  return frozen(structuredClone(value));
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** The answer of a store comes later, and what it refuses is a rejection. */
function soon<T>(action: () => T): Promise<T> {
  return Promise.resolve().then(action);
}
