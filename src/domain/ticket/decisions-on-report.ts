import { defined } from '../../defined';
import { startCycle, withdrawCycle } from '../reaction/reaction-cycle';
import type { ReportFault, Supplement, Withdraw } from './commands';
import type { Decision, DecisionContext } from './decide';
import { events, refuse, stamp, underContract } from './decision-parts';
import { onBehalfOf } from './on-behalf';
import { breachOf } from './reaction-events';
import { presentCycle, type Ticket } from './ticket';

export function report(command: ReportFault, context: DecisionContext): Decision {
  const { actor, now, installation, number } = context;
  const { operator, module, report: typed, proposedClass, securityRelevant, origin } = command;
  if (actor.role === 'operator' && operator !== actor.organisation) {
    const permitted = [{ role: 'operator', organisation: operator } as const];
    return refuse({ code: 'notPermitted', action: 'reportFault', state: undefined, permitted });
  }
  const word = onBehalfOf(command, context);
  if (word.kind === 'refusal') return word;
  // Process 2.1: the receipt counts, never the time the record was made.
  const receivedAt = word.onBehalf?.at ?? now;
  if (!typed.firstAndSecondLevelDone) return refuse({ code: 'supportLevelsNotDone' });
  if (!underContract(context, operator, module, receivedAt))
    return refuse({ code: 'noContract', operator, module });
  if (number === undefined) throw new Error('a report needs the number it gets');
  const timeline = installation.calendars;
  const cycle = startCycle({ startedAt: receivedAt, faultClass: proposedClass, recordedAt: now, timeline });
  const base = stamp(command, context);
  return events([
    {
      ...base,
      type: 'faultReported',
      number,
      operator,
      module,
      report: typed,
      proposedClass,
      securityRelevant,
      receivedAt,
      cycle,
      ...defined({ origin }),
    },
    ...breachOf(undefined, cycle, base),
  ]);
}

export function supplement(command: Supplement, ticket: Ticket, context: DecisionContext): Decision {
  const word = onBehalfOf(command, context, ticket.returned?.at);
  if (word.kind === 'refusal') return word;
  // Process 2.3: a new cycle starts at the instant the operator supplied what was missing.
  const cycle = startCycle({
    startedAt: word.onBehalf?.at ?? context.now,
    faultClass: ticket.faultClass,
    recordedAt: context.now,
    timeline: context.installation.calendars,
  });
  const base = stamp(command, context);
  return events([
    { ...base, type: 'reportSupplemented', answer: command.answer, cycle },
    ...breachOf(undefined, cycle, base),
  ]);
}

export function withdraw(command: Withdraw, ticket: Ticket, context: DecisionContext): Decision {
  const before = presentCycle(ticket);
  const word = onBehalfOf(command, context, before.startedAt);
  if (word.kind === 'refusal') return word;
  // A deadline that passed before the entry was missed, whatever was said before (process 2.3).
  const cycle = withdrawCycle(before, context.now);
  const reason = command.reason === undefined ? {} : { reason: command.reason };
  const base = stamp(command, context);
  return events([...breachOf(before, cycle, base), { ...base, type: 'reportWithdrawn', cycle, ...reason }]);
}
