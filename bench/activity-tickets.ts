import { systemClock } from '../src/adapters/clock';
import type { MongoStores } from '../src/adapters/mongo/connect';
import { handleTicketCommand } from '../src/app/handle-ticket-command';
import type { OneAtATime } from '../src/app/one-at-a-time';
import type { Clock } from '../src/app/ports/clock';
import type { Directory } from '../src/app/ports/directory';
import type { TicketRecord } from '../src/app/ports/ticket-store';
import type { Instant } from '../src/domain/instant';
import { defaultThresholdPercents } from '../src/domain/reaction/thresholds';
import type { TicketCommand } from '../src/domain/ticket/actions/registry';
import type { ReportFault } from '../src/domain/ticket/actions/report-fault';
import { decide } from '../src/domain/ticket/decide';
import type { TicketEvent } from '../src/domain/ticket/event-rules';
import { evolve, replay } from '../src/domain/ticket/evolve';
import { actorIn } from '../src/domain/ticket/rights';
import type { Ticket } from '../src/domain/ticket/ticket';
import { cardOf, dispatchChannel, type WaitingTicket } from './activity-press';
import { randomUUID } from 'node:crypto';

const operator = 'netz-nord';
const atOnce = 32;

/** A report is about no other ticket. */
const oneAtATime: OneAtATime = (work) => work();

/** Reports faults through the use case; each gets its card in the dispatch channel, and nothing is left to send. */
export async function prepareTickets(
  stores: MongoStores,
  directory: Directory,
  count: number,
  clock: Clock = systemClock,
): Promise<WaitingTicket[]> {
  const deps = {
    ...stores,
    directory,
    clock,
    proofs: { make: () => '' },
    warningPercents: defaultThresholdPercents,
    effectsWaiting: () => undefined,
    oneAtATime,
  };
  return inChunks(count, async () => {
    const outcome = await handleTicketCommand(deps, {
      person: 'leitwarte-nord-a',
      role: 'operator',
      reader: { person: 'leitwarte-nord-a' },
      command: report(clock.now()),
    });
    if (outcome.kind !== 'done') throw new Error(`a report was ${outcome.kind}`);
    return settled(stores, outcome.record);
  });
}

/** Tickets with a history of this many events, made by the domain's own rules and stored in one write each. */
export async function prepareLongTickets(
  stores: MongoStores,
  directory: Directory,
  count: number,
  events: number,
): Promise<WaitingTicket[]> {
  return inChunks(count, async () => {
    const number = await stores.tickets.nextNumber(2000);
    const history = historyOf(directory, number, events);
    const record = await stores.tickets.create(replay(history), history);
    if (record === 'duplicate') throw new Error('a report was a duplicate');
    return settled(stores, record);
  });
}

function historyOf(directory: Directory, number: string, length: number): TicketEvent[] {
  const decided = (command: TicketCommand, ticket: Ticket | undefined, role: 'operator' | 'dispatcher') => {
    const installation = directory.installation();
    const person = role === 'operator' ? 'leitwarte-nord-a' : 'dispatcher-1';
    const actor = actorIn(installation, person, role);
    if (actor === undefined) throw new Error(`${person} is no ${role}`);
    const reader = { person };
    const context = { now: systemClock.now(), actor, reader, installation, number };
    const decision = decide(command, ticket, context);
    if (decision.kind === 'refusal') throw new Error(`refused: ${decision.refusal.code}`);
    return decision.events;
  };
  const events = [...decided(report(systemClock.now()), undefined, 'operator')];
  let ticket = replay(events);
  while (events.length < length) {
    const priority = ticket.priority === 'high' ? 'low' : 'high';
    const added = decided(
      { type: 'changePriority', commandId: randomUUID(), priority },
      ticket,
      'dispatcher',
    );
    ticket = added.reduce<Ticket>(evolve, ticket);
    events.push(...added);
  }
  return events;
}

async function settled(stores: MongoStores, { ticket, events }: TicketRecord): Promise<WaitingTicket> {
  const { number, version } = ticket;
  await stores.tickets.effectsPlanned(number, events.length);
  await stores.cards.save({
    ticket: number,
    subject: 'ticket',
    laneKey: `channel:${dispatchChannel}`,
    place: { kind: 'dispatch' },
    conversation: dispatchChannel,
    activityId: cardOf(number),
    shownVersion: version,
    withdrawn: false,
  });
  return { number, version };
}

function report(receivedAt: Instant): ReportFault {
  return {
    type: 'reportFault',
    commandId: randomUUID(),
    operator,
    module: 'betriebstagebuch',
    proposedClass: 2,
    securityRelevant: false,
    receivedAt,
    report: {
      title: 'Schichtbuch bleibt leer',
      description: 'Nach dem Anmelden bleibt die Liste der Schicht leer. '.repeat(8).trim(),
      since: 'seit dem Update gestern',
      environment: 'production',
      reproducible: 'always',
      workaround: 'Die Einträge stehen auf Papier.',
      firstAndSecondLevelDone: true,
    },
  };
}

async function inChunks<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  while (made.length < count) {
    const size = Math.min(atOnce, count - made.length);
    made.push(...(await Promise.all(Array.from({ length: size }, make))));
  }
  return made;
}
