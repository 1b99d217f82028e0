import { LRUCache } from 'lru-cache';
import type { Clock } from '../../../app/ports/clock';
import type { Instant } from '../../../domain/instant';

/** Milliseconds. */
const untriedFor = 60 * 60_000;
const maxRefusals = 10_000;

/** What Teams has refused for good in a place, or to somebody in it, is not tried there again for an hour, in this process. */
export class UntriedForNow {
  /** When it may be tried again. */
  private readonly refusals = new LRUCache<string, Instant>({ max: maxRefusals });

  constructor(private readonly clock: Clock) {}

  add(key: string): void {
    this.refusals.set(key, this.clock.now() + untriedFor);
  }

  has(key: string): boolean {
    const now = this.clock.now();
    return (this.refusals.get(key) ?? now) > now;
  }
}
