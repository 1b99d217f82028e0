import { isDeepStrictEqual } from 'node:util';
import type { TicketFilter, TicketScope } from '../../app/ports/ticket-store';
import { defined } from '../../defined';
import { type Conditions, exactly, whereOneOf } from './conditions';

/**
 * A list's filter as a query, with what else is asked for; undefined if nothing can be found. Tickets to practise with are in
 * no list and no figure (process 7). Values of the filter are
 * wrapped in `$eq` or `$in`, so none of them can act as an operator.
 */
export function toQuery(filter: TicketFilter, only: Conditions = {}): Conditions | undefined {
  const scopes = filter.scopes.map(scopeConditions);
  const except = (filter.except ?? []).map(scopeConditions);
  if (scopes.length === 0 || filter.states?.length === 0 || except.some(isEverything)) return undefined;
  const narrowing = defined({
    trial: exactly(false),
    'ticket.state': whereOneOf(filter.states),
    'ticket.module': exactly(filter.module),
    'ticket.faultClass': exactly(filter.faultClass),
  });
  const parts = [
    narrowing,
    anyOf(scopes),
    noneOf(except, scopes),
    urgencyConditions(filter.urgency),
    only,
  ].filter((each) => !isEverything(each));
  return joined(parts);
}

/**
 * The query of a list in its order. The indexes of lists say first whether a ticket waits for somebody, so that either part
 * is found in its order; where both are wanted, that is asked for in words.
 */
export function toListQuery(filter: TicketFilter): Conditions | undefined {
  const query = toQuery(filter);
  if (query === undefined) return undefined;
  const [only, another] = filter.scopes;
  const flag = waitingFlag(another === undefined && only !== undefined ? only : {});
  return flag in query ? query : { ...query, [flag]: whereOneOf([true, false]) };
}

/** By which of the indexes of lists a scope is read. */
function waitingFlag({ operator, module, assigned, supported }: TicketScope): string {
  if (operator !== undefined) return 'waitsForOperator';
  if (supported !== undefined) return 'waitsForPlatform';
  return module !== undefined && assigned !== undefined ? 'waitsForMaintainer' : 'waitsForDispatcher';
}

/** `urgencyOf`, by the fields that an open ticket has while a deadline runs and while work goes by a plan. */
function urgencyConditions(urgency: TicketFilter['urgency']): Conditions {
  if (urgency === undefined) return {};
  const { is, at } = urgency;
  const { now, today, endOfToday } = at;
  switch (is) {
    case 'overdue':
      return { $or: [{ reactionDue: { $lt: now } }, { planDue: { $lt: today } }] };
    case 'dueToday':
      return {
        reactionDue: { $not: { $lt: now } },
        planDue: { $not: { $lt: today } },
        $or: [{ reactionDue: { $lt: endOfToday } }, { planDue: { $eq: today } }],
      };
    case 'later':
      return { reactionDue: { $not: { $lt: endOfToday } }, planDue: { $not: { $lte: today } } };
  }
}

function scopeConditions(scope: TicketScope): Conditions {
  const { operator, module, assigned, assignedTo, waitsFor, supported } = scope;
  return defined({
    'ticket.operator': exactly(operator),
    'ticket.module': exactly(module),
    assigned: exactly(assigned),
    'ticket.assignment.organisation': exactly(assignedTo),
    supported: exactly(supported),
    ...waitingConditions(waitsFor),
  });
}

function waitingConditions(role: TicketScope['waitsFor']): Conditions {
  switch (role) {
    case 'operator':
      return { waitsForOperator: exactly(true) };
    case 'dispatcher':
      return { waitsForDispatcher: exactly(true) };
    case 'maintainer':
      return { waitsForMaintainer: exactly(true) };
    case 'platformMaintainer':
      return { waitsForPlatform: exactly(true) };
    case undefined:
      return {};
  }
}

/** What is left out of a scope by one truth value is asked for by the other, which an index can find. */
function noneOf(except: readonly Conditions[], scopes: readonly Conditions[]): Conditions {
  const [left, ...more] = except;
  if (left === undefined) return {};
  const [scope, another] = scopes;
  if (more.length === 0 && scope !== undefined && another === undefined) {
    const own = Object.entries(left).filter(
      ([field]) => !(field in scope) || !isDeepStrictEqual(left[field], scope[field]),
    );
    const [[field, value] = [], ...others] = own;
    const isFlag = isDeepStrictEqual(value, exactly(true));
    if (field !== undefined && isFlag && others.length === 0 && !(field in scope))
      return { [field]: exactly(false) };
  }
  return { $nor: except };
}

function anyOf(scopes: readonly Conditions[]): Conditions {
  const [only, ...more] = scopes;
  if (only === undefined || scopes.some(isEverything)) return {};
  return more.length === 0 ? only : { $or: scopes };
}

/** All parts must hold. Merged where they concern different fields, because then every index can serve them. */
function joined(parts: readonly Conditions[]): Conditions {
  const keys = parts.flatMap((part) => Object.keys(part));
  return new Set(keys).size === keys.length
    ? Object.fromEntries(parts.flatMap((part) => Object.entries(part)))
    : { $and: parts };
}

function isEverything(conditions: Conditions): boolean {
  return Object.keys(conditions).length === 0;
}
