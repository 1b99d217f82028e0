import type { Role } from '../organisation/installation';
import { isPlanBinding, partiesWaitedFor, type PlanParty } from './plan/fix-plan';
import { unconfirmedOperators } from './release/release-notice';
import { openSupportRequests } from './support/support';
import type { Ticket } from './ticket';
import { hasFired, serviceDaysUntilUnanswered } from './timers';
import type { OfferCondition } from './transitions';

/** Whether an action with this condition has something to act on; what a card at a place of the role offers. */
export function isOffered(condition: OfferCondition | undefined, ticket: Ticket, role: Role): boolean {
  switch (condition) {
    case undefined:
      return true;
    case 'planAwaitsConsent':
      return partiesWaitedFor(ticket).some((party) => partiesOf(role).includes(party));
    case 'planNotBinding':
      return (
        ticket.fixPlan !== undefined &&
        !isPlanBinding(ticket) &&
        partiesOf(role).some((party) => ticket.fixPlan?.objections[party] === undefined)
      );
    case 'noQuestionOpen':
      return ticket.question === undefined;
    case 'questionOpen':
      return ticket.question !== undefined;
    case 'supportWaiting':
      return openSupportRequests(ticket).some((request) => request.takenBy === undefined);
    case 'supportTaken':
      return openSupportRequests(ticket).some((request) => request.takenBy !== undefined);
    case 'returnUnanswered':
      return hasFired(ticket, 'returnUnanswered', serviceDaysUntilUnanswered);
    case 'noticeUnconfirmed':
      // The operator's button stands on the card of the notice; the dispatcher confirms on their word.
      return role === 'dispatcher' && unconfirmedOperators(ticket).length > 0;
  }
}

/** For which parties of a plan a role may speak: a dispatcher also on the operator's word (process 3, 4). */
function partiesOf(role: Role): readonly PlanParty[] {
  switch (role) {
    case 'operator':
    case 'maintainer':
      return [role];
    case 'dispatcher':
      return ['dispatcher', 'operator'];
    case 'platformMaintainer':
    case 'processOwner':
      return [];
  }
}
