import { calendarAt } from '../reaction/calendar-timeline';
import { instantToLocal } from '../service-calendar/local-time';
import { contractOn, maintainersOf, moduleById } from '../organisation/find';
import type { ModuleId } from '../organisation/installation';
import { startCycle, withdrawCycle } from '../reaction/reaction-cycle';
import type {
  Accept,
  Assign,
  ChangeClass,
  ChangeModule,
  Decline,
  ReportFault,
  Supplement,
  TicketCommand,
  Withdraw,
} from './commands';
import type { Decision, DecisionContext } from './decide';
import type { MaintainerMissing, TicketEvent } from './events';
import { onBehalfOf } from './on-behalf';
import { breachOf, classChange, stopOfReaction } from './reaction-events';
import type { Refusal } from './refusals';
import { responsibleParty } from './responsible-party';
import { presentCycle } from './ticket';
import type { Ticket } from './ticket';

/** Service days without an answer after which a returned ticket may be closed (process 3). */
export const serviceDaysUntilUnanswered = 10;

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
      return events([{ ...base, type: 'ticketHandedBack', reason: command.reason }]);
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
  }
}

function report(command: ReportFault, context: DecisionContext): Decision {
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
      ...(origin === undefined ? {} : { origin }),
    },
    ...breachOf(undefined, cycle, base),
  ]);
}

function accept(command: Accept, ticket: Ticket, context: DecisionContext): Decision {
  const { faultClass, classReason, priority } = command;
  const base = stamp(command, context);
  if (reasonMissing(ticket, faultClass, classReason)) {
    return refuse({ code: 'classReasonMissing', proposed: ticket.proposedClass });
  }
  const added: TicketEvent[] = [...stopOfReaction(ticket, base)];
  if (faultClass !== ticket.faultClass) {
    // Process 2.8: the stop is judged by the class in force before; the one set here takes effect after it.
    const reason = classReason === undefined ? {} : { reason: classReason };
    added.push({ ...base, type: 'faultClassChanged', from: ticket.faultClass, to: faultClass, ...reason });
  }
  if (priority !== ticket.priority) {
    added.push({ ...base, type: 'priorityChanged', from: ticket.priority, to: priority });
  }
  added.push({ ...base, type: 'faultAccepted' }, ...withoutMaintainer(ticket, ticket.module, context, base));
  return events(added);
}

function decline(command: Decline, ticket: Ticket, context: DecisionContext): Decision {
  const { reason, text, duplicateOf } = command;
  const base = stamp(command, context);
  if (reason === 'duplicate') {
    if (duplicateOf === ticket.number) return refuse({ code: 'duplicateOfItself' });
    if (duplicateOf === undefined || context.referenced?.number !== duplicateOf) {
      return refuse({ code: 'duplicateUnknown' });
    }
  }
  const duplicate = reason === 'duplicate' && duplicateOf !== undefined ? { duplicateOf } : {};
  return events([
    ...stopOfReaction(ticket, base),
    { ...base, type: 'faultDeclined', reason, text, ...duplicate },
  ]);
}

function supplement(command: Supplement, ticket: Ticket, context: DecisionContext): Decision {
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

function closeWithoutAnswer(command: TicketCommand, ticket: Ticket, context: DecisionContext): Decision {
  const returnedAt = ticket.returned?.at;
  if (returnedAt === undefined) throw new Error(`${ticket.number} is returned without a return`);
  const calendar = calendarAt(context.installation.calendars, returnedAt).calendar;
  const earliest = calendar.addServiceDays(returnedAt, serviceDaysUntilUnanswered);
  if (context.now < earliest) return refuse({ code: 'tooEarlyToClose', earliest, ...standing(ticket) });
  return events([{ ...stamp(command, context), type: 'closedWithoutAnswer' }]);
}

function withdraw(command: Withdraw, ticket: Ticket, context: DecisionContext): Decision {
  const word = onBehalfOf(command, context, ticket.receivedAt);
  if (word.kind === 'refusal') return word;
  const before = presentCycle(ticket);
  const cycle = withdrawCycle(before, word.onBehalf?.at ?? context.now);
  const reason = command.reason === undefined ? {} : { reason: command.reason };
  const base = stamp(command, context);
  return events([...breachOf(before, cycle, base), { ...base, type: 'reportWithdrawn', cycle, ...reason }]);
}

function assign(command: Assign, ticket: Ticket, context: DecisionContext): Decision {
  const { module } = ticket;
  const organisation = moduleById(context.installation, module)?.maintainer;
  if (organisation === undefined) return refuse({ code: 'noMaintainer', module, ...standing(ticket) });
  if (!maintainersOf(context.installation, module).some((person) => person.id === command.person)) {
    return refuse({ code: 'notAMaintainer', module, ...standing(ticket) });
  }
  if (ticket.assignment?.person === command.person) {
    return refuse({ code: 'alreadyAssigned', person: command.person, ...standing(ticket) });
  }
  return events([
    { ...stamp(command, context), type: 'ticketAssigned', organisation, person: command.person },
  ]);
}

function changeClass(command: ChangeClass, ticket: Ticket, context: DecisionContext): Decision {
  if (command.faultClass === ticket.faultClass) return refuse({ code: 'sameClass', ...standing(ticket) });
  if (reasonMissing(ticket, command.faultClass, command.reason)) {
    return refuse({ code: 'classReasonMissing', proposed: ticket.proposedClass });
  }
  const base = stamp(command, context);
  return events(classChange(ticket, command, base, context.installation.calendars));
}

function changeModule(command: ChangeModule, ticket: Ticket, context: DecisionContext): Decision {
  const { module } = command;
  if (module === ticket.module) return refuse({ code: 'sameModule', ...standing(ticket) });
  if (!underContract(context, ticket.operator, module, ticket.receivedAt)) {
    return refuse({ code: 'noContract', operator: ticket.operator, module });
  }
  const base = stamp(command, context);
  return events([
    { ...base, type: 'moduleChanged', from: ticket.module, to: module },
    ...(ticket.state === 'requested' ? [] : withoutMaintainer(ticket, module, context, base)),
  ]);
}

/** A reason is owed where the class differs from the operator's proposal (process 2.8). */
function reasonMissing(
  ticket: Ticket,
  faultClass: Ticket['faultClass'],
  reason: string | undefined,
): boolean {
  return faultClass !== ticket.proposedClass && faultClass !== ticket.faultClass && reason === undefined;
}

function underContract(
  context: DecisionContext,
  operator: string,
  module: ModuleId,
  receivedAt: number,
): boolean {
  const { zone } = calendarAt(context.installation.calendars, receivedAt).calendar;
  const day = instantToLocal(receivedAt, zone).date;
  return contractOn(context.installation, operator, module, day) !== undefined;
}

/** The process owner is told once per module that nobody can be assigned (process 3). */
function withoutMaintainer(
  ticket: Ticket,
  module: ModuleId,
  context: DecisionContext,
  base: ReturnType<typeof stamp>,
): readonly MaintainerMissing[] {
  const known = moduleById(context.installation, module)?.maintainer !== undefined;
  return known || ticket.toldWithoutMaintainer.includes(module)
    ? []
    : [{ ...base, type: 'maintainerMissing', module }];
}

/** What every event of the command says. */
function stamp(command: TicketCommand, context: DecisionContext) {
  const { actor, now } = context;
  return {
    at: now,
    by: actor.person,
    role: actor.role,
    commandId: command.commandId,
    ...(actor.role === 'dispatcher' && command.onBehalf !== undefined ? { onBehalf: command.onBehalf } : {}),
  };
}

function standing(ticket: Ticket) {
  return { state: ticket.state, responsible: responsibleParty(ticket) };
}

function events(added: readonly TicketEvent[]): Decision {
  return { kind: 'events', events: added };
}

function refuse(refusal: Refusal): Decision {
  return { kind: 'refusal', refusal };
}
