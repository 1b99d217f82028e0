import { breachReasons, type ReactionCycle } from '../reaction/reaction-cycle';
import { dispatch } from './access';
import type { EventShape } from './action';
import type { EventStamp } from './deciding';
import type { EventOf, TimeEventOf } from './event-base';
import { instant, number, part, word } from './event-fields';
import { withPresentCycle } from './ticket';

const cycle = part('reactionCycle');
const breached = { deadline: instant, reason: word(breachReasons), cycle };
const warned = { percent: number, dueAt: instant, cycle };
const recounted = { cycle };

/** A reaction deadline has passed without a reaction; the process owner is told once (process 2.8, Warnings). */
export type ReactionBreached =
  EventOf<'reactionBreached', typeof breached> | TimeEventOf<'reactionBreached', typeof breached>;
/** A share of the reaction time is used up; `cycle` records it, along with lower ones skipped during downtime (process 2, Warnings). */
export type ReactionWarned = TimeEventOf<'reactionWarned', typeof warned>;
/** The calendar of a running cycle was edited (process 2.9). */
export type DeadlineRecounted = TimeEventOf<'deadlineRecounted', typeof recounted>;

/** What happens to a reaction cycle without an action of its own. */
export const reactionEvents = {
  reactionBreached: {
    fields: breached,
    audience: () => 'everybody',
    follows: true,
    evolve: (ticket, event: ReactionBreached) => ({ cycles: withPresentCycle(ticket, event.cycle) }),
    mentions: {
      reason: 'reactionBreached',
      // A breach caused by time alone is announced with the warnings.
      whom: ({ role }: ReactionBreached) =>
        role === 'scheduler' ? [] : [{ place: dispatch, people: [], roles: ['dispatcher', 'processOwner'] }],
    },
  },
  reactionWarned: {
    fields: warned,
    audience: () => 'dispatch',
    follows: true,
    evolve: (ticket, event: ReactionWarned) => ({ cycles: withPresentCycle(ticket, event.cycle) }),
  },
  deadlineRecounted: {
    fields: recounted,
    audience: () => 'everybody',
    follows: true,
    evolve: (ticket, event: DeadlineRecounted) => ({ cycles: withPresentCycle(ticket, event.cycle) }),
  },
} as const satisfies Readonly<Record<string, EventShape>>;

/** The breach caused by a change of the cycle, announced once; none if there already was one. */
export function breachOf(
  before: ReactionCycle | undefined,
  after: ReactionCycle,
  base: EventStamp,
): readonly ReactionBreached[] {
  if (after.breach === undefined || before?.breach !== undefined) return [];
  const { deadline, reason } = after.breach;
  return [{ ...base, type: 'reactionBreached', deadline, reason, cycle: after }];
}
