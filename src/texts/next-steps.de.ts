import type { View } from './view';
import { moduleById } from '../domain/organisation/find';
import { openQuestion } from '../domain/ticket/talk/conversation';
import { isPlanBinding, partiesWaitedFor } from '../domain/ticket/plan/fix-plan';
import { presentCycle, type Ticket } from '../domain/ticket/ticket';
import { resolutionNames } from './labels.de';
import { listed } from './parties.de';

const dispatchers = 'die Wartungs-Dispatcher';

/** Who has to act and what for, in one line (process 3): 'die Wartungs-Dispatcher – Analyse beginnen'. */
export function nextStepText(ticket: Ticket, view: View): string {
  const next = stepText(ticket, view);
  return openQuestion(ticket) === undefined
    ? next
    : `${next}; außerdem ${view.organisation(ticket.operator)} – Rückfrage beantworten`;
}

function stepText(ticket: Ticket, view: View): string {
  switch (ticket.state) {
    case 'requested':
      return requested(ticket, view);
    case 'accepted':
      return ticket.assignment === undefined ? `${dispatchers} – Ticket zuweisen` : assigned(ticket, view);
    case 'inProgress':
      return ticket.assignment === undefined
        ? `${dispatchers} – Ticket zuweisen`
        : `${assignee(ticket, view)} – Fehler beheben`;
    case 'returned':
      return `${view.organisation(ticket.operator)} – fehlende Angaben ergänzen`;
    case 'fixed':
      return `${dispatchers} – Test beginnen`;
    case 'inTest': {
      const who = ticket.test === undefined ? '' : `; es testet ${view.person(ticket.test.tester)}`;
      return `${dispatchers} – testen und freigeben${who}`;
    }
    case 'declined':
      return 'die Meldung ist abgelehnt';
    case 'closed':
      return ticket.resolution === undefined
        ? 'das Ticket ist geschlossen'
        : resolutionNames[ticket.resolution];
  }
}

/** Said on the card while nobody can be assigned (process 1: "N.N."). */
export function withoutMaintainerText(ticket: Ticket, view: View): string | undefined {
  if (ticket.state !== 'accepted' || ticket.assignment !== undefined) return undefined;
  if (moduleById(view.installation, ticket.module)?.maintainer !== undefined) return undefined;
  return `Für ${view.module(ticket.module)} ist kein Maintainer benannt (N.N.); der Prozessverantwortliche weiß Bescheid.`;
}

function requested(ticket: Ticket, view: View): string {
  if (presentCycle(ticket).end === undefined) return `${dispatchers} – Analyse beginnen`;
  const { analyst } = ticket;
  const who = analyst === undefined ? '' : `; es analysiert ${view.person(analyst.person)}`;
  return `${dispatchers} – über die Meldung entscheiden${who}`;
}

/** The three ways to a beginning (process 4): a plan, everybody's agreement to it, the work itself. */
function assigned(ticket: Ticket, view: View): string {
  const { fixPlan } = ticket;
  const maintainers = assignee(ticket, view);
  if (fixPlan === undefined) return `${maintainers} – Fehlerbehebungsplan vorschlagen`;
  if (isPlanBinding(ticket)) return `${maintainers} – Bearbeitung beginnen`;
  if (Object.keys(fixPlan.objections).length > 0) {
    const proposer = view.planParty(fixPlan.proposedFor, ticket);
    return `${proposer} – Fehlerbehebungsplan ändern, ihm wurde widersprochen`;
  }
  const waitedFor = partiesWaitedFor(ticket).map((party) => view.planParty(party, ticket));
  return `${listed(waitedFor)} – dem Fehlerbehebungsplan zustimmen oder widersprechen`;
}

function assignee(ticket: Ticket, view: View): string {
  const { assignment } = ticket;
  if (assignment === undefined) return dispatchers;
  return `${view.person(assignment.person)} (${view.organisation(assignment.organisation)})`;
}
