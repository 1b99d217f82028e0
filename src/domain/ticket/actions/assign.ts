import { maintains, moduleById } from '../../organisation/find';
import type { PersonId } from '../../organisation/installation';
import type { ActionShape } from '../action';
import { assignmentGate, notActive, staffingOf } from '../assignable';
import type { CommandBase } from '../command-base';
import {
  type ActionContext,
  askAgain,
  type ActionDecision,
  type DecisionContext,
  events,
  refuse,
  stamp,
  standing,
} from '../deciding';
import type { EventOf } from '../event-base';
import { organisationId, personId } from '../event-fields';
import type { OwnRefusal } from '../refusals';
import type { Ticket } from '../ticket';

export interface Assign extends CommandBase {
  readonly type: 'assign';
  readonly person: PersonId;
}

const assigned = { organisation: organisationId, person: personId };
export type TicketAssigned = EventOf<'ticketAssigned', typeof assigned>;

/** "Zuweisen" to the module's maintainer organisation, with one named person who is mentioned (process 3). */
export const assign = {
  rows: [{ from: ['accepted'], to: 'same', roles: ['dispatcher'] }],
  guard: nobodyToAssign,
  decide: (command: Assign, ticket: Ticket, context: DecisionContext): ActionDecision<TicketAssigned> =>
    decideAssignment(command, ticket, context),
  events: {
    ticketAssigned: {
      fields: assigned,
      audience: () => 'everybody',
      evolve: (_ticket, { organisation, person, at }: TicketAssigned) => ({
        assignment: { organisation, person, since: at },
        handBackReason: undefined,
        lapsed: undefined,
      }),
      mentions: {
        reason: 'assigned',
        whom: ({ person }: TicketAssigned, { module }) => [
          { place: { kind: 'module', module }, people: [person] },
        ],
        holds: ({ person, at }: TicketAssigned, { state, assignment }) =>
          state === 'accepted' && assignment?.person === person && assignment.since === at,
      },
    },
  },
} as const satisfies ActionShape;

/** Nobody can be assigned where none of the module's maintainers has the role in force (process 1: "N.N.") or is active (process 7). */
export function nobodyToAssign(
  ticket: Ticket,
  { installation }: Pick<ActionContext, 'installation'>,
): OwnRefusal | undefined {
  const { module } = ticket;
  switch (staffingOf(ticket, installation)) {
    case 'assignable':
      return undefined;
    case 'nobody':
      return { code: 'noMaintainer', module, ...standing(ticket) };
    case 'inOnboarding':
    case 'calledOff':
      return {
        code: 'nobodyActive',
        module,
        notActive: notActive(ticket, installation),
        ...standing(ticket),
      };
  }
}

/** Also what accepting a report decides that assigns it in one. */
export function decideAssignment(
  command: CommandBase & Pick<Assign, 'person'>,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<TicketAssigned> {
  const { module } = ticket;
  const { person } = command;
  const organisation = moduleById(context.installation, module)?.maintainer;
  if (organisation === undefined) return refuse({ code: 'noMaintainer', module, ...standing(ticket) });
  if (!maintains(context.installation, person, module)) {
    return askAgain({ code: 'notAMaintainer', module, ...standing(ticket) });
  }
  if (ticket.assignment?.person === person) {
    return refuse({ code: 'alreadyAssigned', person, ...standing(ticket) });
  }
  const gate = assignmentGate(ticket, context.installation, person);
  if (gate !== undefined) return askAgain({ code: 'notActive', ...gate, ...standing(ticket) });
  return events([{ ...stamp(command, context), type: 'ticketAssigned', organisation, person }]);
}
