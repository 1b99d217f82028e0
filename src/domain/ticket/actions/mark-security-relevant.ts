import { defined } from '../../../defined';
import type { Instant } from '../../instant';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import { type ActionDecision, type DecisionContext, events, stamp, standing } from '../deciding';
import type { EventOf } from '../event-base';
import { instant, optional } from '../event-fields';
import { checkedKnownAt } from '../legal/known-at';
import type { OwnRefusal } from '../refusals';
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
  offer: { when: 'notMarked', holds: ({ securityRelevant }) => !securityRelevant },
  guard: alreadyMarked,
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

function alreadyMarked(ticket: Ticket): OwnRefusal | undefined {
  return ticket.securityRelevant ? { code: 'alreadySecurityRelevant', ...standing(ticket) } : undefined;
}

function decide(
  command: MarkSecurityRelevant,
  { receivedAt }: Ticket,
  context: DecisionContext,
): ActionDecision<MarkedSecurityRelevant> {
  const { now } = context;
  const known = checkedKnownAt(command.knownAt ?? now, receivedAt, now);
  if (known.kind === 'refusal') return known;
  const { knownAt } = known;
  return events([{ ...stamp(command, context), type: 'markedSecurityRelevant', knownAt }]);
}
