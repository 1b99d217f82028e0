import type { AuditLog } from './ports/audit-log';
import type { Ledger } from './ports/ledger';
import type { TicketRecord } from './ports/ticket-store';

export interface AnchorDeps {
  readonly ledger: Ledger;
  readonly audit: AuditLog;
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

/** Puts the marked entries of the audit log into the ledger, the marks removed last. Returns whether there may be more. */
export async function anchorAudit({ ledger, audit }: AnchorDeps, limit: number): Promise<boolean> {
  const due = await audit.withAnchorDue(limit);
  if (due.length === 0) return false;
  await ledger.anchor(due);
  await audit.anchored(due);
  return due.length === limit;
}
