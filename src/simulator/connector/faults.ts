/** What goes wrong with a request. */
export type Fault =
  /** Answered with this status (412, 429, 500, 502, 504, …); nothing was carried out. `retryAfterHeader` is sent as it is: a date, say. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfterSeconds?: number;
      readonly retryAfterHeader?: string;
    }
  /** The connection is reset; nothing was carried out. */
  | { readonly kind: 'reset' }
  /** The request is carried out, but the connection is cut before the answer. */
  | { readonly kind: 'lost-answer' }
  /** The request is carried out, but answered only after this many milliseconds. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** The request is carried out and its answer is another one: what Teams leaves out, repeats or garbles. */
  | { readonly kind: 'other-answer'; readonly alter: (body: unknown) => unknown }
  /** The request is carried out at once and answered when `release` is called. */
  | { readonly kind: 'hold' }
  /** Nothing is carried out and no answer ever comes, until the connection is closed. */
  | { readonly kind: 'silence' };

/** Which requests are affected; an absent field matches everything. */
export interface Misbehaviour {
  readonly fault: Fault;
  readonly method?: string;
  /** Matched against the decoded path, e.g. /activities$/. */
  readonly path?: RegExp;
  /** A part of the conversation id. */
  readonly conversation?: string;
  /** Only this many further matching requests; otherwise all until `stop`. */
  readonly times?: number;
  /** For random faults: called for each matching request; pass a seeded generator. */
  readonly when?: () => boolean;
}

export interface FaultHandle {
  /** How many requests were affected. */
  readonly hits: number;
  /** Answers held requests and stops holding any. */
  release(): void;
  /** No further requests are affected; held ones are answered. */
  stop(): void;
}

class ActiveFault implements FaultHandle {
  hits = 0;
  private active = true;
  private waiting: Array<() => void> = [];
  private released = false;

  constructor(readonly rule: Misbehaviour) {}

  get isOver(): boolean {
    return !this.active;
  }

  takes(method: string, path: string): boolean {
    const { rule } = this;
    if (!this.active || (rule.times !== undefined && this.hits >= rule.times)) return false;
    if (rule.method !== undefined && rule.method !== method) return false;
    if (rule.path !== undefined && !rule.path.test(path)) return false;
    if (rule.conversation !== undefined && !path.includes(rule.conversation)) return false;
    if (rule.when !== undefined && !rule.when()) return false;
    this.hits += 1;
    return true;
  }

  held(): Promise<void> {
    if (this.released) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  release(): void {
    this.released = true;
    for (const answer of this.waiting.splice(0)) answer();
  }

  stop(): void {
    this.active = false;
    this.release();
  }
}

/** The active faults; the first one that matches a request applies. */
export class Faults {
  private list: ActiveFault[] = [];

  add(rule: Misbehaviour): FaultHandle {
    const fault = new ActiveFault(rule);
    this.list = [...this.list.filter((each) => !each.isOver), fault];
    return fault;
  }

  /** The fault for this request, and a promise that resolves when a held answer may be sent. */
  next(
    method: string,
    path: string,
  ): { readonly fault: Fault; readonly held: () => Promise<void> } | undefined {
    const active = this.list.find((candidate) => candidate.takes(method, path));
    return active && { fault: active.rule.fault, held: () => active.held() };
  }

  stopAll(): void {
    for (const fault of this.list) fault.stop();
  }
}
