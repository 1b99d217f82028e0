import type { Connection, Model } from 'mongoose';
import { type TicketNumber, ticketNumber } from '../../domain/ticket/ticket';
import { counterSchema } from './schemas/ticket-schema';
import { againOnDuplicateKey } from './store-errors';
import { fromStored } from './stored-form';

interface CounterDocument {
  readonly _id: string;
  readonly value: number;
}

/** Ticket numbers, from one atomic counter per year. */
export class TicketNumbers {
  readonly model: Model<CounterDocument>;

  constructor(connection: Connection) {
    this.model = connection.model<CounterDocument>('Counter', counterSchema, 'counters');
  }

  async next(year: number): Promise<TicketNumber> {
    // Requests the document before the update: mongo-java-server, one of the servers this is tested on, may return one
    // after it that already includes the next caller's increment. For MongoDB it makes no difference.
    const before = await againOnDuplicateKey(() =>
      this.model
        .findOneAndUpdate(
          { _id: { $eq: `tickets-${year}` } },
          { $inc: { value: 1 } },
          { upsert: true, returnDocument: 'before' },
        )
        .lean()
        .exec(),
    );
    return ticketNumber(year, (before === null ? 0 : fromStored<CounterDocument>(before).value) + 1);
  }
}
