import { partyOfTicket } from '../access';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import { askAgain, type ActionDecision, type DecisionContext, events, stamp } from '../deciding';
import type { EventOf } from '../event-base';
import { typedPart } from '../event-fields';
import type { Ticket } from '../ticket';
import { type CompletionContent, linksNotAllowed } from '../work/work';

export interface CompleteWork extends CommandBase {
  readonly type: 'completeWork';
  readonly completion: CompletionContent;
}

const completed = { completion: typedPart('completionContent') };
export type WorkCompleted = EventOf<'workCompleted', typeof completed>;

/** "Bearbeitung abschließen": responsibility goes to the dispatcher (process 3). */
export const completeWork = {
  rows: [{ from: ['inProgress'], to: 'fixed', roles: ['maintainer'], assigned: true }],
  decide,
  events: {
    workCompleted: {
      fields: completed,
      audience: () => 'everybody',
      evolve: (_ticket, { completion, by, at }: WorkCompleted) => ({
        state: 'fixed',
        completion: { ...completion, by, at },
      }),
      mentions: {
        reason: 'workCompleted',
        whom: (_event, before) => [partyOfTicket('dispatcher', before)],
        holds: ({ at }: WorkCompleted, { state, completion }) => state === 'fixed' && completion?.at === at,
      },
    },
  },
} as const satisfies ActionShape;

function decide(
  command: CompleteWork,
  _ticket: Ticket,
  context: DecisionContext,
): ActionDecision<WorkCompleted> {
  const { completion } = command;
  const [wrong] = linksNotAllowed(completion);
  if (wrong !== undefined) return askAgain({ code: 'linkNotAllowed', link: wrong });
  return events([{ ...stamp(command, context), type: 'workCompleted', completion }]);
}
