/**
 * Whom an event concerns. Internal: all but the operator, whose place is told and shown nothing of it (process 3);
 * support is between dispatcher, maintainers and platform maintainer (process 5). Dispatch: only the dispatcher is told
 * of a confirmed notice or a warning (process 6, 2).
 */
export type Audience = 'everybody' | 'internal' | 'dispatch';
