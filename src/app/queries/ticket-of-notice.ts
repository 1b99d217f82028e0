import type { OrganisationId } from '../../domain/organisation/installation';
import { noticeFor } from '../../domain/ticket/release/release-notice';
import type { TicketNumber } from '../../domain/ticket/ticket';
import type { TicketRecord, TicketStore } from '../ports/ticket-store';

/** A ticket whose release the operator is owed a notice of, even if they may not read it (process 6); else undefined. */
export async function ticketOfNotice(
  { tickets }: { readonly tickets: Pick<TicketStore, 'find'> },
  operator: OrganisationId,
  number: TicketNumber,
): Promise<TicketRecord | undefined> {
  const record = await tickets.find(number);
  return record !== undefined && noticeFor(record.ticket, operator) !== undefined ? record : undefined;
}
