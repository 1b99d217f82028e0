import type { ClassFigures } from '../../app/messages/digest';
import type { TicketScope } from '../../app/ports/ticket-store';
import type { DueMoment } from '../../domain/ticket/urgency';
import { type FaultClass, faultClasses } from '../../domain/reaction/fault-class';
import { openStates } from '../../domain/ticket/ticket-state';
import type { Conditions } from './conditions';
import { toQuery } from './ticket-query';

/** Counts the tickets that a query finds. */
type Count = (query: Conditions) => Promise<number>;

/**
 * The figures of the open tickets, each a count that an index answers: it costs what is counted, and no ticket is read.
 * Whatever is written meanwhile may be in one figure and not yet in another.
 */
export async function countFigures(
  scopes: readonly TicketScope[],
  at: DueMoment,
  count: Count,
): Promise<readonly ClassFigures[]> {
  const all = await Promise.all(faultClasses.map((each) => figuresOf(each, scopes, at, count)));
  return all.filter(({ open }) => open > 0).sort((one, other) => one.faultClass - other.faultClass);
}

async function figuresOf(
  faultClass: FaultClass,
  scopes: readonly TicketScope[],
  { now, today, endOfToday }: DueMoment,
  count: Count,
): Promise<ClassFigures> {
  const counted = async (filter: Pick<Parameters<typeof toQuery>[0], 'states'>, only: Conditions = {}) => {
    const query = toQuery({ scopes, faultClass, ...filter }, only);
    return query === undefined ? 0 : count(query);
  };
  const open = await counted({ states: openStates });
  if (open === 0)
    return { faultClass, open, dueToday: 0, overdue: 0, waitingForOperator: 0, inProgress: 0, inTest: 0 };
  // The fields asked for below stand only in open tickets (`listFieldsOf`). Each of two reasons counts a ticket that has
  // both only once.
  const reaction = (from: object, until: number) => ({ reactionDue: { ...from, $lt: until } });
  const [overdueByReaction, overdueByPlan, dueByReaction, dueByPlan, waitingForOperator, inProgress, inTest] =
    await Promise.all([
      counted({}, reaction({}, now)),
      counted({}, { planDue: { $lt: today }, reactionDue: { $not: { $lt: now } } }),
      counted({}, { ...reaction({ $gte: now }, endOfToday), planDue: { $not: { $lt: today } } }),
      counted({}, { planDue: { $eq: today }, reactionDue: { $not: { $lt: endOfToday } } }),
      counted({}, { waitsForOperator: { $eq: true } }),
      counted({ states: ['inProgress'] }),
      counted({ states: ['inTest'] }),
    ]);
  return {
    faultClass,
    open,
    dueToday: dueByReaction + dueByPlan,
    overdue: overdueByReaction + overdueByPlan,
    waitingForOperator,
    inProgress,
    inTest,
  };
}
