import { calendarAt } from '../../../../domain/reaction/calendar-timeline';
import { instantToLocal } from '../../../../domain/service-calendar/local-time';
import { type TicketNumber, ticketNumber } from '../../../../domain/ticket/ticket';
import type { NamedTicket } from '../../chat/leading-ticket';
import type { BotDeps } from '../turn';

/** "Ticket 12" means the present year, on the calendar's clock: it stands in the number. */
export function numberOf(
  { directory, clock }: Pick<BotDeps, 'directory' | 'clock'>,
  { year, sequence }: NamedTicket,
): TicketNumber {
  const now = clock.now();
  const { zone } = calendarAt(directory.installation().calendars, now).calendar;
  const inYear = year ?? Number(instantToLocal(now, zone).date.slice(0, 4));
  return ticketNumber(inYear, sequence);
}
