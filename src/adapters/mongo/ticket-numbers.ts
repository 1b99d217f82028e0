import type { Connection, Model } from 'mongoose';
import { partsOfNumber, type TicketNumber, ticketNumber } from '../../domain/ticket/ticket';
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

  /** Skips what tickets, cards or messages name already: a counter from an older copy than they are knows less. */
  async next(year: number): Promise<TicketNumber> {
    for (;;) {
      const number = ticketNumber(year, await this.increment(year));
      if (!(await this.isNamed(number))) return number;
    }
  }

  /** No later number is before this one. */
  async seen(number: TicketNumber): Promise<void> {
    const { year, sequence } = partsOfNumber(number);
    await againOnDuplicateKey(() =>
      this.model
        .updateOne({ _id: { $eq: idOf(year) } }, { $max: { value: sequence } }, { upsert: true })
        .exec(),
    );
  }

  private async increment(year: number): Promise<number> {
    // Requests the document before the update: mongo-java-server, one of the servers this is tested on, may return one
    // after it that already includes the next caller's increment. For MongoDB it makes no difference.
    const before = await againOnDuplicateKey(() =>
      this.model
        .findOneAndUpdate(
          { _id: { $eq: idOf(year) } },
          { $inc: { value: 1 } },
          { upsert: true, returnDocument: 'before' },
        )
        .lean()
        .exec(),
    );
    return (before === null ? 0 : fromStored<CounterDocument>(before).value) + 1;
  }

  /** Looked up in indexes; on the collections themselves, whose models are others' affair. */
  private async isNamed(number: TicketNumber): Promise<boolean> {
    const { db } = this.model;
    const [ticket, card, delivery] = await Promise.all([
      db.collection<{ readonly _id: string }>('tickets').findOne({ _id: number }, { projection: { _id: 1 } }),
      db.collection('cards').findOne({ ticket: number }, { projection: { _id: 1 } }),
      db.collection('deliveries').findOne({ ticket: number }, { projection: { _id: 1 } }),
    ]);
    return ticket !== null || card !== null || delivery !== null;
  }
}

function idOf(year: number): string {
  return `tickets-${year}`;
}
