import type { AuditLog, RefusedAttempt } from '../../../src/app/ports/audit-log';
import type { CardStore, CardSubject, TrackedCard } from '../../../src/app/ports/card-store';
import type { ConversationReference, ConversationStore } from '../../../src/app/ports/conversation-store';
import type { PublishedNotice, ReleaseNoticeStore } from '../../../src/app/ports/release-notice-store';
import type { SettingStore } from '../../../src/app/ports/setting-store';
import type { LeaseStore } from '../../../src/app/ports/lease-store';
import type { Instant } from '../../../src/domain/instant';

export class InMemoryCardStore implements CardStore {
  private readonly cards = new Map<string, TrackedCard>();

  find(ticket: string, subject: CardSubject, laneKey: string): Promise<TrackedCard | undefined> {
    return Promise.resolve(structuredClone(this.cards.get(`${ticket} ${subject} ${laneKey}`)));
  }

  findByActivity(conversation: string, activityId: string): Promise<TrackedCard | undefined> {
    const found = [...this.cards.values()].find(
      (card) => card.conversation === conversation && card.activityId === activityId,
    );
    return Promise.resolve(structuredClone(found));
  }

  ofTicket(ticket: string): Promise<readonly TrackedCard[]> {
    const found = [...this.cards.values()].filter((card) => card.ticket === ticket);
    return Promise.resolve(structuredClone(found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))));
  }

  save(card: TrackedCard): Promise<void> {
    this.cards.set(`${card.ticket} ${card.subject} ${card.laneKey}`, structuredClone(card));
    return Promise.resolve();
  }
}

function keyOf({ laneKey, subject }: TrackedCard): string {
  return `${laneKey} ${subject}`;
}

export class InMemoryReleaseNoticeStore implements ReleaseNoticeStore {
  private readonly notices = new Map<string, PublishedNotice>();

  publish(notices: readonly PublishedNotice[]): Promise<void> {
    for (const notice of notices) {
      if (!this.notices.has(notice.id)) this.notices.set(notice.id, structuredClone(notice));
    }
    return Promise.resolve();
  }

  ofOperator(
    operator: string,
    { limit, skip }: { readonly limit: number; readonly skip: number },
  ): Promise<readonly PublishedNotice[]> {
    return Promise.resolve(structuredClone(this.sorted(operator).slice(skip, skip + limit)));
  }

  countOfOperator(operator: string): Promise<number> {
    return Promise.resolve(this.sorted(operator).length);
  }

  private sorted(operator: string): readonly PublishedNotice[] {
    return [...this.notices.values()]
      .filter((notice) => notice.operator === operator)
      .sort((a, b) => b.releasedAt - a.releasedAt || (a.id < b.id ? -1 : 1));
  }
}

export class InMemoryConversationStore implements ConversationStore {
  private readonly references = new Map<string, ConversationReference>();

  find(laneKey: string): Promise<ConversationReference | undefined> {
    return Promise.resolve(structuredClone(this.references.get(laneKey)));
  }

  save(reference: ConversationReference): Promise<void> {
    this.references.set(reference.laneKey, structuredClone(reference));
    return Promise.resolve();
  }

  forget(laneKey: string): Promise<void> {
    this.references.delete(laneKey);
    return Promise.resolve();
  }
}

export class InMemoryLeaseStore implements LeaseStore {
  private readonly leases = new Map<string, { readonly holder: string; readonly until: Instant }>();

  hold(name: string, holder: string, now: Instant, until: Instant): Promise<boolean> {
    const lease = this.leases.get(name);
    const free =
      lease === undefined ||
      lease.holder === holder ||
      lease.until <= now ||
      lease.until > now + 2 * (until - now);
    if (free) this.leases.set(name, { holder, until });
    return Promise.resolve(free);
  }

  release(name: string, holder: string): Promise<void> {
    if (this.leases.get(name)?.holder === holder) this.leases.delete(name);
    return Promise.resolve();
  }
}

export class InMemorySettingStore implements SettingStore {
  private readonly values = new Map<string, string>();

  read(name: string): Promise<string | undefined> {
    return Promise.resolve(this.values.get(name));
  }

  write(name: string, value: string): Promise<void> {
    this.values.set(name, value);
    return Promise.resolve();
  }
}

export class InMemoryAuditLog implements AuditLog {
  /** What was refused, for assertions. */
  readonly attempts: RefusedAttempt[] = [];

  refused(attempt: RefusedAttempt): Promise<void> {
    this.attempts.push(structuredClone(attempt));
    return Promise.resolve();
  }
}
