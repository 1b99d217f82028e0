import type { Connector } from '../connector/connector';
import type { FaultHandle } from '../connector/faults';
import type { MisbehaviourRequest, MisbehaviourState } from '../page-api';

/** Lets Teams go wrong on demand, by the faults that the connector has. Nothing of it outlives the process. */
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

  /** Whether nothing goes wrong at all. */
  get isOff(): boolean {
    const { throttle, delayMs, fail, loseAnswers } = this.state;
    return !throttle && delayMs === 0 && fail === null && loseAnswers === null;
  }

  /** What is left out stays as it is. */
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

  /** The first fault that matches a request hits it: the endless delay has to stand behind those that are counted. */
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

/** What is left of a counted fault; undefined once it has hit as often as it should. */
function left<Wanted extends { readonly times: number }>(
  limited: Limited<Wanted> | undefined,
): Wanted | undefined {
  const times = (limited?.wanted.times ?? 0) - (limited?.handle.hits ?? 0);
  return limited === undefined || times <= 0 ? undefined : { ...limited.wanted, times };
}
