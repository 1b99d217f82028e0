import { echoOf, isOvertaken, type TicketEvent } from '../domain/ticket/event-rules';
import { evolve } from '../domain/ticket/evolve';
import type { TicketNumber } from '../domain/ticket/ticket';
import { nextDue, type NextDueDeps } from './next-due';
import type { TicketRecord, TicketStore } from './ports/ticket-store';

export interface EchoDeps extends NextDueDeps {
  readonly tickets: TicketStore;
}

/**
 * Records in other tickets what the events since `record.effectsPlanned` mean for them, once each: the command id is
 * made from the causing event, so a second run after a crash finds it already done. Returns whether there was any.
 */
export async function echoEvents(deps: EchoDeps, record: TicketRecord): Promise<boolean> {
  const { events, effectsPlanned, ticket } = record;
  let echoed = false;
  for (const [index, event] of events.entries()) {
    if (index < effectsPlanned) continue;
    const echo = echoOf(event, ticket);
    if (echo === undefined) continue;
    await recordOnce(deps, echo.ticket, {
      ...echo.event,
      commandId: `echo:${ticket.number}:${index + 1}`,
    });
    echoed = true;
  }
  return echoed;
}

/** If the write comes too late, it is redone on the newer state. */
async function recordOnce(deps: EchoDeps, number: TicketNumber, event: TicketEvent): Promise<void> {
  for (;;) {
    const before = await deps.tickets.find(number);
    if (before === undefined)
      throw new Error(`${number} is to be told of another ticket, but is not in the store`);
    if (before.events.some(({ commandId }) => commandId === event.commandId)) return;
    if (isOvertaken(event, before.ticket)) return;
    const after = evolve(before.ticket, event);
    const record = await deps.tickets.append(before, after, [event], nextDue(deps, after));
    if (record !== undefined) return;
  }
}
