import type { TicketEvent } from './events';
import type { ReactionCycle } from '../reaction/reaction-cycle';
import type { Ticket } from './ticket';
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
  maintainerMissing: undefined,
} as const satisfies Record<TicketEvent['type'], TicketAction | undefined>;

/** What an event changes; a key that is undefined is taken away. */
type Change = { readonly [Key in keyof Ticket]?: Ticket[Key] | undefined };

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
    state: 'requested',
    module: event.module,
    operator: event.operator,
    report: event.report,
    reporter: event.by,
    ...(event.onBehalf === undefined ? {} : { onBehalf: event.onBehalf }),
    receivedAt: event.receivedAt,
    enteredAt: event.at,
    proposedClass: event.proposedClass,
    faultClass: event.proposedClass,
    priority: 'medium',
    securityRelevant: event.securityRelevant,
    cycles: [event.cycle],
    supplements: [],
    toldWithoutMaintainer: [],
    done: { reportFault: { by: event.by, role: event.role, at: event.at, version: 1 } },
  };
}

/** The version after the event, and who did its action last. */
function marked(ticket: Ticket, event: TicketEvent): Ticket {
  const version = ticket.version + 1;
  const action = actionOf[event.type];
  if (action === undefined) return { ...ticket, version };
  const mark = { by: event.by, role: event.role, at: event.at, version };
  return { ...ticket, version, done: { ...ticket.done, [action]: mark } };
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
        state: 'declined',
        decline: { reason, text, ...(duplicateOf === undefined ? {} : { duplicateOf }) },
      });
    }
    case 'reportReturned':
      return unassigned({
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
        module: event.to,
        ...(ticket.state === 'inProgress' ? { state: 'accepted' as const } : {}),
      });
    case 'markedSecurityRelevant':
      return { securityRelevant: true };
    case 'reactionBreached':
      return { cycles: withPresent(ticket, event.cycle) };
    case 'maintainerMissing':
      return { toldWithoutMaintainer: [...ticket.toldWithoutMaintainer, event.module] };
  }
}

/** Assignment ends with it (process 3). */
function unassigned(change: Change): Change {
  return { ...change, assignment: undefined };
}

function withPresent(ticket: Ticket, cycle: ReactionCycle): readonly ReactionCycle[] {
  return [...ticket.cycles.slice(0, -1), cycle];
}
