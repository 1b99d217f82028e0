import type { Model } from 'mongoose';
import type { LedgerSubject } from '../../app/ports/ledger';
import { auditCollections, auditSubject, type RawAuditEntry } from './audit-entries';
import type { MongoLedger } from './ledger';
import { opened } from './ledger-chain';
import { pagesOf } from './raw-pages';

interface RawTicketHead {
  readonly _id: unknown;
  readonly version: number;
  readonly historyHash: string;
  readonly events: readonly { readonly at: Date }[];
}

/** The stores that hold what the ledger vouches for. */
export interface AnchoredStores {
  readonly ledger: MongoLedger;
  readonly tickets: { readonly model: Pick<Model<never>, 'db'> };
}

/**
 * Anchors what was stored before there was a ledger: tickets in the order of their numbers, then the audit log. Done once in
 * the life of a database: what lacks its entry later was tampered with, and a start must not make it look right. So is a
 * change of the organisation without mark and entry: there are none from before the ledger. If interrupted, the next call
 * goes on; several processes may do it at once.
 */
export async function anchorUnanchored({ ledger, tickets }: AnchoredStores): Promise<void> {
  if (await ledger.isOpened()) return;
  const { db } = tickets.model;
  let newest = 0;
  const anchor = async (subjects: readonly LedgerSubject[]): Promise<void> => {
    newest = subjects.reduce((latest, { at }) => Math.max(latest, at), newest);
    await ledger.anchor(subjects);
  };
  const fields = { version: 1, historyHash: 1, 'events.at': 1 } as const;
  for await (const page of pagesOf<RawTicketHead>(db.collection('tickets'), { fields }))
    await anchor(page.map(ticketSubject));
  for (const name of auditCollections)
    for await (const page of pagesOf<RawAuditEntry>(db.collection(name)))
      await anchor(page.map(auditSubject));
  await ledger.anchor([{ ...opened, at: newest }]);
}

function ticketSubject({ _id, version, historyHash, events }: RawTicketHead): LedgerSubject {
  const at = events[events.length - 1]?.at.getTime() ?? 0;
  return { kind: 'ticket', of: String(_id), version, subjectHash: historyHash, at };
}
