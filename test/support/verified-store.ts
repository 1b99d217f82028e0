import type { MongoStores } from '../../src/adapters/mongo/connect';
import { nextDue } from '../../src/app/next-due';
import { rearmEdited } from '../../src/app/rearm-timers';
import { relayEffects } from '../../src/app/relay-effects';
import type { Finding } from '../../src/app/verify/finding';
import { timersToVerify } from '../../src/app/timers-to-verify';
import {
  type TimersToVerify,
  verify,
  type Verification,
  type VerifyOptions,
} from '../../src/app/verify/verify';
import { defaultThresholdPercents } from '../../src/domain/reaction/thresholds';
import type { OrganisationChange, OrganisationEvent } from '../../src/domain/organisation/changes';
import type { Person } from '../../src/domain/organisation/installation';
import type { TicketEvent } from '../../src/domain/ticket/event-rules';
import { replay } from '../../src/domain/ticket/evolve';
import type { TicketNumber } from '../../src/domain/ticket/ticket';
import { assigned, berlin, inTest, released, type Story } from './given';
import { installation } from './installation';
import { sampleTime } from './tickets';

const timerSettings = {
  directory: { installation: () => installation },
  warningPercents: defaultThresholdPercents,
};

/** The story's events as those of a ticket with this number. */
export function eventsAs(number: TicketNumber, story: Story): readonly TicketEvent[] {
  return story.events.map((event) =>
    event.type === 'faultReported' ? { ...event, number, commandId: `report-${number}` } : event,
  );
}

/** Writes a ticket as the bot does: the report, then the rest in further writes. */
export async function writeTicket(stores: MongoStores, events: readonly TicketEvent[]): Promise<void> {
  const [first, ...later] = events;
  if (first === undefined) throw new Error('a history has a report');
  const reported = replay([first]);
  let record = await stores.tickets.create(reported, [first], nextDue(timerSettings, reported));
  if (record === 'duplicate') throw new Error('it is new');
  for (const [index, event] of later.entries()) {
    const after = replay(events.slice(0, index + 2));
    const next = await stores.tickets.append(record, after, [event], nextDue(timerSettings, after));
    if (next === undefined) throw new Error('nobody else writes');
    record = next;
  }
}

/** What is due is anchored, planned and published, as the one sender does. */
export async function relayAll(stores: MongoStores): Promise<void> {
  const directory = { installation: () => installation };
  const deps = {
    ...stores,
    directory,
    warningPercents: defaultThresholdPercents,
    clock: { now: () => sampleTime },
    isStoreFailure: () => true,
    // Nothing was posted.
    shownPosts: { review: () => Promise.resolve() },
    // Everything is taken for a failure of the store, which is not put up with.
    notPlanned: () => Promise.resolve(),
  };
  while (await relayEffects(deps));
}

/** Brings the organisation from the one version to the other: an import, a role changed, a name changed. */
export async function reorganise({ organisation }: MongoStores, from: number, to: number): Promise<void> {
  const wanted = organisationChanges.filter(({ version }) => version >= from && version <= to);
  for (const change of wanted)
    if (!(await organisation.append(change))) throw new Error('nobody else writes');
}

const moved: Person = {
  id: 'moved',
  name: 'Person moved',
  mail: 'moved@example.org',
  phone: '+49 30 0000001',
  organisation: 'nord',
  identities: [],
  roles: [{ role: 'operator' }],
  since: '2024-05-01',
};
const stays: Person = { ...moved, id: 'stays', name: 'Person stays', mail: 'stays@example.org' };
const dispatches: Person = { ...moved, roles: [{ role: 'dispatcher' }] };

const decided: readonly (readonly OrganisationEvent[])[] = [
  [
    { type: 'organisationRecorded', organisation: { id: 'nord', name: 'Netz Nord', contactPeople: [] } },
    { type: 'personRecorded', person: moved },
    { type: 'personRecorded', person: stays },
    { type: 'absenceRecorded', absence: { person: 'stays', from: '2026-06-15', to: '2026-06-19' } },
  ],
  [{ type: 'personRecorded', person: dispatches }],
  [{ type: 'personRecorded', person: { ...dispatches, name: 'Person renamed' } }],
];

const organisationChanges = decided.map((events, index): OrganisationChange => ({
  version: index + 1,
  at: sampleTime + index,
  action: 'importRecords',
  commandId: `change-${index + 1}`,
  by: { person: 'owner', role: 'processOwner' },
  events,
}));

export const numbers = ['SP-2026-0001', 'SP-2026-0002', 'SP-2026-0003'] as const;

/** As a start of the bot leaves it. */
async function armAll(stores: MongoStores): Promise<void> {
  await rearmEdited({
    ...stores,
    ...timerSettings,
    clock: { now: () => sampleTime },
    effectsWaiting: () => undefined,
    isStoreFailure: () => true,
    leftOut: () => undefined,
  });
}

/** Three tickets, three refused attempts and three changes of the organisation, all of them in the ledger; the third ticket was relayed halfway, too. */
export async function fillStore(stores: MongoStores): Promise<void> {
  await armAll(stores);
  await reorganise(stores, 1, 3);
  const [first, second, third] = numbers;
  await writeTicket(stores, eventsAs(first, released()));
  await writeTicket(stores, eventsAs(second, assigned()));
  await writeTicket(stores, eventsAs(third, assigned()));
  await relayAll(stores);
  const before = await stores.tickets.find(third);
  const later = eventsAs(third, inTest()).slice(before?.events.length);
  for (const event of later) {
    const record = await stores.tickets.find(third);
    if (record === undefined) throw new Error('it was written');
    const after = replay([...record.events, event]);
    await stores.tickets.append(record, after, [event], nextDue(timerSettings, after));
  }
  for (const person of ['nord-1', 'nord-2', 'sued-1']) {
    const at = berlin('2026-06-10T12:00');
    await stores.audit.refused({
      at,
      person,
      role: 'operator',
      ticket: first,
      action: 'accept',
      code: 'notPermitted',
    });
  }
  await relayAll(stores);
}

/** By the settings that the bot has armed the timers by, at an instant before any of them is reached. */
export function timersIn({ settings }: Pick<MongoStores, 'settings'>, now = sampleTime): TimersToVerify {
  return timersToVerify({ ...timerSettings, settings, clock: { now: () => now } });
}

/** Everything that a verification of the store finds. */
export async function findingsIn(
  stores: Pick<MongoStores, 'evidence' | 'settings'>,
  options: Omit<VerifyOptions, 'found'> = {},
): Promise<readonly Finding[]> {
  return (await verified(stores, options)).found;
}

export async function verified(
  { evidence, settings }: Pick<MongoStores, 'evidence' | 'settings'>,
  options: Omit<VerifyOptions, 'found'> = {},
): Promise<Verification & { readonly found: readonly Finding[] }> {
  const found: Finding[] = [];
  const verification = await verify(evidence, {
    timers: timersIn({ settings }),
    ...options,
    found: (finding) => found.push(finding),
  });
  return { ...verification, found };
}
