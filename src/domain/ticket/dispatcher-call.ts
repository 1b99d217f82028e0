import type { Instant } from '../instant';
import type { Installation, PersonId } from '../organisation/installation';
import type { ReactionCycle } from '../reaction/reaction-cycle';
import { type Addressee, dispatch } from './access';
import { presentCycle, type Ticket } from './ticket';

/** What calls the dispatchers on duty: a report, or the change of its class while they have not reacted. */
interface Caused {
  readonly by: PersonId;
  readonly at: Instant;
  /** The running reaction cycle; absent where none runs any more. */
  readonly cycle?: ReactionCycle;
}

/**
 * The dispatchers on duty are called to a report of a class that does not wait, once per ticket (process 3). Which classes
 * these are counts when it is said, as the ticket's class does then.
 */
export const dispatchersCalled = {
  reason: 'dispatchersCalled',
  once: true,
  // Whoever entered it knows of it. A deadline that was missed by the same step is announced itself, to the same people.
  whom: ({ by, cycle }: Caused): readonly Addressee[] =>
    cycle === undefined || cycle.breach !== undefined ? [] : [{ place: dispatch, people: [], except: by }],
  holds: (_event: Caused, ticket: Ticket, { urgentReports }: Installation) =>
    presentCycle(ticket).end === undefined && urgentReports.classes.includes(ticket.faultClass),
} as const;
