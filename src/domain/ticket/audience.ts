/**
 * Whom an event concerns. Internal: all but the operator, so that an operator's place hears and sees nothing of it
 * (process 3); support is a matter between dispatcher, maintainers and platform maintainer (process 5). Dispatch: of a
 * confirmed notice and of a warning the dispatcher alone learns (process 6, 2).
 */
export type Audience = 'everybody' | 'internal' | 'dispatch';
