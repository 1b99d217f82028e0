import { LRUCache } from 'lru-cache';

/** Far more than Teams delivers again within the minutes in which it does so. */
const mostRemembered = 10_000;

/**
 * Work that is done once for each key, however often it is asked for. What failed is tried again by whoever asks next,
 * and by those who waited for it. Remembered by this process alone: another instance, or this one after a restart, does
 * it again, because an answer given twice is better than one that is lost.
 */
export class OncePerKey {
  private readonly done: LRUCache<string, Promise<unknown>>;

  constructor(max = mostRemembered) {
    this.done = new LRUCache({ max });
  }

  /** Work that answers 'again' is done again for whoever asks after it. */
  async run(key: string, work: () => Promise<void | 'again'>): Promise<void> {
    const earlier = this.done.get(key);
    if (earlier !== undefined) return earlier.then(noResult, () => this.run(key, work));
    const doing = work();
    this.done.set(key, doing);
    let again = true;
    try {
      again = (await doing) === 'again';
    } finally {
      if (again && this.done.get(key) === doing) this.done.delete(key);
    }
  }

  isDone(key: string): boolean {
    return this.done.has(key);
  }

  forget(key: string): void {
    this.done.delete(key);
  }
}

function noResult(): void {
  // Whoever waited needs to know only that it was done.
}
