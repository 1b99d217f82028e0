/**
 * Whom an event concerns. Internal: all but the operator, whose place is told and shown nothing of it (process 3);
 * support is between dispatcher, maintainers and platform maintainer (process 5). Operator: what is between the operator
 * and the dispatcher, such as legal duties (process 10). Dispatch: only the dispatcher is told of a confirmed notice or a
 * warning (process 6, 2).
 */
export type Audience = 'everybody' | 'internal' | 'operator' | 'dispatch';
