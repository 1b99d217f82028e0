import { maintainersOf, moduleById } from '../organisation/find';
import type { ModuleId } from '../organisation/installation';
import type { Accept, Assign, ChangeClass, ChangeModule, Decline, HandBack } from './commands';
import type { Decision, DecisionContext } from './decide';
import { events, refuse, stamp, standing, underContract } from './decision-parts';
import type { MaintainerMissing, TicketEvent } from './events';
import { classChange, type EventStamp, stopOfReaction } from './reaction-events';
import type { Ticket } from './ticket';

export function accept(command: Accept, ticket: Ticket, context: DecisionContext): Decision {
  const { faultClass, classReason, priority } = command;
  if (overtaken(command, ticket)) return refuse({ code: 'outdated', ...standing(ticket) });
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

export function decline(command: Decline, ticket: Ticket, context: DecisionContext): Decision {
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

export function assign(command: Assign, ticket: Ticket, context: DecisionContext): Decision {
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

export function handBack(command: HandBack, ticket: Ticket, context: DecisionContext): Decision {
  const base = stamp(command, context);
  return events([
    { ...base, type: 'ticketHandedBack', reason: command.reason },
    ...withoutMaintainer(ticket, ticket.module, context, base),
  ]);
}

export function changeClass(command: ChangeClass, ticket: Ticket, context: DecisionContext): Decision {
  if (command.faultClass === ticket.faultClass) return refuse({ code: 'sameClass', ...standing(ticket) });
  if (reasonMissing(ticket, command.faultClass, command.reason)) {
    return refuse({ code: 'classReasonMissing', proposed: ticket.proposedClass });
  }
  const base = stamp(command, context);
  return events(classChange(ticket, command, base, context.installation.calendars));
}

export function changeModule(command: ChangeModule, ticket: Ticket, context: DecisionContext): Decision {
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

/** The form confirms class and priority: what it showed must not silently undo what a colleague set since. */
function overtaken({ seenVersion }: Accept, { done }: Ticket): boolean {
  const marks = [done.changeClass, done.changePriority, done.changeModule];
  return seenVersion !== undefined && marks.some((mark) => mark !== undefined && mark.version > seenVersion);
}

/** A reason is owed where the class differs from the operator's proposal (process 2.8). */
function reasonMissing(
  ticket: Ticket,
  faultClass: Ticket['faultClass'],
  reason: string | undefined,
): boolean {
  return faultClass !== ticket.proposedClass && faultClass !== ticket.faultClass && reason === undefined;
}

/** The process owner is told once per module that nobody can be assigned (process 3). */
function withoutMaintainer(
  ticket: Ticket,
  module: ModuleId,
  context: DecisionContext,
  base: EventStamp,
): readonly MaintainerMissing[] {
  const known = moduleById(context.installation, module)?.maintainer !== undefined;
  return known || ticket.toldWithoutMaintainer.includes(module)
    ? []
    : [{ ...base, type: 'maintainerMissing', module }];
}
