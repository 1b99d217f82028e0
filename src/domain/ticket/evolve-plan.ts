import { defined } from '../../defined';
import type { FixPlanAgreed, FixPlanObjected, FixPlanProposed } from './events';
import type { Change } from './evolve';
import { type Consent, planContentOf, type PlanParty } from './plan/fix-plan';
import type { Ticket } from './ticket';

/** The plan ends or is void (process 3); the count of its versions goes on, so that none of them comes again. */
export const withoutPlan = { fixPlan: undefined, previousPlan: undefined } as const satisfies Change;

/** A new version: consents and objections to the one before are void (process 4). */
export function planAfterProposal({ fixPlan }: Ticket, event: FixPlanProposed): Change {
  const { version, party, plan, by, role, at } = event;
  return {
    fixPlan: {
      ...plan,
      version,
      proposedBy: by,
      proposedFor: party,
      at,
      consents: { [party]: { by, role, at } },
      objections: {},
    },
    previousPlan: fixPlan === undefined ? undefined : { ...planContentOf(fixPlan), version: fixPlan.version },
    planVersions: version,
  };
}

/** Who agrees has withdrawn their objection. */
export function planAfterConsent({ fixPlan }: Ticket, event: FixPlanAgreed): Change {
  if (fixPlan === undefined) return {};
  const objections = without(event.party, fixPlan.objections);
  const consents = { ...fixPlan.consents, [event.party]: consentOf(event) };
  return { fixPlan: { ...fixPlan, consents, objections } };
}

/** Who objects has withdrawn their consent (process 4). */
export function planAfterObjection({ fixPlan }: Ticket, event: FixPlanObjected): Change {
  if (fixPlan === undefined) return {};
  const consents = without(event.party, fixPlan.consents);
  const objection = { ...consentOf(event), reason: event.reason };
  return {
    fixPlan: { ...fixPlan, consents, objections: { ...fixPlan.objections, [event.party]: objection } },
  };
}

function consentOf({ by, role, at, onBehalf }: FixPlanAgreed | FixPlanObjected): Consent {
  return { by, role, at, ...defined({ onBehalf }) };
}

function without<Value>(
  party: PlanParty,
  all: Readonly<Partial<Record<PlanParty, Value>>>,
): Readonly<Partial<Record<PlanParty, Value>>> {
  const left: Partial<Record<PlanParty, Value>> = { ...all };
  delete left[party];
  return left;
}
