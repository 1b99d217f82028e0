import type { FixPlanProposed } from './actions/propose-plan';
import type { TicketEvent } from './event-rules';
import { replay } from './evolve';

/**
 * Whether a plan stood that the proposed one replaces. Not so of the first one, and of one after a plan that had become
 * void by a return or a change of module (process 3). `history` is all of the ticket's events, in order.
 */
export function replacesPlan({ version }: FixPlanProposed, history: readonly TicketEvent[]): boolean {
  if (version === 1) return false;
  // A version's number is never used again.
  const at = history.findIndex((each) => each.type === 'fixPlanProposed' && each.version === version);
  return replay(history.slice(0, at)).fixPlan !== undefined;
}
