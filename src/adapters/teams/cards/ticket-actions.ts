import type { Role } from '../../../domain/organisation/installation';
import { isImmediateStartPossible } from '../../../domain/ticket/actions/begin-work';
import type { TicketAction } from '../../../domain/ticket/actions/registry';
import { openLegalReports } from '../../../domain/ticket/legal/legal-duties';
import { isPlanBinding, partiesWaitedFor, type PlanParty } from '../../../domain/ticket/plan/fix-plan';
import { possibleActions } from '../../../domain/ticket/rights';
import type { Ticket, TicketNumber } from '../../../domain/ticket/ticket';

const maxNextSteps = 3;

/** What the role could do now, in the order of the process's table. */
export function actionsFor(
  ticket: Ticket,
  role: Role,
  readable?: ReadonlySet<TicketNumber>,
): readonly TicketAction[] {
  return [...new Set(possibleActions(ticket, role, readable).map((row) => row.action))];
}

/** The up to three buttons of a card (process 1); the rest is behind "Weitere Aktionen". */
export function nextSteps(ticket: Ticket, role: Role): readonly TicketAction[] {
  const possible = actionsFor(ticket, role);
  return wanted(ticket, role)
    .filter((action) => possible.includes(action))
    .slice(0, maxNextSteps);
}

/** What "Weitere Aktionen" offers. */
export function furtherActions(ticket: Ticket, role: Role): readonly TicketAction[] {
  const shown = nextSteps(ticket, role);
  return actionsFor(ticket, role).filter((action) => !shown.includes(action));
}

/** The likely next steps, the likeliest first. Marking as security-relevant never is one: a slip could not be undone. */
function wanted(ticket: Ticket, role: Role): readonly TicketAction[] {
  switch (role) {
    case 'dispatcher':
      return wantedByDispatcher(ticket);
    case 'operator':
      return [
        'answerQuestion',
        'supplement',
        ...consents(ticket, 'operator'),
        ...legalReport(ticket),
        'withdraw',
        'comment',
      ];
    case 'maintainer':
      return wantedByMaintainer(ticket);
    case 'platformMaintainer':
      return ['takeSupport', 'completeSupport', 'comment'];
    case 'processOwner':
      return [];
  }
}

function wantedByDispatcher(ticket: Ticket): readonly TicketAction[] {
  switch (ticket.state) {
    case 'requested':
      return ['startAnalysis', 'accept', 'returnReport', 'decline'];
    case 'accepted':
      return ticket.assignment === undefined
        ? ['assign', ...consents(ticket, 'dispatcher'), 'returnReport', 'decline']
        : [...consents(ticket, 'dispatcher'), 'handBack', 'askOperator', 'comment'];
    case 'returned':
      return ['supplement', 'closeWithoutAnswer'];
    case 'inProgress':
      return [...consents(ticket, 'dispatcher'), 'handBack', 'askOperator', 'comment'];
    case 'fixed':
      return ['beginTest', 'requestSupport', 'comment'];
    case 'inTest':
      return ['releaseAndClose', 'failTest', 'requestSupport'];
    case 'declined':
      return [];
    case 'closed':
      return ['confirmNotice'];
  }
}

function wantedByMaintainer(ticket: Ticket): readonly TicketAction[] {
  const asked = consents(ticket, 'maintainer');
  switch (ticket.state) {
    case 'accepted':
      return isPlanBinding(ticket)
        ? ['beginWork', 'proposePlan', 'handBack']
        : [...asked, 'proposePlan', ...immediateStart(ticket), 'handBack', 'askOperator'];
    case 'inProgress':
      return ticket.fixPlan === undefined
        ? ['completeWork', 'proposePlan', 'askOperator']
        : ['completeWork', ...asked, 'askOperator', 'requestSupport'];
    case 'requested':
    case 'returned':
    case 'fixed':
    case 'inTest':
    case 'declined':
    case 'closed':
      return ['comment'];
  }
}

/** "Sofortbeginn", before the plan is binding (process 3). */
function immediateStart(ticket: Ticket): readonly TicketAction[] {
  return isImmediateStartPossible(ticket) ? ['beginWork'] : [];
}

/** The operator's reminders end with it (process 10). */
function legalReport(ticket: Ticket): readonly TicketAction[] {
  return openLegalReports(ticket).length > 0 ? ['enterLegalReport'] : [];
}

/** What a party that is waited for answers to the plan (process 4). */
function consents(ticket: Ticket, party: PlanParty): readonly TicketAction[] {
  return partiesWaitedFor(ticket).includes(party) ? ['agreeToPlan', 'objectToPlan'] : [];
}
