import type { Instant } from '../domain/instant';
import { dispatch } from '../domain/ticket/access';
import { peopleWithRole } from '../domain/organisation/find';
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

/** The dispatch channel did not take it: it goes to each process owner's private chat. */
export async function tellTroubleInPrivate(
  { deliveries, directory }: TellTroubleDeps,
  now: Instant,
): Promise<void> {
  const owners = peopleWithRole(directory.installation(), 'processOwner');
  const begun = Math.floor(now / hour) * hour;
  await deliveries.enqueue(owners.map(({ id: person }) => troubleAt({ kind: 'person', person }, begun, now)));
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
