import { defined } from '../../defined';
import { allPlaces } from '../../domain/organisation/find';
import { type Place, placeKey } from '../../domain/organisation/place';
import { type Reader, readingPlacesOf } from '../../domain/ticket/access';
import type { TicketNumber } from '../../domain/ticket/ticket';
import type { DeliveryState } from '../messages/digest';
import { laneKey, lanesOf } from '../messages/lane';
import type { Clock } from '../ports/clock';
import type { DeliveryStore } from '../ports/delivery-store';
import type { Directory } from '../ports/directory';
import type { UndoneWork } from '../ports/set-aside-tickets';
import type { TicketStore } from '../ports/ticket-store';

export interface DeliveryStateDeps {
  readonly tickets: TicketStore;
  readonly deliveries: DeliveryStore;
  readonly directory: Directory;
  readonly clock: Clock;
}

/**
 * What does not reach the reader's places. Dispatch, and anybody who reads everything, sees all lanes; the others see only
 * those of their own places. The delivery that asks is under way, not stuck.
 */
export async function deliveryState(
  { deliveries, tickets, directory, clock }: DeliveryStateDeps,
  reader: Reader,
  asking: string | undefined,
): Promise<DeliveryState> {
  const installation = directory.installation();
  const known = allPlaces(installation);
  const own = readingPlacesOf(installation, reader).map(({ place }) => place);
  const readsAll = own.some(({ kind }) => kind === 'dispatch');
  const places = readsAll ? undefined : own;
  const lanes = places?.flatMap((place) => lanesOf(installation, place)).map(laneKey);
  const { late, givenUpOf, notWithdrawnOf, silentLanes } = await deliveries.stuck({
    now: clock.now(),
    ...defined({ lanes, except: asking }),
  });
  const concerned = places && new Set(places.map(placeKey));
  const open = new Set(await tickets.openAmong(givenUpOf));
  const unreached: TicketNumber[] = [];
  const misses: Place[] = [];
  for (const number of new Set([...open, ...notWithdrawnOf])) {
    const lasting = (await deliveries.problemsOf(number)).filter(
      (problem) =>
        !('people' in problem) &&
        // What a former place misses is missed all the same.
        (concerned?.has(placeKey(problem.place)) ?? true) &&
        // Of an ended ticket nobody misses anything, but nothing of it may stay where it must not stand.
        (open.has(number) || problem.withdrawing === true),
    );
    if (lasting.length > 0) unreached.push(number);
    misses.push(...lasting.map(({ place }) => place));
  }
  const silentPlaces = (places ?? known).filter((place) =>
    lanesOf(installation, place).some((lane) => silentLanes.includes(laneKey(lane))),
  );
  const undone = readsAll ? await tickets.setAside.list() : [];
  const withUndone = (wanted: UndoneWork) =>
    undone.flatMap(({ number, work }) => (work === wanted ? [number] : []));
  return {
    late,
    unreached,
    givenUp: counted(misses),
    setAside: withUndone('effects'),
    unchecked: withUndone('deadlines'),
    silentPlaces,
  };
}

function counted(places: readonly Place[]): DeliveryState['givenUp'] {
  const counts = new Map<string, { readonly place: Place; readonly count: number }>();
  for (const place of places) {
    const count = (counts.get(placeKey(place))?.count ?? 0) + 1;
    counts.set(placeKey(place), { place, count });
  }
  return [...counts.values()];
}
