import { stopCycle } from '../../reaction/reaction-cycle';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import { type ActionDecision, type DecisionContext, events, type EventStamp, stamp } from '../deciding';
import type { EventOf } from '../event-base';
import { part } from '../event-fields';
import { breachOf, type ReactionBreached } from '../reaction-events';
import { presentCycle, type Ticket, withPresentCycle } from '../ticket';

export interface StartAnalysis extends CommandBase {
  readonly type: 'startAnalysis';
}

const started = { cycle: part('reactionCycle') };
/** The guaranteed reaction (process 2.2): stops the current cycle, judged by the class in force before. */
export type AnalysisStarted = EventOf<'analysisStarted', typeof started>;

/** "Analyse starten": stops the reaction clock, and the card shows who analyses (process 2.2, 3). */
export const startAnalysis = {
  rows: [{ from: ['requested'], to: 'same', roles: ['dispatcher'], whileReactionPending: true }],
  atOnce: true,
  decide: (
    command: StartAnalysis,
    ticket: Ticket,
    context: DecisionContext,
  ): ActionDecision<AnalysisStarted | ReactionBreached> =>
    events(stopOfReaction(ticket, stamp(command, context))),
  events: {
    analysisStarted: {
      fields: started,
      audience: () => 'everybody',
      evolve: (ticket, { cycle, by, at }: AnalysisStarted) => ({
        cycles: withPresentCycle(ticket, cycle),
        analyst: { person: by, since: at },
      }),
    },
  },
} as const satisfies ActionShape;

/** The reaction (process 2.2), implied by accepting, declining and returning; nothing if the current cycle has already ended. */
export function stopOfReaction(
  ticket: Ticket,
  base: EventStamp,
): readonly (AnalysisStarted | ReactionBreached)[] {
  const before = presentCycle(ticket);
  if (before.end !== undefined) return [];
  const cycle = stopCycle(before, base.at);
  return [...breachOf(before, cycle, base), { ...base, type: 'analysisStarted', cycle }];
}
