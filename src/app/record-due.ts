import { dueEvents } from '../domain/organisation/due-records';
import type { Installation } from '../domain/organisation/installation';
import type { Instant } from '../domain/instant';
import type { OrganisationStore } from './ports/organisation-store';
import type { RecordedDirectory } from './recorded-directory';

export interface DueRecordsDeps {
  readonly organisation: Pick<OrganisationStore, 'append'>;
  readonly recorded: RecordedDirectory;
  readonly effectsWaiting: () => void;
  readonly report: (what: DueRecordsReport) => void;
}

/** How many records were entered or changed; told where any were. */
export interface DueRecordsReport {
  readonly records: number;
}

/** Records what time brings to the organisation: tasks of package access, and reminders (process 8). */
export interface DueRecords {
  /** Cheap where nothing has changed within the minute. Throws where the store fails: what is still due is found again. */
  run(now: Instant): Promise<void>;
}

const minute = 60_000;

/**
 * What is due is asked of the records as they are and written in one guarded write, until nothing is left. If somebody else was
 * faster, it is asked again: of several processes one records. Each failed guard means that another change succeeded, and what is
 * recorded is not due any more, so the loop ends.
 */
export function createDueRecords({
  organisation,
  recorded,
  effectsWaiting,
  report,
}: DueRecordsDeps): DueRecords {
  /** Of which records nothing was due any more, and in which minute. */
  let settled: { readonly installation: Installation; readonly minute: number } | undefined;

  async function record(now: Instant): Promise<number> {
    for (let records = 0; ;) {
      await recorded.refresh();
      const events = dueEvents(recorded.installation(), now);
      if (events.length === 0) return records;
      const version = recorded.version() + 1;
      const change = { version, at: now, action: 'recordDue', commandId: `due-${version}`, events } as const;
      if (await organisation.append(change)) records += events.length;
    }
  }

  return {
    async run(now) {
      const inMinute = Math.floor(now / minute);
      if (settled?.installation === recorded.installation() && settled.minute === inMinute) return;
      const records = await record(now);
      settled = { installation: recorded.installation(), minute: inMinute };
      if (records === 0) return;
      effectsWaiting();
      report({ records });
    },
  };
}
