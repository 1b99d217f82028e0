import type { TicketFilter, TicketScope } from '../../app/ports/ticket-store';
import { defined } from '../../defined';
import { type Conditions, exactly, whereOneOf } from './conditions';

/**
 * A list's filter as a query; undefined if nothing can be found. Values are wrapped in `$eq` or `$in`, so none of them
 * can act as an operator.
 */
export function toQuery(filter: TicketFilter): Conditions | undefined {
  const scopes = filter.scopes.map(scopeConditions);
  const except = (filter.except ?? []).map(scopeConditions);
  if (scopes.length === 0 || filter.states?.length === 0 || except.some(isEverything)) return undefined;
  const narrowing = defined({
    'ticket.state': whereOneOf(filter.states),
    'ticket.module': exactly(filter.module),
    'ticket.faultClass': exactly(filter.faultClass),
  });
  const parts = [narrowing, anyOf(scopes), except.length === 0 ? {} : { $nor: except }].filter(
    (each) => !isEverything(each),
  );
  return joined(parts);
}

function scopeConditions({ operator, module, assigned, waitsFor, supported }: TicketScope): Conditions {
  return defined({
    'ticket.operator': exactly(operator),
    'ticket.module': exactly(module),
    assigned: exactly(assigned),
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
