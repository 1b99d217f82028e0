import type { Model } from 'mongoose';
import type { SetAsideTicket, SetAsideTickets } from '../../app/ports/set-aside-tickets';
import { defined } from '../../defined';
import type { Instant } from '../../domain/instant';
import type { TicketNumber } from '../../domain/ticket/ticket';
import { fitting } from './store-errors';
import { fromStored } from './stored-form';
import type { TicketDocument } from './ticket-document';

const collection = 'tickets';

/** What is kept of tries to plan a ticket's effects that failed. */
export const failedFields = {
  effectsTries: 1,
  effectsRetryAt: 1,
  effectsSetAsideAt: 1,
  effectsSetAsideFor: 1,
} as const;
/** As an index finds it. */
const setAside = { effectsSetAsideAt: { $gte: 0 } };

/** Kept in the tickets' own documents, beside the mark that effects are due. */
export class MongoSetAsideTickets implements SetAsideTickets {
  constructor(private readonly model: Model<TicketDocument>) {}

  async failed(number: TicketNumber, retryAt: Instant): Promise<number> {
    const failed = await fitting(collection, () =>
      this.model
        .findOneAndUpdate(
          { _id: { $eq: number }, effectsDue: true },
          { $inc: { effectsTries: 1 }, $set: { effectsRetryAt: retryAt } },
          { returnDocument: 'after', projection: { effectsTries: 1 } },
        )
        .lean(),
    );
    return failed?.effectsTries ?? 0;
  }

  async add(number: TicketNumber, at: Instant, reason: string): Promise<void> {
    await fitting(collection, () =>
      this.model.updateOne(
        { _id: { $eq: number }, effectsDue: true },
        {
          $set: { effectsDue: false, effectsSetAsideAt: at, effectsSetAsideFor: reason },
          $unset: { effectsRetryAt: 1 },
        },
      ),
    );
  }

  async list(): Promise<readonly SetAsideTicket[]> {
    const found = await fitting(collection, () =>
      this.model
        .find(setAside, { effectsSetAsideAt: 1, effectsSetAsideFor: 1, effectsTries: 1 })
        .sort({ _id: 1 })
        .lean(),
    );
    return found.map((stored) => {
      const { _id, ...failed } = fromStored<TicketDocument>(stored);
      const {
        effectsSetAsideAt: since = 0,
        effectsTries: tries = 0,
        effectsSetAsideFor: reason = '',
      } = failed;
      return { number: _id, since, tries, reason };
    });
  }

  async retry(number: TicketNumber): Promise<boolean> {
    const { matchedCount } = await fitting(collection, () =>
      this.model.updateOne(
        { _id: { $eq: number }, ...setAside },
        { $set: { effectsDue: true }, $unset: failedFields },
      ),
    );
    return matchedCount > 0;
  }

  async drop(number: TicketNumber): Promise<boolean> {
    const found = await fitting(collection, () =>
      this.model.findOne({ _id: { $eq: number }, ...setAside }, { version: 1 }).lean(),
    );
    if (found === null) return false;
    // A damaged document may have none.
    const { version } = found as Partial<TicketDocument>;
    await fitting(collection, () =>
      this.model.updateOne(
        // An event since then is still to be told of.
        {
          _id: { $eq: number },
          ...defined({ version: version === undefined ? undefined : { $eq: version } }),
        },
        {
          $set: { ...defined({ effectsPlanned: version }), effectsDue: false },
          $unset: { effectsDueSince: 1, ...failedFields },
        },
      ),
    );
    return true;
  }
}
