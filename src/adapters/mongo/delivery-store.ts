import type { Connection, Model } from 'mongoose';
import { isStillWaiting, maxDelay, maxPause, reorderedAt } from '../../app/delivery-policy';
import { type Lane, laneKey as keyOf } from '../../app/messages/lane';
import type {
  Delivery,
  DeliveryProblem,
  DeliveryStore,
  NewDelivery,
  PlacedProblem,
  StuckDeliveries,
  Told,
} from '../../app/ports/delivery-store';
import { defined } from '../../defined';
import type { Instant } from '../../domain/instant';
import type { MentionReason } from '../../domain/ticket/event-rules';
import type { TicketNumber } from '../../domain/ticket/ticket';
import { collection, type DeliveryDocument } from './delivery-document';
import { insertMissing } from './insert-missing';
import { deliverySchema } from './schemas/delivery-schema';
import { fitting } from './store-errors';
import { fromStored, storable } from './stored-form';
import { problemsOfTicket, stuckDeliveries } from './undelivered';
import { MongoUnsentDeliveries } from './unsent-deliveries';
import { waitingLanes } from './waiting-lanes';

/** Deliveries in MongoDB. Those due are few and found through indexes, however many have been sent. */
export class MongoDeliveryStore implements DeliveryStore {
  readonly model: Model<DeliveryDocument>;
  readonly unsent: MongoUnsentDeliveries;

  constructor(connection: Connection) {
    this.model = connection.model<DeliveryDocument>('Delivery', deliverySchema, collection);
    this.unsent = new MongoUnsentDeliveries(this.model);
  }

  async enqueue(deliveries: readonly NewDelivery[]): Promise<void> {
    await insertMissing(this.model, deliveries.map(toDocument));
  }

  async laneOf(laneKey: string): Promise<Lane | undefined> {
    // By the index of status and lane: what was sent, or is still to be sent where nothing was.
    for (const status of ['sent', 'due'] as const) {
      const found = await fitting(collection, () =>
        this.model
          .findOne({ status, laneKey: { $eq: laneKey } }, { lane: 1 })
          .sort({ order: -1, _id: -1 })
          .lean(),
      );
      if (found !== null) return fromStored<Pick<DeliveryDocument, 'lane'>>(found).lane;
    }
    return undefined;
  }

  async has(id: string): Promise<boolean> {
    return (await fitting(collection, () => this.model.exists({ _id: { $eq: id } }))) !== null;
  }

  async lanesDue(now: Instant): Promise<readonly string[]> {
    const lanes = await waitingLanes(this.model);
    return lanes
      .filter(({ retryAt }) => !isStillWaiting(retryAt, now, maxPause))
      .sort((one, other) => (one.first < other.first ? -1 : one.first > other.first ? 1 : 0))
      .map(({ laneKey }) => laneKey);
  }

  async nextIn(laneKey: string, now: Instant): Promise<Delivery | undefined> {
    const [next, pausing] = await fitting(collection, () =>
      Promise.all([
        this.model
          .findOne({ status: 'due', laneKey: { $eq: laneKey } })
          .sort({ order: 1, _id: 1 })
          .lean(),
        this.model
          .findOne(
            { status: 'due', laneKey: { $eq: laneKey }, retryAt: { $gt: now, $lte: now + maxPause } },
            { _id: 1 },
          )
          .lean(),
      ]),
    );
    if (next === null || pausing !== null) return undefined;
    const delivery = toDelivery(next);
    return isStillWaiting(delivery.notBefore, now, maxDelay) ? undefined : delivery;
  }

  async remindersIn(laneKey: string, now: Instant, limit: number): Promise<readonly Delivery[]> {
    const found = await fitting(collection, () =>
      this.model
        .find({
          status: 'due',
          laneKey: { $eq: laneKey },
          'effect.kind': 'remind',
          // Same condition as isStillWaiting.
          notBefore: { $not: { $gt: now, $lte: now + maxDelay } },
        })
        .sort({ order: 1, _id: 1 })
        .limit(limit)
        .lean(),
    );
    return found.map(toDelivery);
  }

  async defer(id: string, until: Instant): Promise<void> {
    await fitting(collection, async () => {
      const found = await this.model.findOne({ _id: { $eq: id }, status: 'due' }, { order: 1 }).lean();
      if (found === null) return;
      await this.model.updateOne(
        { _id: { $eq: id }, status: 'due' },
        { $set: { notBefore: until, order: reorderedAt(found.order, until) }, $unset: { called: 1 } },
        { runValidators: true },
      );
    });
  }

  sent(told: readonly Told[], at: Instant, called: readonly string[] = []): Promise<void> {
    return this.settle(told, 'sent', at, called);
  }

  undeliverable(id: string, at: Instant, problem: DeliveryProblem): Promise<void> {
    return this.settle([{ id, problem }], 'undeliverable', at);
  }

  async failed(id: string, retryAt: Instant): Promise<number> {
    return fitting(collection, async () => {
      const found = await this.model
        .findOne({ _id: { $eq: id }, status: 'due' }, { order: 1, faults: 1 })
        .lean();
      if (found === null) return 0;
      // Whatever is wrong with the document: it goes behind what is due now.
      const { order = '', faults = 0 } = found as Partial<DeliveryDocument>;
      await this.model.updateOne(
        { _id: { $eq: id }, status: 'due' },
        {
          $inc: { attempts: 1 },
          $set: { faults: faults + 1, notBefore: retryAt, order: reorderedAt(order, retryAt) },
        },
        { runValidators: true },
      );
      return faults + 1;
    });
  }

  async postpone(id: string, retryAt: Instant, status: number | undefined): Promise<void> {
    const lastStatus = status === undefined ? { $unset: { lastStatus: 1 } } : {};
    await fitting(collection, () =>
      this.model.updateOne(
        { _id: { $eq: id }, status: 'due' },
        {
          $inc: { attempts: 1 },
          $set: { retryAt, ...defined({ lastStatus: status }) },
          ...lastStatus,
        },
      ),
    );
  }

  async wasSaid(ticket: TicketNumber, reason: MentionReason, since: number): Promise<boolean> {
    const said = { 'effect.reason': { $eq: reason }, status: 'sent', nothingSent: { $ne: true } } as const;
    const of = { ticket: { $eq: ticket }, version: { $gte: since } };
    return (await fitting(collection, () => this.model.exists({ ...of, ...said }))) !== null;
  }

  problemsOf(ticket: string): Promise<readonly PlacedProblem[]> {
    return problemsOfTicket(this.model, ticket);
  }

  stuck(among: Parameters<DeliveryStore['stuck']>[0]): Promise<StuckDeliveries> {
    return stuckDeliveries(this.model, among);
  }

  async backlog(): Promise<{ readonly due: number; readonly retried: number }> {
    const [due, retried] = await Promise.all([
      this.model.countDocuments({ status: 'due' }),
      this.model.countDocuments({ status: 'due', attempts: { $gt: 0 } }),
    ]);
    return { due, retried };
  }

  /** Only a due delivery can be settled: the first recorded outcome stays. */
  private async settle(
    told: readonly Told[],
    status: 'sent' | 'undeliverable',
    at: Instant,
    called: readonly string[] = [],
  ): Promise<void> {
    if (told.length + called.length === 0) return;
    const outcomes = told.map(({ id, problem, mentioned, nothingSent }) => ({
      updateOne: {
        filter: { _id: { $eq: id }, status: 'due' as const },
        update: {
          $inc: { attempts: 1 },
          $set: { status, settledAt: at, ...defined({ problem, mentioned, nothingSent }) },
          $unset: { retryAt: 1 as const, ...(problem === undefined && { problem: 1 as const }) },
        },
      },
    }));
    const notes = called.map((id) => ({
      updateOne: {
        filter: { _id: { $eq: id }, status: 'due' as const },
        update: { $set: { called: true as const } },
      },
    }));
    const writes = [...outcomes, ...notes];
    await fitting(collection, () => this.model.bulkWrite(writes, { ordered: false }));
  }
}

function toDocument({ id, ...delivery }: NewDelivery): DeliveryDocument {
  return { ...storable(delivery), _id: id, laneKey: keyOf(delivery.lane), attempts: 0 };
}

function toDelivery(stored: object): Delivery {
  const document = fromStored<DeliveryDocument>(stored);
  const { _id: id, ticket, version, effect, lane, order, status, attempts } = document;
  const { notBefore, called, mentioned, problem, givenUpBefore, nothingSent } = document;
  return {
    id,
    ...defined({ ticket, version }),
    effect,
    lane,
    order,
    status,
    attempts,
    ...defined({ notBefore, called, mentioned, problem, givenUpBefore, nothingSent }),
  };
}
