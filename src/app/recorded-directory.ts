import {
  eventsTowards,
  evolveRecords,
  type OrganisationChange,
  type OrganisationEvent,
} from '../domain/organisation/changes';
import type { Installation } from '../domain/organisation/installation';
import {
  installationOf,
  noRecords,
  type OrganisationRecords,
  recordsOf,
} from '../domain/organisation/records';
import { takenOverAccess } from '../domain/organisation/taken-over-access';
import type { Clock } from './ports/clock';
import type { Directory } from './ports/directory';
import type { OrganisationStore } from './ports/organisation-store';

/** The organisation's records as read last, joined with what the organisation file sets up. */
export interface RecordedDirectory extends Directory {
  /** Counts the changes that are in it. */
  version(): number;
  records(): OrganisationRecords;
  /** Every change that is in it, in order. */
  changes(): readonly OrganisationChange[];
  /** The installation as it was after the change that led to this version. */
  at(version: number): Installation;
  /** The installation as it would be after these events. */
  after(events: readonly OrganisationEvent[]): Installation;
  /** Resolves when everything is in it that was recorded before the call. */
  refresh(): Promise<void>;
}

export interface RecordedDirectoryDeps {
  readonly organisation: OrganisationStore;
  /** What the organisation file says. */
  readonly file: Installation;
  readonly clock: Clock;
  readonly newCommandId: () => string;
}

/**
 * Opens the records. Where there are none yet, those of the organisation file are the first import, with the access to packages
 * of contracts that run; afterwards the file counts for what an administrator sets up alone. Of several processes that start at
 * once one imports.
 */
export async function openDirectory(deps: RecordedDirectoryDeps): Promise<RecordedDirectory> {
  const directory = new ReadDirectory(deps);
  await directory.refresh();
  if (directory.version() === 0) {
    await deps.organisation.append(firstImport(deps));
    await directory.refresh();
  }
  return directory;
}

type ReadingDeps = Pick<RecordedDirectoryDeps, 'organisation' | 'file'>;

/** The records as they are; undefined where there are none yet. */
export async function openRecorded(deps: ReadingDeps): Promise<RecordedDirectory | undefined> {
  const directory = new ReadDirectory(deps);
  await directory.refresh();
  return directory.version() > 0 ? directory : undefined;
}

/** For reading only: as the bot has it, or will have it at its first start. */
export async function readDirectory(deps: ReadingDeps): Promise<Directory> {
  return (await openRecorded(deps)) ?? { installation: () => deps.file };
}

function firstImport({ file, clock, newCommandId }: RecordedDirectoryDeps): OrganisationChange {
  const at = clock.now();
  return {
    version: 1,
    at,
    action: 'importRecords',
    commandId: newCommandId(),
    events: [...eventsTowards(noRecords, recordsOf(file)), ...takenOverAccess(file, at)],
  };
}

class ReadDirectory implements RecordedDirectory {
  private read: OrganisationRecords = noRecords;
  private joined: Installation;
  private readonly known: OrganisationChange[] = [];
  private reading: Promise<void> | undefined;
  private following: Promise<void> | undefined;

  constructor(private readonly deps: ReadingDeps) {
    this.joined = installationOf(deps.file, noRecords);
  }

  installation(): Installation {
    return this.joined;
  }

  version(): number {
    return this.known.at(-1)?.version ?? 0;
  }

  changes(): readonly OrganisationChange[] {
    return this.known;
  }

  records(): OrganisationRecords {
    return this.read;
  }

  at(version: number): Installation {
    const until = this.known.filter((change) => change.version <= version);
    return installationOf(
      this.deps.file,
      until.flatMap(({ events }) => events).reduce(evolveRecords, noRecords),
    );
  }

  after(events: readonly OrganisationEvent[]): Installation {
    return installationOf(this.deps.file, events.reduce(evolveRecords, this.read));
  }

  /** One look at a time: what is being read may have been looked up before a change that the caller knows of, so another look follows. */
  refresh(): Promise<void> {
    if (this.reading === undefined) return this.look();
    this.following ??= this.reading.then(
      () => this.follow(),
      () => this.follow(),
    );
    return this.following;
  }

  private follow(): Promise<void> {
    this.following = undefined;
    return this.look();
  }

  private look(): Promise<void> {
    this.reading = this.readOn().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async readOn(): Promise<void> {
    const read = await this.deps.organisation.changesSince(this.version());
    const changes = read.filter(({ version }) => version > this.version());
    if (changes.length === 0) return;
    this.read = changes.flatMap(({ events }) => events).reduce(evolveRecords, this.read);
    this.joined = installationOf(this.deps.file, this.read);
    this.known.push(...changes);
  }
}
