/** Something that a person did. */
export interface Deed {
  readonly id: string;
  readonly person: string;
  /** Compared with what a first step asks for, and otherwise unknown to the host. */
  readonly what: string;
}

/**
 * What the host needs to know about the bot beyond the wire: which instants are worth moving the clock to, and how to
 * reset both together. Supplied by the composition root; the host knows nothing else about the bot.
 */
export interface BotUnderTest {
  /** What people have done by now, as the bot has recorded it; at least what is still under way. */
  deeds(): Promise<readonly Deed[]>;
  /** The next instant after `after` at which a deadline ends or a warning is due; undefined if none is running. */
  nextDeadline(after: number): Promise<number | undefined>;
  /** The next instant after `after` at which service time begins; undefined if there is none. */
  nextOpening(after: number): number | undefined;
  /** Whether service time runs at this instant. */
  isOpen(at: number): boolean;
  /** The clock was moved: check at once for what is due by now. */
  moved(): Promise<void>;
  /** Whether any ticket has been reported. */
  hasTickets(): Promise<boolean>;
  /** Resolves when nothing is left that the bot can send now. */
  settled(): Promise<void>;
  /** Drops all of the bot's data; when it resolves, the bot is running again at the same address. */
  reset(): Promise<void>;
  /** Why it cannot be reset, in German; undefined if it can. */
  readonly resetRefused?: string;
}
