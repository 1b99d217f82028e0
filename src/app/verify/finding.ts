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

/** What can be wrong with the organisation's changes, by version. */
export const changeFindings = [
  /** There is no such version, but a later one. */
  'changeGap',
  /** It was changed, inserted or moved: its hash, or what it follows, does not hold. */
  'changeBroken',
  /** The ledger vouches for another change of this version. */
  'changeReplaced',
  /** The ledger knows a change that is not there. */
  'changeMissing',
  'changeNotAnchored',
  /** What is kept of a person (name, mail, phone) by its id, and the first change that refers to it: it may have been erased. */
  'detailsMissing',
  'detailsChanged',
] as const;

/** A document that the bot could not have written where it stands. */
export const foreignFindings = [
  'foreignTicket',
  'foreignLedger',
  'foreignAudit',
  'foreignChange',
  'foreignReaction',
] as const;

export type FindingKind =
  | (typeof ticketFindings)[number]
  | (typeof ledgerFindings)[number]
  | (typeof auditFindings)[number]
  | (typeof changeFindings)[number]
  | (typeof foreignFindings)[number];

/** One thing that is not as the bot wrote it: where it is, and never what it says (process 10). */
export interface Finding {
  readonly kind: FindingKind;
  readonly ticket?: string;
  /** Of the ticket or of the organisation's records. */
  readonly version?: number;
  readonly field?: string;
  /** The reaction cycle, counted from 1. */
  readonly cycle?: number;
  /** The place in the ledger. */
  readonly seq?: number;
  /** The id of the audit entry, or of what is kept of a person. */
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
  'foreignChange',
  ...changeFindings,
]);

/** An id or a field's name from a document that anybody may have written: passed on only if it cannot say anything. */
export function plain(name: string): string {
  return /^[\w.:/-]{1,64}$/.test(name) ? name : '?';
}
