import type { Role } from '../../../domain/organisation/installation';
import { possibleActions } from '../../../domain/ticket/permissions';
import type { Ticket } from '../../../domain/ticket/ticket';
import type { TicketAction } from '../../../domain/ticket/transitions';

const mostNextSteps = 3;

/** What the role could do now, in the order of the process's table; marking twice is left out. */
export function actionsFor(ticket: Ticket, role: Role): readonly TicketAction[] {
  const actions = new Set(possibleActions(ticket, role).map((row) => row.action));
  if (ticket.securityRelevant) actions.delete('markSecurityRelevant');
  return [...actions];
}

/** The up to three buttons of a card (process 1); the rest is behind "Weitere Aktionen". */
export function nextSteps(ticket: Ticket, role: Role): readonly TicketAction[] {
  const possible = actionsFor(ticket, role);
  return wanted(ticket, role)
    .filter((action) => possible.includes(action))
    .slice(0, mostNextSteps);
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
      return ['supplement', 'withdraw'];
    case 'maintainer':
      return ['handBack'];
    case 'platformMaintainer':
    case 'processOwner':
      return [];
  }
}

function wantedByDispatcher(ticket: Ticket): readonly TicketAction[] {
  switch (ticket.state) {
    case 'requested':
      return ['startAnalysis', 'accept', 'returnReport', 'decline'];
    case 'accepted':
      return ticket.assignment === undefined ? ['assign', 'returnReport', 'decline'] : ['handBack'];
    case 'returned':
      return ['supplement', 'closeWithoutAnswer'];
    case 'inProgress':
      return ['handBack'];
    case 'fixed':
    case 'inTest':
    case 'declined':
    case 'closed':
      return [];
  }
}
