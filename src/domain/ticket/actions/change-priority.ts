import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import { askAgain, type ActionDecision, type DecisionContext, events, stamp, standing } from '../deciding';
import type { EventOf } from '../event-base';
import { word } from '../event-fields';
import { priorities, type Priority, type Ticket } from '../ticket';
import { openStates } from '../ticket-state';

export interface ChangePriority extends CommandBase {
  readonly type: 'changePriority';
  readonly priority: Priority;
}

const changed = { from: word(priorities), to: word(priorities) };
export type PriorityChanged = EventOf<'priorityChanged', typeof changed>;

/** "Priorität ändern": the order of work, which never touches a deadline (process 3). */
export const changePriority = {
  rows: [{ from: openStates, to: 'same', roles: ['dispatcher'] }],
  decide,
  events: {
    priorityChanged: {
      fields: changed,
      audience: () => 'everybody',
      evolve: (_ticket, { to }: PriorityChanged) => ({ priority: to }),
    },
  },
} as const satisfies ActionShape;

function decide(
  command: ChangePriority,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<PriorityChanged> {
  const { priority: to } = command;
  const { priority: from } = ticket;
  if (to === from) return askAgain({ code: 'samePriority', ...standing(ticket) });
  return events([{ ...stamp(command, context), type: 'priorityChanged', from, to }]);
}
