import type { Instant } from '../../domain/instant';
import type { OrganisationId } from '../../domain/organisation/installation';

/** Which operators want the daily digest in their channel; none do by default. */
export interface DigestSubscriptionStore {
  /** No effect if already subscribed. */
  subscribe(operator: OrganisationId, at: Instant): Promise<void>;
  /** No effect if not subscribed. */
  unsubscribe(operator: OrganisationId): Promise<void>;
  /** Sorted by id. */
  subscribers(): Promise<readonly OrganisationId[]>;
}
