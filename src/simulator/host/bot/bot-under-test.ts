/**
 * What the host needs to know of the bot besides what goes over the wire: where time is worth moving to, and how both are
 * begun anew together. The composition root gives it; the host knows nothing else of the bot.
 */
export interface BotUnderTest {
  /** The next instant after `after` at which a deadline ends or a warning is due; undefined where none runs. */
  nextDeadline(after: number): Promise<number | undefined>;
  /** The next instant after `after` at which service time begins; undefined where none does. */
  nextOpening(after: number): number | undefined;
  /** Whether service time runs at this instant. */
  isOpen(at: number): boolean;
  /** The clock was moved: what is due by now is to be looked for at once. */
  moved(): Promise<void>;
  /** Whether a ticket was ever reported. */
  hasTickets(): Promise<boolean>;
  /** Resolves when nothing is left that the bot can send now. */
  settled(): Promise<void>;
  /** Drops all of the bot's data and has it running again at the same address when it resolves. */
  reset(): Promise<void>;
  /** Why it cannot be reset, in German; undefined where it can. */
  readonly resetRefused?: string;
}
