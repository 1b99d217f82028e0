import type { Logger } from '../adapters/logging';
import type { DialogMode } from '../adapters/teams/cards/dialog-mode';
import type { MongoStores } from '../adapters/mongo/connect';
import type { AuthenticationOptions } from '../adapters/teams/sdk/authentication';
import type { RetrySchedule } from '../app/delivery-attempts';
import type { Clock } from '../app/ports/clock';
import type { Directory } from '../app/ports/directory';
import type { RecordedDirectory } from '../app/recorded-directory';
import type { TicketStore } from '../app/ports/ticket-store';
import type { Installation } from '../domain/organisation/installation';

/** Everything the bot is given from outside; tests supply their own parts. */
export interface BotParts {
  readonly storeUri: string;
  /** What the organisation file says: the set-up, and the first import into an empty store. */
  readonly organisationFile: Installation;
  /** The file is the sample, whose days are those of the start: nobody has edited it who would expect that to count. */
  readonly isSample?: boolean;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly mode: DialogMode;
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  readonly authentication: AuthenticationOptions;
  /** Names this process among those on the same store; a single local one keeps its name across restarts. */
  readonly holder: string;
  readonly retries?: RetrySchedule;
  /** 'HH:MM'; without it the daily digest comes at the start of service time. */
  readonly digestTime?: string;
  /** Off when only requests are measured. */
  readonly sending?: boolean;
  /** Ascending percentages of the service time until the deadline (process 2, Warnings). */
  readonly warningPercents?: readonly number[];
  /**
   * Within how many milliseconds reminders share a post; a minute unless given. 0 tells each at once, where the clock is
   * moved and nobody waits for a minute to end.
   */
  readonly remindersShare?: number;
  /** How often to check for what is due, in milliseconds; 0 for only on request. */
  readonly checkEvery?: number;
  /** Monotonic time in milliseconds, for the sender's lease and for noticing that the clock was moved. */
  readonly elapsed?: () => number;
  /** Is told once that the store has not answered for 10 minutes, also over a new connection. */
  readonly storeLost?: () => void;
}

/** The stores, with the tickets as they stand in the organisation in force. */
export type StoresInForce = Omit<MongoStores, 'tickets'> & { readonly tickets: TicketStore };

/** The parts, once the organisation's records were read. */
export interface JoinedParts extends BotParts {
  /** In force now: the records, with the roles that people hold today. */
  readonly directory: Directory;
  /** The same as recorded, whether in force today or not. */
  readonly recorded: RecordedDirectory;
  /** Resolves when all that was recorded before the call is in the directory. */
  readonly refreshDirectory: () => Promise<void>;
}
