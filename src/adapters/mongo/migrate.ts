import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { createLease, type Lease } from '../../app/lease';
import { reactionsOf } from '../../app/reactions/reactions-of';
import type { LeaseStore } from '../../app/ports/lease-store';
import type { Ticket } from '../../domain/ticket/ticket';
import { type MarkedModel, type MongoDataVersion, olderThan } from './data-version';
import type { Change, OldDocument, Step } from './migrations/migration';
import { migrations, versionNeeded } from './migrations/registry';
import type { MongoReactionStore } from './reaction-store';
import { fromStored } from './stored-form';
import { listFieldsOf } from './ticket-document';

/** How long a process may be silent before another one goes on with its migration; milliseconds. */
const standardTerm = 15_000;
/** How often to look whether another process has finished; milliseconds. */
const lookEvery = 250;
/** Documents between two renewals of the lease. */
const batchSize = 200;

/** What is told of a migration. */
export type MigrationReport =
  | { readonly what: 'waiting' }
  | { readonly what: 'begun' }
  | { readonly what: 'under way'; readonly documents: number }
  | { readonly what: 'done'; readonly documents: number };

export interface MigrateDeps {
  readonly version: MongoDataVersion;
  readonly leases: LeaseStore;
  readonly reactions: Pick<MongoReactionStore, 'publishMissing'>;
  readonly report: (what: MigrationReport) => void;
  readonly term?: number;
}

/**
 * Brings every document to the form that this software knows, in the order of the registry. One process does it, others
 * wait for it. Each document is one guarded write that also marks its version, so whoever comes after a kill goes on with
 * the rest. Throws DataOfOtherVersion for data of later software.
 */
export async function migrate(deps: MigrateDeps): Promise<void> {
  const { version, leases, term = standardTerm } = deps;
  await version.checkNotNewer();
  const lease = createLease({
    leases,
    name: 'migration',
    holder: randomUUID(),
    term,
    elapsed: () => performance.now(),
    // Only how long something lasts is asked for.
    clock: { now: () => performance.now() },
  });
  let told = false;
  while (await version.isOlder()) {
    if (await lease.renew()) {
      await migrateAll(deps, lease).finally(() => lease.release());
    } else {
      if (!told) deps.report({ what: 'waiting' });
      told = true;
      await wait(lookEvery);
    }
  }
  await version.checkNotNewer();
  await version.record();
}

/** Ends early if the lease is lost: then somebody else goes on. */
async function migrateAll(deps: MigrateDeps, lease: Lease): Promise<void> {
  // Before anything is changed: earlier software must not start on what is half migrated.
  await deps.version.record();
  deps.report({ what: 'begun' });
  let documents = 0;
  for (const [index, { steps }] of migrations.entries()) {
    for (const model of deps.version.models()) {
      const step = steps[model.collection.name];
      if (step === undefined) continue;
      for (;;) {
        const migrated = await migrateBatch(deps, model, { to: index + 1, step });
        if (migrated === 0) break;
        documents += migrated;
        deps.report({ what: 'under way', documents });
        if (!(await lease.renew())) return;
      }
    }
  }
  deps.report({ what: 'done', documents });
}

/** One migration of one collection. */
interface Task {
  readonly to: number;
  readonly step: Step;
}

/** Returns how many were migrated; 0 if there are none left. */
async function migrateBatch(deps: MigrateDeps, model: MarkedModel, task: Task): Promise<number> {
  const batch = await model.collection.find(olderThan(task.to)).limit(batchSize).toArray();
  const written = await Promise.all(batch.map((stored) => migrateDocument(deps, model, task, stored)));
  const migrated = written.filter(Boolean).length;
  if (migrated === 0 && batch.length > 0)
    throw new Error(`documents of ${model.collection.name} cannot be migrated`);
  return migrated;
}

interface MarkedDocument {
  readonly _id: string;
  readonly version?: number;
  readonly schemaVersion?: number | null;
}

/** Returns whether it was written; a ticket changed meanwhile is met again. */
async function migrateDocument(
  { reactions }: MigrateDeps,
  model: MarkedModel,
  { to, step }: Task,
  stored: object,
): Promise<boolean> {
  const { _id, version, schemaVersion = null } = stored as MarkedDocument;
  const isTicket = model.collection.name === 'tickets';
  const guard = { _id, schemaVersion, ...(isTicket && { version }) };
  // Fields of earlier versions are in no schema; those of the present one are stored as it says.
  const options = { strict: false, strictQuery: false } as const;
  const change = step(fromStored<OldDocument>(stored));
  if (change === 'remove') return (await model.deleteOne(guard).setOptions(options)).deletedCount === 1;
  const isLast = isTicket && to === versionNeeded('tickets');
  const ticket = isLast ? changedTicket(fromStored<OldDocument>(stored), change) : undefined;
  if (ticket !== undefined) await reactions.publishMissing(reactionsOf(ticket));
  const set = { ...change.set, ...(ticket && listFieldsOf(ticket)), schemaVersion: to };
  const unset = Object.fromEntries((change.unset ?? []).map((field) => [field, 1]));
  const { matchedCount } = await model.updateOne(guard, { $set: set, $unset: unset }, options);
  return matchedCount === 1;
}

/** The ticket as it will be stored, from which lists and reports are derived. */
function changedTicket(document: OldDocument, { set = {} }: Change): Ticket {
  const changed = structuredClone(document) as Record<string, unknown>;
  for (const [path, value] of Object.entries(set)) setAt(changed, path.split('.'), value);
  return changed['ticket'] as Ticket;
}

function setAt(
  into: Record<string, unknown>,
  [field = '', ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) into[field] = value;
  else setAt((into[field] ??= {}) as Record<string, unknown>, rest, value);
}
