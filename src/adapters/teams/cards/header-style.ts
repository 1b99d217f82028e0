import type { View } from '../../../texts/view';
import type { FaultClass } from '../../../domain/reaction/fault-class';
import type { Ticket } from '../../../domain/ticket/ticket';
import { isOpen } from '../../../domain/ticket/ticket-state';
import { dueMomentAt, urgencyOf } from '../../../domain/ticket/urgency';

/** How a ticket's header looks. It only underlines what the header says: the class, the state and the deadline. */
export interface HeaderStyle {
  /** Of the container; what Adaptive Cards 1.2 knows. */
  readonly container: 'attention' | 'warning' | 'accent' | 'emphasis' | 'good';
  /** Of the badge with the state, where Teams has badges. */
  readonly badge: 'Attention' | 'Warning' | 'Informative' | 'Subtle' | 'Good';
}

const late: HeaderStyle = { container: 'attention', badge: 'Attention' };
const fixed: HeaderStyle = { container: 'good', badge: 'Good' };
const ended: HeaderStyle = { container: 'emphasis', badge: 'Subtle' };

const byClass: Readonly<Record<FaultClass, HeaderStyle>> = {
  1: late,
  2: { container: 'warning', badge: 'Warning' },
  3: { container: 'accent', badge: 'Informative' },
  4: ended,
};

/**
 * By what is late first (the reaction while it is owed, a plan past its target date), by the fault class otherwise; a
 * ticket that has ended asks for nothing.
 */
export function headerStyle(ticket: Ticket, view: View): HeaderStyle {
  if (!isOpen(ticket)) return ticket.resolution === 'fixed' ? fixed : ended;
  const urgency = urgencyOf(ticket, dueMomentAt(view.installation.calendars, view.now));
  return urgency === 'overdue' ? late : byClass[ticket.faultClass];
}
