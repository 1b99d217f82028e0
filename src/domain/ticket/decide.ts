import type { Instant } from '../instant';
import type { Installation } from '../organisation/installation';
import type { Actor, TicketCommand } from './commands';
import { decideEvents } from './decisions';
import type { TicketEvent } from './events';
import { appliesTo, mayTake, whoMay } from './permissions';
import type { Refusal } from './refusals';
import { responsibleParty } from './responsible-party';
import type { Ticket, TicketNumber } from './ticket';
import { rowsOf } from './transitions';

/** What a decision is made from besides the ticket: all of it from the server. */
export interface DecisionContext {
  readonly now: Instant;
  readonly actor: Actor;
  readonly installation: Installation;
  /** The number a new report gets. */
  readonly number?: TicketNumber;
  /** The ticket a command refers to (Duplikat), where it exists. */
  readonly referenced?: Ticket;
}

export type Decision =
  | { readonly kind: 'events'; readonly events: readonly TicketEvent[] }
  | { readonly kind: 'refusal'; readonly refusal: Refusal };

/**
 * What a command does to a ticket (process 3): the table is asked first for the right and the state, then the
 * action's own guards. A refusal changes nothing.
 */
export function decide(
  command: TicketCommand,
  ticket: Ticket | undefined,
  context: DecisionContext,
): Decision {
  const refusal = notNow(command, ticket, context.actor);
  return refusal === undefined ? decideEvents(command, ticket, context) : { kind: 'refusal', refusal };
}

/** The refusal that follows from the table alone: right, state, and somebody else having been quicker. */
function notNow(command: TicketCommand, ticket: Ticket | undefined, actor: Actor): Refusal | undefined {
  const action = command.type;
  const permitted = rowsOf(action).filter((row) => mayTake(row, actor, ticket));
  if (permitted.length === 0) {
    return { code: 'notPermitted', action, state: ticket?.state, permitted: whoMay(action, ticket) };
  }
  if (ticket === undefined) return undefined;
  const { state } = ticket;
  const responsible = responsibleParty(ticket);
  const applies = permitted.some((row) => appliesTo(row, ticket));
  const done = ticket.done[action];
  const repeatable = permitted.some((row) => row.repeatable === true);
  const doneSince = done !== undefined && done.version > (command.seenVersion ?? 0);
  const byOther = command.seenVersion !== undefined && done?.by !== actor.person;
  if (doneSince && !repeatable && (!applies || byOther)) {
    return { code: 'alreadyDone', action, state, by: done.by, at: done.at, responsible };
  }
  if (!applies) return { code: 'wrongState', action, state, responsible };
  // What is internal does not change an operator's card, so it does not make it old either.
  const shown = actor.role === 'operator' ? ticket.sharedVersion : ticket.actedVersion;
  const seen = command.seenVersion ?? 0;
  // A version that is not there yet was never seen.
  const old = seen < shown || seen > ticket.version;
  if (command.onlyAtSeenVersion === true && !repeatable && old) {
    return { code: 'outdated', state, responsible };
  }
  return undefined;
}
