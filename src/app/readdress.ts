import type { Installation } from '../domain/organisation/installation';
import { defined } from '../defined';
import type { Effect } from './messages/effect';
import { laneKey, lanesOf } from './messages/lane';
import type { Delivery, DeliveryStore, NewDelivery, Outcome } from './ports/delivery-store';

/**
 * Where a place is reached may change while something is due: a channel becomes somebody else's, a contact person leaves.
 * What is still to be told goes where the place reads now, under the id it would have had there, and nothing goes to
 * those who do not read for it any more (process 1). Undefined if the lane is still right.
 */
export async function readdress(
  deliveries: DeliveryStore,
  delivery: Delivery,
  installation: Installation,
): Promise<Outcome | undefined> {
  const { lane, effect } = delivery;
  if (staysWhereItIs.has(effect.kind)) return undefined;
  const present = lanesOf(installation, effect.place);
  if (present.some((each) => laneKey(each) === laneKey(lane))) return undefined;
  const suffix = `@${laneKey(lane)}`;
  const planned = delivery.id.endsWith(suffix) ? delivery.id.slice(0, -suffix.length) : delivery.id;
  await deliveries.enqueue(
    present.map((each): NewDelivery => ({ ...due(delivery), id: `${planned}@${laneKey(each)}`, lane: each })),
  );
  const isMissed = effect.kind === 'showCard' || effect.kind === 'showNotice';
  return { nothingSent: true, ...(present.length === 0 && isMissed && { problem: { kind: 'unreachable' } }) };
}

/** A card is withdrawn, and led away from, where it stands; the card that opened a form may stand in a private chat. */
const staysWhereItIs: ReadonlySet<Effect['kind']> = new Set([
  'withdrawCard',
  'pointToCard',
  'replacePost',
  'markReported',
  'answer',
]);

function due({ id, ticket, version, effect, lane, order, notBefore }: Delivery): NewDelivery {
  return { id, effect, lane, order, status: 'due', ...defined({ ticket, version, notBefore }) };
}
