import { placesOfConversation } from '../domain/organisation/find';
import { orderAt } from './delivery-policy';
import type { Effect } from './messages/effect';
import { type Lane, laneKey, lanesOf } from './messages/lane';
import { type Origin, originFromText, originToText } from './origin';
import type { TrackedCard } from './ports/card-store';
import type { Clock } from './ports/clock';
import type { DeliveryStore } from './ports/delivery-store';
import type { Directory } from './ports/directory';

/** What is seen of a ticket's cards in Teams, by whom does not matter; what follows is delivered like everything else. */
export interface CardSightings {
  /** Another activity than the tracked one shows the card too: Teams had lost the answer to its post. */
  twinSeen(tracked: TrackedCard, twin: Origin): Promise<void>;
}

export interface CardSightingDeps {
  readonly deliveries: Pick<DeliveryStore, 'enqueue'>;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly effectsWaiting: () => void;
}

export function createCardSightings(deps: CardSightingDeps): CardSightings {
  return { twinSeen: (tracked, twin) => twinSeen(deps, tracked, twin) };
}

async function twinSeen(deps: CardSightingDeps, tracked: TrackedCard, twin: Origin): Promise<void> {
  const origin = originToText(twin);
  // The id comes from a client, and is to be part of a path.
  if (originFromText(origin) === undefined) return;
  const { place, subject, activityId } = tracked;
  // Once for each card that it leads to: that one may be replaced.
  const cause = `twin:${subject}:${twin.activityId}:${activityId}`;
  await enqueue(deps, tracked, cause, { kind: 'pointToCard', place, subject, origin });
}

/** What is not a ticket's event has no version, and its failure is nothing to call somebody for. */
async function enqueue(
  { deliveries, directory, clock, effectsWaiting }: CardSightingDeps,
  card: TrackedCard,
  cause: string,
  effect: Effect,
): Promise<void> {
  const lane = laneOf(directory, card);
  if (lane === undefined) return;
  const { ticket } = card;
  const order = `${orderAt(clock.now())}:${ticket}:${cause}`;
  const id = `${ticket}:${cause}@${card.laneKey}`;
  await deliveries.enqueue([{ id, ticket, effect, lane, order, status: 'due' }]);
  effectsWaiting();
}

/** Where the card stands; undefined where nobody reads there any more. */
function laneOf(directory: Directory, { laneKey: key, place, conversation }: TrackedCard): Lane | undefined {
  const installation = directory.installation();
  const places = [place, ...placesOfConversation(installation, conversation)];
  return places.flatMap((each) => lanesOf(installation, each)).find((lane) => laneKey(lane) === key);
}
