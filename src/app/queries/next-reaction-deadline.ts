import type { Instant } from '../../domain/instant';
import { presentCycle } from '../../domain/ticket/ticket';
import type { TicketStore } from '../ports/ticket-store';

const pageSize = 100;

/** The earliest running reaction deadline after an instant (process 2); undefined where none runs. */
export async function nextReactionDeadline(
  tickets: Pick<TicketStore, 'list'>,
  after: Instant,
): Promise<Instant | undefined> {
  for (let skip = 0; ; skip += pageSize) {
    const page = await tickets.list({ scopes: [{}], states: ['requested'] }, { limit: pageSize, skip });
    const running = page.map(presentCycle).filter((cycle) => cycle.end === undefined);
    const next = running.find(({ deadline }) => deadline > after);
    // Sorted by deadline while it runs: those that do not run stand at the end.
    if (next !== undefined || running.length < pageSize) return next?.deadline;
  }
}
