import { orderAt } from './delivery-policy';
import type { AnswerLater } from './messages/effect';
import { type Lane, laneKey } from './messages/lane';
import type { Clock } from './ports/clock';
import type { DeliveryStore } from './ports/delivery-store';

export interface AnswerLaterDeps {
  readonly deliveries: Pick<DeliveryStore, 'enqueue'>;
  readonly clock: Clock;
  readonly effectsWaiting: () => void;
}

/** Puts an answer into the outbox, once for each message: `id` is the message's. */
export async function answerLater(
  { deliveries, clock, effectsWaiting }: AnswerLaterDeps,
  id: string,
  lane: Lane,
  effect: AnswerLater,
): Promise<void> {
  const order = `${orderAt(clock.now())}:answer:${id}`;
  await deliveries.enqueue([{ id: `answer:${id}@${laneKey(lane)}`, effect, lane, order, status: 'due' }]);
  effectsWaiting();
}
