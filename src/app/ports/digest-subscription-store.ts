import type { Instant } from '../../domain/instant';
import type { OrganisationId } from '../../domain/organisation/installation';

/** Which operators want the daily digest in their channel; nobody does who has not said so. */
export interface DigestSubscriptionStore {
  /** Nothing changes for one who wants it already. */
  subscribe(operator: OrganisationId, at: Instant): Promise<void>;
  /** Nothing changes for one who does not want it. */
  unsubscribe(operator: OrganisationId): Promise<void>;
  /** In the order of their ids. */
  subscribers(): Promise<readonly OrganisationId[]>;
}
