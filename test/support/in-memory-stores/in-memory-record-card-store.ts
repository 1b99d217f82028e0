import { subjectKey } from '../../../src/app/messages/record-card';
import type { RecordCard, RecordCardStore } from '../../../src/app/ports/record-card-store';

export class InMemoryRecordCardStore implements RecordCardStore {
  private readonly cards = new Map<string, RecordCard>();

  find(of: RecordCard['of'], laneKey: string): Promise<RecordCard | undefined> {
    return Promise.resolve(structuredClone(this.cards.get(keyOf({ of, laneKey }))));
  }

  standing(): Promise<readonly RecordCard[]> {
    const found = [...this.cards].filter(([, card]) => !card.withdrawn);
    return Promise.resolve(
      found.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, card]) => structuredClone(card)),
    );
  }

  save(card: RecordCard): Promise<void> {
    this.cards.set(keyOf(card), structuredClone(card));
    return Promise.resolve();
  }

  forget({ conversation, activityId, ...card }: RecordCard): Promise<void> {
    const known = this.cards.get(keyOf(card));
    if (known?.conversation === conversation && known.activityId === activityId)
      this.cards.delete(keyOf(card));
    return Promise.resolve();
  }
}

function keyOf({ of, laneKey }: Pick<RecordCard, 'of' | 'laneKey'>): string {
  return `${subjectKey(of)} ${laneKey}`;
}
