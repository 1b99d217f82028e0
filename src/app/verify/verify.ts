import { defined } from '../../defined';
import type { Instant } from '../../domain/instant';
import type { TimerSettings } from '../../domain/ticket/timers';
import type { AuditEvidence, Evidence, EvidenceStore, TicketEvidence } from '../ports/evidence';
import type { LedgerHead } from '../ports/ledger';
import type { PublishedReaction } from '../ports/reaction-store';
import { type Finding, plain } from './finding';
import { walkLedger } from './verify-ledger';
import { walkChanges } from './verify-organisation';
import { type TicketVerdict, type TimersInForce, verifyTicket } from './verify-ticket';

export interface VerifyOptions {
  /** A head of the ledger that somebody kept elsewhere. */
  readonly kept?: LedgerHead | undefined;
  /** Told of each finding at once. */
  readonly found: (finding: Finding) => void;
  /** Told of each ticket's reaction cycles as its events lead to them, whatever is stored of them. */
  readonly reactions?: (reactions: readonly PublishedReaction[]) => void;
  /** Without it, timers are not looked at. */
  readonly timers?: TimersToVerify | undefined;
  /** Awaited between two pages: may wait, or reject to end the verification. */
  readonly pause?: () => Promise<void>;
}

/** What says when each ticket is to be looked at next. */
export interface TimersToVerify {
  readonly settings: TimerSettings;
  readonly now: () => Instant;
  /** For how long a check that failed puts a ticket off; milliseconds. */
  readonly putOffFor: number;
  /** Whether the stored timers are armed by these settings, and not by others that were edited since or are being applied. */
  readonly areArmed: () => Promise<boolean>;
}

/** What was looked at. */
export interface Verification {
  readonly tickets: number;
  readonly events: number;
  readonly ledgerEntries: number;
  readonly auditEntries: number;
  readonly organisationChanges: number;
  readonly reactions: number;
  /** Whether each ticket's next timer was compared with what its events arm. */
  readonly timersCompared: boolean;
  readonly findings: number;
  /** The newest entry of the ledger. */
  readonly head?: LedgerHead;
}

/**
 * Holds everything against everything in one pass over each collection (process 10): the ledger's chain, the chain of each
 * ticket, its state and what is derived from it against its events, the audit log against the ledger, the organisation's
 * changes against both chains and against what is kept of people. Reads only.
 */
export async function verify(source: EvidenceStore, options: VerifyOptions): Promise<Verification> {
  const { pause = () => Promise.resolve() } = options;
  const counts = {
    tickets: 0,
    events: 0,
    ledgerEntries: 0,
    auditEntries: 0,
    organisationChanges: 0,
    reactions: 0,
    findings: 0,
  };
  const tell = (findings: readonly Finding[]): void => {
    counts.findings += findings.length;
    findings.forEach(options.found);
  };

  const walk = walkLedger(options.kept);
  for await (const page of source.ledger()) {
    counts.ledgerEntries += page.length;
    for (const entry of page) tell(walk.next(entry));
    await pause();
  }
  tell(walk.end());

  const timers = (await timersOf(options)) && options.timers;
  const scope = { opened: walk.isOpened(), timers };
  for await (const page of source.tickets()) {
    counts.tickets += page.length;
    for (const evidence of page) {
      counts.events += evidence.found?.history.length ?? 0;
      const { findings, reactions } = await settled(source, evidence, scope);
      tell(findings);
      options.reactions?.(reactions);
    }
    await pause();
  }

  const timersCompared = (await timersOf(scope)) !== undefined;

  for await (const page of source.audit()) {
    counts.auditEntries += page.length;
    for (const entry of page) tell(auditFindings(entry, scope));
    await pause();
  }

  const changes = walkChanges(scope);
  for await (const page of source.changes()) {
    counts.organisationChanges += page.length;
    for (const change of page) tell(changes.next(change));
    await pause();
  }

  for await (const page of source.reactions()) {
    counts.reactions += page.length;
    for (const { found } of page) {
      if (found === undefined) tell([{ kind: 'foreignReaction' }]);
      else if (!found.ticketThere) tell([{ kind: 'reactionUnexpected', ticket: plain(found.ticket) }]);
    }
    await pause();
  }
  return { ...counts, timersCompared, ...defined({ head: walk.head() }) };
}

/** What looks wrong is read once more as of one moment: while the bot writes, its parts may have been read apart. */
async function settled(
  source: EvidenceStore,
  evidence: Evidence<TicketEvidence>,
  { opened, timers }: VerificationScope,
): Promise<TicketVerdict> {
  const verdict = verifyTicket(evidence, { opened, timers: timers && atNow(timers) });
  if (verdict.findings.length === 0 || evidence.found === undefined) return verdict;
  const again = await source.ticket(evidence.id);
  if (again === undefined) return verdict;
  // The settings after what they judge: whoever applies others says so before the first timer is armed by them.
  return verifyTicket(again, { opened, timers: await timersOf({ timers }) });
}

interface VerificationScope {
  readonly opened: boolean;
  readonly timers: TimersToVerify | undefined;
}

async function timersOf({ timers }: Pick<VerifyOptions, 'timers'>): Promise<TimersInForce | undefined> {
  return timers !== undefined && (await timers.areArmed()) ? atNow(timers) : undefined;
}

function atNow({ settings, now, putOffFor }: TimersToVerify): TimersInForce {
  return { settings, now: now(), putOffFor };
}

function auditFindings(
  { id, found }: Evidence<AuditEvidence>,
  { opened }: { readonly opened: boolean },
): readonly Finding[] {
  const entry = plain(id);
  if (found === undefined) return [{ kind: 'foreignAudit', entry }];
  const { anchored, subjectHash, marked } = found;
  if (anchored === undefined) return marked || !opened ? [] : [{ kind: 'auditNotAnchored', entry }];
  return anchored === subjectHash ? [] : [{ kind: 'auditChanged', entry }];
}
