import { defined } from '../../defined';
import type { FaultClass } from '../../domain/reaction/fault-class';
import type { ReactionCycle } from '../../domain/reaction/reaction-cycle';
import type { Ticket } from '../../domain/ticket/ticket';
import type { PublishedReaction, ReactionResult } from '../ports/reaction-store';

/** Every cycle of the ticket in its current state, in order; none of one to practise with, which counts nowhere (process 7). */
export function reactionsOf(ticket: Ticket): readonly PublishedReaction[] {
  const { number, version, operator, module, trial } = ticket;
  if (trial === true) return [];
  const assigned = ticket.assignment !== undefined;
  return ticket.cycles.map((cycle, index) => ({
    id: `${number}:${index + 1}`,
    ticket: number,
    cycle: index + 1,
    version,
    operator,
    module,
    assigned,
    ...judgementOf(cycle),
  }));
}

type Judgement = Omit<
  PublishedReaction,
  'id' | 'ticket' | 'cycle' | 'version' | 'operator' | 'module' | 'assigned'
>;

function judgementOf(cycle: ReactionCycle): Judgement {
  const { startedAt, breach, end } = cycle;
  const result = resultOf(cycle);
  const decidedAt = breach?.recordedAt ?? end?.at;
  return {
    faultClass: classJudged(cycle),
    startedAt,
    deadline: breach?.deadline ?? cycle.deadline,
    result,
    ...defined({
      reactedAt: end?.kind === 'reaction' ? end.at : undefined,
      withdrawnAt: end?.kind === 'withdrawal' ? end.at : undefined,
      breachReason: breach?.reason,
      decidedAt,
    }),
  };
}

/** Missed once a breach is recorded, whatever follows (process 2.3). */
function resultOf({ breach, end }: ReactionCycle): ReactionResult {
  if (breach !== undefined) return 'missed';
  if (end === undefined) return 'open';
  return end.kind === 'reaction' ? 'met' : 'withdrawn';
}

/** A breach is judged by the class whose deadline was missed, even if another was set later (process 2.8). */
function classJudged({ breach, earlierDeadlines, faultClass }: ReactionCycle): FaultClass {
  if (breach === undefined) return faultClass;
  const replaced = earlierDeadlines.find(
    ({ deadline, replacedAt }) => deadline === breach.deadline && replacedAt >= breach.recordedAt,
  );
  return replaced?.faultClass ?? faultClass;
}
