import type { Instant } from '../../domain/instant';
import type { ModuleId, OrganisationId } from '../../domain/organisation/installation';
import type { FaultClass } from '../../domain/reaction/fault-class';
import type { BreachReason } from '../../domain/reaction/reaction-cycle';
import type { TicketNumber } from '../../domain/ticket/ticket';
import type { TicketScope } from './ticket-store';

/** Result of a cycle so far: still running, or its final judgement (process 2.3); one withdrawn in time was neither met nor missed. */
export const reactionResults = ['open', 'met', 'missed', 'withdrawn'] as const;
export type ReactionResult = (typeof reactionResults)[number];

/** A reaction cycle as reports need it; the ticket remains the source of truth, and the relay publishes from its record. */
export interface PublishedReaction {
  /** '<ticket>:<cycle>' */
  readonly id: string;
  readonly ticket: TicketNumber;
  /** Counts the cycles of the ticket from 1. */
  readonly cycle: number;
  /** The version of the ticket this describes; only a newer one replaces it. */
  readonly version: number;
  readonly operator: OrganisationId;
  readonly module: ModuleId;
  /** Whether the module's maintainers may read the ticket (process 1). */
  readonly assigned: boolean;
  /** The class the result was judged by: the one in force at the breach, at the stop, or now. */
  readonly faultClass: FaultClass;
  readonly startedAt: Instant;
  /** The deadline the result was judged by; for a breach, the one that was missed. */
  readonly deadline: Instant;
  readonly reactedAt?: Instant;
  readonly withdrawnAt?: Instant;
  readonly result: ReactionResult;
  readonly breachReason?: BreachReason;
  /** When the result was known; for a breach, when it was recorded. */
  readonly decidedAt?: Instant;
}

/** Half-open: [from, to). */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

export type ReactionScope = Pick<TicketScope, 'operator' | 'module' | 'assigned'>;

/** One small document per reaction cycle, found through single-value indexes, however many tickets there are. */
export interface ReactionStore {
  /** Inserts each, or replaces an older version of it; a newer one stays. */
  publish(reactions: readonly PublishedReaction[]): Promise<void>;
  /** Those whose deadline is in the span, sorted by deadline, then id. */
  withDeadlineIn(span: Span): Promise<readonly PublishedReaction[]>;
  /**
   * How many cycles in any of the scopes were judged in the span, which must have ended. A deadline that ran out was missed
   * when it passed, whenever that was recorded, if it is by now; one that had passed already when it was counted (process
   * 2.8) was missed then.
   */
  judgedIn(
    scopes: readonly ReactionScope[],
    span: Span,
  ): Promise<{ readonly met: number; readonly missed: number }>;
}
