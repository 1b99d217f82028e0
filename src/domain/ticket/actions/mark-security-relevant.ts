import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import { type ActionDecision, type DecisionContext, events, stamp, standing } from '../deciding';
import type { EventOf } from '../event-base';
import { noFields } from '../event-fields';
import type { OwnRefusal } from '../refusals';
import type { Ticket } from '../ticket';
import { openStates } from '../ticket-state';

export interface MarkSecurityRelevant extends CommandBase {
  readonly type: 'markSecurityRelevant';
}

export type MarkedSecurityRelevant = EventOf<'markedSecurityRelevant', typeof noFields>;

/** "Als sicherheitsrelevant kennzeichnen": never unmarked (process 10). */
export const markSecurityRelevant = {
  rows: [{ from: openStates, to: 'same', roles: ['dispatcher', 'operator'] }],
  atOnce: true,
  offer: { when: 'notMarked', holds: ({ securityRelevant }) => !securityRelevant },
  guard: alreadyMarked,
  decide: (
    command: MarkSecurityRelevant,
    _ticket: Ticket,
    context: DecisionContext,
  ): ActionDecision<MarkedSecurityRelevant> =>
    events([{ ...stamp(command, context), type: 'markedSecurityRelevant' }]),
  events: {
    markedSecurityRelevant: {
      fields: noFields,
      audience: () => 'everybody',
      evolve: () => ({ securityRelevant: true }),
    },
  },
} as const satisfies ActionShape;

function alreadyMarked(ticket: Ticket): OwnRefusal | undefined {
  return ticket.securityRelevant ? { code: 'alreadySecurityRelevant', ...standing(ticket) } : undefined;
}
