import { lapse, type LapseDeps } from './lapse-assignment';
import type { TicketRecord, TicketStore } from './ports/ticket-store';

export interface TicketsInForceDeps extends Omit<LapseDeps, 'tickets'> {
  readonly tickets: TicketStore;
  readonly effectsWaiting: () => void;
}

/**
 * The tickets as they stand in the organisation in force: whoever looks at one whose assignment does not hold any more ends
 * that first, before the walk over all tickets has come to it (lapse-assignments). So nobody reads, acts or is told by an
 * assignment to a company that does not maintain the module any more (process 1).
 */
export function ticketsInForce(deps: TicketsInForceDeps): TicketStore {
  const { tickets } = deps;
  const standing = async (found: TicketRecord): Promise<TicketRecord> => {
    const record = await lapse(deps, found);
    if (record !== found) deps.effectsWaiting();
    return record;
  };
  return {
    async find(number) {
      const found = await tickets.find(number);
      return found && (await standing(found));
    },
    async append(before, ticket, ...added) {
      const written = await tickets.append(before, ticket, ...added);
      const { assignment } = ticket;
      const isNew = assignment !== undefined && assignment !== before.ticket.assignment;
      if (written === undefined || !isNew) return written;
      // The walk may have passed before it was written, and this process may not know yet why it walked.
      await deps.refreshDirectory();
      return standing(written);
    },
    setAside: tickets.setAside,
    nextNumber: (...asked) => tickets.nextNumber(...asked),
    numberSeen: (...asked) => tickets.numberSeen(...asked),
    create: (...asked) => tickets.create(...asked),
    findByReport: (...asked) => tickets.findByReport(...asked),
    withEffectsDue: (...asked) => tickets.withEffectsDue(...asked),
    effectsPlanned: (...asked) => tickets.effectsPlanned(...asked),
    due: (...asked) => tickets.due(...asked),
    nextDue: () => tickets.nextDue(),
    rearm: (...asked) => tickets.rearm(...asked),
    watched: (...asked) => tickets.watched(...asked),
    list: (...asked) => tickets.list(...asked),
    count: (...asked) => tickets.count(...asked),
    figures: (...asked) => tickets.figures(...asked),
    openAmong: (...asked) => tickets.openAmong(...asked),
  };
}
