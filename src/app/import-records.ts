import { takenByChange } from '../domain/organisation/actions/taken-by-change';
import { eventsTowards, type OrganisationEvent } from '../domain/organisation/changes';
import { type Contradiction, contradictionsIn } from '../domain/organisation/contradictions';
import type { Instant } from '../domain/instant';
import type { Installation } from '../domain/organisation/installation';
import type { OrganisationRecords } from '../domain/organisation/records';
import type { Clock } from './ports/clock';
import type { OrganisationStore } from './ports/organisation-store';
import type { RecordedDirectory } from './recorded-directory';

export interface ImportDeps {
  readonly organisation: OrganisationStore;
  readonly directory: RecordedDirectory;
  readonly clock: Clock;
  readonly newCommandId: () => string;
}

/** What was recorded, nothing where nothing differs; or why nothing was. */
export type ImportOutcome =
  { readonly recorded: readonly OrganisationEvent[] } | { readonly contradicted: Contradicted };

/** What the records would be, and in what they would contradict one another. */
export interface Contradicted {
  readonly after: Installation;
  readonly contradictions: readonly Contradiction[];
}

/**
 * Brings the wanted records in, as one change; what is not named in them stays as it is. If somebody else was faster, the
 * differences are looked for again.
 */
export async function importRecords(deps: ImportDeps, wanted: OrganisationRecords): Promise<ImportOutcome> {
  const { organisation, directory, clock, newCommandId } = deps;
  for (;;) {
    await directory.refresh();
    const events = eventsOfImport(directory, wanted, clock.now());
    if (events.length === 0) return { recorded: [] };
    const contradicted = contradictedBy(directory, events);
    if (contradicted !== undefined) return { contradicted };
    const isWritten = await organisation.append({
      version: directory.version() + 1,
      at: clock.now(),
      action: 'importRecords',
      commandId: newCommandId(),
      events,
    });
    if (isWritten) return { recorded: events };
  }
}

/** The differences, and what they bring with them for those who maintain a module no more (process 7). Whoever newly does is active: they did already. */
export function eventsOfImport(
  directory: RecordedDirectory,
  wanted: OrganisationRecords,
  now: Instant,
): readonly OrganisationEvent[] {
  const records = directory.records();
  const events = eventsTowards(records, wanted);
  return [...events, ...takenByChange(events, records, { recorded: directory.installation(), now })];
}

/** Whether the records would contradict one another after the events. */
export function contradictedBy(
  directory: RecordedDirectory,
  events: readonly OrganisationEvent[],
): Contradicted | undefined {
  const after = directory.after(events);
  const contradictions = contradictionsIn(after);
  return contradictions.length === 0 ? undefined : { after, contradictions };
}
