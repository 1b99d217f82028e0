import type { Connection, Model } from 'mongoose';
import { type RecordSubject, subjectKey } from '../../app/messages/record-card';
import type { RecordCard, RecordCardStore } from '../../app/ports/record-card-store';
import { recordCardSchema } from './schemas/small-schemas';
import { setWhole } from './set-whole';
import { fitting } from './store-errors';
import { fromStored, storable } from './stored-form';

const collection = 'recordCards';

interface RecordCardDocument extends RecordCard {
  readonly _id: string;
}

/** The tracked cards of records in MongoDB: one document per record and lane. */
export class MongoRecordCardStore implements RecordCardStore {
  readonly model: Model<RecordCardDocument>;

  constructor(connection: Connection) {
    this.model = connection.model<RecordCardDocument>('RecordCard', recordCardSchema, collection);
  }

  async find(of: RecordSubject, laneKey: string): Promise<RecordCard | undefined> {
    const found = await fitting(collection, () =>
      this.model.findOne({ _id: { $eq: keyOf({ of, laneKey }) } }).lean(),
    );
    return found === null ? undefined : toCard(found);
  }

  async standing(): Promise<readonly RecordCard[]> {
    const found = await fitting(collection, () =>
      this.model.find({ withdrawn: false }).sort({ _id: 1 }).lean(),
    );
    return found.map(toCard);
  }

  async save(card: RecordCard): Promise<void> {
    // Every field is required, so setting all of them replaces the card.
    await setWhole(this.model, { ...storable(card), _id: keyOf(card) });
  }

  async forget({ conversation, activityId, ...card }: RecordCard): Promise<void> {
    await fitting(collection, () =>
      this.model.deleteOne({
        _id: { $eq: keyOf(card) },
        conversation: { $eq: conversation },
        activityId: { $eq: activityId },
      }),
    );
  }
}

function keyOf({ of, laneKey }: Pick<RecordCard, 'of' | 'laneKey'>): string {
  return `${subjectKey(of)} ${laneKey}`;
}

function toCard(stored: object): RecordCard {
  const { of, laneKey, place, conversation, activityId, shownVersion, withdrawn } =
    fromStored<RecordCardDocument>(stored);
  return { of, laneKey, place, conversation, activityId, shownVersion, withdrawn };
}
