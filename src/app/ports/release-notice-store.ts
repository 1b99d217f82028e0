import type { Instant } from '../../domain/instant';
import type { ModuleId, OrganisationId } from '../../domain/organisation/installation';
import type { TicketNumber } from '../../domain/ticket/ticket';

/** What was released for an affected operator (process 6), for "Bugfix-Pakete"; never names the reporter. */
export interface PublishedNotice {
  /** '<ticket>:<operator>': publishing it again changes nothing. */
  readonly id: string;
  readonly ticket: TicketNumber;
  readonly operator: OrganisationId;
  readonly module: ModuleId;
  /** Empty, like the package reference, if the ticket is security-relevant (process 10). */
  readonly fixVersion: string;
  readonly packageReference: string;
  readonly text: string;
  readonly releasedAt: Instant;
}

/**
 * One small document per ticket and affected operator, so that a single-value index finds an operator's list; the
 * ticket remains the source of truth, and the relay publishes from its events.
 */
export interface ReleaseNoticeStore {
  /** Inserts those whose id does not exist yet. */
  publish(notices: readonly PublishedNotice[]): Promise<void>;
  /** Those of one operator, newest first, then by id. */
  ofOperator(
    operator: OrganisationId,
    page: { readonly limit: number; readonly skip: number },
  ): Promise<readonly PublishedNotice[]>;
  countOfOperator(operator: OrganisationId): Promise<number>;
}
