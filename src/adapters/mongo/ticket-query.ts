import type { TicketFilter, TicketScope } from '../../app/ports/ticket-store';

export type Conditions = Readonly<Record<string, unknown>>;

/**
 * A list's filter as a query; undefined where nothing can be found. Values stand behind `$eq` or `$in`, so that none of
 * them can be an operator itself.
 */
export function toQuery(filter: TicketFilter): Conditions | undefined {
  const scopes = filter.scopes.map(scopeConditions);
  const except = (filter.except ?? []).map(scopeConditions);
  if (scopes.length === 0 || filter.states?.length === 0 || except.some(isEverything)) return undefined;
  const narrowing = {
    ...(filter.states === undefined ? {} : { 'ticket.state': { $in: [...filter.states] } }),
    ...(filter.module === undefined ? {} : { 'ticket.module': { $eq: filter.module } }),
    ...(filter.faultClass === undefined ? {} : { 'ticket.faultClass': { $eq: filter.faultClass } }),
  };
  const parts = [narrowing, anyOf(scopes), except.length === 0 ? {} : { $nor: except }].filter(
    (each) => !isEverything(each),
  );
  return joined(parts);
}

function scopeConditions({ operator, module, assigned, responsible, support }: TicketScope): Conditions {
  return {
    ...(operator === undefined ? {} : { 'ticket.operator': { $eq: operator } }),
    ...(module === undefined ? {} : { 'ticket.module': { $eq: module } }),
    ...(assigned === undefined ? {} : { assigned: { $eq: assigned } }),
    ...(responsible === undefined ? {} : { responsible: { $eq: responsible } }),
    ...(support === undefined
      ? {}
      : { support: support === 'any' ? { $in: ['completed', 'open'] } : { $eq: support } }),
  };
}

function anyOf(scopes: readonly Conditions[]): Conditions {
  const [only, ...more] = scopes;
  if (only === undefined || scopes.some(isEverything)) return {};
  return more.length === 0 ? only : { $or: scopes };
}

/** All parts hold. Laid side by side where they speak of different fields, for then every index can serve them. */
function joined(parts: readonly Conditions[]): Conditions {
  const keys = parts.flatMap((part) => Object.keys(part));
  return new Set(keys).size === keys.length
    ? Object.fromEntries(parts.flatMap((part) => Object.entries(part)))
    : { $and: parts };
}

function isEverything(conditions: Conditions): boolean {
  return Object.keys(conditions).length === 0;
}
