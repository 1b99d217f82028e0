import { placeKey } from '../../organisation/place';
import { partyMayRead, partyOfTicket, placeOfParty } from '../access';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import { askAgain, type ActionDecision, type DecisionContext, events, stamp, standing } from '../deciding';
import type { EventOf } from '../event-base';
import { number, typedPart, word } from '../event-fields';
import {
  type FixPlanContent,
  isSamePlan,
  partiesWaitedFor,
  planContentOf,
  planDueOf,
  planParties,
} from '../plan/fix-plan';
import { targetDateProblem } from '../plan/target-date';
import type { Ticket } from '../ticket';

/** The first plan or a change of it: always a new version (process 4). */
export interface ProposePlan extends CommandBase {
  readonly type: 'proposePlan';
  readonly plan: FixPlanContent;
}

const proposed = { version: number, party: word(planParties), plan: typedPart('planContent') };
/** A new version, which voids consents to the previous one; proposing counts as the proposing party's consent (process 4). */
export type FixPlanProposed = EventOf<'fixPlanProposed', typeof proposed>;

/** "Plan vorschlagen", or change the current plan (process 4). */
export const proposePlan = {
  rows: [{ from: ['accepted', 'inProgress'], to: 'same', roles: ['maintainer', 'dispatcher'] }],
  decide,
  events: {
    fixPlanProposed: {
      fields: proposed,
      audience: () => 'everybody',
      evolve: ({ fixPlan }, { version, party, plan, by, role, at }: FixPlanProposed) => ({
        fixPlan: {
          ...plan,
          version,
          proposedBy: by,
          proposedFor: party,
          at,
          consents: { [party]: { by, role, at } },
          objections: {},
        },
        previousPlan: fixPlan && { ...planContentOf(fixPlan), version: fixPlan.version },
        planVersions: version,
      }),
      mentions: {
        reason: 'planProposed',
        // The parties whose consent the new version needs, each in their place (process 4).
        whom: ({ party: proposer }: FixPlanProposed, before) =>
          planParties
            .filter((party) => party !== proposer)
            .filter((party) => partyMayRead(party, before))
            .map((party) => partyOfTicket(party, before)),
        holds: ({ version }: FixPlanProposed, ticket, _installation, place) =>
          ticket.fixPlan?.version === version &&
          planDueOf(ticket) !== undefined &&
          partiesWaitedFor(ticket).some((party) => placeKey(placeOfParty(party, ticket)) === placeKey(place)),
      },
    },
  },
} as const satisfies ActionShape;

function decide(
  command: ProposePlan,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<FixPlanProposed> {
  const plan = planContentOf(command.plan);
  const { targetDate } = plan;
  const { fixPlan } = ticket;
  const problem = targetDateProblem(targetDate, context.now, context.installation.calendars);
  if (problem !== undefined) return askAgain({ code: problem, targetDate });
  if (fixPlan !== undefined && isSamePlan(plan, fixPlan)) {
    return askAgain({ code: 'samePlan', version: fixPlan.version, ...standing(ticket) });
  }
  const party = context.actor.role === 'maintainer' ? 'maintainer' : 'dispatcher';
  const version = ticket.planVersions + 1;
  return events([{ ...stamp(command, context), type: 'fixPlanProposed', version, party, plan }]);
}
