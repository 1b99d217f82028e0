import type { Instant } from '../domain/instant';
import type { Ticket } from '../domain/ticket/ticket';
import { nextDueAt } from '../domain/ticket/timers';
import type { Directory } from './ports/directory';

export interface NextDueDeps {
  readonly directory: Directory;
  /** From the configuration (process 2, Warnings). */
  readonly warningPercents: readonly number[];
}

/** When the ticket is next due for a timer; every change rearms them. */
export function nextDue({ directory, warningPercents }: NextDueDeps, ticket: Ticket): Instant | undefined {
  return nextDueAt(ticket, { calendars: directory.installation().calendars, warningPercents });
}
