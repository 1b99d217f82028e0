import { setTimeout as pause } from 'node:timers/promises';

export interface StoreWatchOptions {
  /** Rejects when the store does not answer; may also stay silent. */
  readonly answers: () => Promise<unknown>;
  /** Makes a new connection to the store; rejects when that is not possible. */
  readonly renew: () => Promise<unknown>;
  /** Is told once that the store has not answered for `endsAfter`. */
  readonly lost: () => void;
  readonly report: (what: StoreSilence) => void;
  /** Monotonic time in milliseconds. */
  readonly elapsed: () => number;
  /** How long to wait for an answer, in milliseconds; resolves when it is over. */
  readonly patience?: () => Promise<unknown>;
}

/** What becomes known of a store that does not answer; `silent` in milliseconds. */
export type StoreSilence =
  | { readonly kind: 'connection renewed' | 'store lost'; readonly silent: number }
  | { readonly kind: 'connection not renewed'; readonly silent: number; readonly error: unknown };

/** Without an answer for so long, the connection itself may be stuck: a new one is tried at each look from then on; milliseconds. */
export const renewAfter = 3 * 60_000;
/** Without an answer for so long, the process is of no use: whoever started it starts it again; milliseconds. */
export const endsAfter = 10 * 60_000;
/** Longer than the driver takes to give up, in milliseconds. */
const standardPatience = 10_000;

/** Looks after the connection to the store, whatever else keeps the process from being ready. */
export class StoreWatch {
  private lastAnswer: number;
  private looking: Promise<void> | undefined;
  private isLost = false;

  constructor(private readonly options: StoreWatchOptions) {
    this.lastAnswer = options.elapsed();
  }

  /** Looks once, unless the last look is still under way; resolves when it is over. */
  look(): Promise<void> {
    this.looking ??= this.lookOnce().finally(() => (this.looking = undefined));
    return this.looking;
  }

  /** Resolves when a look under way is over. */
  async stop(): Promise<void> {
    await this.looking;
  }

  private async lookOnce(): Promise<void> {
    const { answers, elapsed, report, lost } = this.options;
    if (await this.inTime(answers)) {
      this.lastAnswer = elapsed();
      return;
    }
    const silent = elapsed() - this.lastAnswer;
    if (silent >= renewAfter && (await this.renewed(silent))) return;
    if (silent < endsAfter || this.isLost) return;
    this.isLost = true;
    report({ kind: 'store lost', silent });
    lost();
  }

  private async renewed(silent: number): Promise<boolean> {
    const { renew, answers, elapsed, report } = this.options;
    try {
      await renew();
    } catch (error) {
      report({ kind: 'connection not renewed', silent, error });
      return false;
    }
    if (!(await this.inTime(answers))) return false;
    this.lastAnswer = elapsed();
    report({ kind: 'connection renewed', silent });
    return true;
  }

  private async inTime(answers: () => Promise<unknown>): Promise<boolean> {
    const { patience = () => pause(standardPatience, undefined, { ref: false }) } = this.options;
    const answered = answers().then(
      () => true,
      () => false,
    );
    return Promise.race([answered, patience().then(() => false)]);
  }
}
