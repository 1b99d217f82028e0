import type { Installation, Role } from '../../../domain/organisation/installation';
import { isAssignable } from '../../../domain/ticket/assignable';
import { isImmediateStartPossible } from '../../../domain/ticket/actions/begin-work';
import { shapeOf, type TicketAction } from '../../../domain/ticket/actions/registry';
import { openLegalReports } from '../../../domain/ticket/legal/legal-duties';
import { isPlanBinding, partiesWaitedFor, type PlanParty } from '../../../domain/ticket/plan/fix-plan';
import { possibleActions } from '../../../domain/ticket/rights';
import type { Ticket, TicketNumber } from '../../../domain/ticket/ticket';
import { type AwaitedStep, waitsFor } from '../../../domain/ticket/waits-for';
import { actionOfForm, type Step } from './payload';

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
export function nextSteps(ticket: Ticket, role: Role, installation: Installation): readonly Step[] {
  const possible = actionsFor(ticket, role);
  const awaited = awaitedOf(ticket, role);
  const isAwaited = (step: Step) => awaited.includes(actionOfForm(step));
  const steps = wanted(ticket, role, installation).filter((step) => possible.includes(actionOfForm(step)));
  // What somebody waits for has a button, however few there are.
  return [...steps.filter(isAwaited), ...steps.filter((step) => !isAwaited(step))].slice(
    0,
    ticket.securityRelevant ? maxNextStepsGuarded : maxNextSteps,
  );
}

/** What "Weitere Aktionen" offers in the role: what it can do besides the steps that are buttons of the card. */
export function furtherSteps(
  ticket: Ticket,
  role: Role,
  installation: Installation,
  buttons: readonly Step[],
  readable?: ReadonlySet<TicketNumber>,
): readonly Step[] {
  return actionsFor(ticket, role, readable)
    .flatMap((action) => [
      ...(isOwn(action, ticket, role) ? [action] : []),
      ...inOne(action, ticket, installation),
      ...onOperatorsWord(action, ticket, role),
    ])
    .filter((step) => !buttons.includes(step));
}

/** What a dispatcher does on the operator's word only is not their own, nor is what waits for others alone. */
function isOwn(action: TicketAction, ticket: Ticket, role: Role): boolean {
  if (role !== 'dispatcher') return true;
  return action === 'agreeToPlan'
    ? partiesWaitedFor(ticket).includes('dispatcher')
    : action !== 'confirmNotice';
}

/** Two actions of process 3 by one form, where both are possible. */
function inOne(action: TicketAction, ticket: Ticket, installation: Installation): readonly Step[] {
  return action === 'accept' && isAssignable(ticket, installation) ? ['acceptAndAssign'] : [];
}

/** The forms for what asks for nothing where the operator does it (process 3). */
function onOperatorsWord(action: TicketAction, ticket: Ticket, role: Role): readonly Step[] {
  if (role !== 'dispatcher') return [];
  if (action === 'agreeToPlan' && partiesWaitedFor(ticket).includes('operator')) return ['agreeForOperator'];
  return action === 'confirmNotice' ? ['confirmNoticeForOperator'] : [];
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
export function primaryStep(ticket: Ticket, role: Role, installation: Installation): Step | undefined {
  const shown = nextSteps(ticket, role, installation);
  return awaitedOf(ticket, role)
    .filter((action) => shapeOf(action).final !== true)
    .flatMap((action) => shown.filter((step) => actionOfForm(step) === action))[0];
}

/** The likely next steps, the likeliest first. Marking as security-relevant never is one: a slip could not be undone. */
function wanted(ticket: Ticket, role: Role, installation: Installation): readonly Step[] {
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

function wantedByDispatcher(ticket: Ticket, installation: Installation): readonly Step[] {
  switch (ticket.state) {
    case 'requested':
      return ['startAnalysis', ...inOne('accept', ticket, installation), 'accept', 'returnReport', 'decline'];
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
      return ['confirmNoticeForOperator'];
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

/** Where nobody of the module can be assigned, what can be done in the meantime (process 1: "N.N.", process 7). */
function assigning(ticket: Ticket, installation: Installation): readonly TicketAction[] {
  return isAssignable(ticket, installation) ? ['assign'] : ['askOperator', 'changeModule', 'requestSupport'];
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
