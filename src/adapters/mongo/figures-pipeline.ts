import type { PipelineStage } from 'mongoose';
import type { ClassFigures } from '../../app/messages/digest';
import type { FigureTime, TicketScope } from '../../app/ports/ticket-store';
import type { FaultClass } from '../../domain/reaction/fault-class';
import { openStates } from '../../domain/ticket/ticket-state';
import { toQuery } from './ticket-query';

/** The pipeline's result for a class. */
export interface GroupedFigures extends Omit<ClassFigures, 'faultClass'> {
  readonly _id: FaultClass;
}

/** Later than any deadline or target date: without it, comparing a missing field would be true. */
const never = new Date(8_640_000_000_000_000);
const neverOnADay = '9999-12-31';

/**
 * One pass over the open tickets that reads only state, class and the flat list fields. Undefined if nothing can be
 * found. Pipelines are not cast, so instants are dates here.
 */
export function figuresPipeline(
  scopes: readonly TicketScope[],
  { now, today, endOfToday }: FigureTime,
): PipelineStage[] | undefined {
  const query = toQuery({ scopes, states: openStates });
  if (query === undefined) return undefined;
  const reaction = { $ifNull: ['$reactionDue', never] };
  const plan = { $ifNull: ['$planDue', neverOnADay] };
  const overdue = { $or: [{ $lt: [reaction, new Date(now)] }, { $lt: [plan, today] }] };
  const due = { $or: [{ $lt: [reaction, new Date(endOfToday)] }, { $eq: [plan, today] }] };
  const counted = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
  return [
    { $match: query },
    {
      $group: {
        _id: '$ticket.faultClass',
        open: { $sum: 1 },
        dueToday: counted({ $and: [due, { $not: [overdue] }] }),
        overdue: counted(overdue),
        waitingForOperator: counted({ $eq: ['$waitsForOperator', true] }),
        inProgress: counted({ $eq: ['$ticket.state', 'inProgress'] }),
        inTest: counted({ $eq: ['$ticket.state', 'inTest'] }),
      },
    },
    { $sort: { _id: 1 } },
  ];
}
