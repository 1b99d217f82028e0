import { randomUUID } from 'node:crypto';
import { canonicalHash } from '../../../src/adapters/mongo/canonical-hash';
import type { AuditLog, ContentReading, RefusedAttempt } from '../../../src/app/ports/audit-log';
import type { LedgerSubject } from '../../../src/app/ports/ledger';
import type { CardSubject } from '../../../src/app/messages/card-subject';
import { channelKey } from '../../../src/app/messages/lane';
import type { CardStore, TrackedCard } from '../../../src/app/ports/card-store';
import type { ConversationReference, ConversationStore } from '../../../src/app/ports/conversation-store';
import type { PostId, PostStore, TypedTextInPost } from '../../../src/app/ports/post-store';
import type { PublishedNotice, ReleaseNoticeStore } from '../../../src/app/ports/release-notice-store';
import type {
  PublishedReaction,
  ReactionScope,
  ReactionStore,
  Span,
} from '../../../src/app/ports/reaction-store';
import type { SettingStore } from '../../../src/app/ports/setting-store';
import type { DigestSubscriptionStore } from '../../../src/app/ports/digest-subscription-store';
import type { LeaseRecord, LeaseStore } from '../../../src/app/ports/lease-store';
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

  standing(after: TrackedCard | undefined, limit: number): Promise<readonly TrackedCard[]> {
    const whole = (card: TrackedCard) => `${card.ticket} ${keyOf(card)}`;
    const found = [...this.cards.values()]
      .filter((card) => !card.withdrawn && (after === undefined || whole(card) > whole(after)))
      .sort((a, b) => (whole(a) < whole(b) ? -1 : 1));
    return Promise.resolve(structuredClone(found.slice(0, limit)));
  }

  save(card: TrackedCard): Promise<void> {
    this.cards.set(`${card.ticket} ${card.subject} ${card.laneKey}`, structuredClone(card));
    return Promise.resolve();
  }

  forget({ ticket, subject, laneKey, conversation, activityId }: TrackedCard): Promise<void> {
    const key = `${ticket} ${subject} ${laneKey}`;
    const known = this.cards.get(key);
    if (known?.conversation === conversation && known.activityId === activityId) this.cards.delete(key);
    return Promise.resolve();
  }
}

function keyOf({ laneKey, subject }: TrackedCard): string {
  return `${laneKey} ${subject}`;
}

export class InMemoryPostStore implements PostStore {
  private readonly shown = new Map<string, TypedTextInPost>();

  remember(shown: readonly TypedTextInPost[]): Promise<void> {
    for (const each of shown) this.shown.set(keyInPost(each), structuredClone(each));
    return Promise.resolve();
  }

  showing(ticket: string): Promise<readonly TypedTextInPost[]> {
    return Promise.resolve(this.sorted().filter((each) => each.ticket === ticket));
  }

  inPost({ conversation, activityId }: PostId): Promise<readonly TypedTextInPost[]> {
    const isThere = (each: TypedTextInPost) =>
      each.conversation === conversation && each.activityId === activityId;
    return Promise.resolve(this.sorted().filter(isThere));
  }

  page(
    after: (PostId & { readonly ticket: string }) | undefined,
    limit: number,
  ): Promise<readonly TypedTextInPost[]> {
    const rest = this.sorted().filter((each) => after === undefined || keyInPost(each) > keyInPost(after));
    return Promise.resolve(rest.slice(0, limit));
  }

  forget(shown: readonly TypedTextInPost[]): Promise<void> {
    for (const each of shown) {
      if (this.shown.get(keyInPost(each))?.revision === each.revision) this.shown.delete(keyInPost(each));
    }
    return Promise.resolve();
  }

  private sorted(): readonly TypedTextInPost[] {
    const all = structuredClone([...this.shown.values()]);
    return all.sort((a, b) => (keyInPost(a) < keyInPost(b) ? -1 : 1));
  }
}

function keyInPost({ conversation, activityId, ticket }: PostId & { readonly ticket: string }): string {
  return `${conversation} ${activityId} ${ticket}`;
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

export class InMemoryDigestSubscriptionStore implements DigestSubscriptionStore {
  private readonly operators = new Map<string, Instant>();

  subscribe(operator: string, at: Instant): Promise<void> {
    if (!this.operators.has(operator)) this.operators.set(operator, at);
    return Promise.resolve();
  }

  unsubscribe(operator: string): Promise<void> {
    this.operators.delete(operator);
    return Promise.resolve();
  }

  subscribers(): Promise<readonly string[]> {
    return Promise.resolve([...this.operators.keys()].sort());
  }
}

export class InMemoryReactionStore implements ReactionStore {
  private readonly reactions = new Map<string, PublishedReaction>();

  publish(reactions: readonly PublishedReaction[]): Promise<void> {
    for (const reaction of reactions) {
      if ((this.reactions.get(reaction.id)?.version ?? 0) >= reaction.version) continue;
      this.reactions.set(reaction.id, structuredClone(reaction));
    }
    return Promise.resolve();
  }

  withDeadlineIn({ from, to }: Span): Promise<readonly PublishedReaction[]> {
    const found = [...this.reactions.values()].filter(({ deadline }) => deadline >= from && deadline < to);
    found.sort((a, b) => a.deadline - b.deadline || (a.id < b.id ? -1 : 1));
    return Promise.resolve(structuredClone(found));
  }

  judgedIn(
    scopes: readonly ReactionScope[],
    { from, to }: Span,
  ): Promise<{ readonly met: number; readonly missed: number }> {
    const judged = [...this.reactions.values()].filter(
      (each) =>
        judgedAt(each) >= from &&
        judgedAt(each) < to &&
        scopes.some(
          ({ operator = each.operator, module = each.module, assigned = each.assigned }) =>
            operator === each.operator && module === each.module && assigned === each.assigned,
        ),
    );
    const count = (result: string) => judged.filter((each) => each.result === result).length;
    return Promise.resolve({ met: count('met'), missed: count('missed') + count('open') });
  }
}

function judgedAt({ result, breachReason, deadline, decidedAt = NaN }: PublishedReaction): number {
  const ranOut = result === 'open' || (result === 'missed' && breachReason === 'elapsed');
  return ranOut ? deadline : decidedAt;
}

export class InMemoryConversationStore implements ConversationStore {
  private readonly references = new Map<string, ConversationReference>();

  find(laneKey: string): Promise<ConversationReference | undefined> {
    return Promise.resolve(structuredClone(this.references.get(laneKey)));
  }

  newestOf(tenant: string): Promise<ConversationReference | undefined> {
    const of = [...this.references.values()].filter((each) => each.tenant === tenant);
    const [newest] = of.sort((a, b) => b.seenAt - a.seenAt || (a.laneKey < b.laneKey ? -1 : 1));
    return Promise.resolve(structuredClone(newest));
  }

  save(reference: ConversationReference): Promise<void> {
    this.references.set(reference.laneKey, structuredClone(reference));
    return Promise.resolve();
  }

  forgetPrivateChats(conversation: string): Promise<void> {
    for (const [laneKey, reference] of this.references) {
      if (reference.conversation === conversation && laneKey !== channelKey(conversation)) {
        this.references.delete(laneKey);
      }
    }
    return Promise.resolve();
  }
}

export class InMemoryLeaseStore implements LeaseStore {
  private readonly leases = new Map<string, LeaseRecord>();

  find(name: string): Promise<LeaseRecord | undefined> {
    return Promise.resolve(this.leases.get(name));
  }

  replace(name: string, expected: LeaseRecord | undefined, holder: string): Promise<LeaseRecord | undefined> {
    const present = this.leases.get(name);
    if (present?.holder !== expected?.holder || present?.term !== expected?.term)
      return Promise.resolve(undefined);
    const next = { holder, term: randomUUID() };
    this.leases.set(name, next);
    return Promise.resolve(next);
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

  readOrWrite(name: string, value: string): Promise<string> {
    const stored = this.values.get(name) ?? value;
    this.values.set(name, stored);
    return Promise.resolve(stored);
  }

  write(name: string, value: string): Promise<void> {
    this.values.set(name, value);
    return Promise.resolve();
  }
}

export class InMemoryAuditLog implements AuditLog {
  private readonly entries: { readonly entry: RefusedAttempt | ContentReading; anchorDue: boolean }[] = [];

  /** What was refused, for assertions. */
  get attempts(): readonly RefusedAttempt[] {
    return this.entries.flatMap(({ entry }) => ('code' in entry ? [entry] : []));
  }

  /** What was read of security-relevant tickets, likewise. */
  get readings(): readonly ContentReading[] {
    return this.entries.flatMap(({ entry }) => ('what' in entry ? [entry] : []));
  }

  refused(attempt: RefusedAttempt): Promise<void> {
    return this.record(attempt);
  }

  contentRead(reading: ContentReading): Promise<void> {
    return this.record(reading);
  }

  withAnchorDue(limit: number): Promise<readonly LedgerSubject[]> {
    const due = this.entries.flatMap(({ entry, anchorDue }, index): readonly LedgerSubject[] => {
      if (!anchorDue) return [];
      const subjectHash = canonicalHash(entry);
      return [{ kind: 'audit', of: String(index), version: 0, subjectHash, at: entry.at }];
    });
    return Promise.resolve(due.slice(0, limit));
  }

  anchored(subjects: readonly LedgerSubject[]): Promise<void> {
    for (const { of } of subjects) {
      const marked = this.entries[Number(of)];
      if (marked !== undefined) marked.anchorDue = false;
    }
    return Promise.resolve();
  }

  private record(entry: RefusedAttempt | ContentReading): Promise<void> {
    this.entries.push({ entry: structuredClone(entry), anchorDue: true });
    return Promise.resolve();
  }
}
