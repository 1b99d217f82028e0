import { startCycle } from '../../reaction/reaction-cycle';
import { inDispatch } from '../access';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import { type ActionDecision, type DecisionContext, events, operatorsWord, stamp } from '../deciding';
import { dispatchersCalled, isRunning, isUrgent } from '../dispatcher-call';
import type { EventOf } from '../event-base';
import { part, text } from '../event-fields';
import { breachOf, type ReactionBreached } from '../reaction-events';
import type { Ticket } from '../ticket';

export interface Supplement extends CommandBase {
  readonly type: 'supplement';
  readonly answer: string;
}

const supplemented = { answer: text, cycle: part('reactionCycle') };
export type ReportSupplemented = EventOf<'reportSupplemented', typeof supplemented>;

/** "Ergänzen": the operator supplies what was missing, and a new reaction cycle starts (process 2.3). */
export const supplement = {
  rows: [{ from: ['returned'], to: 'requested', roles: ['operator'], onOperatorsWord: true }],
  saidAfter: ({ returned }) => returned?.at,
  decide,
  events: {
    reportSupplemented: {
      fields: supplemented,
      startsCycle: true,
      audience: () => 'everybody',
      evolve: (ticket, { answer, cycle, by, at }: ReportSupplemented) => ({
        state: 'requested',
        cycles: [...ticket.cycles, cycle],
        supplements: [...ticket.supplements, { text: answer, by, at }],
        analyst: undefined,
      }),
      mentions: [
        dispatchersCalled,
        {
          reason: 'supplemented',
          // A deadline that was missed by the same step is announced itself, also to whoever returned it.
          whom: ({ cycle }: ReportSupplemented, before) =>
            cycle.breach === undefined ? [inDispatch(before.returned?.by)] : [],
          holds: ({ cycle }: ReportSupplemented, ticket, installation) =>
            isRunning(cycle, ticket) && !isUrgent(ticket, installation),
          unlessSaid: dispatchersCalled.reason,
        },
      ],
    },
  },
} as const satisfies ActionShape;

function decide(
  command: Supplement,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<ReportSupplemented | ReactionBreached> {
  const word = operatorsWord(command, context);
  if (word.kind === 'refusal') return word;
  // Process 2.3: a new cycle starts at the instant the operator supplied what was missing.
  const cycle = startCycle({
    startedAt: word.onBehalf?.at ?? context.now,
    faultClass: ticket.faultClass,
    recordedAt: context.now,
    timeline: context.installation.calendars,
  });
  const base = stamp(command, context);
  return events<ReportSupplemented | ReactionBreached>([
    { ...base, type: 'reportSupplemented', answer: command.answer, cycle },
    ...breachOf(undefined, cycle, base),
  ]);
}
