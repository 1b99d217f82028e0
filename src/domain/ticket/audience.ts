import type { TicketEvent } from './events';

/**
 * Whom an event concerns. Internal: all but the operator, so that an operator's place hears and sees nothing of it
 * (process 3); support is a matter between dispatcher, maintainers and platform maintainer (process 5). Dispatch: of a
 * confirmed notice and of a warning the dispatcher alone learns (process 6, 2).
 */
export type Audience = 'everybody' | 'internal' | 'dispatch';

export function audienceOf(event: TicketEvent): Audience {
  switch (event.type) {
    case 'commentAdded':
      return event.internal ? 'internal' : 'everybody';
    case 'supportRequested':
    case 'supportTaken':
    case 'supportCompleted':
      return 'internal';
    case 'noticeConfirmed':
    case 'reactionWarned':
      return 'dispatch';
    case 'reminded':
      // All cards show that a plan is overdue; the other reminders change the dispatcher's alone.
      return event.timer === 'planTarget' ? 'everybody' : 'dispatch';
    case 'faultReported':
    case 'analysisStarted':
    case 'faultAccepted':
    case 'faultDeclined':
    case 'reportReturned':
    case 'reportSupplemented':
    case 'closedWithoutAnswer':
    case 'reportWithdrawn':
    case 'ticketAssigned':
    case 'ticketHandedBack':
    case 'faultClassChanged':
    case 'priorityChanged':
    case 'moduleChanged':
    case 'markedSecurityRelevant':
    case 'reactionBreached':
    case 'deadlineRecounted':
    case 'maintainerMissing':
    case 'workBegun':
    case 'workCompleted':
    case 'testBegun':
    case 'testFailed':
    case 'fixReleased':
    case 'questionAsked':
    case 'questionAnswered':
    case 'fixPlanProposed':
    case 'fixPlanAgreed':
    case 'fixPlanObjected':
    case 'fixPlanBound':
      return 'everybody';
  }
}
