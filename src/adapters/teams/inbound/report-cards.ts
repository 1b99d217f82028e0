import { LRUCache } from 'lru-cache';

/** The cards that were posted to report from; one that is forgotten stays what it is, a card to report from. */
export class ReportCards {
  private readonly posted = new LRUCache<string, true>({ max: 10_000 });

  add(conversation: string, activityId: string): void {
    this.posted.set(keyOf(conversation, activityId), true);
  }

  has(conversation: string, activityId: string): boolean {
    return this.posted.has(keyOf(conversation, activityId));
  }
}

function keyOf(conversation: string, activityId: string): string {
  return JSON.stringify([conversation, activityId]);
}
