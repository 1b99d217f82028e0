import { defined } from '../../defined';
import type { ReactionCycle } from '../reaction/reaction-cycle';
import { audienceOf } from './audience';
import type { TicketEvent } from './events';
import { planAfterConsent, planAfterObjection, planAfterProposal, withoutPlan } from './evolve-plan';
import type { SupportRequest, SupportRequestId } from './support/support';
import type { OnBehalf, Ticket } from './ticket';
import type { TicketAction } from './transitions';

/** The action that each event is the trace of; undefined for what merely follows from another one. */
const actionOf = {
  faultReported: 'reportFault',
  analysisStarted: 'startAnalysis',
  faultAccepted: 'accept',
  faultDeclined: 'decline',
  reportReturned: 'returnReport',
  reportSupplemented: 'supplement',
  closedWithoutAnswer: 'closeWithoutAnswer',
  reportWithdrawn: 'withdraw',
  ticketAssigned: 'assign',
  ticketHandedBack: 'handBack',
  faultClassChanged: 'changeClass',
  priorityChanged: 'changePriority',
  moduleChanged: 'changeModule',
  markedSecurityRelevant: 'markSecurityRelevant',
  reactionBreached: undefined,
  reactionWarned: undefined,
  deadlineRecounted: undefined,
  reminded: undefined,
  maintainerMissing: undefined,
  workBegun: 'beginWork',
  workCompleted: 'completeWork',
  testBegun: 'beginTest',
  testFailed: 'failTest',
  fixReleased: 'releaseAndClose',
  commentAdded: 'comment',
  questionAsked: 'askOperator',
  questionAnswered: 'answerQuestion',
  fixPlanProposed: 'proposePlan',
  fixPlanAgreed: 'agreeToPlan',
  fixPlanObjected: 'objectToPlan',
  fixPlanBound: undefined,
  supportRequested: 'requestSupport',
  supportTaken: 'takeSupport',
  supportCompleted: 'completeSupport',
  noticeConfirmed: 'confirmNotice',
} as const satisfies Record<TicketEvent['type'], TicketAction | undefined>;

/** What an event changes; a key that is undefined is taken away. */
export type Change = { readonly [Key in keyof Ticket]?: Ticket[Key] | undefined };

/**
 * The ticket after the event. Total: `faultReported` opens a ticket, every other event changes the one there is
 * and means nothing where there is none.
 */
export function evolve(ticket: Ticket, event: TicketEvent): Ticket;
export function evolve(ticket: Ticket | undefined, event: TicketEvent): Ticket | undefined;
export function evolve(ticket: Ticket | undefined, event: TicketEvent): Ticket | undefined {
  if (event.type === 'faultReported') return opened(event);
  if (ticket === undefined) return undefined;
  return applied(marked(ticket, event), changes(ticket, event));
}

/** The ticket that a history leads to; a history that does not start with a report is an error. */
export function replay(events: readonly TicketEvent[]): Ticket {
  const ticket = events.reduce<Ticket | undefined>(evolve, undefined);
  if (ticket === undefined) throw new Error("a ticket's history starts with faultReported");
  return ticket;
}

/** Absent and undefined are one: a key that a change sets to undefined is not there afterwards. */
function applied(ticket: Ticket, change: Change): Ticket {
  const entries = Object.entries({ ...ticket, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as Ticket;
}

function opened(event: Extract<TicketEvent, { type: 'faultReported' }>): Ticket {
  return {
    number: event.number,
    version: 1,
    sharedVersion: 1,
    actedVersion: 1,
    state: 'requested',
    module: event.module,
    operator: event.operator,
    report: event.report,
    reporter: event.by,
    ...defined({ onBehalf: event.onBehalf }),
    receivedAt: event.receivedAt,
    enteredAt: event.at,
    proposedClass: event.proposedClass,
    faultClass: event.proposedClass,
    priority: 'medium',
    securityRelevant: event.securityRelevant,
    cycles: [event.cycle],
    supplements: [],
    planVersions: 0,
    reworks: 0,
    comments: [],
    answeredQuestions: [],
    supportRequests: [],
    toldWithoutMaintainer: [],
    firedTimers: [],
    done: { reportFault: { by: event.by, role: event.role, at: event.at, version: 1 } },
  };
}

/** The version after the event, whether operators' cards show it, and who did its action last. */
function marked(ticket: Ticket, event: TicketEvent): Ticket {
  const version = ticket.version + 1;
  if (event.role === 'scheduler') return { ...ticket, version };
  const sharedVersion = audienceOf(event) === 'everybody' ? version : ticket.sharedVersion;
  const action = actionOf[event.type];
  const after = { ...ticket, version, sharedVersion, actedVersion: version };
  if (action === undefined) return after;
  const mark = { by: event.by, role: event.role, at: event.at, version };
  return { ...after, done: { ...ticket.done, [action]: mark } };
}

function changes(ticket: Ticket, event: Exclude<TicketEvent, { type: 'faultReported' }>): Change {
  switch (event.type) {
    case 'analysisStarted':
      return { cycles: withPresent(ticket, event.cycle), analyst: { person: event.by, since: event.at } };
    case 'faultAccepted':
      return { state: 'accepted' };
    case 'faultDeclined': {
      const { reason, text, duplicateOf } = event;
      return unassigned({
        ...withoutPlan,
        state: 'declined',
        decline: { reason, text, ...defined({ duplicateOf }) },
      });
    }
    case 'reportReturned':
      return unassigned({
        ...withoutPlan,
        state: 'returned',
        returned: { missing: event.missing, by: event.by, at: event.at },
      });
    case 'reportSupplemented':
      return {
        state: 'requested',
        cycles: [...ticket.cycles, event.cycle],
        supplements: [...ticket.supplements, { text: event.answer, by: event.by, at: event.at }],
        analyst: undefined,
      };
    case 'closedWithoutAnswer':
      return { state: 'closed', resolution: 'noAnswer' };
    case 'reportWithdrawn':
      return { state: 'closed', resolution: 'withdrawn', cycles: withPresent(ticket, event.cycle) };
    case 'ticketAssigned':
      return {
        assignment: { organisation: event.organisation, person: event.person, since: event.at },
        handBackReason: undefined,
      };
    case 'ticketHandedBack':
      return unassigned({ state: 'accepted', handBackReason: event.reason });
    case 'faultClassChanged':
      return {
        faultClass: event.to,
        classReason: event.reason,
        ...(event.cycle === undefined ? {} : { cycles: withPresent(ticket, event.cycle) }),
      };
    case 'priorityChanged':
      return { priority: event.to };
    case 'moduleChanged':
      return unassigned({
        ...withoutPlan,
        module: event.to,
        // What was repaired and tested belongs to the module before.
        completion: undefined,
        lastDefect: undefined,
        ...(ticket.state === 'inProgress' ? { state: 'accepted' as const } : {}),
      });
    case 'markedSecurityRelevant':
      return { securityRelevant: true };
    case 'reactionBreached':
    case 'reactionWarned':
    case 'deadlineRecounted':
      return { cycles: withPresent(ticket, event.cycle) };
    case 'reminded': {
      const { timer, step, since } = event;
      return { firedTimers: [...ticket.firedTimers, { timer, step, since }] };
    }
    case 'maintainerMissing':
      return { toldWithoutMaintainer: [...ticket.toldWithoutMaintainer, event.module] };
    case 'workBegun': {
      const { immediateStartReason: reason, by, at } = event;
      return { state: 'inProgress', immediateStart: reason === undefined ? undefined : { reason, by, at } };
    }
    case 'workCompleted':
      return { state: 'fixed', completion: { ...event.completion, by: event.by, at: event.at } };
    case 'testBegun':
      return { state: 'inTest', test: { tester: event.by, since: event.at } };
    case 'testFailed':
      return {
        state: 'inProgress',
        test: undefined,
        reworks: ticket.reworks + 1,
        lastDefect: { text: event.defect, record: event.record, by: event.by, at: event.at },
      };
    case 'fixReleased':
      return {
        state: 'closed',
        resolution: 'fixed',
        test: { tester: event.by, since: ticket.test?.since ?? event.at, record: event.record },
        release: {
          fixVersion: event.fixVersion,
          packageReference: event.packageReference,
          text: event.noticeText,
          notices: event.affectedOperators.map((operator) => ({ operator })),
        },
      };
    case 'commentAdded': {
      const { text, internal, by, role, at, onBehalf } = event;
      return { comments: [...ticket.comments, { text, internal, by, role, at, ...wordOf(onBehalf) }] };
    }
    case 'questionAsked':
      return { question: { text: event.question, by: event.by, role: event.role, at: event.at } };
    case 'questionAnswered': {
      if (ticket.question === undefined) return {};
      const { answer, by: answeredBy, at: answeredAt, onBehalf } = event;
      const answered = { ...ticket.question, answer, answeredBy, answeredAt, ...wordOf(onBehalf) };
      return { question: undefined, answeredQuestions: [...ticket.answeredQuestions, answered] };
    }
    case 'fixPlanProposed':
      return planAfterProposal(ticket, event);
    case 'fixPlanAgreed':
      return planAfterConsent(ticket, event);
    case 'fixPlanObjected':
      return planAfterObjection(ticket, event);
    case 'fixPlanBound':
      return ticket.fixPlan === undefined ? {} : { fixPlan: { ...ticket.fixPlan, bindingSince: event.at } };
    case 'supportRequested': {
      const { request: id, kind, question, by, role, at } = event;
      return { supportRequests: [...ticket.supportRequests, { id, kind, question, by, role, at }] };
    }
    case 'supportTaken':
      return withRequest(ticket, event.request, { takenBy: event.by, takenAt: event.at });
    case 'supportCompleted': {
      const { answer, verdict } = event;
      return withRequest(ticket, event.request, {
        ...defined({ answer, verdict }),
        completedBy: event.by,
        completedAt: event.at,
      });
    }
    case 'noticeConfirmed': {
      if (ticket.release === undefined) return {};
      const confirmed = { by: event.by, at: event.at, ...wordOf(event.onBehalf) };
      const notices = ticket.release.notices.map((notice) =>
        notice.operator === event.operator ? { ...notice, confirmed } : notice,
      );
      return { release: { ...ticket.release, notices } };
    }
  }
}

/** Assignment ends with it (process 3), and with the assignment what began under it without a plan. */
function unassigned(change: Change): Change {
  return { ...change, assignment: undefined, immediateStart: undefined };
}

function wordOf(onBehalf: OnBehalf | undefined): { readonly onBehalf?: OnBehalf } {
  return onBehalf === undefined ? {} : { onBehalf };
}

function withRequest(ticket: Ticket, id: SupportRequestId, change: Partial<SupportRequest>): Change {
  return {
    supportRequests: ticket.supportRequests.map((each) => (each.id === id ? { ...each, ...change } : each)),
  };
}

function withPresent(ticket: Ticket, cycle: ReactionCycle): readonly ReactionCycle[] {
  return [...ticket.cycles.slice(0, -1), cycle];
}
