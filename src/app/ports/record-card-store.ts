import type { RecordSubject } from '../messages/record-card';
import type { StandingCard } from './card-store';

/** The single tracked card of a record in one lane; the version is that of the organisation's records in which anything that it tells of was changed last. */
export interface RecordCard extends StandingCard {
  readonly of: RecordSubject;
}

export interface RecordCardStore {
  find(of: RecordSubject, laneKey: string): Promise<RecordCard | undefined>;
  /** All that have not been withdrawn, in the order of their ids. */
  standing(): Promise<readonly RecordCard[]>;
  /** Inserts or replaces the card of (record, lane). */
  save(card: RecordCard): Promise<void>;
  /** Teams no longer has its message. Leaves another one of its record and lane alone. */
  forget(card: RecordCard): Promise<void>;
}
