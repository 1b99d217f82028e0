import type { Instant } from '../domain/instant';
import { type Addressee, dispatch } from '../domain/ticket/access';
import { peopleToMention } from '../domain/ticket/people-to-mention';
import { orderAt } from './delivery-policy';
import { type Lane, laneKey, lanesOf } from './messages/lane';
import type { DeliveryStore, NewDelivery } from './ports/delivery-store';
import type { Directory } from './ports/directory';

export interface TellTroubleDeps {
  readonly deliveries: DeliveryStore;
  readonly directory: Directory;
}

const hour = 3_600_000;

/**
 * Something does not reach its readers: the process owners are told in the dispatch channel, at once; more of the same hour
 * is told together when it is over, so that a fault that strikes often does not fill the channel.
 */
export async function tellTrouble({ deliveries, directory }: TellTroubleDeps, now: Instant): Promise<void> {
  const begun = Math.floor(now / hour) * hour;
  for (const lane of lanesOf(directory.installation(), dispatch)) {
    const atOnce = troubleAt(lane, begun, now);
    const wasTold = await deliveries.has(atOnce.id);
    const later = begun + hour;
    await deliveries.enqueue([wasTold ? { ...troubleAt(lane, later, later), notBefore: later } : atOnce]);
  }
}

/** Who is told of it: the process owners and, where none of them is there, who is in their stead. */
export const ofTrouble: Addressee = { place: dispatch, people: [], roles: ['processOwner'] };

/** The dispatch channel did not take it: it goes to the private chat of each whom it would have mentioned. */
export async function tellTroubleInPrivate(
  { deliveries, directory }: TellTroubleDeps,
  now: Instant,
): Promise<void> {
  const people = peopleToMention(ofTrouble, directory.installation(), now);
  const begun = Math.floor(now / hour) * hour;
  await deliveries.enqueue(people.map((person) => troubleAt({ kind: 'person', person }, begun, now)));
}

function troubleAt(lane: Lane, of: Instant, at: Instant): NewDelivery {
  return {
    id: `trouble:${orderAt(of)}@${laneKey(lane)}`,
    effect: { kind: 'tellTrouble', place: dispatch },
    lane,
    order: `${orderAt(at)}:trouble`,
    status: 'due',
  };
}
