import { defined } from '../../../defined';
import type { Instant } from '../../instant';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import { type ActionDecision, type DecisionContext, events, refuse, stamp, standing } from '../deciding';
import type { EventOf } from '../event-base';
import { instant, optional } from '../event-fields';
import { checkedKnownAt } from '../legal/known-at';
import type { Ticket } from '../ticket';
import { openStates } from '../ticket-state';

export interface MarkSecurityRelevant extends CommandBase {
  readonly type: 'markSecurityRelevant';
  /** When the operator became aware; absent means now. */
  readonly knownAt?: Instant;
}

const marked = { knownAt: optional(instant) };
export type MarkedSecurityRelevant = EventOf<'markedSecurityRelevant', typeof marked>;

/** "Als sicherheitsrelevant kennzeichnen": never unmarked; legal duties count from Kenntnis (process 10). */
export const markSecurityRelevant = {
  rows: [{ from: openStates, to: 'same', roles: ['dispatcher', 'operator'] }],
  offer: { when: 'notMarked', holds: ({ securityRelevant, trial }) => !securityRelevant && trial !== true },
  decide,
  events: {
    markedSecurityRelevant: {
      fields: marked,
      audience: () => 'everybody',
      evolve: (_ticket, { knownAt }: MarkedSecurityRelevant) => ({
        securityRelevant: true,
        ...defined({ knownAt }),
      }),
    },
  },
} as const satisfies ActionShape;

function decide(
  command: MarkSecurityRelevant,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<MarkedSecurityRelevant> {
  // No guard: who was not first reads who was (process 3).
  if (ticket.securityRelevant) return refuse({ code: 'alreadySecurityRelevant', ...standing(ticket) });
  // Legal duties would follow (process 10); there is nothing to protect in a text written to practise.
  if (ticket.trial === true) return refuse({ code: 'trialNotSecurityRelevant' });
  const { receivedAt } = ticket;
  const { now } = context;
  const known = checkedKnownAt(command.knownAt ?? now, receivedAt, now);
  if (known.kind === 'refusal') return known;
  const { knownAt } = known;
  return events([{ ...stamp(command, context), type: 'markedSecurityRelevant', knownAt }]);
}
