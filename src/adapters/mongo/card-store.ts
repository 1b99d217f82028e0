import type { Connection, Model } from 'mongoose';
import type { CardSubject } from '../../app/messages/card-subject';
import type { CardStore, TrackedCard } from '../../app/ports/card-store';
import type { TicketNumber } from '../../domain/ticket/ticket';
import { cardSchema } from './schemas/small-schemas';
import { setWhole } from './set-whole';
import { fitting } from './store-errors';
import { fromStored, storable } from './stored-form';

const collection = 'cards';

interface CardDocument extends TrackedCard {
  readonly _id: string;
}

/** The tracked cards in MongoDB: one document per ticket, subject and lane. */
export class MongoCardStore implements CardStore {
  readonly model: Model<CardDocument>;

  constructor(connection: Connection) {
    this.model = connection.model<CardDocument>('Card', cardSchema, collection);
  }

  async find(ticket: TicketNumber, subject: CardSubject, laneKey: string): Promise<TrackedCard | undefined> {
    return this.one({ _id: { $eq: keyOf({ ticket, subject, laneKey }) } });
  }

  async findByActivity(conversation: string, activityId: string): Promise<TrackedCard | undefined> {
    return this.one({ conversation: { $eq: conversation }, activityId: { $eq: activityId } });
  }

  async ofTicket(ticket: TicketNumber): Promise<readonly TrackedCard[]> {
    const found = await fitting(collection, () =>
      this.model
        .find({ ticket: { $eq: ticket } })
        .sort({ laneKey: 1, subject: 1 })
        .lean(),
    );
    return found.map(toCard);
  }

  async standing(after: TrackedCard | undefined, limit: number): Promise<readonly TrackedCard[]> {
    const found = await fitting(collection, () =>
      this.model
        .find({ withdrawn: false, _id: { $gt: after === undefined ? '' : keyOf(after) } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean(),
    );
    return found.map(toCard);
  }

  async save(card: TrackedCard): Promise<void> {
    // Every field is required, so setting all of them replaces the card.
    await setWhole(this.model, { ...storable(card), _id: keyOf(card) });
  }

  async forget({ conversation, activityId, ...card }: TrackedCard): Promise<void> {
    await fitting(collection, () =>
      this.model.deleteOne({
        _id: { $eq: keyOf(card) },
        conversation: { $eq: conversation },
        activityId: { $eq: activityId },
      }),
    );
  }

  private async one(query: Readonly<Record<string, unknown>>): Promise<TrackedCard | undefined> {
    const found = await fitting(collection, () => this.model.findOne(query).lean());
    return found === null ? undefined : toCard(found);
  }
}

/** A ticket's own card keeps the key it had before notices existed; no lane starts with the word "notice". */
function keyOf({ ticket, subject, laneKey }: Pick<TrackedCard, 'ticket' | 'subject' | 'laneKey'>): string {
  return subject === 'ticket' ? `${ticket} ${laneKey}` : `${ticket} ${subject} ${laneKey}`;
}

function toCard(stored: object): TrackedCard {
  const { ticket, subject, laneKey, place, conversation, activityId, shownVersion, withdrawn } =
    fromStored<CardDocument>(stored);
  return { ticket, subject, laneKey, place, conversation, activityId, shownVersion, withdrawn };
}
