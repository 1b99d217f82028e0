/** Work on the same thing in the order in which it came; on different things at the same time. By this process alone. */
export class OneAfterAnother {
  private readonly last = new Map<string, Promise<void>>();

  /** Rejects where the work does; what waits behind it is done all the same. */
  async run(key: string, work: () => Promise<void>): Promise<void> {
    const before = this.last.get(key) ?? Promise.resolve();
    const doing = before.then(work, work);
    this.last.set(key, doing);
    try {
      await doing;
    } finally {
      if (this.last.get(key) === doing) this.last.delete(key);
    }
  }
}
