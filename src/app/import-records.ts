import type { Installation } from '../domain/organisation/installation';
import { eventsTowards, type OrganisationEvent } from '../domain/organisation/changes';
import type { OrganisationRecords } from '../domain/organisation/records';
import type { Clock } from './ports/clock';
import type { OrganisationStore } from './ports/organisation-store';
import type { RecordedDirectory } from './recorded-directory';

export interface ImportDeps {
  readonly organisation: OrganisationStore;
  readonly directory: RecordedDirectory;
  readonly clock: Clock;
  readonly newCommandId: () => string;
  /** Throws if what the records would be contradicts itself or what is set up. */
  readonly check: (after: Installation) => void;
}

/**
 * Brings the wanted records in, as one change; what is not named in them stays as it is. If somebody else was faster, the
 * differences are looked for again. Returns what was recorded: nothing where nothing differs.
 */
export async function importRecords(
  deps: ImportDeps,
  wanted: OrganisationRecords,
): Promise<readonly OrganisationEvent[]> {
  const { organisation, directory, clock, newCommandId } = deps;
  for (;;) {
    await directory.refresh();
    const events = eventsTowards(directory.records(), wanted);
    if (events.length === 0) return events;
    deps.check(directory.after(events));
    const isWritten = await organisation.append({
      version: directory.version() + 1,
      at: clock.now(),
      action: 'importRecords',
      commandId: newCommandId(),
      events,
    });
    if (isWritten) return events;
  }
}
