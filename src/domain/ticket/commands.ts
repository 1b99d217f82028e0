import type { Instant } from '../instant';
import type { ModuleId, OrganisationId, PersonId, Role } from '../organisation/installation';
import type { FaultClass } from '../reaction/fault-class';
import type { FixPlanContent } from './plan/fix-plan';
import type { SupportKind, SupportRequestId, TestVerdict } from './support/support';
import type { DeclineReason, FaultReport, OnBehalf, Priority, TicketNumber } from './ticket';
import type { CompletionContent, TestRecord } from './work/work';

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

export interface BeginWork extends CommandBase {
  readonly type: 'beginWork';
  /** "Sofortbeginn": needed where the plan is not binding, possible in classes 1 and 2 (process 3). */
  readonly immediateStartReason?: string;
}
export interface CompleteWork extends CommandBase {
  readonly type: 'completeWork';
  readonly completion: CompletionContent;
}
export interface BeginTest extends CommandBase {
  readonly type: 'beginTest';
}
export interface FailTest extends CommandBase {
  readonly type: 'failTest';
  readonly record: TestRecord;
  readonly defect: string;
}
export interface ReleaseAndClose extends CommandBase {
  readonly type: 'releaseAndClose';
  readonly record: TestRecord;
  /** What the release notice says it fixes (process 6). */
  readonly noticeText: string;
}
export interface AddComment extends CommandBase {
  readonly type: 'comment';
  readonly text: string;
  readonly internal: boolean;
}
export interface AskOperator extends CommandBase {
  readonly type: 'askOperator';
  readonly question: string;
}
export interface AnswerQuestion extends CommandBase {
  readonly type: 'answerQuestion';
  readonly answer: string;
}
/** The first plan or a change of it: always a new version (process 4). */
export interface ProposePlan extends CommandBase {
  readonly type: 'proposePlan';
  readonly plan: FixPlanContent;
}
/** To the plan that the card showed at `seenVersion`; with `onBehalf` a dispatcher agrees for the operator, else for themselves. */
export interface AgreeToPlan extends CommandBase {
  readonly type: 'agreeToPlan';
}
/** To the plan that the card showed at `seenVersion`; with `onBehalf` a dispatcher objects for the operator, else for themselves. */
export interface ObjectToPlan extends CommandBase {
  readonly type: 'objectToPlan';
  readonly reason: string;
}
export interface RequestSupport extends CommandBase {
  readonly type: 'requestSupport';
  readonly kind: SupportKind;
  readonly question: string;
}
export interface TakeSupport extends CommandBase {
  readonly type: 'takeSupport';
  /** Absent: the oldest that nobody has taken. */
  readonly request?: SupportRequestId;
}
export interface CompleteSupport extends CommandBase {
  readonly type: 'completeSupport';
  /** Absent: the oldest that was taken. */
  readonly request?: SupportRequestId;
  /** Needed for a question and a commit. */
  readonly answer?: string;
  /** Needed for test and acceptance. */
  readonly verdict?: TestVerdict;
}
/** "Gelesen", by one person for their organisation (process 6). */
export interface ConfirmNotice extends CommandBase {
  readonly type: 'confirmNotice';
  /** For whom a dispatcher confirms; an operator confirms for their own organisation alone. */
  readonly operator?: OrganisationId;
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
  | MarkSecurityRelevant
  | BeginWork
  | CompleteWork
  | BeginTest
  | FailTest
  | ReleaseAndClose
  | AddComment
  | AskOperator
  | AnswerQuestion
  | ProposePlan
  | AgreeToPlan
  | ObjectToPlan
  | RequestSupport
  | TakeSupport
  | CompleteSupport
  | ConfirmNotice;
