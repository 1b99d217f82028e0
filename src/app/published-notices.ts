import type { PublishedNotice } from './ports/release-notice-store';
import type { TicketRecord } from './ports/ticket-store';

/** The notices that the events since `record.effectsPlanned` owe to the affected operators (process 6): pure, the same on every run. */
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
          // Of a security-relevant ticket only what the dispatcher wrote for the notice is told (process 10).
          fixVersion: securityRelevant ? '' : event.fixVersion,
          packageReference: securityRelevant ? '' : event.packageReference,
          text: event.noticeText,
          releasedAt: event.at,
        })),
  );
}
