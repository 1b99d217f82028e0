import { defined } from '../defined';
import type { PersonId, Role } from '../domain/organisation/installation';
import { calendarAt } from '../domain/reaction/calendar-timeline';
import { instantToLocal } from '../domain/service-calendar/local-time';
import type { Reader } from '../domain/ticket/access';
import type { TicketCommand } from '../domain/ticket/actions/registry';
import type { ReportFault } from '../domain/ticket/actions/report-fault';
import { decide, type Decision, notPermitted, type Refusal, ticketReferredTo } from '../domain/ticket/decide';
import type { DecisionContext } from '../domain/ticket/deciding';
import { evolve, replay } from '../domain/ticket/evolve';
import { actorIn } from '../domain/ticket/rights';
import type { Ticket, TicketNumber } from '../domain/ticket/ticket';
import { nextDue, type NextDueDeps } from './next-due';
import type { OneAtATime } from './one-at-a-time';
import type { AuditLog } from './ports/audit-log';
import type { Clock } from './ports/clock';
import type { TicketProofs } from './ports/ticket-proofs';
import type { TicketRecord, TicketStore } from './ports/ticket-store';

export interface TicketCommandDeps extends NextDueDeps {
  readonly tickets: TicketStore;
  readonly audit: AuditLog;
  readonly proofs: Pick<TicketProofs, 'make'>;
  readonly clock: Clock;
  /** Called after each write: its effects are waiting. */
  readonly effectsWaiting: () => void;
  /** For commands about two tickets, whose write guards only one. */
  readonly oneAtATime: OneAtATime;
}

export interface TicketCommandInput {
  /** Absent for a new report. */
  readonly ticket?: TicketNumber;
  readonly person: PersonId;
  /** The role of the card's place; in a private chat, the person's (process 1). */
  readonly role: Role;
  readonly reader: Reader;
  readonly command: TicketCommand;
  /** The ticket as read a moment ago for this request: saves reading it again if it has not changed. */
  readonly lastRead?: TicketRecord;
}

export type CommandOutcome =
  | { readonly kind: 'done'; readonly record: TicketRecord }
  /** The same submission delivered again: nothing was changed, and the answer is the same. */
  | { readonly kind: 'repeated'; readonly record: TicketRecord }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal;
      /** The form stays open with what was typed, to be corrected or copied. */
      readonly keepsForm?: true;
      readonly record?: TicketRecord;
    };

/**
 * Loads the ticket, decides and saves in one guarded write; if the write comes too late, it decides again on the newer
 * state. Each failed guard means that another command succeeded, so the loop ends.
 */
export async function handleTicketCommand(
  deps: TicketCommandDeps,
  input: TicketCommandInput,
): Promise<CommandOutcome> {
  const outcome =
    input.command.type === 'reportFault'
      ? await openTicket(deps, input, input.command)
      : await changeTicket(deps, input);
  if (outcome.kind === 'done') deps.effectsWaiting();
  if (outcome.kind === 'refused') await recordRefusal(deps, input, outcome.refusal);
  return outcome;
}

async function openTicket(
  deps: TicketCommandDeps,
  input: TicketCommandInput,
  command: ReportFault,
): Promise<CommandOutcome> {
  const earlier = await deps.tickets.findByReport(command.commandId);
  if (earlier !== undefined) return { kind: 'repeated', record: earlier };
  const context = contextFor(deps, input);
  if (context === undefined) return { kind: 'refused', refusal: withoutRole(input, undefined) };
  // Tried before a number is taken, so that a refusal leaves no gap.
  const trial = decide(command, undefined, { ...context, number: 'SP-0000-0000' });
  if (trial.kind === 'refusal') return refusedBy(trial);
  const number = await deps.tickets.nextNumber(yearOf(context));
  const decision = decide(command, undefined, { ...context, number, proof: deps.proofs.make(number) });
  if (decision.kind === 'refusal') return refusedBy(decision);
  const ticket = replay(decision.events);
  const record = await deps.tickets.create(ticket, decision.events, nextDue(deps, ticket));
  if (record !== 'duplicate') return { kind: 'done', record };
  const first = await deps.tickets.findByReport(command.commandId);
  if (first === undefined) throw new Error('a report was refused as a duplicate of none');
  return { kind: 'repeated', record: first };
}

async function changeTicket(deps: TicketCommandDeps, input: TicketCommandInput): Promise<CommandOutcome> {
  const change = () => changeUntilWritten(deps, input);
  return ticketReferredTo(input.command) === undefined ? change() : deps.oneAtATime(change);
}

async function changeUntilWritten(
  deps: TicketCommandDeps,
  input: TicketCommandInput,
): Promise<CommandOutcome> {
  if (input.lastRead !== undefined) {
    const outcome = await tryChange(deps, input, input.lastRead);
    // Somebody may have been faster: a refusal has to be about the ticket as stored now.
    if (outcome !== undefined && outcome.kind !== 'refused') return outcome;
  }
  for (;;) {
    const before = input.ticket === undefined ? undefined : await deps.tickets.find(input.ticket);
    if (before === undefined) return { kind: 'refused', refusal: { code: 'unknownTicket' } };
    const outcome = await tryChange(deps, input, before);
    if (outcome !== undefined) return outcome;
  }
}

/** Undefined if the write's guard failed: the ticket has changed since it was read. */
async function tryChange(
  deps: TicketCommandDeps,
  input: TicketCommandInput,
  before: TicketRecord,
): Promise<CommandOutcome | undefined> {
  const { command } = input;
  if (before.events.some((event) => event.commandId === command.commandId)) {
    return { kind: 'repeated', record: before };
  }
  const context = contextFor(deps, input);
  if (context === undefined) return { kind: 'refused', refusal: withoutRole(input, before), record: before };
  const referenced = await referencedTickets(deps, command);
  const decision = decide(command, before.ticket, { ...context, referenced });
  if (decision.kind === 'refusal') return { ...refusedBy(decision), record: before };
  const after = decision.events.reduce<Ticket>(evolve, before.ticket);
  const record = await deps.tickets.append(before, after, decision.events, nextDue(deps, after));
  return record === undefined ? undefined : { kind: 'done', record };
}

function refusedBy({ refusal, keepsForm }: Extract<Decision, { readonly kind: 'refusal' }>) {
  return { kind: 'refused', refusal, ...defined({ keepsForm }) } as const;
}

/** The ticket that the command refers to, the one which that is a duplicate of, and so on. */
async function referencedTickets(
  deps: TicketCommandDeps,
  command: TicketCommand,
): Promise<readonly Ticket[]> {
  const found = new Map<TicketNumber, Ticket>();
  let number = ticketReferredTo(command);
  while (number !== undefined && !found.has(number)) {
    const record = await deps.tickets.find(number);
    if (record === undefined) break;
    found.set(number, record.ticket);
    number = record.ticket.decline?.duplicateOf;
  }
  return [...found.values()];
}

/** Undefined for somebody without the role: the records are consulted on every action. */
function contextFor(deps: TicketCommandDeps, input: TicketCommandInput): DecisionContext | undefined {
  const installation = deps.directory.installation();
  const actor = actorIn(installation, input.person, input.role);
  const { reader } = input;
  return actor === undefined ? undefined : { now: deps.clock.now(), actor, reader, installation };
}

function withoutRole({ command }: TicketCommandInput, record: TicketRecord | undefined): Refusal {
  return notPermitted(command.type, record?.ticket).refusal;
}

/** The year of entry, in the calendar's zone: part of the ticket's number. */
function yearOf({ installation, now }: DecisionContext): number {
  const { zone } = calendarAt(installation.calendars, now).calendar;
  return Number(instantToLocal(now, zone).date.slice(0, 4));
}

async function recordRefusal(
  deps: TicketCommandDeps,
  input: TicketCommandInput,
  refusal: Refusal,
): Promise<void> {
  await deps.audit.refused({
    at: deps.clock.now(),
    person: input.person,
    role: input.role,
    ...defined({ ticket: input.ticket }),
    action: input.command.type,
    code: refusal.code,
  });
}
