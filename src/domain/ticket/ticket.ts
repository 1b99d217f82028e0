import type { Instant } from '../instant';
import type { ModuleId, OrganisationId, PersonId, Role } from '../organisation/installation';
import type { FaultClass } from '../reaction/fault-class';
import type { ReactionCycle } from '../reaction/reaction-cycle';
import type { AnsweredQuestion, Question, TicketComment } from './talk/conversation';
import type { FixPlan, PreviousPlan } from './plan/fix-plan';
import type { Release } from './release/release-notice';
import type { SupportRequest } from './support/support';
import type { FiredTimer } from './timers';
import type { TicketAction } from './transitions';
import type { Completion, Defect, ImmediateStart, TestRun } from './work/work';

/** 'SP-2026-0001': the year of entry and a running number of that year. */
export type TicketNumber = string;

/** The eight states in the process document's order (process 3). */
export const ticketStates = [
  'requested',
  'accepted',
  'declined',
  'returned',
  'inProgress',
  'fixed',
  'inTest',
  'closed',
] as const;
export type TicketState = (typeof ticketStates)[number];

export const endStates: readonly TicketState[] = ['declined', 'closed'];

export const openStates = ticketStates.filter((state) => !endStates.includes(state));

export const priorities = ['high', 'medium', 'low'] as const;
/** The order of work; it never touches a deadline (process 3). */
export type Priority = (typeof priorities)[number];

export const environments = ['production', 'test'] as const;
export type Environment = (typeof environments)[number];

export const reproducibilities = ['always', 'sometimes', 'no', 'unknown'] as const;
export type Reproducibility = (typeof reproducibilities)[number];

export const declineReasons = [
  'noSoftwareFault',
  'firstOrSecondLevel',
  'noContract',
  'duplicate',
  'featureRequest',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const reportingWays = ['phone', 'mail'] as const;
export type ReportingWay = (typeof reportingWays)[number];

/** What the operator typed; every text of it is content in the sense of process 10. */
export interface FaultReport {
  readonly title: string;
  readonly description: string;
  /** Since when, in the reporter's words. */
  readonly since?: string;
  readonly moduleVersion?: string;
  readonly environment: Environment;
  readonly reproducible: Reproducibility;
  readonly workaround?: string;
  readonly firstAndSecondLevelDone: boolean;
}

/** A dispatcher acted on an operator's word: who said it, how and when (process 3). */
export interface OnBehalf {
  readonly way: ReportingWay;
  readonly saidBy: string;
  readonly at: Instant;
}

export interface Assignment {
  readonly organisation: OrganisationId;
  readonly person: PersonId;
  readonly since: Instant;
}

export const resolutions = ['withdrawn', 'noAnswer', 'fixed'] as const;
export type Resolution = (typeof resolutions)[number];

/** Who did an action last, and at which version: what "Bereits erledigt von …" is told from. */
export interface DoneMark {
  readonly by: PersonId;
  readonly role: Role;
  readonly at: Instant;
  readonly version: number;
}

export interface Ticket {
  readonly number: TicketNumber;
  /** The number of events so far; every write is guarded by it. */
  readonly version: number;
  /** The version of the last event that concerns the operator too; what is internal moves their cards not at all. */
  readonly sharedVersion: number;
  /** The version of the last event that a person caused: what the bot records by itself makes no card an old one. */
  readonly actedVersion: number;
  readonly state: TicketState;
  readonly module: ModuleId;
  readonly operator: OrganisationId;
  readonly report: FaultReport;
  /** Who entered the report; with `onBehalf` a dispatcher did so on somebody's word. */
  readonly reporter: PersonId;
  readonly onBehalf?: OnBehalf;
  /** Receipt and entry are both kept and never changed (process 2.1). */
  readonly receivedAt: Instant;
  readonly enteredAt: Instant;
  readonly proposedClass: FaultClass;
  readonly faultClass: FaultClass;
  readonly classReason?: string;
  readonly priority: Priority;
  readonly securityRelevant: boolean;
  /** In order; the last one is the present one (process 2.3). */
  readonly cycles: readonly ReactionCycle[];
  readonly analyst?: { readonly person: PersonId; readonly since: Instant };
  readonly assignment?: Assignment;
  readonly returned?: { readonly missing: string; readonly by: PersonId; readonly at: Instant };
  readonly supplements: readonly { readonly text: string; readonly by: PersonId; readonly at: Instant }[];
  readonly decline?: {
    readonly reason: DeclineReason;
    readonly text: string;
    readonly duplicateOf?: TicketNumber;
  };
  readonly handBackReason?: string;
  readonly fixPlan?: FixPlan;
  readonly previousPlan?: PreviousPlan;
  /** How many plans were proposed: the version of the last one. */
  readonly planVersions: number;
  readonly immediateStart?: ImmediateStart;
  /** The last hand-over of a repair; kept after a failed test until the next one. */
  readonly completion?: Completion;
  readonly test?: TestRun;
  /** How often a test failed (process 3). */
  readonly reworks: number;
  readonly lastDefect?: Defect;
  readonly comments: readonly TicketComment[];
  /** The one that waits for an answer (process 3). */
  readonly question?: Question;
  readonly answeredQuestions: readonly AnsweredQuestion[];
  /** In order; any of them lets the platform maintainer read the ticket (process 1). */
  readonly supportRequests: readonly SupportRequest[];
  /** Present once closed with a fix (process 6). */
  readonly release?: Release;
  readonly resolution?: Resolution;
  /** Modules whose missing maintainer the process owner was told about. */
  readonly toldWithoutMaintainer: readonly ModuleId[];
  /** What was reminded of; the thresholds of the reaction time stand in its cycle. */
  readonly firedTimers: readonly FiredTimer[];
  readonly done: Readonly<Partial<Record<TicketAction, DoneMark>>>;
}

/** True until a ticket reaches an end state; there is no reopening (process 3). */
export function isOpen(ticket: Ticket): boolean {
  return !endStates.includes(ticket.state);
}

/** The reaction deadline while its cycle runs (process 2.2). */
export function runningDeadline(ticket: Ticket): Instant | undefined {
  const { end, deadline } = presentCycle(ticket);
  return end === undefined ? deadline : undefined;
}

/** The present reaction cycle; every ticket has at least one. */
export function presentCycle(ticket: Ticket): ReactionCycle {
  const cycle = ticket.cycles[ticket.cycles.length - 1];
  if (cycle === undefined) throw new Error(`ticket ${ticket.number} has no reaction cycle`);
  return cycle;
}
