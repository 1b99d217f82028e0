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

/** The content of a plan (process 4); all its text is content in the sense of process 10. */
export interface FixPlanContent {
  readonly cause: string;
  readonly measure: Measure;
  readonly affectedVersions: readonly string[];
  /** A service day. */
  readonly targetDate: CalendarDay;
  readonly testApproach: string;
  readonly risks?: string;
}

/** A person's agreement on behalf of their party. */
export interface Consent {
  readonly by: PersonId;
  readonly role: Role;
  readonly at: Instant;
  readonly onBehalf?: OnBehalf;
}

export interface Objection extends Consent {
  readonly reason: string;
}

/** The current plan: consents and objections refer to this version only. */
export interface FixPlan extends FixPlanContent {
  /** Counts a ticket's proposals from 1; a number is never reused, even after a plan became void. */
  readonly version: number;
  readonly proposedBy: PersonId;
  readonly proposedFor: PlanParty;
  readonly at: Instant;
  readonly consents: Readonly<Partial<Record<PlanParty, Consent>>>;
  readonly objections: Readonly<Partial<Record<PlanParty, Objection>>>;
  /** When the last of the three agreed to this version. */
  readonly bindingSince?: Instant;
}

/** The previous version, for showing what changed. */
export interface PreviousPlan extends FixPlanContent {
  readonly version: number;
}

/** The part of a ticket that these rules use. */
interface Planned {
  readonly fixPlan?: FixPlan;
}

/** The parties that have not agreed to the plan, in the order of `planParties`; none if there is no plan. */
export function partiesWaitedFor({ fixPlan }: Planned): readonly PlanParty[] {
  return fixPlan === undefined ? [] : planParties.filter((party) => fixPlan.consents[party] === undefined);
}

/** True once all three have agreed to the current version (process 4). */
export function isPlanBinding({ fixPlan }: Planned): boolean {
  return fixPlan?.bindingSince !== undefined;
}

/** The planned completion day of work under way (process 4); undefined without such work or without a plan. */
export function planDueOf({
  fixPlan,
  state,
}: Planned & { readonly state: TicketState }): CalendarDay | undefined {
  return state === 'accepted' || state === 'inProgress' ? fixPlan?.targetDate : undefined;
}

/** True if work is under way past the plan's target date; `today` is the day in the service calendar's zone (process 4). */
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

/** Whether two versions say the same: such a change would void consents for nothing (process 4). */
export function isSamePlan(one: FixPlanContent, other: FixPlanContent): boolean {
  return JSON.stringify(planContentOf(one)) === JSON.stringify(planContentOf(other));
}

/** The plan ends or becomes void (process 3); its version count continues, so that no number is reused. */
export const withoutPlan = { fixPlan: undefined, previousPlan: undefined } as const;
