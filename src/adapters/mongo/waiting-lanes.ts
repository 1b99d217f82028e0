import type { Model } from 'mongoose';
import { defined } from '../../defined';
import type { Instant } from '../../domain/instant';
import type { DeliveryDocument } from './delivery-document';

export interface WaitingLane {
  readonly laneKey: string;
  /** The `order` of its first. */
  readonly first: string;
  /** The latest pause that one of its deliveries was given. */
  readonly retryAt?: Instant;
}

/**
 * The lanes with something due, by key: from one lane's first entry in the index to the next lane's, so that it costs
 * what there are lanes and not what waits in them.
 */
export async function waitingLanes(model: Model<DeliveryDocument>): Promise<readonly WaitingLane[]> {
  const lanes: WaitingLane[] = [];
  for (let after = ''; ;) {
    const first = await model
      .findOne({ status: 'due', laneKey: { $gt: after } }, { laneKey: 1, order: 1 })
      .sort({ laneKey: 1, order: 1, _id: 1 })
      .lean<{ readonly laneKey: string; readonly order: string }>();
    if (first === null) return lanes;
    after = first.laneKey;
    const paused = await model
      .findOne({ status: 'due', laneKey: { $eq: after } }, { retryAt: 1 })
      .sort({ retryAt: -1 })
      .lean<{ readonly retryAt?: Date | null }>();
    const retryAt = paused?.retryAt?.getTime();
    lanes.push({ laneKey: after, first: first.order, ...defined({ retryAt }) });
  }
}
