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
/** What is kept of checks of a ticket's deadlines that failed. */
export const failedCheckFields = { failedChecks: 1, uncheckedSince: 1, uncheckedFor: 1 } as const;
/** As indexes find them. */
const setAside = { effectsSetAsideAt: { $gte: 0 } };
const unchecked = { uncheckedSince: { $gte: 0 } };

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

  async checkFailed(number: TicketNumber, now: Instant, until: Instant): Promise<number> {
    const failed = await fitting(collection, () =>
      this.model
        .findOneAndUpdate(
          { _id: { $eq: number }, nextDueAt: { $lte: now } },
          { $inc: { failedChecks: 1 }, $set: { nextDueAt: until } },
          { returnDocument: 'after', projection: { failedChecks: 1 } },
        )
        .lean(),
    );
    return failed?.failedChecks ?? 0;
  }

  async addUnchecked(number: TicketNumber, at: Instant, reason: string): Promise<boolean> {
    const { matchedCount } = await fitting(collection, () =>
      this.model.updateOne(
        { _id: { $eq: number }, failedChecks: { $gt: 0 }, uncheckedSince: { $exists: false } },
        { $set: { uncheckedSince: at, uncheckedFor: reason } },
      ),
    );
    return matchedCount > 0;
  }

  async checked(number: TicketNumber): Promise<void> {
    await fitting(collection, () =>
      this.model.updateOne({ _id: { $eq: number } }, { $unset: failedCheckFields }),
    );
  }

  async list(): Promise<readonly SetAsideTicket[]> {
    const found = await fitting(collection, () =>
      this.model
        .find({ $or: [setAside, unchecked] }, { schemaVersion: 1, ...failedFields, ...failedCheckFields })
        .sort({ _id: 1 })
        .lean(),
    );
    return found.flatMap((stored) => undoneOf(fromStored<TicketDocument>(stored)));
  }

  async retry(number: TicketNumber): Promise<boolean> {
    const planned = await fitting(collection, () =>
      this.model.updateOne(
        { _id: { $eq: number }, ...setAside },
        { $set: { effectsDue: true }, $unset: failedFields },
      ),
    );
    const checked = await fitting(collection, () =>
      this.model.updateOne(
        { _id: { $eq: number }, ...unchecked },
        // Due for long, whatever the clock says.
        { $set: { nextDueAt: 0 }, $unset: failedCheckFields },
      ),
    );
    return planned.matchedCount + checked.matchedCount > 0;
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

function undoneOf(document: TicketDocument): readonly SetAsideTicket[] {
  const { _id: number, effectsTries = 0, failedChecks = 0 } = document;
  const { effectsSetAsideAt, effectsSetAsideFor = '', uncheckedSince, uncheckedFor = '' } = document;
  const undone: SetAsideTicket[] = [];
  if (effectsSetAsideAt !== undefined) {
    const failed = { since: effectsSetAsideAt, tries: effectsTries, reason: effectsSetAsideFor };
    undone.push({ number, work: 'effects', ...failed });
  }
  if (uncheckedSince !== undefined) {
    undone.push({
      number,
      work: 'deadlines',
      since: uncheckedSince,
      tries: failedChecks,
      reason: uncheckedFor,
    });
  }
  return undone;
}
