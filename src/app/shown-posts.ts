import type { Installation } from '../domain/organisation/installation';
import type { Place } from '../domain/organisation/place';
import { mayRead, placesReading } from '../domain/ticket/access';
import { evolve } from '../domain/ticket/evolve';
import type { Ticket, TicketNumber } from '../domain/ticket/ticket';
import { isOpen } from '../domain/ticket/ticket-state';
import { orderAt } from './delivery-policy';
import { type Lane, laneKey, placesIn } from './messages/lane';
import type { Clock } from './ports/clock';
import type { DeliveryStore } from './ports/delivery-store';
import type { Directory } from './ports/directory';
import type { PostId, PostStore, TypedTextInPost } from './ports/post-store';
import type { TicketRecord, TicketStore } from './ports/ticket-store';

export interface ShownPostsDeps {
  readonly posts: PostStore;
  readonly tickets: Pick<TicketStore, 'find'>;
  readonly deliveries: Pick<DeliveryStore, 'enqueue'>;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly effectsWaiting: () => void;
  readonly newRevision: () => string;
  /** Whether it was the store that failed, and not what was asked of it. */
  readonly isStoreFailure: (error: unknown) => boolean;
  /** Is told why a post could not be remembered; it is tried again. */
  readonly notRemembered: (error: unknown) => void;
}

/** A post and the tickets whose typed texts it shows. */
export interface ShownPost extends PostId {
  readonly lane: Lane;
  readonly place: Place;
  readonly tickets: readonly TicketNumber[];
}

/**
 * What the bot has posted and does not keep up to date, as long as it shows what was typed into an open ticket: it is
 * replaced once that may not stand there any more (process 1 and 10). An ended ticket is never marked any more.
 */
export interface ShownPosts {
  /** Of a post that stands by now. Never rejects: what the store does not take is kept until it does. */
  remember(post: ShownPost): Promise<void>;
  /** After the ticket's events: what must not stand any more is due to be replaced. */
  review(record: TicketRecord): Promise<void>;
  /** After a change of who reads where: the same for every post. False where it was told not to go on after one of the pages. */
  reviewAll(mayGoOn: () => Promise<boolean>): Promise<boolean>;
}

/** Those of the tickets of which something typed is shown to whoever may read them (process 10). */
export function typedOf(tickets: readonly Ticket[]): readonly TicketNumber[] {
  return tickets.filter(({ securityRelevant }) => !securityRelevant).map(({ number }) => number);
}

const pageSize = 100;

export function createShownPosts(deps: ShownPostsDeps): ShownPosts {
  const { posts, tickets, directory } = deps;
  /** Posted, and not yet in the store. A kill in between is the only way left to lose one. */
  const unsaved = new Set<readonly TypedTextInPost[]>();

  async function saveUnsaved(): Promise<void> {
    for (const shown of unsaved) {
      await posts.remember(shown);
      // The tickets may have changed between being shown and being remembered, and their review has not seen the post.
      await reviewEach(shown);
      unsaved.delete(shown);
    }
  }

  async function reviewEach(shown: readonly TypedTextInPost[]): Promise<void> {
    for (const each of shown) {
      const record = await tickets.find(each.ticket);
      if (record !== undefined) await reviewOne(each, record.ticket);
    }
  }

  /** Where its ticket cannot be read, nothing says that its text may stand there. */
  async function reviewOrReplace(shown: TypedTextInPost): Promise<void> {
    try {
      await reviewEach([shown]);
    } catch (error) {
      if (deps.isStoreFailure(error)) throw error;
      await replace(deps, shown);
    }
  }

  async function reviewOne(shown: TypedTextInPost, ticket: Ticket): Promise<void> {
    if (!mayStand(shown, ticket, directory.installation())) return replace(deps, shown);
    if (!isOpen(ticket)) await posts.forget([shown]);
  }

  return {
    async remember({ tickets: numbers, ...post }) {
      if (numbers.length > 0) {
        const revision = deps.newRevision();
        unsaved.add(numbers.map((ticket) => ({ ...post, ticket, revision })));
      }
      await saveUnsaved().catch(deps.notRemembered);
    },
    async review(record) {
      await saveUnsaved();
      if (!mayEndPosts(record)) return;
      for (const shown of await posts.showing(record.ticket.number)) await reviewOne(shown, record.ticket);
    },
    async reviewAll(mayGoOn) {
      await saveUnsaved();
      let page = await posts.page(undefined, pageSize);
      while (page.length > 0) {
        for (const each of page) await reviewOrReplace(each);
        if (!(await mayGoOn())) return false;
        page = await posts.page(page.at(-1), pageSize);
      }
      return true;
    },
  };
}

/** Whether what is typed into the ticket may be read there by everybody who reads there. */
function mayStand(
  { lane }: Pick<TypedTextInPost, 'lane'>,
  ticket: Ticket,
  installation: Installation,
): boolean {
  if (ticket.securityRelevant) return false;
  const reader = lane.kind === 'person' ? { person: lane.person } : { places: placesIn(installation, lane) };
  return mayRead(installation, reader, ticket);
}

/** Only these events end what was shown before; all others cost nothing. */
function mayEndPosts({ ticket, events, effectsPlanned }: TicketRecord): boolean {
  let before: Ticket | undefined;
  for (const event of events.slice(0, effectsPlanned)) before = evolve(before, event);
  if (before === undefined) return true;
  const lost =
    placesReading(before).length !== placesReading(ticket).length || before.module !== ticket.module;
  return lost || before.securityRelevant !== ticket.securityRelevant || isOpen(before) !== isOpen(ticket);
}

/** Once for everything that the post has shown until now. */
async function replace(
  { deliveries, clock, effectsWaiting }: ShownPostsDeps,
  { conversation, activityId, lane, place, ticket, revision }: TypedTextInPost,
): Promise<void> {
  const id = `replacePost:${conversation}:${activityId}:${revision}@${laneKey(lane)}`;
  const effect = { kind: 'replacePost', place, conversation, activityId } as const;
  const order = `${orderAt(clock.now())}:${id}`;
  await deliveries.enqueue([{ id, ticket, effect, lane, order, status: 'due' }]);
  effectsWaiting();
}
