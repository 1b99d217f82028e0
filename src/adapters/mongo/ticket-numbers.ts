import type { Connection, Model } from 'mongoose';
import type { TicketNumber } from '../../domain/ticket/ticket';
import { counterSchema } from './schemas/ticket-schema';
import { againOnDuplicateKey } from './store-errors';

interface CounterDocument {
  readonly _id: string;
  readonly value: number;
}

/** Numbers of tickets from one atomic counter a year. */
export class TicketNumbers {
  readonly model: Model<CounterDocument>;

  constructor(connection: Connection) {
    this.model = connection.model<CounterDocument>('Counter', counterSchema, 'counters');
  }

  async next(year: number): Promise<TicketNumber> {
    const counter = await againOnDuplicateKey(() =>
      this.model
        .findOneAndUpdate(
          { _id: { $eq: `tickets-${year}` } },
          { $inc: { value: 1 } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean()
        .exec(),
    );
    if (counter === null) throw new Error('an upsert answers the document');
    return `SP-${year}-${String(counter.value).padStart(4, '0')}`;
  }
}
