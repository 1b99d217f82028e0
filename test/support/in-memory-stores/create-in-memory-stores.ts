import { InMemoryDeliveryStore } from './in-memory-delivery-store';
import {
  InMemoryAuditLog,
  InMemoryCardStore,
  InMemoryConversationStore,
  InMemoryLeaseStore,
  InMemoryDigestSubscriptionStore,
  InMemoryPostStore,
  InMemoryReactionStore,
  InMemoryReleaseNoticeStore,
  InMemorySettingStore,
} from './in-memory-small-stores';
import { InMemoryLedger } from './in-memory-ledger';
import { InMemoryOrganisationStore } from './in-memory-organisation-store';
import { InMemoryRecordCardStore } from './in-memory-record-card-store';
import { InMemoryTicketStore } from './in-memory-ticket-store';

export interface InMemoryStores {
  readonly tickets: InMemoryTicketStore;
  readonly deliveries: InMemoryDeliveryStore;
  readonly cards: InMemoryCardStore;
  readonly recordCards: InMemoryRecordCardStore;
  readonly posts: InMemoryPostStore;
  readonly conversations: InMemoryConversationStore;
  readonly leases: InMemoryLeaseStore;
  readonly notices: InMemoryReleaseNoticeStore;
  readonly reactions: InMemoryReactionStore;
  readonly subscriptions: InMemoryDigestSubscriptionStore;
  readonly audit: InMemoryAuditLog;
  readonly organisation: InMemoryOrganisationStore;
  readonly ledger: InMemoryLedger;
  readonly settings: InMemorySettingStore;
}

/** Every store port without a server, held to the same contract suites as the real ones. */
export function createInMemoryStores(): InMemoryStores {
  return {
    tickets: new InMemoryTicketStore(),
    deliveries: new InMemoryDeliveryStore(),
    cards: new InMemoryCardStore(),
    recordCards: new InMemoryRecordCardStore(),
    posts: new InMemoryPostStore(),
    conversations: new InMemoryConversationStore(),
    leases: new InMemoryLeaseStore(),
    notices: new InMemoryReleaseNoticeStore(),
    reactions: new InMemoryReactionStore(),
    subscriptions: new InMemoryDigestSubscriptionStore(),
    audit: new InMemoryAuditLog(),
    organisation: new InMemoryOrganisationStore(),
    ledger: new InMemoryLedger(),
    settings: new InMemorySettingStore(),
  };
}
