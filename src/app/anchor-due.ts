import type { AuditLog } from './ports/audit-log';
import type { Ledger } from './ports/ledger';
import type { OrganisationStore } from './ports/organisation-store';
import type { TicketRecord } from './ports/ticket-store';

export interface AnchorDeps {
  readonly ledger: Ledger;
  readonly audit: AuditLog;
  readonly organisation: OrganisationStore;
}

/** Puts the heads of these histories into the ledger; what is there already stays. */
export async function anchorTickets({ ledger }: AnchorDeps, records: readonly TicketRecord[]): Promise<void> {
  await ledger.anchor(
    records.map(({ ticket, events, historyHash }) => ({
      kind: 'ticket',
      of: ticket.number,
      version: events.length,
      subjectHash: historyHash,
      at: events[events.length - 1]?.at ?? 0,
    })),
  );
}

/**
 * Puts what is marked into the ledger, the marks removed last: changes of the organisation, entries of the audit log.
 * Returns whether there may be more.
 */
export async function anchorMarked(
  { ledger, organisation, audit }: AnchorDeps,
  limit: number,
): Promise<boolean> {
  let isMore = false;
  for (const marked of [organisation, audit]) {
    const due = await marked.withAnchorDue(limit);
    if (due.length === 0) continue;
    await ledger.anchor(due);
    await marked.anchored(due);
    isMore ||= due.length === limit;
  }
  return isMore;
}
