import type { Instant } from '../../domain/instant';
import type { ModuleId, OrganisationId } from '../../domain/organisation/installation';
import type { FaultClass } from '../../domain/reaction/fault-class';
import type { BreachReason } from '../../domain/reaction/reaction-cycle';
import type { TicketNumber } from '../../domain/ticket/ticket';
import type { TicketScope } from './ticket-store';

/** Of a cycle so far: it runs, or how it was judged for good (process 2.3); withdrawn in time it has no result. */
export const reactionResults = ['open', 'met', 'missed', 'withdrawn'] as const;
export type ReactionResult = (typeof reactionResults)[number];

/** A reaction cycle as reports need it; the ticket stays the truth, and the relay publishes from its record. */
export interface PublishedReaction {
  /** '<ticket>:<cycle>' */
  readonly id: string;
  readonly ticket: TicketNumber;
  /** Counts the cycles of the ticket from 1. */
  readonly cycle: number;
  /** The ticket's version that this is true of; only a newer one replaces it. */
  readonly version: number;
  readonly operator: OrganisationId;
  readonly module: ModuleId;
  /** Whether the module's maintainers may read the ticket (process 1). */
  readonly assigned: boolean;
  /** The class that the result was judged by: the one in force at a breach, at the stop, or now. */
  readonly faultClass: FaultClass;
  readonly startedAt: Instant;
  /** The deadline that the result was judged by; of a breach the one that was missed. */
  readonly deadline: Instant;
  readonly reactedAt?: Instant;
  readonly withdrawnAt?: Instant;
  readonly result: ReactionResult;
  readonly breachReason?: BreachReason;
  /** When the result was known: of a breach when it was recorded. */
  readonly decidedAt?: Instant;
}

/** Half-open: from `from` until before `to`. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

export type ReactionScope = Pick<TicketScope, 'operator' | 'module' | 'assigned'>;

/** One small document per reaction cycle, found through indexes over single values, however many tickets there were. */
export interface ReactionStore {
  /** Inserts each, or puts it in the place of one of an older version; a newer one stays. */
  publish(reactions: readonly PublishedReaction[]): Promise<void>;
  /** Those whose deadline is in the span, by deadline, then by id. */
  withDeadlineIn(span: Span): Promise<readonly PublishedReaction[]>;
  /** How many cycles in any of the scopes were judged in the span. */
  judgedIn(
    scopes: readonly ReactionScope[],
    span: Span,
  ): Promise<{ readonly met: number; readonly missed: number }>;
}
