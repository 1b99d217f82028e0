import type { Model } from 'mongoose';
import { orderAt, stuckAfter } from '../../app/delivery-policy';
import { openProblems } from '../../app/open-problems';
import type { DeliveryStore, PlacedProblem, StuckDeliveries } from '../../app/ports/delivery-store';
import { defined } from '../../defined';
import type { TicketNumber } from '../../domain/ticket/ticket';
import { whereOneOf } from './conditions';
import { collection, type DeliveryDocument } from './delivery-document';
import { problemKinds } from './schemas/delivery-schema';
import { fitting } from './store-errors';
import { fromStored } from './stored-form';

/** Sent or given up; given up before and due again, it has not arrived either. */
const withOutcome = {
  $or: [
    { status: { $in: ['sent' as const, 'undeliverable' as const] } },
    { status: 'due' as const, 'problem.kind': { $in: [...problemKinds] } },
  ],
};
/** Given up before, it is told of as that. */
const notGivenUp = { givenUpBefore: { $ne: true } } as const;
const missed = { status: { $in: ['undeliverable', 'due'] }, 'problem.kind': { $in: [...problemKinds] } };

/** The unresolved problems of the ticket's deliveries. */
export async function problemsOfTicket(
  model: Model<DeliveryDocument>,
  ticket: string,
): Promise<readonly PlacedProblem[]> {
  const of = { ticket: { $eq: ticket } };
  const found = await fitting(collection, async () => {
    // Few tickets have any, and each ticket many deliveries.
    if ((await model.exists({ ...of, 'problem.kind': { $in: problemKinds } })) === null) return [];
    return model
      .find(
        { ...of, ...withOutcome },
        { nothingSent: 1, problem: 1, mentioned: 1, effect: 1, lane: 1, status: 1 },
      )
      .sort({ order: 1, _id: 1 })
      .lean();
  });
  return openProblems(found.map((stored) => fromStored<DeliveryDocument>(stored)));
}

/** What is late or was given up. */
export async function stuckDeliveries(
  model: Model<DeliveryDocument>,
  { now, lanes, except }: Parameters<DeliveryStore['stuck']>[0],
): Promise<StuckDeliveries> {
  const inLanes = defined({ laneKey: whereOneOf(lanes) });
  const late = { $or: [{ attempts: { $gt: 0 } }, { order: { $lt: orderAt(now - stuckAfter) } }] };
  const another = defined({ _id: except === undefined ? undefined : { $ne: except } });
  const [count, givenUpOf, notWithdrawnOf, givenUp] = await fitting(collection, () =>
    Promise.all([
      model.countDocuments({ status: 'due', ...inLanes, ...late, ...another, ...notGivenUp }),
      ticketsOf(model, { ...missed, ...inLanes, ticket: { $gte: '' } }),
      ticketsOf(model, { ...missed, ...inLanes, ticket: { $gte: '' }, 'effect.kind': 'withdrawCard' }),
      model.aggregate<{ readonly _id: string; readonly last: string }>([
        { $match: { status: 'undeliverable', ...inLanes, ticket: { $exists: false } } },
        { $group: { _id: '$laneKey', last: { $max: '$order' } } },
        { $sort: { _id: 1 } },
      ]),
    ]),
  );
  const silent = await Promise.all(givenUp.map(({ _id, last }) => isSilentSince(model, _id, last)));
  return {
    late: count,
    givenUpOf,
    notWithdrawnOf,
    silentLanes: givenUp.filter((_, index) => silent[index]).map(({ _id }) => _id),
  };
}

async function ticketsOf(
  model: Model<DeliveryDocument>,
  condition: Readonly<Record<string, unknown>>,
): Promise<readonly TicketNumber[]> {
  const groups = await model.aggregate<{ readonly _id: TicketNumber }>([
    { $match: condition },
    { $group: { _id: '$ticket' } },
    { $sort: { _id: 1 } },
  ]);
  return groups.map(({ _id }) => _id);
}

async function isSilentSince(
  model: Model<DeliveryDocument>,
  laneKey: string,
  order: string,
): Promise<boolean> {
  const later = {
    status: 'sent',
    nothingSent: { $ne: true },
    laneKey: { $eq: laneKey },
    order: { $gt: order },
  } as const;
  return (await model.exists(later)) === null;
}
