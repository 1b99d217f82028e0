import { orderAt } from './delivery-policy';
import type { Clock } from './ports/clock';
import type { DeliveryStore, UnsentDelivery, WhichDeliveries } from './ports/delivery-store';
import type { Directory } from './ports/directory';
import type { SetAsideTicket } from './ports/set-aside-tickets';
import type { TicketStore } from './ports/ticket-store';
import { redrawProblems } from './redraw-problems';

export interface UnsentDeps {
  readonly tickets: Pick<TicketStore, 'setAside'>;
  readonly deliveries: DeliveryStore;
  readonly directory: Directory;
  readonly clock: Clock;
}

/** What has not reached its readers, for the people who run the bot. */
export interface UnsentMessages {
  readonly deliveries: readonly UnsentDelivery[];
  readonly tickets: readonly SetAsideTicket[];
}

export async function unsentMessages(
  { deliveries, tickets }: UnsentDeps,
  limit: number,
): Promise<UnsentMessages> {
  return { deliveries: await deliveries.unsent.list(limit), tickets: await tickets.setAside.list() };
}

/** What was given up is tried again, of a ticket set aside its planning too. Returns how much that is. */
export async function resendMessages(
  { deliveries, tickets }: UnsentDeps,
  which: WhichDeliveries,
): Promise<number> {
  const count = await deliveries.unsent.resend(which);
  const isPlanned = 'ticket' in which && (await tickets.setAside.retry(which.ticket));
  return count + Number(isPlanned);
}

/** What did not arrive never will, and the dispatchers' cards do not speak of it any more. Returns how much that is. */
export async function dropMessages(deps: UnsentDeps, which: WhichDeliveries): Promise<number> {
  const { deliveries, tickets, clock } = deps;
  const ticket = await deliveries.unsent.ticketOf(which);
  const count = await deliveries.unsent.drop(which);
  const order = orderAt(clock.now());
  if (count > 0 && ticket !== undefined) {
    await redrawProblems(deps, { id: `${ticket}:dropped:${order}`, ticket, order, attempts: 0 });
  }
  const isPlanned = 'ticket' in which && (await tickets.setAside.drop(which.ticket));
  return count + Number(isPlanned);
}
