import type { PublishedNotice } from './ports/release-notice-store';
import type { TicketRecord } from './ports/ticket-store';

/** The notices owed to the affected operators because of the events since `record.effectsPlanned` (process 6); pure, the same on every run. */
export function publishedNotices(record: TicketRecord): readonly PublishedNotice[] {
  const { number: ticket, securityRelevant } = record.ticket;
  return record.events.slice(record.effectsPlanned).flatMap((event) =>
    event.type !== 'fixReleased'
      ? []
      : event.affectedOperators.map((operator) => ({
          id: `${ticket}:${operator}`,
          ticket,
          operator,
          module: event.module,
          // For a security-relevant ticket only what the dispatcher wrote for the notice is shown (process 10).
          fixVersion: securityRelevant ? '' : event.fixVersion,
          packageReference: securityRelevant ? '' : event.packageReference,
          text: event.noticeText,
          releasedAt: event.at,
        })),
  );
}
