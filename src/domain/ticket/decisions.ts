import { calendarAt } from '../reaction/calendar-timeline';
import type { CloseWithoutAnswer, TicketCommand } from './commands';
import type { Decision, DecisionContext } from './decide';
import { events, refuse, stamp, standing } from './decision-parts';
import { accept, assign, changeClass, changeModule, decline, handBack } from './decisions-on-analysis';
import { addComment, answerQuestion, askOperator } from './decisions-on-conversation';
import { agreeToPlan, objectToPlan, proposePlan } from './decisions-on-plan';
import { confirmNotice, releaseAndClose } from './decisions-on-release';
import { report, supplement, withdraw } from './decisions-on-report';
import { completeSupport, requestSupport, takeSupport } from './decisions-on-support';
import { beginTest, beginWork, completeWork, failTest } from './decisions-on-work';
import { stopOfReaction } from './reaction-events';
import type { Ticket } from './ticket';
import { serviceDaysUntilUnanswered } from './timers';

/** The events of an action whose right and state the table has granted, or the refusal of its own guard. */
export function decideEvents(
  command: TicketCommand,
  ticket: Ticket | undefined,
  context: DecisionContext,
): Decision {
  if (command.type === 'reportFault') return report(command, context);
  if (ticket === undefined) return refuse({ code: 'unknownTicket' });
  const base = stamp(command, context);
  switch (command.type) {
    case 'startAnalysis':
      return events(stopOfReaction(ticket, base));
    case 'accept':
      return accept(command, ticket, context);
    case 'decline':
      return decline(command, ticket, context);
    case 'returnReport':
      return events([
        ...stopOfReaction(ticket, base),
        { ...base, type: 'reportReturned', missing: command.missing },
      ]);
    case 'supplement':
      return supplement(command, ticket, context);
    case 'closeWithoutAnswer':
      return closeWithoutAnswer(command, ticket, context);
    case 'withdraw':
      return withdraw(command, ticket, context);
    case 'assign':
      return assign(command, ticket, context);
    case 'handBack':
      return handBack(command, ticket, context);
    case 'changeClass':
      return changeClass(command, ticket, context);
    case 'changePriority':
      if (command.priority === ticket.priority) return refuse({ code: 'samePriority', ...standing(ticket) });
      return events([{ ...base, type: 'priorityChanged', from: ticket.priority, to: command.priority }]);
    case 'changeModule':
      return changeModule(command, ticket, context);
    case 'markSecurityRelevant':
      if (ticket.securityRelevant) return refuse({ code: 'alreadySecurityRelevant', ...standing(ticket) });
      return events([{ ...base, type: 'markedSecurityRelevant' }]);
    case 'beginWork':
      return beginWork(command, ticket, context);
    case 'completeWork':
      return completeWork(command, ticket, context);
    case 'beginTest':
      return beginTest(command, ticket, context);
    case 'failTest':
      return failTest(command, ticket, context);
    case 'releaseAndClose':
      return releaseAndClose(command, ticket, context);
    case 'comment':
      return addComment(command, ticket, context);
    case 'askOperator':
      return askOperator(command, ticket, context);
    case 'answerQuestion':
      return answerQuestion(command, ticket, context);
    case 'proposePlan':
      return proposePlan(command, ticket, context);
    case 'agreeToPlan':
      return agreeToPlan(command, ticket, context);
    case 'objectToPlan':
      return objectToPlan(command, ticket, context);
    case 'requestSupport':
      return requestSupport(command, ticket, context);
    case 'takeSupport':
      return takeSupport(command, ticket, context);
    case 'completeSupport':
      return completeSupport(command, ticket, context);
    case 'confirmNotice':
      return confirmNotice(command, ticket, context);
  }
}

function closeWithoutAnswer(command: CloseWithoutAnswer, ticket: Ticket, context: DecisionContext): Decision {
  const returnedAt = ticket.returned?.at;
  if (returnedAt === undefined) throw new Error(`${ticket.number} is returned without a return`);
  const calendar = calendarAt(context.installation.calendars, returnedAt).calendar;
  const earliest = calendar.addServiceDays(returnedAt, serviceDaysUntilUnanswered);
  if (context.now < earliest) return refuse({ code: 'tooEarlyToClose', earliest, ...standing(ticket) });
  return events([{ ...stamp(command, context), type: 'closedWithoutAnswer' }]);
}
