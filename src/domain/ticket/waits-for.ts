import type { Role } from '../organisation/installation';
import { partyMayRead } from './access';
import { isPlanBinding, partiesWaitedFor, planDueOf, type PlanParty } from './plan/fix-plan';
import { type ResponsibleParty, responsibleParty } from './responsible-party';
import { openSupportRequests } from './support/support';
import { openQuestion } from './talk/conversation';
import { presentCycle, type Ticket } from './ticket';

/** What somebody has to do before a ticket can go on. */
export const awaitedSteps = [
  'startAnalysis',
  'decideOnReport',
  'supplement',
  'assign',
  'proposePlan',
  'changePlan',
  'answerPlan',
  'beginWork',
  'repair',
  'beginTest',
  'test',
  'answerQuestion',
  'support',
] as const;
export type AwaitedStep = (typeof awaitedSteps)[number];

export interface Wait {
  readonly role: Role;
  readonly step: AwaitedStep;
}

/**
 * Whom a ticket waits for and what for, the next step first: the same answer for cards, lists, digests and counts
 * (process 3). Nobody once it has ended. In one to practise with, dispatchers take the operator's part (process 7).
 */
export function waitsFor(ticket: Ticket): readonly Wait[] {
  return ticket.trial === true ? inOperatorsStead(waitsOf(ticket)) : waitsOf(ticket);
}

function inOperatorsStead(waits: readonly Wait[]): readonly Wait[] {
  const taken = waits.map((wait) =>
    wait.role === 'operator' ? { ...wait, role: 'dispatcher' as const } : wait,
  );
  return taken.filter(
    ({ role, step }, index) => taken.findIndex((each) => each.role === role && each.step === step) === index,
  );
}

function waitsOf(ticket: Ticket): readonly Wait[] {
  const next = nextStep(ticket);
  return [
    ...(next === undefined ? [] : [next]),
    ...planWaits(ticket),
    ...(openQuestion(ticket) === undefined ? [] : [{ role: 'operator', step: 'answerQuestion' } as const]),
    // Support rests while a report is decided on again: nobody can take or complete it then (process 3).
    ...(openSupportRequests(ticket).length === 0 || ticket.state === 'requested'
      ? []
      : [{ role: 'platformMaintainer', step: 'support' } as const]),
  ];
}

/**
 * Whose turn it is, each party once, the next step first. Support is a matter of those who repair, so it is not among
 * what everybody who reads the ticket is told.
 */
export function turnOf(ticket: Ticket): readonly ResponsibleParty[] {
  const roles = new Set(
    waitsFor(ticket)
      .filter(({ step }) => step !== 'support')
      .map(({ role }) => role),
  );
  return [...roles].map((role) => partyInRole(role, ticket));
}

function partyInRole(role: Role, ticket: Ticket): ResponsibleParty {
  const responsible = responsibleParty(ticket);
  if (responsible?.role === role) return responsible;
  const { operator: organisation, module, assignment } = ticket;
  switch (role) {
    case 'operator':
      return { role, organisation };
    case 'maintainer':
      return { role, module, ...(assignment && { organisation: assignment.organisation }) };
    case 'platformMaintainer':
      return { role };
    case 'dispatcher':
    case 'processOwner':
      return { role: 'dispatcher' };
  }
}

export function waitsForRole(ticket: Ticket, role: Role): boolean {
  return waitsFor(ticket).some((each) => each.role === role);
}

/** The step of the responsible party; none while the plan it would begin with still has to be settled. */
function nextStep(ticket: Ticket): Wait | undefined {
  const role = responsibleParty(ticket)?.role;
  const step = ownStep(ticket);
  return role === undefined || step === undefined ? undefined : { role, step };
}

function ownStep(ticket: Ticket): AwaitedStep | undefined {
  switch (ticket.state) {
    case 'requested':
      return presentCycle(ticket).end === undefined ? 'startAnalysis' : 'decideOnReport';
    case 'returned':
      return 'supplement';
    case 'accepted':
      if (ticket.assignment === undefined) return 'assign';
      if (ticket.fixPlan === undefined) return 'proposePlan';
      return isPlanBinding(ticket) ? 'beginWork' : undefined;
    case 'inProgress':
      return ticket.assignment === undefined ? 'assign' : 'repair';
    case 'fixed':
      return 'beginTest';
    case 'inTest':
      return 'test';
    case 'declined':
    case 'closed':
      return undefined;
  }
}

/** A plan that is not binding waits for each party that has not agreed; one that was objected to, for who proposed it (process 4). */
function planWaits(ticket: Ticket): readonly Wait[] {
  const { fixPlan } = ticket;
  if (fixPlan === undefined || isPlanBinding(ticket) || planDueOf(ticket) === undefined) return [];
  const isThere = (party: PlanParty) => partyMayRead(party, ticket);
  if (Object.keys(fixPlan.objections).length > 0)
    return [{ role: isThere(fixPlan.proposedFor) ? fixPlan.proposedFor : 'dispatcher', step: 'changePlan' }];
  return partiesWaitedFor(ticket)
    .filter(isThere)
    .map((role) => ({ role, step: 'answerPlan' }));
}
