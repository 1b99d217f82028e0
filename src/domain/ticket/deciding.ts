import { defined } from '../../defined';
import type { Instant } from '../instant';
import { contractOn } from '../organisation/find';
import type { Installation, ModuleId, OrganisationId } from '../organisation/installation';
import { checkReceipt } from '../reaction/receipt';
import { mayRead, type Reader } from './access';
import type { Actor, CommandBase } from './command-base';
import type { OnBehalf } from './on-behalf';
import { dayAt } from './plan/target-date';
import type { OwnRefusal, Standing } from './refusals';
import type { DoneMark, Ticket, TicketNumber } from './ticket';
import { turnOf } from './waits-for';

/** What is known before anything is typed; all of it comes from the server. */
export interface ActionContext {
  readonly now: Instant;
  readonly actor: Actor;
  readonly installation: Installation;
  /** The version of the ticket that the card or form showed. */
  readonly seenVersion?: number;
  /** A dispatcher acts on the operator's word (process 3). */
  readonly onOperatorsWord?: boolean;
  /** What an operator's word about it cannot be older than, as the action says (process 3). */
  readonly saidAfter?: Instant;
}

/** What a decision is based on in addition to the ticket. */
export interface DecisionContext extends ActionContext {
  /** The number for a new report. */
  readonly number?: TicketNumber;
  /** What the cards of a new ticket carry beside the number. */
  readonly proof?: string;
  /** Who reads what follows from it (process 1). */
  readonly reader: Reader;
  /** The other ticket that the command is about, where it exists, and those that it is in turn a duplicate of. */
  readonly referenced?: readonly Ticket[];
}

export interface Refused<Refusal = OwnRefusal> {
  readonly kind: 'refusal';
  readonly refusal: Refusal;
  /** The form stays open with what was typed, to be corrected or copied; otherwise the refusal closes it. */
  readonly keepsForm?: true;
}

export type ActionDecision<Event = unknown, Refusal = OwnRefusal> =
  { readonly kind: 'events'; readonly events: readonly Event[] } | Refused<Refusal>;

export function events<Event>(added: readonly Event[]): ActionDecision<Event> {
  return { kind: 'events', events: added };
}

/** The ticket does not allow it, whatever was typed. */
export function refuse(refusal: OwnRefusal): Refused {
  return { kind: 'refusal', refusal };
}

/** The input does not allow it: the form asks again. */
export function askAgain(refusal: OwnRefusal): Refused {
  return { kind: 'refusal', refusal, keepsForm: true };
}

/** What every event of the command carries. */
export function stamp(command: CommandBase, context: DecisionContext) {
  const { actor, now } = context;
  const { commandId, onBehalf } = command;
  return {
    at: now,
    by: actor.person,
    role: actor.role,
    commandId,
    ...defined({ onBehalf: actor.role === 'dispatcher' ? onBehalf : undefined }),
  };
}
export type EventStamp = ReturnType<typeof stamp>;

/** State of the ticket and whose turn it is, which a refusal names in addition to its code (process 3). */
export function standing(ticket: Ticket): Standing {
  return { state: ticket.state, turnOf: turnOf(ticket) };
}

/** Somebody has been first: their name and the time are what the person is told (process 3). */
export function alreadyDone(ticket: Ticket, { by, at }: Pick<DoneMark, 'by' | 'at'>) {
  return { code: 'alreadyDone', by, at, ...standing(ticket) } as const satisfies OwnRefusal;
}

/** The other ticket that a command is about; undefined if it does not exist or the reader may not read it (process 1). */
export function readableOther(
  { referenced = [], reader, installation }: DecisionContext,
  number: TicketNumber,
): Ticket | undefined {
  return referenced.find((other) => other.number === number && mayRead(installation, reader, other));
}

/** Whether the operator had a valid contract for the module at the receipt (process 8). */
export function underContract(
  { installation }: Pick<ActionContext, 'installation'>,
  operator: OrganisationId,
  module: ModuleId,
  receivedAt: Instant,
): boolean {
  return contractOn(installation, operator, module, dayAt(installation.calendars, receivedAt)) !== undefined;
}

export type Word = { readonly kind: 'word'; readonly onBehalf?: OnBehalf } | Refused;

/**
 * On whose word an operator's action is done: the operator's own if an operator acts, otherwise what the dispatcher
 * entered (process 3), which is checked like the receipt of a report (process 2.1) and cannot be older than `saidAfter`.
 */
export function operatorsWord({ onBehalf }: CommandBase, { actor, now, saidAfter }: ActionContext): Word {
  if (actor.role !== 'dispatcher') return { kind: 'word' };
  if (onBehalf === undefined) return askAgain({ code: 'onBehalfMissing' });
  const problem = checkReceipt(onBehalf.at, now);
  if (problem === 'inFuture') return askAgain({ code: 'receiptInFuture' });
  if (problem === 'tooOld') return askAgain({ code: 'receiptTooOld' });
  if (saidAfter !== undefined && onBehalf.at < saidAfter) {
    return askAgain({ code: 'saidTooEarly', earliest: saidAfter });
  }
  return { kind: 'word', onBehalf };
}

/** Like `operatorsWord`, for what a dispatcher may also do in their own right: then there is no word to check. */
export function optionalOperatorsWord(command: CommandBase, context: ActionContext): Word {
  return command.onBehalf === undefined ? { kind: 'word' } : operatorsWord(command, context);
}
