import type { Instant } from '../instant';
import type { Installation, PersonId } from '../organisation/installation';
import type { ReactionCycle } from '../reaction/reaction-cycle';
import { type Addressee, dispatch } from './access';
import { presentCycle, type Ticket } from './ticket';

/** What calls the dispatchers on duty: a report, also a supplemented one, or the change of its class while they have not reacted. */
interface Caused {
  readonly by: PersonId;
  readonly at: Instant;
  /** The running reaction cycle; absent where none runs any more. */
  readonly cycle?: ReactionCycle;
}

/**
 * The dispatchers on duty are called to a report of a class that does not wait, once per reaction cycle (process 2.3, 3).
 * Which classes these are counts when it is said, as the ticket's class does then.
 */
export const dispatchersCalled = {
  reason: 'dispatchersCalled',
  once: true,
  // Whoever entered it knows of it. A deadline that was missed by the same step is announced itself, to the same people.
  whom: ({ by, cycle }: Caused): readonly Addressee[] =>
    cycle === undefined || cycle.breach !== undefined ? [] : [{ place: dispatch, people: [], except: by }],
  holds: ({ cycle }: Caused, ticket: Ticket, installation: Installation) =>
    isRunning(cycle, ticket) && isUrgent(ticket, installation),
} as const;

/** Whether the dispatchers on duty are called to the ticket's report, as its class is now. */
export function isUrgent({ faultClass }: Ticket, { urgentReports }: Installation): boolean {
  return urgentReports.classes.includes(faultClass);
}

/** Whether it is the ticket's present reaction cycle, and nobody has reacted: a return ends one, its supplement starts another. */
export function isRunning(cycle: ReactionCycle | undefined, ticket: Ticket): boolean {
  const { startedAt, end } = presentCycle(ticket);
  return startedAt === cycle?.startedAt && end === undefined;
}
