import { type JsonObject, stringsIn } from './json';
import type { RefusalName } from './refusals';

/** Milliseconds since 1970 by the connector's clock. */
type RecordedAt = number;

/** A request made by the bot, with the answer. */
export interface RequestEntry {
  readonly kind: 'request';
  readonly at: RecordedAt;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** undefined when the connection was cut instead of answered. */
  readonly status: number | undefined;
  readonly answer: unknown;
  readonly refusal?: RefusalName;
  /** Set when a fault was injected; `carriedOut` says whether the request took effect anyway. */
  readonly fault?: string;
  readonly carriedOut: boolean;
}

/** A message that appeared, changed or disappeared, and for whom. */
export interface ShownEntry {
  readonly kind: 'shown';
  readonly at: RecordedAt;
  readonly how: 'posted' | 'edited' | 'deleted';
  readonly conversationId: string;
  readonly activityId: string;
  /** Keys of the people who see it. */
  readonly to: string[];
  readonly activity: JsonObject;
}

/** What was sent to the bot, and the bot's HTTP answer: for an invoke the card, dialog or message it gave. */
export interface DeliveryEntry {
  readonly kind: 'delivery';
  readonly at: RecordedAt;
  readonly activity: JsonObject;
  /** undefined when the bot could not be reached or gave no answer in time. */
  readonly status: number | undefined;
  readonly answer: unknown;
}

export type RecordEntry = RequestEntry | ShownEntry | DeliveryEntry;

/** What passed between the bot and Teams, in order and immutable. */
export class ConnectorRecord {
  private list: RecordEntry[] = [];
  private readonly listeners = new Set<() => void>();

  /** Keeps everything, as tests need it, or only this many of the latest entries. */
  constructor(private readonly keep: number = Infinity) {}

  get entries(): readonly RecordEntry[] {
    return this.list;
  }

  get requests(): RequestEntry[] {
    return this.list.filter((entry) => entry.kind === 'request');
  }

  get shown(): ShownEntry[] {
    return this.list.filter((entry) => entry.kind === 'shown');
  }

  get deliveries(): DeliveryEntry[] {
    return this.list.filter((entry) => entry.kind === 'delivery');
  }

  /** Adds an entry (a deep copy) and notifies waiters. */
  add(entry: RecordEntry): void {
    this.list.push(structuredClone(entry));
    // Trim only at twice the size: moving all entries for each new one would cost too much.
    if (this.list.length > 2 * this.keep) this.list = this.list.slice(-this.keep);
    this.announce();
  }

  /** Notifies waiters of a change that is not an entry of its own. */
  announce(): void {
    for (const listener of [...this.listeners]) listener();
  }

  /** Calls back after every change until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Every entry in which the bot said this text, in any string: its requests, and its answers to deliveries. What
   * people sent themselves does not count.
   */
  search(text: string): RecordEntry[] {
    return this.list.filter((entry) => {
      if (entry.kind === 'shown') return false;
      const said = entry.kind === 'request' ? [entry.path, entry.body] : entry.answer;
      for (const candidate of stringsIn(said)) if (candidate.includes(text)) return true;
      return false;
    });
  }
}
