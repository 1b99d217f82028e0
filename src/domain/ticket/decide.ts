import { defined } from '../../defined';
import type { Instant } from '../instant';
import { withinReach } from '../service-calendar/within-reach';
import { actions, type CommandOf, shapeOf, type TicketAction, type TicketCommand } from './actions/registry';
import { actingGate } from './assignable';
import type { Actor } from './command-base';
import {
  type ActionContext,
  type ActionDecision,
  alreadyDone,
  type DecisionContext,
  type Refused,
  standing,
} from './deciding';
import type { TicketEvent } from './event-rules';
import { withActionName, type OwnRefusal, type RefusalOf } from './refusals';
import { appliesTo, mayTake, whoMay } from './rights';
import type { DoneMark, Ticket, TicketNumber } from './ticket';
import { rowsOf } from './transitions';

/** Why a command changed nothing. */
export type Refusal = RefusalOf<TicketAction>;
export type RefusalCode = Refusal['code'];
export type Decision = ActionDecision<TicketEvent, Refusal>;

/**
 * What a command does to a ticket (process 3): the table decides on rights and state first, then the action's guard,
 * then the action itself. A refusal changes nothing; it is one too where the service calendar holds no deadline.
 */
export function decide(
  command: TicketCommand,
  ticket: Ticket | undefined,
  context: DecisionContext,
): Decision {
  return (
    withinReach(() => decideByCalendar(command, ticket, context)) ?? {
      kind: 'refusal',
      refusal: { code: 'calendarTooShort' },
      keepsForm: true,
    }
  );
}

function decideByCalendar(
  command: TicketCommand,
  ticket: Ticket | undefined,
  context: DecisionContext,
): Decision {
  const refused = refusedByTable(command, ticket, context.actor);
  if (refused !== undefined) return refused;
  const action = command.type;
  if (action === 'reportFault') {
    return withName(actions.reportFault.decide(command, undefined, context), action);
  }
  if (ticket === undefined) return { kind: 'refusal', refusal: { code: 'unknownTicket' } };
  const { seenVersion, onBehalf } = command;
  const saidAfter = rules[action].saidAfter?.(ticket);
  const full = {
    ...context,
    ...defined({ seenVersion, saidAfter }),
    onOperatorsWord: onBehalf !== undefined,
  };
  const guarded = rules[action].guard?.(ticket, full, command);
  return guarded === undefined
    ? withName(rules[action].decide(command, ticket, full), action)
    : { kind: 'refusal', refusal: withActionName(guarded, action), keepsForm: true };
}

/**
 * Why an action that the table allows cannot be done now under its own rule, before anything is typed; the same guard
 * runs again on sending. Rights and state are checked against the table.
 */
export function refusalBefore(
  action: TicketAction,
  ticket: Ticket,
  context: ActionContext,
  about?: Partial<TicketCommand>,
): Refusal | undefined {
  const isAllowed = rowsOf(action).some(
    (row) => mayTake(row, context.actor, ticket) && appliesTo(row, ticket),
  );
  if (!isAllowed) return undefined;
  const { refusal } = withinReach<{ readonly refusal: OwnRefusal | undefined }>(() => ({
    refusal: rules[action].guard?.(ticket, context, about),
  })) ?? { refusal: { code: 'calendarTooShort' } };
  return refusal && withActionName(refusal, action);
}

/**
 * Why what somebody has open comes too late, whatever they type into it: asked as soon as they send anything, complete or
 * not, so that nobody corrects a form in vain. `about` is as much of the command as they have said. The same is judged once
 * more with the whole.
 */
export function refusalSince(
  action: TicketAction,
  ticket: Ticket,
  context: ActionContext,
  about?: Partial<TicketCommand>,
): Refused<Refusal> | undefined {
  const { actor, seenVersion } = context;
  const byRows = refusedByRows({ action, seenVersion }, ticket, actor);
  if (byRows !== undefined) return { kind: 'refusal', refusal: byRows };
  const refusal = refusalBefore(action, ticket, context, about);
  return refusal && { kind: 'refusal', refusal, keepsForm: true };
}

/** The other ticket that a command refers to. */
export function ticketReferredTo(command: TicketCommand): TicketNumber | undefined {
  return rules[command.type].refersTo?.(command);
}

/** An action's own rules, for code that holds a command of any kind. */
interface CommandRules<Command> {
  guard?(ticket: Ticket, context: ActionContext, command?: Partial<Command>): OwnRefusal | undefined;
  saidAfter?(ticket: Ticket): Instant | undefined;
  refersTo?(command: Command): TicketNumber | undefined;
  decide(command: Command, ticket: Ticket, context: DecisionContext): ActionDecision<TicketEvent>;
}

/** Each action decides its own command and yields only events that the registry knows; anything else does not compile. */
const ofActions: { readonly [Action in TicketAction]: CommandRules<CommandOf<Action>> } = actions;
const rules: Readonly<Record<TicketAction, CommandRules<TicketCommand>>> = ofActions;

function withName(decision: ActionDecision<TicketEvent>, action: TicketAction): Decision {
  return decision.kind === 'events'
    ? decision
    : { ...decision, refusal: withActionName(decision.refusal, action) };
}

/** The refusal that follows from the table alone: rights, state, or somebody else having been first. */
function refusedByTable(
  command: TicketCommand,
  ticket: Ticket | undefined,
  actor: Actor,
): Refused<Refusal> | undefined {
  const { type: action, seenVersion } = command;
  const refusal = refusedByRows({ action, seenVersion }, ticket, actor);
  if (refusal !== undefined) return { kind: 'refusal', refusal };
  if (command.type === 'reportFault') return refusedForOtherOperator(command, actor);
  if (ticket === undefined) return undefined;
  const { repeatable = false } = shapeOf(action);
  const seen = seenVersion ?? 0;
  // Internal events do not change an operator's card, so they do not make it outdated either.
  const shown = actor.role === 'operator' ? ticket.sharedVersion : ticket.actedVersion;
  // A version that does not exist yet cannot have been seen.
  const old = seen < shown || seen > ticket.version;
  return command.onlyAtSeenVersion === true && !repeatable && old
    ? { kind: 'refusal', refusal: { code: 'outdated', ...standing(ticket) } }
    : undefined;
}

/** Rights first, then the state, then whether another person has done it since. */
function refusedByRows(
  { action, seenVersion }: { readonly action: TicketAction; readonly seenVersion: number | undefined },
  ticket: Ticket | undefined,
  actor: Actor,
): Refusal | undefined {
  if (!rowsOf(action).some((row) => mayTake(row, actor, ticket))) return notPermitted(action, ticket).refusal;
  if (ticket === undefined || action === 'reportFault') return undefined;
  const gate = actingGate(ticket, actor);
  if (gate !== undefined) return { code: 'notActive', ...gate, ...standing(ticket) };
  return (
    refusedByState(action, ticket, actor, seenVersion) ?? doneByOther(action, seenVersion, ticket, actor)
  );
}

/**
 * Why somebody with the right cannot take the action in the current state, checked before a form opens and again when
 * it is sent: somebody has done it since the version seen, or the state has moved on.
 */
export function refusedByState(
  action: TicketAction,
  ticket: Ticket,
  actor: Actor,
  seenVersion = 0,
): Refusal | undefined {
  const permitted = rowsOf(action).filter((row) => mayTake(row, actor, ticket));
  if (permitted.some((row) => appliesTo(row, ticket))) return undefined;
  const done = doneSince(action, ticket, seenVersion);
  return done === undefined
    ? { code: 'wrongState', action, ...standing(ticket) }
    : { ...alreadyDone(ticket, done), action };
}

/** The action is still possible, but another person has already done it. */
function doneByOther(
  action: TicketAction,
  seenVersion: number | undefined,
  ticket: Ticket,
  actor: Actor,
): Refusal | undefined {
  const done = doneSince(action, ticket, seenVersion ?? 0);
  return done === undefined || seenVersion === undefined || done.by === actor.person
    ? undefined
    : { ...alreadyDone(ticket, done), action };
}

/** A repeatable action is never settled by one person doing it. */
function doneSince(action: TicketAction, ticket: Ticket, seenVersion: number): DoneMark | undefined {
  const done = ticket.done[action];
  return shapeOf(action).repeatable === true || (done?.version ?? 0) <= seenVersion ? undefined : done;
}

export function notPermitted(action: TicketAction, ticket: Ticket | undefined): Refused<Refusal> {
  const permitted = whoMay(action, ticket);
  const stands = ticket && standing(ticket);
  return {
    kind: 'refusal',
    refusal: { code: 'notPermitted', action, permitted, ...defined({ standing: stands }) },
  };
}

/** An operator reports for their own organisation; a dispatcher for any, on its word (process 3). */
function refusedForOtherOperator(
  { type: action, operator: organisation }: CommandOf<'reportFault'>,
  { role, organisation: own }: Actor,
): Refused<Refusal> | undefined {
  if (role !== 'operator' || organisation === own) return undefined;
  const permitted = [{ role, organisation }];
  return { kind: 'refusal', refusal: { code: 'notPermitted', action, permitted } };
}
