import type { ConnectorRecord } from './record';

const defaultWithin = 5_000;

/** Waits for something to happen, driven by events, never by polling. */
export class ActivityWatch {
  private underWay = 0;
  private readonly idleListeners = new Set<() => void>();

  constructor(private readonly record: ConnectorRecord) {}

  /** Counts a request or delivery as under way. */
  begin(): void {
    this.underWay += 1;
    this.changed();
  }

  /** Counts it as finished. */
  end(): void {
    this.underWay -= 1;
    this.changed();
  }

  /**
   * Calls `look` now and after every change until it returns something other than undefined, null or false, and
   * resolves to that. Rejects after `within` milliseconds (default 5,000), naming what was waited for.
   */
  waitFor<Found>(
    look: () => Found | undefined | null | false,
    options: { readonly within?: number; readonly for?: string } = {},
  ): Promise<Found> {
    const within = options.within ?? defaultWithin;
    return new Promise((resolve, reject) => {
      let stop = (): void => undefined;
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Nothing within ${within} ms: ${options.for ?? look.toString()}`));
      }, within);
      const tryOnce = (): void => {
        try {
          const found = look();
          if (found === undefined || found === null || found === false) return;
          clearTimeout(timer);
          stop();
          resolve(found);
        } catch (error) {
          clearTimeout(timer);
          stop();
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      stop = this.record.onChange(tryOnce);
      tryOnce();
    });
  }

  /**
   * Resolves when no request or delivery is under way and none begins for `quietFor` milliseconds (default: the next
   * turn of the event loop). It cannot see work inside the bot that has not reached the wire: wait for its result
   * instead.
   */
  idle(options: { readonly quietFor?: number } = {}): Promise<void> {
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const check = (): void => {
        clearTimeout(timer);
        if (this.underWay > 0) return;
        timer = setTimeout(() => {
          if (this.underWay > 0) return;
          this.idleListeners.delete(check);
          resolve();
        }, options.quietFor ?? 0);
      };
      this.idleListeners.add(check);
      check();
    });
  }

  private changed(): void {
    for (const listener of [...this.idleListeners]) listener();
  }
}
