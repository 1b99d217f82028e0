import type { Instant } from '../instant';
import type { ModuleId, OrganisationId, PersonId, Role } from '../organisation/installation';
import type { FaultClass } from '../reaction/fault-class';
import type { BreachReason, ReactionCycle } from '../reaction/reaction-cycle';
import type { DeclineReason, FaultReport, OnBehalf, Priority, TicketNumber } from './ticket';

/** What every event says besides its own data. People are named by id, never by name (process 10). */
interface EventBase {
  readonly at: Instant;
  readonly by: PersonId;
  readonly role: Role;
  readonly commandId: string;
  readonly onBehalf?: OnBehalf;
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
export interface ReactionBreached extends EventBase {
  readonly type: 'reactionBreached';
  readonly deadline: Instant;
  readonly reason: BreachReason;
  readonly cycle: ReactionCycle;
}
/** The ticket's module has no maintainer; the process owner is told once per module. */
export interface MaintainerMissing extends EventBase {
  readonly type: 'maintainerMissing';
  readonly module: ModuleId;
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
  | MaintainerMissing;
