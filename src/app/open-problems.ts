import { placeKey } from '../domain/organisation/place';
import { dispatch } from '../domain/ticket/access';
import { type Delivery, type PlacedProblem, placeTold } from './ports/delivery-store';
import { laneKey } from './messages/lane';

type Settled = Pick<Delivery, 'effect' | 'lane' | 'status' | 'mentioned' | 'nothingSent' | 'problem'>;

type Way = Pick<Delivery, 'effect' | 'lane'>;

/** Whether the document still says to whom it goes; one that was damaged may not. */
function isWhole({ effect, lane }: Partial<Way>): boolean {
  return placeTold({ effect }) !== undefined && lane !== undefined;
}

/**
 * The unresolved problems of one ticket's deliveries, which are given by order: a later arrival in the same lane (of the
 * same place, where it had none), or one that mentioned the missing people, resolves an earlier problem. What no longer
 * says to whom it goes is missed by dispatch, who can have it looked at.
 */
export function openProblems(deliveries: readonly Settled[]): readonly PlacedProblem[] {
  return deliveries.flatMap(({ problem, effect, lane }, index): readonly PlacedProblem[] => {
    if (problem === undefined) return [];
    if (!isWhole({ effect, lane })) return [{ ...problem, place: dispatch }];
    const later = deliveries
      .slice(index + 1)
      .filter(
        (each) =>
          each.status === 'sent' &&
          each.nothingSent !== true &&
          isWhole(each) &&
          isSameWay(each, { effect, lane }),
      );
    const of = { place: effect.place, ...(effect.kind === 'withdrawCard' && { withdrawing: true as const }) };
    if (!('people' in problem))
      return later.some((each) => each.problem === undefined) ? [] : [{ ...problem, ...of }];
    const people = problem.people.filter(
      (person) => !later.some(({ mentioned }) => mentioned?.includes(person)),
    );
    return people.length === 0 ? [] : [{ ...problem, people, ...of }];
  });
}

function isSameWay(one: Way, other: Way): boolean {
  // Where a place was reached before, a card that is withdrawn tells it nothing.
  return other.lane.kind === 'none'
    ? one.effect.kind !== 'withdrawCard' && placeKey(one.effect.place) === placeKey(other.effect.place)
    : laneKey(one.lane) === laneKey(other.lane);
}
