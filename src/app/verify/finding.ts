/** What can be wrong with a ticket, by its number. */
export const ticketFindings = [
  /** An event was changed, inserted, removed or moved: `version` is the first that does not hold. */
  'historyBroken',
  /** The ledger vouches for another history up to `version`. */
  'historyReplaced',
  /** The ledger knows a `version` that the ticket does not reach. */
  'versionMissing',
  /** The latest version has no place in the ledger, though nothing is under way. */
  'notAnchored',
  /** The ledger knows a ticket that is not there. */
  'ticketMissing',
  /** The events cannot be replayed. */
  'notReplayable',
  /** `field` of the state is not what the events lead to. */
  'stateDiffers',
  /** `field` beside the state does not follow from it. */
  'fieldDiffers',
  /** A timer is armed by the events, but the bot would look at the ticket too late for it, or never. */
  'timerDiffers',
  /** A result for reports is not what the events lead to, is not there, or belongs to nothing. */
  'reactionDiffers',
  'reactionMissing',
  'reactionUnexpected',
] as const;

/** What can be wrong with the ledger, by the place in it. */
export const ledgerFindings = [
  /** Nothing says that there is a whole ledger: it was removed, or the data is older than the ledger. */
  'ledgerNotOpened',
  'ledgerGap',
  'ledgerBroken',
  /** The head that somebody kept is not part of the chain. */
  'headUnknown',
] as const;

/** What can be wrong with the audit log, by the id of the entry. */
export const auditFindings = ['auditChanged', 'auditMissing', 'auditNotAnchored'] as const;

/** A document that the bot could not have written where it stands. */
export const foreignFindings = ['foreignTicket', 'foreignLedger', 'foreignAudit', 'foreignReaction'] as const;

export type FindingKind =
  | (typeof ticketFindings)[number]
  | (typeof ledgerFindings)[number]
  | (typeof auditFindings)[number]
  | (typeof foreignFindings)[number];

/** One thing that is not as the bot wrote it: where it is, and never what it says (process 10). */
export interface Finding {
  readonly kind: FindingKind;
  readonly ticket?: string;
  readonly version?: number;
  readonly field?: string;
  /** The reaction cycle, counted from 1. */
  readonly cycle?: number;
  /** The place in the ledger. */
  readonly seq?: number;
  /** The id of the audit entry. */
  readonly entry?: string;
}

/** Findings that touch nothing a report is computed from: it takes everything from the events that the ledger vouches for. */
export function concernsReports({ kind }: Finding): boolean {
  return !besideReports.has(kind);
}

const besideReports: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'stateDiffers',
  'fieldDiffers',
  'timerDiffers',
  'reactionDiffers',
  'reactionMissing',
  'reactionUnexpected',
  'foreignReaction',
  'foreignAudit',
  ...auditFindings,
]);

/** An id or a field's name from a document that anybody may have written: passed on only if it cannot say anything. */
export function plain(name: string): string {
  return /^[\w.:/-]{1,64}$/.test(name) ? name : '?';
}
