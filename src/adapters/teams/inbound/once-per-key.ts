import { LRUCache } from 'lru-cache';

/** Far more than Teams delivers again within the minutes in which it does so. */
const mostRemembered = 10_000;

/**
 * Work that is done once for each key, however often it is asked for. What failed is tried again by whoever asks next,
 * and by those who waited for it. Remembered by this process alone: another instance, or this one after a restart, does
 * it again, because an answer given twice is better than one that is lost.
 */
export class OncePerKey {
  private readonly done: LRUCache<string, Promise<void>>;

  constructor(max = mostRemembered) {
    this.done = new LRUCache({ max });
  }

  async run(key: string, work: () => Promise<void>): Promise<void> {
    const earlier = this.done.get(key);
    if (earlier !== undefined) return earlier.catch(() => this.run(key, work));
    const doing = work();
    this.done.set(key, doing);
    try {
      await doing;
    } catch (error) {
      if (this.done.get(key) === doing) this.done.delete(key);
      throw error;
    }
  }

  forget(key: string): void {
    this.done.delete(key);
  }
}
