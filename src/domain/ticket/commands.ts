import type { Instant } from '../instant';
import type { ModuleId, OrganisationId, PersonId, Role } from '../organisation/installation';
import type { FaultClass } from '../reaction/fault-class';
import type { DeclineReason, FaultReport, OnBehalf, Priority, TicketNumber } from './ticket';

/** Who acts, in which of their roles: taken from the organisation file by a verified identity, never from a card. */
export interface Actor {
  readonly person: PersonId;
  readonly role: Role;
  readonly organisation: OrganisationId;
  /** The modules the person maintains. */
  readonly modules: readonly ModuleId[];
}

interface CommandBase {
  /** The form's nonce or, for a button without a form, one made from ticket, version, action and person. */
  readonly commandId: string;
  /** The version of the ticket that the card or form showed. */
  readonly seenVersion?: number;
  /** A button that asks nothing acts only on the state it showed; a form was typed and is judged by the present state. */
  readonly onlyAtSeenVersion?: boolean;
  /** A dispatcher doing on an operator's word what the operator may do (process 3). */
  readonly onBehalf?: OnBehalf;
}

export interface ReportFault extends CommandBase {
  readonly type: 'reportFault';
  readonly operator: OrganisationId;
  readonly module: ModuleId;
  readonly report: FaultReport;
  readonly proposedClass: FaultClass;
  readonly securityRelevant: boolean;
  /** The receipt a dispatcher entered; for an operator's own report the instant of sending counts, whatever stands here. */
  readonly receivedAt: Instant;
  /** Where the form was opened from, opaque here: the card there becomes "Gemeldet". */
  readonly origin?: string;
}
export interface StartAnalysis extends CommandBase {
  readonly type: 'startAnalysis';
}
export interface Accept extends CommandBase {
  readonly type: 'accept';
  readonly faultClass: FaultClass;
  readonly classReason?: string;
  readonly priority: Priority;
}
export interface Decline extends CommandBase {
  readonly type: 'decline';
  readonly reason: DeclineReason;
  readonly text: string;
  readonly duplicateOf?: TicketNumber;
}
export interface ReturnReport extends CommandBase {
  readonly type: 'returnReport';
  readonly missing: string;
}
export interface Supplement extends CommandBase {
  readonly type: 'supplement';
  readonly answer: string;
}
export interface CloseWithoutAnswer extends CommandBase {
  readonly type: 'closeWithoutAnswer';
}
export interface Withdraw extends CommandBase {
  readonly type: 'withdraw';
  readonly reason?: string;
}
export interface Assign extends CommandBase {
  readonly type: 'assign';
  readonly person: PersonId;
}
export interface HandBack extends CommandBase {
  readonly type: 'handBack';
  readonly reason: string;
}
export interface ChangeClass extends CommandBase {
  readonly type: 'changeClass';
  readonly faultClass: FaultClass;
  readonly reason?: string;
}
export interface ChangePriority extends CommandBase {
  readonly type: 'changePriority';
  readonly priority: Priority;
}
export interface ChangeModule extends CommandBase {
  readonly type: 'changeModule';
  readonly module: ModuleId;
}
export interface MarkSecurityRelevant extends CommandBase {
  readonly type: 'markSecurityRelevant';
}

export type TicketCommand =
  | ReportFault
  | StartAnalysis
  | Accept
  | Decline
  | ReturnReport
  | Supplement
  | CloseWithoutAnswer
  | Withdraw
  | Assign
  | HandBack
  | ChangeClass
  | ChangePriority
  | ChangeModule
  | MarkSecurityRelevant;
