import type { Connector } from '../connector/connector';
import type { FaultHandle } from '../connector/faults';
import type { MisbehaviourRequest, MisbehaviourState } from '../page-api';

/** Makes Teams fail on demand, using the connector's faults. Not kept across restarts. */
export class MisbehaviourSwitch {
  private throttle = false;
  private delayMs = 0;
  private delay: FaultHandle | undefined;
  private failing: Limited<{ readonly status: number; readonly times: number }> | undefined;
  private losing: Limited<{ readonly times: number }> | undefined;

  constructor(private readonly connector: Connector) {}

  get state(): MisbehaviourState {
    const fail = left(this.failing);
    const loseAnswers = left(this.losing);
    return {
      throttle: this.throttle,
      delayMs: this.delayMs,
      fail: fail ?? null,
      loseAnswers: loseAnswers ?? null,
    };
  }

  /** True if no fault is active. */
  get isOff(): boolean {
    const { throttle, delayMs, fail, loseAnswers } = this.state;
    return !throttle && delayMs === 0 && fail === null && loseAnswers === null;
  }

  /** Absent fields leave the setting unchanged. */
  set(request: MisbehaviourRequest): void {
    const { throttle, delayMs, fail, loseAnswers } = request;
    if (throttle !== undefined) {
      this.throttle = throttle;
      this.connector.setThrottling(throttle ? 'documented' : 'off');
    }
    if (fail !== undefined) {
      this.failing?.handle.stop();
      this.failing = fail === null ? undefined : this.limited(fail, { kind: 'status', status: fail.status });
    }
    if (loseAnswers !== undefined) {
      this.losing?.handle.stop();
      this.losing = loseAnswers === null ? undefined : this.limited(loseAnswers, { kind: 'lost-answer' });
    }
    if (delayMs !== undefined) this.delayMs = delayMs;
    this.renewDelay();
  }

  /** The first matching fault applies, so the endless delay has to come after the counted ones. */
  private renewDelay(): void {
    this.delay?.stop();
    this.delay =
      this.delayMs === 0
        ? undefined
        : this.connector.misbehave({ fault: { kind: 'delay', milliseconds: this.delayMs } });
  }

  private limited<Wanted extends { readonly times: number }>(
    wanted: Wanted,
    fault: Parameters<Connector['misbehave']>[0]['fault'],
  ): Limited<Wanted> {
    return { wanted, handle: this.connector.misbehave({ fault, times: wanted.times }) };
  }
}

interface Limited<Wanted> {
  readonly wanted: Wanted;
  readonly handle: FaultHandle;
}

/** What remains of a counted fault; undefined once it has been used up. */
function left<Wanted extends { readonly times: number }>(
  limited: Limited<Wanted> | undefined,
): Wanted | undefined {
  const times = (limited?.wanted.times ?? 0) - (limited?.handle.hits ?? 0);
  return limited === undefined || times <= 0 ? undefined : { ...limited.wanted, times };
}
