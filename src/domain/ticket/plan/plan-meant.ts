import { defined } from '../../../defined';
import type { Instant } from '../../instant';
import type { CommandBase } from '../command-base';
import { type ActionContext, type EventStamp, optionalOperatorsWord, standing } from '../deciding';
import type { OwnRefusal } from '../refusals';
import type { Ticket } from '../ticket';
import type { Consent, FixPlan, PlanParty } from './fix-plan';

/** The party somebody speaks for (process 4). */
export function partyOf({ actor, onOperatorsWord }: ActionContext): PlanParty {
  if (onOperatorsWord === true) return 'operator';
  return actor.role === 'operator' || actor.role === 'maintainer' ? actor.role : 'dispatcher';
}

/** Nobody can agree or object to a plan that does not exist, that they have not read, or that did not exist when they spoke. */
export function refusedForUnseenPlan(
  ticket: Ticket,
  context: ActionContext,
  command: CommandBase | undefined,
): OwnRefusal | undefined {
  const { fixPlan } = ticket;
  if (fixPlan === undefined) return { code: 'noFixPlan', ...standing(ticket) };
  const proposedIn = ticket.done.proposePlan?.version ?? 0;
  if (context.seenVersion !== undefined && context.seenVersion < proposedIn) {
    return { code: 'planChanged', version: fixPlan.version, ...standing(ticket) };
  }
  const word = command && optionalOperatorsWord(command, context);
  return word?.kind === 'refusal' ? word.refusal : undefined;
}

/** Before that nobody can have spoken about the present version. */
export function proposedAt({ fixPlan }: Ticket): Instant | undefined {
  return fixPlan?.at;
}

/** The plan, after a guard has made sure there is one. */
export function existingPlan({ number, fixPlan }: Ticket): FixPlan {
  if (fixPlan === undefined) throw new Error(`${number} has no plan to speak of`);
  return fixPlan;
}

export function consentOf({
  by,
  role,
  at,
  onBehalf,
}: Pick<EventStamp, 'by' | 'role' | 'at' | 'onBehalf'>): Consent {
  return { by, role, at, ...defined({ onBehalf }) };
}

/** What the parties said, leaving one of them out. */
export function without<Value>(
  party: PlanParty,
  all: Readonly<Partial<Record<PlanParty, Value>>>,
): Readonly<Partial<Record<PlanParty, Value>>> {
  const left: Partial<Record<PlanParty, Value>> = { ...all };
  delete left[party];
  return left;
}

/** The parties of a plan that a role may speak for: a dispatcher also for the operator, on their word (process 3, 4). */
export function partiesOfRole(role: ActionContext['actor']['role']): readonly PlanParty[] {
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
