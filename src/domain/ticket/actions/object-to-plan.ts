import type { Role } from '../../organisation/installation';
import { authorOf } from '../access';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import {
  type ActionContext,
  type ActionDecision,
  alreadyDone,
  type DecisionContext,
  events,
  stamp,
  standing,
} from '../deciding';
import type { EventOf } from '../event-base';
import { number, text, word } from '../event-fields';
import { isPlanBinding, planParties, type PlanParty } from '../plan/fix-plan';
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

/** Objects to the plan shown at `seenVersion`; with `onBehalf` a dispatcher objects for the operator, otherwise for their own party. */
export interface ObjectToPlan extends CommandBase {
  readonly type: 'objectToPlan';
  readonly reason: string;
}

const objected = { version: number, party: word(planParties), reason: text };
/** Withdraws the consent of the objecting party. */
export type FixPlanObjected = EventOf<'fixPlanObjected', typeof objected>;

/** "Dem Plan widersprechen" with a reason; a binding plan is changed by proposing another (process 4). */
export const objectToPlan = {
  rows: [
    {
      from: ['accepted', 'inProgress'],
      to: 'same',
      roles: ['operator', 'dispatcher', 'maintainer'],
      onOperatorsWord: true,
    },
  ],
  repeatable: true,
  offer: {
    when: 'planNotBinding',
    holds: (ticket, role) =>
      ticket.fixPlan !== undefined && !isPlanBinding(ticket) && partiesToObjectFor(ticket, role).length > 0,
  },
  guard: nothingToObjectTo,
  saidAfter: proposedAt,
  decide,
  events: {
    fixPlanObjected: {
      fields: objected,
      audience: () => 'everybody',
      evolve: ({ fixPlan }, event: FixPlanObjected) => {
        if (fixPlan === undefined) return {};
        const consents = without(event.party, fixPlan.consents);
        const objection = { ...consentOf(event), reason: event.reason };
        const objections = { ...fixPlan.objections, [event.party]: objection };
        return { fixPlan: { ...fixPlan, consents, objections } };
      },
      mentions: {
        reason: 'planObjected',
        // The proposer, who has to change the plan or talk (process 4).
        whom: (_event, before) => {
          const { fixPlan } = before;
          if (fixPlan === undefined) return [];
          return [authorOf({ by: fixPlan.proposedBy, role: fixPlan.proposedFor }, before)];
        },
        holds: ({ version, party }: FixPlanObjected, { fixPlan }) =>
          fixPlan?.version === version && fixPlan.objections[party] !== undefined,
      },
    },
  },
} as const satisfies ActionShape;

/** The parties the role may speak for that have not objected to the present plan. */
export function partiesToObjectFor({ fixPlan }: Pick<Ticket, 'fixPlan'>, role: Role): readonly PlanParty[] {
  return partiesOfRole(role).filter((party) => fixPlan?.objections[party] === undefined);
}

function nothingToObjectTo(
  ticket: Ticket,
  context: ActionContext,
  command?: ObjectToPlan,
): OwnRefusal | undefined {
  const refusal = refusedForUnseenPlan(ticket, context, command);
  if (refusal !== undefined) return refusal;
  const { version, objections } = existingPlan(ticket);
  if (isPlanBinding(ticket)) return { code: 'planAlreadyBinding', version, ...standing(ticket) };
  const earlier = objections[partyOf(context)];
  // Until the party is chosen, one that the person may speak for is enough.
  const isOther = partiesToObjectFor(ticket, context.actor.role).length > 0;
  if (earlier === undefined || (command === undefined && isOther)) return undefined;
  return alreadyDone(ticket, earlier);
}

function decide(
  command: ObjectToPlan,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<FixPlanObjected> {
  const { version } = existingPlan(ticket);
  const { reason } = command;
  return events([
    { ...stamp(command, context), type: 'fixPlanObjected', version, party: partyOf(context), reason },
  ]);
}
