import type { Instant } from '../instant';
import { maintains, personById } from '../organisation/find';
import type { Installation } from '../organisation/installation';
import { inDispatch } from './access';
import type { EventShape } from './action';
import { type Change, unassigned } from './change';
import { scheduler, type TimeEventOf } from './event-base';
import { organisationId, personId, word } from './event-fields';
import { type MaintainerMissing, withoutMaintainer } from './maintainer-missing';
import { isPlanBinding, planDueOf, withoutPlan } from './plan/fix-plan';
import { openQuestion } from './talk/conversation';
import { type LapseReason, lapseReasons, type Ticket } from './ticket';
import { isOpen } from './ticket-state';
import { isWithMaintainer } from './with-maintainer';

const fields = { reason: word(lapseReasons), organisation: organisationId, person: personId };

/** The organisation has changed, and with it ended the assignment: the ticket goes back to the dispatcher (process 3, 7). */
export type AssignmentLapsed = TimeEventOf<'assignmentLapsed', typeof fields>;

export const assignmentLapsed = {
  fields,
  audience: () => 'everybody',
  follows: true,
  evolve: (ticket, { reason, organisation, person, at }: AssignmentLapsed) => {
    const lapsed = { reason, organisation, person, at };
    return unassigned({ lapsed, ...(isWorkedOn(ticket) && backToDispatcher({ lapsed })) });
  },
  mentions: {
    reason: 'assignmentLapsed',
    // Repaired already, it is the dispatcher's as it was before: nothing is to be done but what is done anyway.
    whom: (_event, before) => (isWorkedOn(before) ? [inDispatch(before.done.assign?.by)] : []),
    holds: ({ at }: AssignmentLapsed, { state, lapsed }) => state === 'accepted' && lapsed?.at === at,
  },
} as const satisfies EventShape;

/** The maintainers have to act: from the assignment to the repair. */
function isWorkedOn({ state }: Pick<Ticket, 'state'>): boolean {
  return state === 'accepted' || state === 'inProgress';
}

/**
 * What becomes of a ticket whose assignment has lapsed and that is to be worked on: the dispatcher assigns it anew. What was
 * agreed with a company that does not maintain the module any more binds nobody (process 4), as after a change of module.
 */
export function backToDispatcher({ lapsed }: Pick<Ticket, 'lapsed'>): Change {
  return { state: 'accepted', ...(lapsed?.reason === 'moduleMoved' && withoutPlan) };
}

/** Why the assignment does not hold in this organisation; undefined where it does, or there is none. */
export function lapseOf(
  ticket: Pick<Ticket, 'state' | 'module' | 'assignment'>,
  installation: Installation,
): LapseReason | undefined {
  const { module, assignment } = ticket;
  if (assignment === undefined || !isOpen(ticket)) return undefined;
  const { organisation, person } = assignment;
  if (!isWithMaintainer(ticket, installation)) return 'moduleMoved';
  if (maintains(installation, person, module)) return undefined;
  const found = personById(installation, person);
  // Whoever does not hold their roles any more has none (in-force).
  const hasLeft = found?.organisation !== organisation || found.roles.length === 0;
  return hasLeft ? 'personLeft' : 'roleLost';
}

/** What the bot records because of the organisation in force at `now`; nothing more once that is recorded. */
export function decideLapse(
  ticket: Ticket,
  { installation, now }: { readonly installation: Installation; readonly now: Instant },
): readonly (AssignmentLapsed | MaintainerMissing)[] {
  const { number, version, module, assignment } = ticket;
  const reason = lapseOf(ticket, installation);
  if (assignment === undefined || reason === undefined) return [];
  const { organisation, person } = assignment;
  // The version makes it a single command, as for a timer.
  const base = { ...scheduler, at: now, commandId: `lapse:${number}:${version}` };
  return [
    { ...base, type: 'assignmentLapsed', reason, organisation, person },
    ...(isWorkedOn(ticket) ? withoutMaintainer(ticket, module, { installation }, base) : []),
  ];
}

/** What of the former maintainers still waits on a ticket whose assignment has lapsed, as it stands. */
export interface LeftWaiting {
  /** A plan that they have not agreed to. */
  readonly plan: boolean;
  /** A plan that was agreed with them is void. */
  readonly planVoid: boolean;
  /** A question of theirs, whose answer none of them reads. */
  readonly question: boolean;
}

export function leftWaiting(ticket: Ticket): LeftWaiting {
  const { fixPlan, planVersions, lapsed } = ticket;
  return {
    plan:
      planDueOf(ticket) !== undefined && !isPlanBinding(ticket) && fixPlan?.consents.maintainer === undefined,
    planVoid: lapsed?.reason === 'moduleMoved' && planVersions > 0 && fixPlan === undefined,
    question: openQuestion(ticket)?.role === 'maintainer',
  };
}
