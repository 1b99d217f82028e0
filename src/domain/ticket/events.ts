import type { Instant } from '../instant';
import type { ModuleId, OrganisationId, PersonId, Role } from '../organisation/installation';
import type { FaultClass } from '../reaction/fault-class';
import type { BreachReason, ReactionCycle } from '../reaction/reaction-cycle';
import type { Consent, FixPlanContent, PlanParty } from './plan/fix-plan';
import type { SupportKind, SupportRequestId, TestVerdict } from './support/support';
import type { DeclineReason, FaultReport, OnBehalf, Priority, TicketNumber } from './ticket';
import type { ReminderKind } from './timers';
import type { CompletionContent, TestRecord } from './work/work';

/** What every event says besides its own data. People are named by id, never by name (process 10). */
interface EventBase {
  readonly at: Instant;
  readonly by: PersonId;
  readonly role: Role;
  readonly commandId: string;
  readonly onBehalf?: OnBehalf;
}

/** The bot itself, where time has passed and nobody did anything; no id of a person has this form. */
export const scheduler = { by: ':scheduler', role: 'scheduler' } as const;
export type ActingRole = Role | typeof scheduler.role;

/** What every event says that the bot records by itself. */
interface TimeEventBase {
  readonly at: Instant;
  readonly by: PersonId;
  readonly role: typeof scheduler.role;
  readonly commandId: string;
  readonly onBehalf?: undefined;
}

export interface FaultReported extends EventBase {
  readonly type: 'faultReported';
  readonly number: TicketNumber;
  readonly operator: OrganisationId;
  readonly module: ModuleId;
  readonly report: FaultReport;
  readonly proposedClass: FaultClass;
  readonly securityRelevant: boolean;
  readonly receivedAt: Instant;
  readonly cycle: ReactionCycle;
  readonly origin?: string;
}
/** The guaranteed reaction (process 2.2): stops the present cycle, which is judged by the class in force before. */
export interface AnalysisStarted extends EventBase {
  readonly type: 'analysisStarted';
  readonly cycle: ReactionCycle;
}
export interface FaultAccepted extends EventBase {
  readonly type: 'faultAccepted';
}
export interface FaultDeclined extends EventBase {
  readonly type: 'faultDeclined';
  readonly reason: DeclineReason;
  readonly text: string;
  readonly duplicateOf?: TicketNumber;
}
export interface ReportReturned extends EventBase {
  readonly type: 'reportReturned';
  readonly missing: string;
}
export interface ReportSupplemented extends EventBase {
  readonly type: 'reportSupplemented';
  readonly answer: string;
  readonly cycle: ReactionCycle;
}
export interface ClosedWithoutAnswer extends EventBase {
  readonly type: 'closedWithoutAnswer';
}
export interface ReportWithdrawn extends EventBase {
  readonly type: 'reportWithdrawn';
  readonly reason?: string;
  readonly cycle: ReactionCycle;
}
export interface TicketAssigned extends EventBase {
  readonly type: 'ticketAssigned';
  readonly organisation: OrganisationId;
  readonly person: PersonId;
}
export interface TicketHandedBack extends EventBase {
  readonly type: 'ticketHandedBack';
  readonly reason: string;
}
export interface FaultClassChanged extends EventBase {
  readonly type: 'faultClassChanged';
  readonly from: FaultClass;
  readonly to: FaultClass;
  readonly reason?: string;
  /** Present while the cycle runs: its deadline was computed again from its start (process 2.8). */
  readonly cycle?: ReactionCycle;
}
export interface PriorityChanged extends EventBase {
  readonly type: 'priorityChanged';
  readonly from: Priority;
  readonly to: Priority;
}
export interface ModuleChanged extends EventBase {
  readonly type: 'moduleChanged';
  readonly from: ModuleId;
  readonly to: ModuleId;
}
export interface MarkedSecurityRelevant extends EventBase {
  readonly type: 'markedSecurityRelevant';
}
/** A reaction deadline has passed unmet; the process owner is told once (process 2.8, Warnings). */
export type ReactionBreached = (EventBase | TimeEventBase) & {
  readonly type: 'reactionBreached';
  readonly deadline: Instant;
  readonly reason: BreachReason;
  readonly cycle: ReactionCycle;
};
/** A share of the reaction time is used up; `cycle` keeps it, with those below that downtime swallowed (process 2, Warnings). */
export interface ReactionWarned extends TimeEventBase {
  readonly type: 'reactionWarned';
  readonly percent: number;
  readonly dueAt: Instant;
  readonly cycle: ReactionCycle;
}
/** The calendar of a running cycle was edited (process 2.9). */
export interface DeadlineRecounted extends TimeEventBase {
  readonly type: 'deadlineRecounted';
  readonly cycle: ReactionCycle;
}
/** Something has waited for as long as the table of timers says. */
export interface Reminded extends TimeEventBase {
  readonly type: 'reminded';
  readonly timer: ReminderKind;
  readonly step: number;
  readonly since: Instant;
  readonly dueAt: Instant;
}
/** The ticket's module has no maintainer; the process owner is told once per module. */
export interface MaintainerMissing extends EventBase {
  readonly type: 'maintainerMissing';
  readonly module: ModuleId;
}

export interface WorkBegun extends EventBase {
  readonly type: 'workBegun';
  /** Present for a "Sofortbeginn": the plan was not binding. */
  readonly immediateStartReason?: string;
}
export interface WorkCompleted extends EventBase {
  readonly type: 'workCompleted';
  readonly completion: CompletionContent;
}
export interface TestBegun extends EventBase {
  readonly type: 'testBegun';
}
export interface TestFailed extends EventBase {
  readonly type: 'testFailed';
  readonly record: TestRecord;
  readonly defect: string;
}
/** Closed with a fix; the notices of all affected operators are owed (process 6). */
export interface FixReleased extends EventBase {
  readonly type: 'fixReleased';
  readonly record: TestRecord;
  readonly module: ModuleId;
  readonly fixVersion: string;
  readonly packageReference: string;
  readonly noticeText: string;
  readonly affectedOperators: readonly OrganisationId[];
}
export interface CommentAdded extends EventBase {
  readonly type: 'commentAdded';
  readonly text: string;
  readonly internal: boolean;
}
export interface QuestionAsked extends EventBase {
  readonly type: 'questionAsked';
  readonly question: string;
}
export interface QuestionAnswered extends EventBase {
  readonly type: 'questionAnswered';
  readonly answer: string;
}
/** A new version, which voids the consents to the one before; proposing counts as agreeing for the proposer's party (process 4). */
export interface FixPlanProposed extends EventBase {
  readonly type: 'fixPlanProposed';
  readonly version: number;
  readonly party: PlanParty;
  readonly plan: FixPlanContent;
}
export interface FixPlanAgreed extends EventBase {
  readonly type: 'fixPlanAgreed';
  readonly version: number;
  readonly party: PlanParty;
}
/** Withdraws the consent of the objector's party. */
export interface FixPlanObjected extends EventBase {
  readonly type: 'fixPlanObjected';
  readonly version: number;
  readonly party: PlanParty;
  readonly reason: string;
}
/** All three have agreed to the same version: the plan is binding, and this is the evidence (process 4). */
export interface FixPlanBound extends EventBase {
  readonly type: 'fixPlanBound';
  readonly version: number;
  readonly consents: Readonly<Record<PlanParty, Consent>>;
}
export interface SupportRequested extends EventBase {
  readonly type: 'supportRequested';
  readonly request: SupportRequestId;
  readonly kind: SupportKind;
  readonly question: string;
}
export interface SupportTaken extends EventBase {
  readonly type: 'supportTaken';
  readonly request: SupportRequestId;
}
export interface SupportCompleted extends EventBase {
  readonly type: 'supportCompleted';
  readonly request: SupportRequestId;
  readonly answer?: string;
  readonly verdict?: TestVerdict;
}
export interface NoticeConfirmed extends EventBase {
  readonly type: 'noticeConfirmed';
  readonly operator: OrganisationId;
}

export type TicketEvent =
  | FaultReported
  | AnalysisStarted
  | FaultAccepted
  | FaultDeclined
  | ReportReturned
  | ReportSupplemented
  | ClosedWithoutAnswer
  | ReportWithdrawn
  | TicketAssigned
  | TicketHandedBack
  | FaultClassChanged
  | PriorityChanged
  | ModuleChanged
  | MarkedSecurityRelevant
  | ReactionBreached
  | ReactionWarned
  | DeadlineRecounted
  | Reminded
  | MaintainerMissing
  | WorkBegun
  | WorkCompleted
  | TestBegun
  | TestFailed
  | FixReleased
  | CommentAdded
  | QuestionAsked
  | QuestionAnswered
  | FixPlanProposed
  | FixPlanAgreed
  | FixPlanObjected
  | FixPlanBound
  | SupportRequested
  | SupportTaken
  | SupportCompleted
  | NoticeConfirmed;
