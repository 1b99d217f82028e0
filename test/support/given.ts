import { randomUUID } from 'node:crypto';
import type { Instant } from '../../src/domain/instant';
import type { Installation, Role } from '../../src/domain/organisation/installation';
import { defaultThresholdPercents } from '../../src/domain/reaction/thresholds';
import { localToInstant } from '../../src/domain/service-calendar/local-time';
import type { TicketCommand } from '../../src/domain/ticket/actions/registry';
import { decide, type Decision, type Refusal, ticketReferredTo } from '../../src/domain/ticket/decide';
import { decideDue, type TimeEvent } from '../../src/domain/ticket/decide-due';
import type { TicketEvent } from '../../src/domain/ticket/event-rules';
import { evolve } from '../../src/domain/ticket/evolve';
import { decideLapse } from '../../src/domain/ticket/lapsed-assignment';
import type { FaultReport } from '../../src/domain/ticket/fault-report';
import { actorIn } from '../../src/domain/ticket/rights';
import type { Ticket } from '../../src/domain/ticket/ticket';
import { installation } from './installation';
import { sampleCompletion, samplePlan, sampleTestRecord } from './tickets';

/** An instant given as a wall-clock time of Europe/Berlin: '2026-06-12T10:00'. */
export function berlin(local: string): Instant {
  const at = localToInstant(local, 'Europe/Berlin');
  if (at === undefined) throw new Error(`${local} does not exist in Europe/Berlin`);
  return at;
}

export const sampleReport: FaultReport = {
  title: 'Schichtbuch lässt sich nicht öffnen',
  description: 'Nach dem Anmelden bleibt die Liste leer.',
  environment: 'production',
  reproducible: 'always',
  firstAndSecondLevelDone: true,
};

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A command as a test writes it: the id comes by itself. */
export type CommandText = DistributiveOmit<TicketCommand, 'commandId'> & { readonly commandId?: string };

export const reportByNord: CommandText = {
  type: 'reportFault',
  operator: 'nord',
  module: 'journal',
  report: sampleReport,
  proposedClass: 2,
  securityRelevant: false,
  receivedAt: 0,
};

/** A ticket's story: commands one after the other, each by somebody at some time. */
export class Story {
  readonly events: TicketEvent[] = [];
  readonly others = new Map<string, Ticket>();
  ticket: Ticket | undefined;
  now: Instant;

  constructor(
    start: string | Instant,
    public organisation: Installation = installation,
  ) {
    this.now = typeof start === 'number' ? start : berlin(start);
  }

  at(local: string): this {
    this.now = berlin(local);
    return this;
  }

  try(person: string, role: Role, command: CommandText): Decision {
    const actor = actorIn(this.organisation, person, role);
    if (actor === undefined) throw new Error(`${person} is no ${role} in the test's organisation file`);
    const full = { commandId: randomUUID(), ...command };
    const referenced = ticketReferredTo(full) === undefined ? [] : [...this.others.values()];
    const context = {
      now: this.now,
      actor,
      reader: { person },
      installation: this.organisation,
      number: 'SP-2026-0001',
    };
    return decide(full, this.ticket, { ...context, referenced });
  }

  /** Does it, and fails the test where it is refused. */
  does(person: string, role: Role, command: CommandText): this {
    const decision = this.try(person, role, command);
    if (decision.kind === 'refusal') throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
    this.events.push(...decision.events);
    this.ticket = decision.events.reduce<Ticket | undefined>(evolve, this.ticket);
    return this;
  }

  refusal(person: string, role: Role, command: CommandText): Refusal {
    const decision = this.try(person, role, command);
    if (decision.kind === 'events')
      throw new Error(`not refused: ${decision.events.map((e) => e.type).join()}`);
    return decision.refusal;
  }

  /** What is due by itself at a wall-clock time of Europe/Berlin, recorded; answers the events in short. */
  timePasses(local: string, warningPercents = defaultThresholdPercents): readonly string[] {
    this.at(local);
    const events = this.due(warningPercents);
    this.events.push(...events);
    this.ticket = events.reduce<Ticket | undefined>(evolve, this.ticket);
    return events.map(inShort);
  }

  /** From now on this organisation is in force, and the bot records what that does to the ticket; answers the events in short. */
  reorganised(edit: (before: Installation) => Installation): readonly string[] {
    this.organisation = edit(this.organisation);
    const events = decideLapse(this.stands, { installation: this.organisation, now: this.now });
    this.events.push(...events);
    this.ticket = events.reduce<Ticket | undefined>(evolve, this.ticket);
    return events.map(inShort);
  }

  /** What the bot would record by itself now. */
  due(warningPercents = defaultThresholdPercents): readonly TimeEvent[] {
    const { calendars } = this.organisation;
    return decideDue(this.stands, { now: this.now, calendars, warningPercents });
  }

  /** A dispatcher does on the operator's word, said just now by phone, what the operator may. */
  doesOnWord(person: string, command: CommandText): this {
    return this.does(person, 'dispatcher', {
      ...command,
      onBehalf: { way: 'phone', saidBy: 'Leitwarte Nord', at: this.now },
    });
  }

  get stands(): Ticket {
    if (this.ticket === undefined) throw new Error('the story has no ticket yet');
    return this.ticket;
  }

  get types(): readonly string[] {
    return this.events.map((event) => event.type);
  }
}

/** 'reactionWarned 50', 'reminded returnUnanswered 5', 'reactionBreached'. */
function inShort(event: TicketEvent): string {
  switch (event.type) {
    case 'reactionWarned':
      return `${event.type} ${event.percent}`;
    case 'reminded':
      return `${event.type} ${event.timer} ${event.step}`;
    case 'assignmentLapsed':
      return `${event.type} ${event.reason}`;
    default:
      return event.type;
  }
}

/** A story up to a state, by the shortest way: reported by nord-1 on Wed 10 June 2026 at 10:00. */
export function requested(start = '2026-06-10T10:00', organisation = installation): Story {
  return new Story(start, organisation).does('nord-1', 'operator', reportByNord);
}
export function accepted(organisation = installation): Story {
  return requested(undefined, organisation)
    .at('2026-06-10T11:00')
    .does('dispatcher-1', 'dispatcher', { type: 'accept', faultClass: 2, priority: 'medium' });
}
export function assigned(organisation = installation): Story {
  return accepted(organisation)
    .at('2026-06-10T11:30')
    .does('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a1' });
}
export function returned(): Story {
  return requested()
    .at('2026-06-10T11:00')
    .does('dispatcher-1', 'dispatcher', { type: 'returnReport', missing: 'Welche Version?' });
}

/** Maintainer maintainer-a1 proposed, the operator agreed; the dispatcher is waited for. */
export function planned(organisation = installation): Story {
  return assigned(organisation)
    .at('2026-06-10T12:00')
    .does('maintainer-a1', 'maintainer', { type: 'proposePlan', plan: samplePlan })
    .does('nord-1', 'operator', { type: 'agreeToPlan' });
}
export function bound(organisation = installation): Story {
  return planned(organisation).does('dispatcher-1', 'dispatcher', { type: 'agreeToPlan' });
}
export function inProgress(organisation = installation): Story {
  return bound(organisation)
    .at('2026-06-10T13:00')
    .does('maintainer-a1', 'maintainer', { type: 'beginWork' });
}
export function fixed(organisation = installation): Story {
  return inProgress(organisation)
    .at('2026-06-10T15:00')
    .does('maintainer-a1', 'maintainer', { type: 'completeWork', completion: sampleCompletion });
}
export function inTest(organisation = installation): Story {
  return fixed(organisation).at('2026-06-10T16:00').does('dispatcher-1', 'dispatcher', { type: 'beginTest' });
}
export function released(organisation = installation): Story {
  return inTest(organisation).at('2026-06-11T09:00').does('dispatcher-1', 'dispatcher', {
    type: 'releaseAndClose',
    record: sampleTestRecord,
    noticeText: 'Die Suche findet wieder alle Einträge.',
  });
}
