import { moduleById } from '../domain/organisation/find';
import type { Installation } from '../domain/organisation/installation';
import { openQuestion } from '../domain/ticket/talk/conversation';
import { isPlanBinding, partiesWaitedFor } from '../domain/ticket/plan/fix-plan';
import { presentCycle, type Ticket } from '../domain/ticket/ticket';
import { resolutionNames } from './labels.de';
import { listed, moduleName, organisationName, personName, planPartyName } from './parties.de';

const dispatchers = 'die Wartungs-Dispatcher';

/** Who has to act and what for, in one line (process 3): 'die Wartungs-Dispatcher – Analyse beginnen'. */
export function nextStepText(ticket: Ticket, installation: Installation): string {
  const next = stepText(ticket, installation);
  return openQuestion(ticket) === undefined
    ? next
    : `${next}; außerdem ${organisationName(installation, ticket.operator)} – Rückfrage beantworten`;
}

function stepText(ticket: Ticket, installation: Installation): string {
  switch (ticket.state) {
    case 'requested':
      return requested(ticket, installation);
    case 'accepted':
      return ticket.assignment === undefined
        ? `${dispatchers} – Ticket zuweisen`
        : assigned(ticket, installation);
    case 'inProgress':
      return ticket.assignment === undefined
        ? `${dispatchers} – Ticket zuweisen`
        : `${assignee(ticket, installation)} – Fehler beheben`;
    case 'returned':
      return `${organisationName(installation, ticket.operator)} – fehlende Angaben ergänzen`;
    case 'fixed':
      return `${dispatchers} – Test beginnen`;
    case 'inTest': {
      const who =
        ticket.test === undefined ? '' : `; es testet ${personName(installation, ticket.test.tester)}`;
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
export function withoutMaintainerText(ticket: Ticket, installation: Installation): string | undefined {
  if (ticket.state !== 'accepted' || ticket.assignment !== undefined) return undefined;
  if (moduleById(installation, ticket.module)?.maintainer !== undefined) return undefined;
  return `Für ${moduleName(installation, ticket.module)} ist kein Maintainer benannt (N.N.); der Prozessverantwortliche weiß Bescheid.`;
}

function requested(ticket: Ticket, installation: Installation): string {
  if (presentCycle(ticket).end === undefined) return `${dispatchers} – Analyse beginnen`;
  const { analyst } = ticket;
  const who = analyst === undefined ? '' : `; es analysiert ${personName(installation, analyst.person)}`;
  return `${dispatchers} – über die Meldung entscheiden${who}`;
}

/** The three ways to a beginning (process 4): a plan, everybody's agreement to it, the work itself. */
function assigned(ticket: Ticket, installation: Installation): string {
  const { fixPlan } = ticket;
  const maintainers = assignee(ticket, installation);
  if (fixPlan === undefined) return `${maintainers} – Fehlerbehebungsplan vorschlagen`;
  if (isPlanBinding(ticket)) return `${maintainers} – Bearbeitung beginnen`;
  if (Object.keys(fixPlan.objections).length > 0) {
    const proposer = planPartyName(fixPlan.proposedFor, ticket, installation);
    return `${proposer} – Fehlerbehebungsplan ändern, ihm wurde widersprochen`;
  }
  const waitedFor = partiesWaitedFor(ticket).map((party) => planPartyName(party, ticket, installation));
  return `${listed(waitedFor)} – dem Fehlerbehebungsplan zustimmen oder widersprechen`;
}

function assignee(ticket: Ticket, installation: Installation): string {
  const { assignment } = ticket;
  if (assignment === undefined) return dispatchers;
  return `${personName(installation, assignment.person)} (${organisationName(installation, assignment.organisation)})`;
}
