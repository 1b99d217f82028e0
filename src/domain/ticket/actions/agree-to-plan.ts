import { defined } from '../../../defined';
import { partyOfTicket } from '../access';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import {
  type ActionContext,
  type ActionDecision,
  alreadyDone,
  type DecisionContext,
  events,
  stamp,
} from '../deciding';
import type { EventOf } from '../event-base';
import { number, part, word } from '../event-fields';
import { type FixPlan, isPlanBinding, partiesWaitedFor, planDueOf, planParties } from '../plan/fix-plan';
import {
  consentOf,
  partiesOfRole,
  partyOf,
  proposedAt,
  refusedForUnseenPlan,
  existingPlan,
  without,
} from '../plan/plan-meant';
import type { OwnRefusal } from '../refusals';
import type { Ticket } from '../ticket';

/** Agrees to the plan shown at `seenVersion`; with `onBehalf` a dispatcher agrees for the operator, otherwise for their own party. */
export interface AgreeToPlan extends CommandBase {
  readonly type: 'agreeToPlan';
}

const agreed = { version: number, party: word(planParties) };
const bound = { version: number, consents: part('consents') };
export type FixPlanAgreed = EventOf<'fixPlanAgreed', typeof agreed>;
/** All three have agreed to the same version: the plan is binding, and this is the evidence (process 4). */
export type FixPlanBound = EventOf<'fixPlanBound', typeof bound>;

/** "Dem Plan zustimmen": one party agrees; once all have, the plan is binding (process 4). */
export const agreeToPlan = {
  rows: [
    {
      from: ['accepted', 'inProgress'],
      to: 'same',
      roles: ['operator', 'dispatcher', 'maintainer'],
      onOperatorsWord: true,
    },
  ],
  atOnce: true,
  repeatable: true,
  offer: {
    when: 'planAwaitsConsent',
    holds: (ticket, role) => partiesWaitedFor(ticket).some((party) => partiesOfRole(role).includes(party)),
  },
  guard: nothingToAgreeTo,
  saidAfter: proposedAt,
  decide,
  events: {
    fixPlanAgreed: {
      fields: agreed,
      audience: () => 'everybody',
      evolve: ({ fixPlan }, event: FixPlanAgreed) => {
        if (fixPlan === undefined) return {};
        // Agreeing withdraws the party's objection.
        const objections = without(event.party, fixPlan.objections);
        const consents = { ...fixPlan.consents, [event.party]: consentOf(event) };
        return { fixPlan: { ...fixPlan, consents, objections } };
      },
    },
    fixPlanBound: {
      fields: bound,
      audience: () => 'everybody',
      follows: true,
      evolve: ({ fixPlan }, { at }: FixPlanBound) =>
        defined({ fixPlan: fixPlan && { ...fixPlan, bindingSince: at } }),
      mentions: {
        reason: 'planBinding',
        // The person who acts next: the maintainer begins, or the dispatcher assigns.
        whom: (_event, before) => [
          partyOfTicket(before.assignment === undefined ? 'dispatcher' : 'maintainer', before),
        ],
        holds: ({ version }: FixPlanBound, ticket) =>
          isPlanBinding(ticket) && ticket.fixPlan?.version === version && planDueOf(ticket) !== undefined,
      },
    },
  },
} as const satisfies ActionShape;

function nothingToAgreeTo(
  ticket: Ticket,
  context: ActionContext,
  command?: AgreeToPlan,
): OwnRefusal | undefined {
  const refusal = refusedForUnseenPlan(ticket, context, command);
  if (refusal !== undefined) return refusal;
  const earlier = existingPlan(ticket).consents[partyOf(context)];
  return earlier && alreadyDone(ticket, earlier);
}

function decide(
  command: AgreeToPlan,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<FixPlanAgreed | FixPlanBound> {
  const plan = existingPlan(ticket);
  const base = stamp(command, context);
  const party = partyOf(context);
  const { version } = plan;
  const agreement = { ...base, type: 'fixPlanAgreed', version, party } as const;
  const all: FixPlan['consents'] = { ...plan.consents, [party]: consentOf(base) };
  const { operator, dispatcher, maintainer } = all;
  if (operator === undefined || dispatcher === undefined || maintainer === undefined) {
    return events([agreement]);
  }
  const consents = { operator, dispatcher, maintainer };
  return events<FixPlanAgreed | FixPlanBound>([
    agreement,
    { ...base, type: 'fixPlanBound', version, consents },
  ]);
}
