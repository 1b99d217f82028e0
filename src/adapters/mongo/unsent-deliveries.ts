import type { Model, UpdateQuery } from 'mongoose';
import { orderAt, refusedForContents, stale } from '../../app/delivery-policy';
import type {
  GivenUp,
  UnsentDeliveries,
  UnsentDelivery,
  WhichDeliveries,
} from '../../app/ports/delivery-store';
import { defined } from '../../defined';
import type { Instant } from '../../domain/instant';
import type { Place } from '../../domain/organisation/place';
import type { TicketNumber } from '../../domain/ticket/ticket';
import { collection, type DeliveryDocument } from './delivery-document';
import { fitting } from './store-errors';
import { fromStored } from './stored-form';

/** What may be refused now and taken later. */
const refused = { status: 'undeliverable', 'problem.kind': 'refused' } as const;
const forContents = { 'problem.status': { $in: [...refusedForContents] } };
const byPlace = { 'problem.status': { $nin: [...refusedForContents] } };
/** Tried before, or set aside. */
const unsent = {
  $or: [{ status: 'undeliverable' as const }, { status: 'due' as const, attempts: { $gt: 0 } }],
};
/** Due again; its problem stays until something else comes of it. */
const dueAgain = { $set: { status: 'due' }, $unset: { settledAt: 1, retryAt: 1, faults: 1 } } as const;
const dueAfterRefusal = { ...dueAgain, $set: { status: 'due', givenUpBefore: true } } as const;

export class MongoUnsentDeliveries implements UnsentDeliveries {
  constructor(private readonly model: Model<DeliveryDocument>) {}

  retryRefused(laneKey: string, now: Instant): Promise<number> {
    const here = { ...refused, ...byPlace, ...notStale(now), laneKey: { $eq: laneKey } };
    return this.changeAll(here, dueAfterRefusal);
  }

  async retryOldestRefused(now: Instant): Promise<number> {
    let count = 0;
    for (const why of [byPlace, forContents]) {
      const match = { ...refused, ...why, ...notStale(now) };
      const oldest = await this.model.aggregate<{ readonly _id: string; readonly first: string }>([
        { $match: match },
        { $group: { _id: '$laneKey', first: { $min: '$order' } } },
      ]);
      for (const { _id, first } of oldest) {
        count += await this.changeAll(
          { ...match, laneKey: { $eq: _id }, order: { $eq: first } },
          dueAfterRefusal,
        );
      }
    }
    return count;
  }

  retryRefusedContents(): Promise<number> {
    return this.changeAll({ ...refused, ...forContents, ticket: { $gte: '' } }, dueAfterRefusal);
  }

  async retryUnreachable(isReachable: (place: Place) => boolean): Promise<number> {
    const found = await fitting(collection, () =>
      this.model.find({ status: 'undeliverable', laneKey: 'none' }, { effect: 1 }).lean(),
    );
    const ids = found.filter(({ effect }) => isReachable(effect.place)).map(({ _id }) => _id);
    return ids.length === 0 ? 0 : this.changeAll({ status: 'undeliverable', _id: { $in: ids } }, dueAgain);
  }

  async list(limit: number): Promise<readonly UnsentDelivery[]> {
    const found = await fitting(collection, () =>
      this.model.find(unsent).sort({ order: 1, _id: 1 }).limit(limit).lean(),
    );
    return found.map((stored) => {
      const document = fromStored<DeliveryDocument>(stored);
      const { _id: id, ticket, effect, status, attempts, problem, settledAt, lastStatus } = document;
      return { id, effect, status, attempts, ...defined({ ticket, problem, settledAt, lastStatus }) };
    });
  }

  async ticketOf(which: WhichDeliveries): Promise<TicketNumber | undefined> {
    const found = await fitting(collection, () =>
      this.model.findOne(conditionOf(which), { ticket: 1 }).lean(),
    );
    return found?.ticket;
  }

  resend(which: WhichDeliveries): Promise<number> {
    return this.changeAll({ ...conditionOf(which), status: 'undeliverable' }, dueAgain);
  }

  drop(which: WhichDeliveries): Promise<number> {
    return this.changeAll({ ...conditionOf(which), ...unsent }, { $set: { status: 'dropped' } });
  }

  async givenUp(): Promise<GivenUp> {
    const groups = await this.model.aggregate<{ readonly _id: string; readonly count: number }>([
      { $match: { status: 'undeliverable' } },
      { $group: { _id: '$problem.kind', count: { $sum: 1 } } },
    ]);
    const counts = new Map(groups.map(({ _id, count }) => [_id, count]));
    const count = (kind: keyof GivenUp) => counts.get(kind) ?? 0;
    return { unreachable: count('unreachable'), refused: count('refused'), failed: count('failed') };
  }

  private async changeAll(
    condition: Readonly<Record<string, unknown>>,
    update: UpdateQuery<DeliveryDocument>,
  ): Promise<number> {
    const { modifiedCount } = await fitting(collection, () => this.model.updateMany(condition, update));
    return modifiedCount;
  }
}

function conditionOf(which: WhichDeliveries): Readonly<Record<string, unknown>> {
  return 'id' in which ? { _id: { $eq: which.id } } : { ticket: { $eq: which.ticket } };
}

/** A ticket's delivery says what is true when it is sent, however old. */
function notStale(now: Instant) {
  return { $or: [{ ticket: { $gte: '' } }, { order: { $gte: orderAt(now - stale) } }] };
}
