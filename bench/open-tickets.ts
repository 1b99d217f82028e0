import { randomUUID } from 'node:crypto';
import type { MongoStores } from '../src/adapters/mongo/connect';
import { loadOrganisation } from '../src/adapters/organisation/load-organisation';
import { sampleOrganisationFile } from '../src/config';
import type { Instant } from '../src/domain/instant';
import type { Installation, PersonId, Role } from '../src/domain/organisation/installation';
import { calendarAt } from '../src/domain/reaction/calendar-timeline';
import type { FaultClass } from '../src/domain/reaction/fault-class';
import { defaultThresholdPercents } from '../src/domain/reaction/thresholds';
import { instantToLocal } from '../src/domain/service-calendar/local-time';
import type { ServiceCalendar } from '../src/domain/service-calendar/service-calendar';
import type { TicketCommand } from '../src/domain/ticket/actions/registry';
import { decide } from '../src/domain/ticket/decide';
import type { TicketEvent } from '../src/domain/ticket/event-rules';
import { replay } from '../src/domain/ticket/evolve';
import { actorIn } from '../src/domain/ticket/rights';
import { nextDueAt } from '../src/domain/ticket/timers';

/** A separate year, for numbers that no other ticket has. */
const year = 2001;
const batchSize = 1_000;
const minutes = 60_000;
/** Past half of class 1's reaction time, but not yet three quarters of it, in seconds of service time. */
const dueAfter = 2.25 * 3600;

type Command = TicketCommand extends infer T
  ? T extends TicketCommand
    ? Omit<T, 'commandId'>
    : never
  : never;
type Step = readonly [person: PersonId, role: Role, command: Command];

/**
 * Fills the store with open tickets in all states and classes: `dueNow` of them have passed half of their reaction time
 * at `now` (inside service time), the others have nothing due for days. Each kind of ticket goes through the domain and
 * the schema once; the rest are copies under other numbers, stored in batches. Nothing is left to send.
 */
export async function fillOpenTickets(
  stores: MongoStores,
  count: number,
  dueNow: number,
  now: Instant,
): Promise<void> {
  const installation = loadOrganisation(sampleOrganisationFile);
  const { calendar } = calendarAt(installation.calendars, now);
  const [due, ...others] = await Promise.all(
    storiesOf(now, calendar).map(({ receivedAt, steps }, index) =>
      template(stores, installation, numberOf(index + 1), receivedAt, now, steps),
    ),
  );
  if (due === undefined) throw new Error('there is a kind of ticket that is due');
  const collection = stores.tickets.model.collection;
  await collection.deleteMany({ _id: { $in: [due, ...others].map(({ _id }) => _id) } } as object);
  for (let made = 0; made < count; made += batchSize) {
    const copies = Array.from({ length: Math.min(batchSize, count - made) }, (_, index) => {
      const at = made + index;
      const kind = at < dueNow ? due : (others[at % others.length] ?? due);
      return copyOf(kind, numberOf(at + 1));
    });
    await collection.insertMany(copies, { ordered: false });
  }
}

interface TicketStory {
  readonly receivedAt: Instant;
  readonly steps: readonly Step[];
}

/** The first one is the due ticket. */
function storiesOf(now: Instant, calendar: ServiceCalendar): readonly TicketStory[] {
  const accept: Step = ['dispatcher-1', 'dispatcher', { type: 'accept', faultClass: 2, priority: 'medium' }];
  const assign: Step = ['dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-west' }];
  const begin: Step = [
    'maintainer-west',
    'maintainer',
    { type: 'beginWork', immediateStartReason: 'Leitwarte ohne Tagebuch' },
  ];
  const complete: Step = [
    'maintainer-west',
    'maintainer',
    {
      type: 'completeWork',
      completion: {
        fixVersion: '2.3.1',
        packageReference: 'betriebstagebuch-2.3.1',
        changed: 'Der Suchindex wird beim Start gelesen.',
        affectedVersions: ['<2.3.1'],
      },
    },
  ];
  const ask: Step = [
    'dispatcher-1',
    'dispatcher',
    { type: 'askOperator', question: 'Seit welcher Version?' },
  ];
  const plan: Step = [
    'maintainer-west',
    'maintainer',
    {
      type: 'proposePlan',
      plan: {
        cause: 'Der Suchindex wird beim Start nicht gelesen.',
        measure: 'patch',
        affectedVersions: ['<2.3.1'],
        targetDate: instantToLocal(calendar.addServiceDays(now, 10), calendar.zone).date,
        testApproach: 'Suche nach einem Eintrag von gestern.',
      },
    },
  ];
  const reported = (faultClass: FaultClass): Step => ['leitwarte-nord-a', 'operator', report(faultClass)];
  return [
    { receivedAt: receivedBefore(now, calendar), steps: [reported(1)] },
    { receivedAt: now, steps: [reported(4)] },
    { receivedAt: now, steps: [reported(2), accept] },
    { receivedAt: now, steps: [reported(2), accept, assign, plan] },
    { receivedAt: now, steps: [reported(2), accept, assign, begin] },
    { receivedAt: now, steps: [reported(2), accept, assign, begin, ask] },
    { receivedAt: now, steps: [reported(2), accept, assign, begin, complete] },
    {
      receivedAt: now,
      steps: [
        reported(2),
        accept,
        assign,
        begin,
        complete,
        ['dispatcher-1', 'dispatcher', { type: 'beginTest' }],
      ],
    },
  ];
}

function report(faultClass: FaultClass): Extract<Command, { type: 'reportFault' }> {
  return {
    type: 'reportFault',
    operator: 'netz-nord',
    module: 'betriebstagebuch',
    proposedClass: faultClass,
    securityRelevant: false,
    receivedAt: 0,
    report: {
      title: 'Schichtbuch bleibt leer',
      description: 'Nach dem Anmelden bleibt die Liste der Schicht leer. '.repeat(8).trim(),
      environment: 'production',
      reproducible: 'always',
      firstAndSecondLevelDone: true,
    },
  };
}

/** The latest full minute from which that much service time has been used at `now`. */
function receivedBefore(now: Instant, calendar: ServiceCalendar): Instant {
  let receivedAt = now;
  while (calendar.between(receivedAt, now) < dueAfter) receivedAt -= minutes;
  return receivedAt;
}

type StoredTicket = Readonly<Record<string, unknown>> & {
  readonly _id: string;
  readonly listOrder: string;
  readonly ticket: object;
  readonly events: readonly object[];
};

/** Writes one ticket as the bot would, and returns the resulting document. */
async function template(
  stores: MongoStores,
  installation: Installation,
  number: string,
  receivedAt: Instant,
  now: Instant,
  steps: readonly Step[],
): Promise<StoredTicket> {
  const events: TicketEvent[] = [];
  for (const [person, role, command] of steps) {
    const actor = actorIn(installation, person, role);
    if (actor === undefined) throw new Error(`${person} is no ${role}`);
    const received = command.type === 'reportFault' ? { receivedAt } : {};
    const full = { ...command, ...received, commandId: randomUUID() } as TicketCommand;
    // Only the report is as old as its receipt; recording what is late is left to the check.
    const at = command.type === 'reportFault' ? receivedAt : now;
    const ticket = events.length === 0 ? undefined : replay(events);
    const reader = { person };
    const decision = decide(full, ticket, { now: at, actor, reader, installation, number });
    if (decision.kind === 'refusal') throw new Error(`${command.type}: ${decision.refusal.code}`);
    events.push(...decision.events);
  }
  const settings = { calendars: installation.calendars, warningPercents: defaultThresholdPercents };
  const ticket = replay(events);
  const record = await stores.tickets.create(ticket, events, nextDueAt(ticket, settings));
  if (record === 'duplicate') throw new Error('a report was a duplicate');
  await stores.tickets.effectsPlanned(number, events.length);
  const stored = await stores.tickets.model.collection.findOne({ _id: number } as object);
  if (stored === null) throw new Error('a ticket that was written is there');
  return stored as unknown as StoredTicket;
}

/** The same ticket under another number. Its history keeps the hashes of the original, which nothing here reads. */
function copyOf(kind: StoredTicket, number: string): object {
  const reportCommandId = `copy-${number}`;
  const [first, ...later] = kind.events;
  return {
    ...kind,
    _id: number,
    reportCommandId,
    ticket: { ...kind.ticket, number },
    events: [{ ...first, number, commandId: reportCommandId }, ...later],
    listOrder: kind.listOrder.replace(
      /SP-.*$/,
      number.replace(/\d+$/, (digits) => digits.padStart(8, '0')),
    ),
  };
}

/** The number of one of these tickets, counted from 1; those that are due come first. */
export function numberOf(sequence: number): string {
  return `SP-${year}-${String(sequence).padStart(4, '0')}`;
}
