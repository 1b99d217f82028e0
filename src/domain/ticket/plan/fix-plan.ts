import { defined } from '../../../defined';
import type { Instant } from '../../instant';
import type { PersonId, Role } from '../../organisation/installation';

import type { CalendarDay } from '../../service-calendar/civil-date';
import type { OnBehalf } from '../on-behalf';
import type { TicketState } from '../ticket-state';

/** The three whose agreement makes a plan binding (process 4): the reporting organisation, the dispatcher, the maintainer organisation. */
export const planParties = ['operator', 'dispatcher', 'maintainer'] as const;
export type PlanParty = (typeof planParties)[number];

export const measures = ['workaround', 'patch', 'update', 'release'] as const;
export type Measure = (typeof measures)[number];

/** What a plan says (process 4); every text of it is content in the sense of process 10. */
export interface FixPlanContent {
  readonly cause: string;
  readonly measure: Measure;
  readonly affectedVersions: readonly string[];
  /** A service day. */
  readonly targetDate: CalendarDay;
  readonly testApproach: string;
  readonly risks?: string;
}

/** Somebody agreed for their party. */
export interface Consent {
  readonly by: PersonId;
  readonly role: Role;
  readonly at: Instant;
  readonly onBehalf?: OnBehalf;
}

export interface Objection extends Consent {
  readonly reason: string;
}

/** The plan as it stands: consents and objections are to this version alone. */
export interface FixPlan extends FixPlanContent {
  /** Counts the proposals of a ticket from 1; a version never comes again, not even after a plan was void. */
  readonly version: number;
  readonly proposedBy: PersonId;
  readonly proposedFor: PlanParty;
  readonly at: Instant;
  readonly consents: Readonly<Partial<Record<PlanParty, Consent>>>;
  readonly objections: Readonly<Partial<Record<PlanParty, Objection>>>;
  /** Since when all three have agreed to this version. */
  readonly bindingSince?: Instant;
}

/** The version before, for showing what changed. */
export interface PreviousPlan extends FixPlanContent {
  readonly version: number;
}

/** The part of a ticket that these rules are about. */
interface Planned {
  readonly fixPlan?: FixPlan;
}

/** Who has not agreed to the plan, in the order of `planParties`; nobody where there is none. */
export function partiesWaitedFor({ fixPlan }: Planned): readonly PlanParty[] {
  return fixPlan === undefined ? [] : planParties.filter((party) => fixPlan.consents[party] === undefined);
}

/** True once all three have agreed to the present version (process 4). */
export function isPlanBinding({ fixPlan }: Planned): boolean {
  return fixPlan?.bindingSince !== undefined;
}

/** The day by which the work that is under way is planned to be done (process 4); undefined where none is, or no plan. */
export function planDueOf({
  fixPlan,
  state,
}: Planned & { readonly state: TicketState }): CalendarDay | undefined {
  return state === 'accepted' || state === 'inProgress' ? fixPlan?.targetDate : undefined;
}

/** True where work is under way after the plan's target date; `today` is the day of the service calendar (process 4). */
export function isPlanOverdue(
  planned: Planned & { readonly state: TicketState },
  today: CalendarDay,
): boolean {
  const due = planDueOf(planned);
  return due !== undefined && due < today;
}

export function planContentOf(plan: FixPlanContent): FixPlanContent {
  const { cause, measure, affectedVersions, targetDate, testApproach, risks } = plan;
  return {
    cause,
    measure,
    affectedVersions,
    targetDate,
    testApproach,
    ...defined({ risks }),
  };
}

/** The plan ends or is void (process 3); the count of its versions goes on, so that none of them comes again. */
export const withoutPlan = { fixPlan: undefined, previousPlan: undefined } as const;
