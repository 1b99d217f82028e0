import { placeKey } from '../domain/organisation/place';
import type { Delivery, DeliveryProblem } from './ports/delivery-store';
import { laneKey } from './messages/lane';

type Settled = Pick<Delivery, 'effect' | 'lane' | 'status' | 'mentioned' | 'nothingSent' | 'problem'>;

type Way = Pick<Delivery, 'effect' | 'lane'>;

/** A problem with the place that it concerns. */
export type PlacedProblem = DeliveryProblem & { readonly place: Delivery['effect']['place'] };

/**
 * The unresolved problems of one ticket's deliveries, which are given by order: a later arrival in the same lane (of the
 * same place, where it had none), or one that mentioned the missing people, resolves an earlier problem.
 */
export function openProblems(deliveries: readonly Settled[]): readonly PlacedProblem[] {
  return deliveries.flatMap(({ problem, effect, lane }, index): readonly PlacedProblem[] => {
    if (problem === undefined) return [];
    const later = deliveries
      .slice(index + 1)
      .filter(
        (each) => each.status === 'sent' && each.nothingSent !== true && isSameWay(each, { effect, lane }),
      );
    const { place } = effect;
    if (!('people' in problem))
      return later.some((each) => each.problem === undefined) ? [] : [{ ...problem, place }];
    const people = problem.people.filter(
      (person) => !later.some(({ mentioned }) => mentioned?.includes(person)),
    );
    return people.length === 0 ? [] : [{ ...problem, people, place }];
  });
}

function isSameWay(one: Way, other: Way): boolean {
  return other.lane.kind === 'none'
    ? placeKey(one.effect.place) === placeKey(other.effect.place)
    : laneKey(one.lane) === laneKey(other.lane);
}
