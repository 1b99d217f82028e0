import type { Place } from '../../domain/organisation/place';
import type { RecordSubject } from '../messages/record-card';

/** The single tracked card of a record in one lane. */
export interface RecordCard {
  readonly of: RecordSubject;
  readonly laneKey: string;
  readonly place: Place;
  /** The conversation it was posted to, without the thread. */
  readonly conversation: string;
  readonly activityId: string;
  /** The version of the organisation's records in which its record was last changed when it was shown. */
  readonly shownVersion: number;
  /** It stands where its place is not reached any more, and says so. */
  readonly withdrawn: boolean;
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
