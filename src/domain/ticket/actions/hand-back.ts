import { inDispatch } from '../access';
import type { ActionShape } from '../action';
import { unassigned } from '../change';
import type { CommandBase } from '../command-base';
import { type ActionDecision, type DecisionContext, events, stamp } from '../deciding';
import type { EventOf } from '../event-base';
import { text } from '../event-fields';
import { type MaintainerMissing, withoutMaintainer } from '../maintainer-missing';
import type { Ticket } from '../ticket';

export interface HandBack extends CommandBase {
  readonly type: 'handBack';
  readonly reason: string;
}

const handedBack = { reason: text };
export type TicketHandedBack = EventOf<'ticketHandedBack', typeof handedBack>;

/** "An Dispatcher zurückgeben": the dispatcher is responsible again. Dispatchers may also take it back (process 3). */
export const handBack = {
  rows: [
    {
      from: ['accepted', 'inProgress'],
      to: 'accepted',
      roles: ['maintainer', 'dispatcher'],
      assigned: true,
    },
  ],
  decide,
  events: {
    ticketHandedBack: {
      fields: handedBack,
      audience: () => 'everybody',
      evolve: (_ticket, { reason }: TicketHandedBack) =>
        unassigned({ state: 'accepted', handBackReason: reason }),
      mentions: {
        reason: 'handedBack',
        whom: ({ role }: TicketHandedBack, { done }) =>
          role === 'maintainer' ? [inDispatch(done.assign?.by)] : [],
        holds: (_event, { state, assignment }) => state === 'accepted' && assignment === undefined,
      },
    },
  },
} as const satisfies ActionShape;

function decide(
  command: HandBack,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<TicketHandedBack | MaintainerMissing> {
  const base = stamp(command, context);
  return events<TicketHandedBack | MaintainerMissing>([
    { ...base, type: 'ticketHandedBack', reason: command.reason },
    ...withoutMaintainer(ticket, ticket.module, context, base),
  ]);
}
