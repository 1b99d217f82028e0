import { defined } from '../../defined';
import type { AgreeToPlan, ObjectToPlan, ProposePlan } from './commands';
import type { Decision, DecisionContext } from './decide';
import { events, refuse, stamp, standing } from './decision-parts';
import type { TicketEvent } from './events';
import {
  type Consent,
  type FixPlan,
  type FixPlanContent,
  planContentOf,
  type PlanParty,
} from './plan/fix-plan';
import { wordIfGiven } from './on-behalf';
import { targetDateProblem } from './plan/target-date';
import type { Ticket } from './ticket';

/** A plan or a change of it (process 4): always a new version, to which the proposer's party has agreed. */
export function proposePlan(command: ProposePlan, ticket: Ticket, context: DecisionContext): Decision {
  const plan = planContentOf(command.plan);
  const { fixPlan } = ticket;
  const problem = targetDateProblem(plan.targetDate, context.now, context.installation.calendars);
  if (problem !== undefined) return refuse({ code: problem, targetDate: plan.targetDate });
  if (fixPlan !== undefined && isSame(plan, fixPlan)) {
    return refuse({ code: 'samePlan', version: fixPlan.version, ...standing(ticket) });
  }
  const party = context.actor.role === 'maintainer' ? 'maintainer' : 'dispatcher';
  const version = ticket.planVersions + 1;
  return events([{ ...stamp(command, context), type: 'fixPlanProposed', version, party, plan }]);
}

/** Agreement of one party; that of the last one makes the plan binding (process 4). */
export function agreeToPlan(command: AgreeToPlan, ticket: Ticket, context: DecisionContext): Decision {
  const meant = planMeant(command, ticket, context);
  if (meant.kind === 'refusal') return meant;
  const { plan, party } = meant;
  const earlier = plan.consents[party];
  if (earlier !== undefined) {
    const { by, at } = earlier;
    return refuse({ code: 'alreadyDone', action: 'agreeToPlan', by, at, ...standing(ticket) });
  }
  const base = stamp(command, context);
  const { version } = plan;
  const agreed: TicketEvent = { ...base, type: 'fixPlanAgreed', version, party };
  const all: FixPlan['consents'] = { ...plan.consents, [party]: consentOf(base) };
  const { operator, dispatcher, maintainer } = all;
  if (operator === undefined || dispatcher === undefined || maintainer === undefined) return events([agreed]);
  const consents = { operator, dispatcher, maintainer };
  return events([agreed, { ...base, type: 'fixPlanBound', version, consents }]);
}

/** An objection withdraws the party's consent; a binding plan is changed by proposing another (process 4). */
export function objectToPlan(command: ObjectToPlan, ticket: Ticket, context: DecisionContext): Decision {
  const meant = planMeant(command, ticket, context);
  if (meant.kind === 'refusal') return meant;
  const { plan, party } = meant;
  const { version } = plan;
  if (plan.bindingSince !== undefined) {
    return refuse({ code: 'planAlreadyBinding', version, ...standing(ticket) });
  }
  const earlier = plan.objections[party];
  if (earlier !== undefined) {
    const { by, at } = earlier;
    return refuse({ code: 'alreadyDone', action: 'objectToPlan', by, at, ...standing(ticket) });
  }
  const base = stamp(command, context);
  return events([{ ...base, type: 'fixPlanObjected', version, party, reason: command.reason }]);
}

/** The plan that was seen, and the party the actor speaks for: nobody agrees to what they have not read. */
function planMeant(
  command: AgreeToPlan | ObjectToPlan,
  ticket: Ticket,
  context: DecisionContext,
):
  | { readonly kind: 'plan'; readonly plan: FixPlan; readonly party: PlanParty }
  | Extract<Decision, { kind: 'refusal' }> {
  const { fixPlan: plan } = ticket;
  if (plan === undefined) return refuse({ code: 'noFixPlan', ...standing(ticket) });
  const proposedIn = ticket.done.proposePlan?.version ?? 0;
  if (command.seenVersion !== undefined && command.seenVersion < proposedIn) {
    return refuse({ code: 'planChanged', version: plan.version, ...standing(ticket) });
  }
  const word = wordIfGiven(command, context, plan.at);
  if (word.kind === 'refusal') return word;
  return { kind: 'plan', plan, party: word.onBehalf === undefined ? partyOf(context) : 'operator' };
}

function partyOf({ actor }: DecisionContext): PlanParty {
  return actor.role === 'operator' || actor.role === 'maintainer' ? actor.role : 'dispatcher';
}

function consentOf({ by, role, at, onBehalf }: ReturnType<typeof stamp>): Consent {
  return { by, role, at, ...defined({ onBehalf }) };
}

function isSame(one: FixPlanContent, other: FixPlanContent): boolean {
  return JSON.stringify(planContentOf(one)) === JSON.stringify(planContentOf(other));
}
