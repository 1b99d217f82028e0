import type { BeginTest, BeginWork, CompleteWork, FailTest, ReleaseAndClose } from './commands';
import type { Decision, DecisionContext } from './decide';
import { events, refuse, stamp, standing } from './decision-parts';
import { isPlanBinding, partiesWaitedFor, planParties } from './plan/fix-plan';
import type { Ticket } from './ticket';
import { completionLinks, isWebLink } from './work/work';

/** Work needs a binding plan, or "Sofortbeginn" with a reason in classes 1 and 2 (process 3). */
export function beginWork(command: BeginWork, ticket: Ticket, context: DecisionContext): Decision {
  const base = stamp(command, context);
  if (isPlanBinding(ticket)) return events([{ ...base, type: 'workBegun' }]);
  const { immediateStartReason } = command;
  const { faultClass } = ticket;
  const immediateStartPossible = faultClass <= 2;
  if (immediateStartReason === undefined) {
    const waitingFor = ticket.fixPlan === undefined ? planParties : partiesWaitedFor(ticket);
    return refuse({ code: 'planNotBinding', waitingFor, immediateStartPossible, ...standing(ticket) });
  }
  if (!immediateStartPossible) {
    return refuse({ code: 'immediateStartNotForClass', faultClass, ...standing(ticket) });
  }
  return events([{ ...base, type: 'workBegun', immediateStartReason }]);
}

export function completeWork(command: CompleteWork, _ticket: Ticket, context: DecisionContext): Decision {
  const { completion } = command;
  const wrong = completionLinks.find((link) => {
    const address = completion[link];
    return address !== undefined && !isWebLink(address);
  });
  if (wrong !== undefined) return refuse({ code: 'linkNotAllowed', link: wrong });
  return events([{ ...stamp(command, context), type: 'workCompleted', completion }]);
}

export function beginTest(command: BeginTest, ticket: Ticket, context: DecisionContext): Decision {
  return byAnother(command, ticket, context) ?? events([{ ...stamp(command, context), type: 'testBegun' }]);
}

export function failTest(command: FailTest, ticket: Ticket, context: DecisionContext): Decision {
  const { record, defect } = command;
  return (
    byAnother(command, ticket, context) ??
    events([{ ...stamp(command, context), type: 'testFailed', record, defect }])
  );
}

/** Who repaired it does not judge the repair (process 3): the refusal, or undefined for anybody else. */
export function byAnother(
  command: BeginTest | FailTest | ReleaseAndClose,
  ticket: Ticket,
  { actor }: DecisionContext,
): Decision | undefined {
  return ticket.completion?.by === actor.person
    ? refuse({ code: 'completedByTester', action: command.type, ...standing(ticket) })
    : undefined;
}
