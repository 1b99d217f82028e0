import { placesOfConversation } from '../domain/organisation/find';
import type { Place } from '../domain/organisation/place';
import type { TicketNumber } from '../domain/ticket/ticket';
import { orderAt } from './delivery-policy';
import type { Effect } from './messages/effect';
import { type Lane, laneKey, lanesOf } from './messages/lane';
import { type Origin, originFromText, originToText } from './origin';
import type { CardStore, TrackedCard } from './ports/card-store';
import type { Clock } from './ports/clock';
import type { DeliveryStore } from './ports/delivery-store';
import type { Directory } from './ports/directory';

/** What is seen of a ticket's cards in Teams, by whom does not matter; what follows is delivered like everything else. */
export interface CardSightings {
  /** Another activity than the tracked one shows the card too: Teams had lost the answer to its post. */
  twinSeen(tracked: TrackedCard, twin: Origin): Promise<void>;
  /** Somebody deleted a message. True if it was a tracked card: it is posted anew, and links follow. */
  deleted(message: Origin): Promise<boolean>;
  /** Somebody was given a link to the place's card of the ticket: whether it still stands there is seen by editing it. */
  linkedTo(ticket: TicketNumber, place: Place): Promise<void>;
}

/** So that asking often does not use up what the channel takes; milliseconds. */
const lookAgainAfter = 10 * 60_000;

export interface CardSightingDeps {
  readonly cards: Pick<CardStore, 'find' | 'findByActivity' | 'forget'>;
  readonly deliveries: Pick<DeliveryStore, 'enqueue'>;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly effectsWaiting: () => void;
}

export function createCardSightings(deps: CardSightingDeps): CardSightings {
  return {
    twinSeen: (tracked, twin) => twinSeen(deps, tracked, twin),
    deleted: (message) => deleted(deps, message),
    linkedTo: (ticket, place) => linkedTo(deps, ticket, place),
  };
}

async function deleted(deps: CardSightingDeps, message: Origin): Promise<boolean> {
  const card = await deps.cards.findByActivity(message.conversation, message.activityId);
  if (card === undefined) return false;
  await deps.cards.forget(card);
  if (!card.withdrawn) await enqueue(deps, card, `lost:${card.subject}:${card.activityId}`, showing(card));
  return true;
}

async function linkedTo(deps: CardSightingDeps, ticket: TicketNumber, place: Place): Promise<void> {
  const installation = deps.directory.installation();
  const lane = lanesOf(installation, place).find((each) => each.kind === 'channel');
  const card = lane && (await deps.cards.find(ticket, 'ticket', laneKey(lane)));
  if (card === undefined || card.withdrawn) return;
  const period = Math.floor(deps.clock.now() / lookAgainAfter);
  await enqueue(deps, card, `look:${card.activityId}:${period}`, showing(card));
}

function showing({ subject, place }: TrackedCard): Effect {
  return subject === 'notice' && place.kind === 'organisation'
    ? { kind: 'showNotice', place }
    : { kind: 'showCard', place, again: true };
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
