import { maintainersOf } from '../../../domain/organisation/find';
import type { Installation, Role } from '../../../domain/organisation/installation';
import { isImmediateStartPossible } from '../../../domain/ticket/actions/begin-work';
import { shapeOf, type TicketAction } from '../../../domain/ticket/actions/registry';
import { openLegalReports } from '../../../domain/ticket/legal/legal-duties';
import { isPlanBinding, partiesWaitedFor, type PlanParty } from '../../../domain/ticket/plan/fix-plan';
import { possibleActions } from '../../../domain/ticket/rights';
import type { Ticket, TicketNumber } from '../../../domain/ticket/ticket';
import { type AwaitedStep, waitsFor } from '../../../domain/ticket/waits-for';

const maxNextSteps = 3;
/** Where "Inhalt anzeigen" always has a place among the six buttons (process 10). */
const maxNextStepsGuarded = 2;

/** What the role could do now, in the order of the process's table. */
export function actionsFor(
  ticket: Ticket,
  role: Role,
  readable?: ReadonlySet<TicketNumber>,
): readonly TicketAction[] {
  return [...new Set(possibleActions(ticket, role, readable).map((row) => row.action))];
}

/** The up to three buttons of a card (process 1); the rest is behind "Weitere Aktionen". */
export function nextSteps(ticket: Ticket, role: Role, installation: Installation): readonly TicketAction[] {
  const possible = actionsFor(ticket, role);
  const awaited = awaitedOf(ticket, role);
  const steps = wanted(ticket, role, installation).filter((action) => possible.includes(action));
  // What somebody waits for has a button, however few there are.
  return [
    ...steps.filter((action) => awaited.includes(action)),
    ...steps.filter((action) => !awaited.includes(action)),
  ].slice(0, ticket.securityRelevant ? maxNextStepsGuarded : maxNextSteps);
}

/** What "Weitere Aktionen" offers. */
export function furtherActions(
  ticket: Ticket,
  role: Role,
  installation: Installation,
): readonly TicketAction[] {
  const shown = nextSteps(ticket, role, installation);
  return actionsFor(ticket, role).filter((action) => !shown.includes(action));
}

/** By which of the buttons the role does what the ticket waits for; a test is judged, so none of its two ends is put forward. */
const actionsOfStep: Readonly<Record<AwaitedStep, readonly TicketAction[]>> = {
  startAnalysis: ['startAnalysis'],
  decideOnReport: ['accept'],
  supplement: ['supplement'],
  assign: ['assign'],
  proposePlan: ['proposePlan'],
  changePlan: ['proposePlan'],
  answerPlan: ['agreeToPlan'],
  beginWork: ['beginWork'],
  repair: ['completeWork'],
  beginTest: ['beginTest'],
  test: [],
  answerQuestion: ['answerQuestion'],
  support: ['takeSupport', 'completeSupport'],
};

/** What does the steps that the ticket waits for the role to take, the next one first. */
function awaitedOf(ticket: Ticket, role: Role): readonly TicketAction[] {
  return waitsFor(ticket)
    .filter((wait) => wait.role === role)
    .flatMap(({ step }) => actionsOfStep[step]);
}

/** The one button put forward: what the place has to do now (process 3), never what cannot be taken back. */
export function primaryStep(
  ticket: Ticket,
  role: Role,
  installation: Installation,
): TicketAction | undefined {
  const shown = nextSteps(ticket, role, installation);
  return awaitedOf(ticket, role).find((action) => shown.includes(action) && shapeOf(action).final !== true);
}

/** The likely next steps, the likeliest first. Marking as security-relevant never is one: a slip could not be undone. */
function wanted(ticket: Ticket, role: Role, installation: Installation): readonly TicketAction[] {
  switch (role) {
    case 'dispatcher':
      return wantedByDispatcher(ticket, installation);
    case 'operator':
      return [
        'answerQuestion',
        'supplement',
        ...consents(ticket, 'operator'),
        ...legalReport(ticket),
        'comment',
        'withdraw',
      ];
    case 'maintainer':
      return wantedByMaintainer(ticket);
    case 'platformMaintainer':
      return ['takeSupport', 'completeSupport', 'comment'];
    case 'processOwner':
      return [];
  }
}

function wantedByDispatcher(ticket: Ticket, installation: Installation): readonly TicketAction[] {
  switch (ticket.state) {
    case 'requested':
      return ['startAnalysis', 'accept', 'returnReport', 'decline'];
    case 'accepted':
      return ticket.assignment === undefined
        ? [...assigning(ticket, installation), ...consents(ticket, 'dispatcher'), 'returnReport', 'decline']
        : underWay(ticket);
    case 'returned':
      return ['supplement', 'closeWithoutAnswer'];
    case 'inProgress':
      return underWay(ticket);
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

/** While a maintainer has it, the dispatchers are asked for their consent, to change their own plan, or for nothing. */
function underWay(ticket: Ticket): readonly TicketAction[] {
  const asked = [...consents(ticket, 'dispatcher'), ...changeOfPlan(ticket, 'dispatcher')];
  return asked.length > 0 ? asked : ['askOperator', 'comment', 'handBack'];
}

/** Who proposed a plan that was objected to changes it (process 4). */
function changeOfPlan(ticket: Ticket, party: PlanParty): readonly TicketAction[] {
  const isAsked = waitsFor(ticket).some(({ role, step }) => role === party && step === 'changePlan');
  return isAsked ? ['proposePlan'] : [];
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
        : ['completeWork', ...changeOfPlan(ticket, 'maintainer'), ...asked, 'askOperator', 'requestSupport'];
    case 'requested':
    case 'returned':
    case 'fixed':
    case 'inTest':
    case 'declined':
    case 'closed':
      return ['comment'];
  }
}

/** Where nobody is named for the module, what can be done in the meantime (process 1: "N.N."). */
function assigning({ module }: Ticket, installation: Installation): readonly TicketAction[] {
  return maintainersOf(installation, module).length > 0
    ? ['assign']
    : ['askOperator', 'changeModule', 'requestSupport'];
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
