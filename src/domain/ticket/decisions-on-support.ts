import { defined } from '../../defined';
import type { CompleteSupport, RequestSupport, TakeSupport } from './commands';
import type { Decision, DecisionContext } from './decide';
import { events, refuse, stamp, standing } from './decision-parts';
import type { SupportRequest } from './support/support';
import type { Ticket } from './ticket';

export function requestSupport(command: RequestSupport, ticket: Ticket, context: DecisionContext): Decision {
  const { kind, question } = command;
  const request = String(ticket.supportRequests.length + 1);
  return events([{ ...stamp(command, context), type: 'supportRequested', request, kind, question }]);
}

export function takeSupport(command: TakeSupport, ticket: Ticket, context: DecisionContext): Decision {
  const quicker = quickerIn('takeSupport', command, ticket, context);
  if (quicker !== undefined) return quicker;
  const wanted = ticket.supportRequests.find((each) =>
    command.request === undefined ? each.takenBy === undefined : each.id === command.request,
  );
  if (wanted === undefined) return refuse({ code: 'noSupportRequest', ...standing(ticket) });
  if (wanted.takenBy !== undefined) {
    const at = wanted.takenAt ?? wanted.at;
    return refuse({
      code: 'alreadyDone',
      action: 'takeSupport',
      by: wanted.takenBy,
      at,
      ...standing(ticket),
    });
  }
  return events([{ ...stamp(command, context), type: 'supportTaken', request: wanted.id }]);
}

/** Test and acceptance end with a verdict, the other kinds with an answer (process 5). */
export function completeSupport(
  command: CompleteSupport,
  ticket: Ticket,
  context: DecisionContext,
): Decision {
  const quicker = quickerIn('completeSupport', command, ticket, context);
  if (quicker !== undefined) return quicker;
  const wanted = ticket.supportRequests.find((each) =>
    command.request === undefined ? isUnderWay(each) : each.id === command.request,
  );
  if (wanted === undefined) return refuse({ code: 'noSupportRequest', ...standing(ticket) });
  const { completedBy: by, completedAt: at } = wanted;
  if (by !== undefined && at !== undefined) {
    return refuse({ code: 'alreadyDone', action: 'completeSupport', by, at, ...standing(ticket) });
  }
  if (wanted.takenBy === undefined) return refuse({ code: 'supportNotTaken', ...standing(ticket) });
  const { answer, verdict } = command;
  const isTest = wanted.kind === 'testAndAcceptance';
  if (isTest && verdict === undefined) return refuse({ code: 'supportVerdictMissing' });
  if (!isTest && answer === undefined) return refuse({ code: 'supportAnswerMissing' });
  return events([
    {
      ...stamp(command, context),
      type: 'supportCompleted',
      request: wanted.id,
      ...defined({ answer }),
      ...(isTest && verdict !== undefined ? { verdict } : {}),
    },
  ]);
}

/** Who names no request means the one the card showed: somebody else may have been quicker with it. */
function quickerIn(
  action: 'takeSupport' | 'completeSupport',
  command: TakeSupport | CompleteSupport,
  ticket: Ticket,
  { actor }: DecisionContext,
): Decision | undefined {
  const done = ticket.done[action];
  const { request, seenVersion } = command;
  if (done === undefined || request !== undefined || seenVersion === undefined) return undefined;
  if (done.version <= seenVersion || done.by === actor.person) return undefined;
  return refuse({ code: 'alreadyDone', action, by: done.by, at: done.at, ...standing(ticket) });
}

function isUnderWay({ takenBy, completedAt }: SupportRequest): boolean {
  return takenBy !== undefined && completedAt === undefined;
}
