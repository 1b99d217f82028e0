import { contractOn } from '../organisation/find';
import type { ModuleId } from '../organisation/installation';
import type { TicketCommand } from './commands';
import type { Decision, DecisionContext } from './decide';
import type { TicketEvent } from './events';
import type { Refusal } from './refusals';
import { responsibleParty } from './responsible-party';
import { dayAt } from './plan/target-date';
import type { Ticket } from './ticket';

/** What every event of the command says. */
export function stamp(command: TicketCommand, context: DecisionContext) {
  const { actor, now } = context;
  return {
    at: now,
    by: actor.person,
    role: actor.role,
    commandId: command.commandId,
    ...(actor.role === 'dispatcher' && command.onBehalf !== undefined ? { onBehalf: command.onBehalf } : {}),
  };
}

/** Where the ticket stands: what a refusal names besides its code (process 3). */
export function standing(ticket: Ticket) {
  return { state: ticket.state, responsible: responsibleParty(ticket) };
}

export function events(added: readonly TicketEvent[]): Decision {
  return { kind: 'events', events: added };
}

export function refuse(refusal: Refusal): Extract<Decision, { kind: 'refusal' }> {
  return { kind: 'refusal', refusal };
}

/** Whether the operator has a contract for the module valid at the receipt (process 8). */
export function underContract(
  { installation }: DecisionContext,
  operator: string,
  module: ModuleId,
  receivedAt: number,
): boolean {
  return contractOn(installation, operator, module, dayAt(installation.calendars, receivedAt)) !== undefined;
}
