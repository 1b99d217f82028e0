import type { Instant } from '../instant';
import type { ModuleId, OrganisationId, PersonId, Role } from '../organisation/installation';
import type { FaultClass } from '../reaction/fault-class';
import type { ReactionCycle } from '../reaction/reaction-cycle';
import type { FaultReport } from './fault-report';
import type { OnBehalf } from './on-behalf';
import type { FixPlan, PreviousPlan } from './plan/fix-plan';
import type { LegalReportMade } from './legal/legal-report';
import type { Release } from './release/release-notice';
import type { SupportRequest } from './support/support';
import type { AnsweredQuestion, Question, TicketComment } from './talk/conversation';
import type { TicketState } from './ticket-state';
import type { Completion, Defect, ImmediateStart, TestRun } from './work/work';

/** 'SP-2026-0001': the year of entry and a running number of that year. */
export type TicketNumber = string;

/** The number with this place among those of a year. */
export function ticketNumber(year: number, sequence: number): TicketNumber {
  return `SP-${year}-${String(sequence).padStart(4, '0')}`;
}

/** Year and place of a number among those of its year. */
export function partsOfNumber(number: TicketNumber): { readonly year: number; readonly sequence: number } {
  const [, year, sequence] = number.split('-').map(Number);
  return { year: year ?? 0, sequence: sequence ?? 0 };
}

/** A whole text that is a ticket's number. */
export const ticketNumberPattern = /^SP-\d{4}-\d{4,}$/;

export const priorities = ['high', 'medium', 'low'] as const;
/** The order of work; it never touches a deadline (process 3). */
export type Priority = (typeof priorities)[number];

export const declineReasons = [
  'noSoftwareFault',
  'firstOrSecondLevel',
  'noContract',
  'duplicate',
  'featureRequest',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

export interface Assignment {
  readonly organisation: OrganisationId;
  readonly person: PersonId;
  readonly since: Instant;
}

/** Why an assignment ended by itself: its person has left or maintains the module no more, or another company does, or none. */
export const lapseReasons = ['personLeft', 'roleLost', 'moduleMoved'] as const;
export type LapseReason = (typeof lapseReasons)[number];

/** An assignment that the organisation has ended. */
export interface LapsedAssignment {
  readonly reason: LapseReason;
  readonly organisation: OrganisationId;
  readonly person: PersonId;
  /** When it ended. */
  readonly at: Instant;
}

export const resolutions = ['withdrawn', 'noAnswer', 'fixed'] as const;
export type Resolution = (typeof resolutions)[number];

/** Who did an action last, and at which version: the source of "Bereits erledigt von …". */
export interface DoneMark {
  readonly by: PersonId;
  readonly role: Role;
  readonly at: Instant;
  readonly version: number;
}

/** A recorded timer step; it occurs once per wait. */
export interface FiredTimer {
  /** The kind of the timer. */
  readonly timer: string;
  readonly step: number;
  /** When the wait began: distinguishes one return, question or plan from the next. */
  readonly since: Instant;
}

export const linkKinds = ['related', 'followUpOf', 'followedUpBy'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** A related ticket; the other one has the link too (process 3). */
export interface TicketLink {
  readonly number: TicketNumber;
  readonly kind: LinkKind;
  /** Who changed it last, and when. */
  readonly by: PersonId;
  readonly at: Instant;
  /** How often the link between the two was changed; absent means 0. */
  readonly revision?: number;
  /** The version of this ticket that the last change led to. */
  readonly version?: number;
  /** Removed: kept as a trace of who did it. */
  readonly removed?: boolean;
}

export interface Ticket {
  readonly number: TicketNumber;
  /** What its cards carry beside the number; a ticket of before there were proofs has none, and nor have its cards. */
  readonly proof?: string;
  /** The number of events so far; every write is guarded by it. */
  readonly version: number;
  /** The version of the last event that concerns the operator; internal events do not change their cards. */
  readonly sharedVersion: number;
  /** The version of the last event caused by a person: what the bot records on its own makes no card outdated. */
  readonly actedVersion: number;
  readonly state: TicketState;
  readonly module: ModuleId;
  readonly operator: OrganisationId;
  /** To practise with (process 7): read by no operator, and counted nowhere. Its operator is its dispatcher's organisation. */
  readonly trial?: true;
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
  /** When the operator became aware (Kenntnis); where it is missing, nobody was asked: `knownAtOf` has what counts. */
  readonly knownAt?: Instant;
  /** The reports to the authority that the operator has entered, at most one of each kind, the last entered last. */
  readonly legalReports?: readonly LegalReportMade[];
  /** In order; the last one is the current one (process 2.3). */
  readonly cycles: readonly ReactionCycle[];
  readonly analyst?: { readonly person: PersonId; readonly since: Instant };
  readonly assignment?: Assignment;
  /** The last assignment, where it lapsed: until the ticket is assigned again, or is of another module. */
  readonly lapsed?: LapsedAssignment;
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
  /** How many plans have been proposed: the version of the last one. */
  readonly planVersions: number;
  readonly immediateStart?: ImmediateStart;
  /** The latest hand-over of a repair; kept after a failed test until the next one. */
  readonly completion?: Completion;
  readonly test?: TestRun;
  /** How often a test failed (process 3). */
  readonly reworks: number;
  readonly lastDefect?: Defect;
  readonly comments: readonly TicketComment[];
  /** At most one link per ticket, removed ones too, the last changed last; `linksOf` has those in effect. */
  readonly links?: readonly TicketLink[];
  /** The question waiting for an answer (process 3). */
  readonly question?: Question;
  readonly answeredQuestions: readonly AnsweredQuestion[];
  /** In order; any of them lets the platform maintainer read the ticket (process 1). */
  readonly supportRequests: readonly SupportRequest[];
  /** Present once closed with a fix (process 6). */
  readonly release?: Release;
  readonly resolution?: Resolution;
  /** Modules the process owner has been told have no maintainer. */
  readonly toldWithoutMaintainer: readonly ModuleId[];
  /** Reminders already recorded; the thresholds of the reaction time are kept in its cycle. */
  readonly firedTimers: readonly FiredTimer[];
  /** The last time of each action, by its name. */
  readonly done: Readonly<Record<string, DoneMark>>;
}

/** The reaction cycle that began then, which may have ended since; the present one if none did. */
export function cycleSince(ticket: Ticket, since: Instant): ReactionCycle {
  return ticket.cycles.find(({ startedAt }) => startedAt === since) ?? presentCycle(ticket);
}

/** The links in effect, newest last. */
export function linksOf({ links = [] }: Ticket): readonly TicketLink[] {
  return links.filter(({ removed }) => removed !== true);
}

/** The links to tickets that may be read as well: a link tells of both (process 3). */
export function readableLinks(
  links: readonly TicketLink[],
  readable: ReadonlySet<TicketNumber> = new Set(),
): readonly TicketLink[] {
  return links.filter(({ number }) => readable.has(number));
}

/** The reaction deadline while its cycle runs (process 2.2). */
export function runningDeadline(ticket: Ticket): Instant | undefined {
  const { end, deadline } = presentCycle(ticket);
  return end === undefined ? deadline : undefined;
}

/** The current reaction cycle; every ticket has at least one. */
export function presentCycle(ticket: Ticket): ReactionCycle {
  const cycle = ticket.cycles[ticket.cycles.length - 1];
  if (cycle === undefined) throw new Error(`ticket ${ticket.number} has no reaction cycle`);
  return cycle;
}

/** The cycles with the current one replaced. */
export function withPresentCycle({ cycles }: Ticket, cycle: ReactionCycle): readonly ReactionCycle[] {
  return [...cycles.slice(0, -1), cycle];
}
