import { type Place, placeKey } from '../domain/organisation/place';
import { serviceDayAt } from '../domain/reaction/service-day';
import type { TicketNumber } from '../domain/ticket/ticket';
import type { Effect } from './messages/effect';
import { type Lane, laneKey, placesIn } from './messages/lane';
import type { TicketList } from './messages/ticket-list';
import type { CardStore } from './ports/card-store';
import type { Delivery } from './ports/delivery-store';
import type { DigestSubscriptionStore } from './ports/digest-subscription-store';
import type { Messenger } from './ports/messenger';
import { type ShownPosts, typedOf } from './shown-posts';
import { type DigestDeps, digestOf } from './queries/digest';

export interface DeliverDigestDeps extends DigestDeps {
  readonly cards: CardStore;
  readonly subscriptions: DigestSubscriptionStore;
  readonly messenger: Messenger;
  readonly shownPosts: Pick<ShownPosts, 'remember'>;
}

/** As many as people read in an unsolicited post; the rest is a command away. */
export const maxTicketsInDigest = 5;

/**
 * Posts a channel's digest from what the store holds now. Posts nothing (false) if the service day is over, the place has
 * another channel by now, or the operator has unsubscribed.
 */
export async function deliverDigest(
  deps: DeliverDigestDeps,
  { id, lane }: Delivery,
  { place, day }: Extract<Effect, { readonly kind: 'showDigest' }>,
): Promise<boolean> {
  const installation = deps.directory.installation();
  const now = deps.clock.now();
  const today = serviceDayAt(installation.calendars, now);
  if (today?.day !== day || now >= today.closes) return false;
  // A channel that serves several places shows what any of them may read, like every answer in it (process 1).
  const places = placesIn(installation, lane);
  if (!places.some((each) => placeKey(each) === placeKey(place)) || !(await isWanted(deps, place)))
    return false;
  const digest = await digestOf(deps, { places }, { limit: maxTicketsInDigest, delivery: id });
  const cards = await cardsOf(deps, lane, digest.list);
  const posted = await deps.messenger.postCard(lane, { kind: 'digest', digest, cards });
  await deps.shownPosts.remember({ ...posted, lane, place, tickets: typedOf(digest.list.tickets) });
  return true;
}

async function isWanted({ subscriptions }: DeliverDigestDeps, place: Place): Promise<boolean> {
  if (place.kind !== 'organisation') return true;
  return (await subscriptions.subscribers()).includes(place.organisation);
}

async function cardsOf(
  { cards }: DeliverDigestDeps,
  lane: Lane,
  { tickets }: TicketList,
): Promise<ReadonlyMap<TicketNumber, string>> {
  const found = new Map<TicketNumber, string>();
  for (const { number } of tickets) {
    const card = await cards.find(number, 'ticket', laneKey(lane));
    if (card !== undefined) found.set(number, card.activityId);
  }
  return found;
}
