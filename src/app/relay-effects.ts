import { defined } from '../defined';
import { type AnchorDeps, anchorMarked, anchorTickets } from './anchor-due';
import { type EchoDeps, echoEvents } from './echo-events';
import { handleFound, reasonOf, ticketsInBatch } from './handle-found';
import type { Instant } from '../domain/instant';
import type { Installation } from '../domain/organisation/installation';
import type { Ticket, TicketNumber } from '../domain/ticket/ticket';
import { faultDelay, maxFaults, orderAt } from './delivery-policy';
import type { Effect, PlannedEffect } from './messages/effect';
import { type Lane, laneKey, lanesOf } from './messages/lane';
import { callFrom } from './mentions';
import { originFromText } from './origin';
import { planEffects } from './plan-effects';
import type { DeliveryStore, NewDelivery } from './ports/delivery-store';
import type { ReactionStore } from './ports/reaction-store';
import type { ReleaseNoticeStore } from './ports/release-notice-store';
import type { Clock } from './ports/clock';
import { isReadable, type TicketRecord } from './ports/ticket-store';
import { publishedNotices } from './published-notices';
import { publishedReactions } from './published-reactions';
import { announceFrom } from './reminders';
import type { ShownPosts } from './shown-posts';

/** How many changes of the organisation and entries of the audit log one pass anchors; another pass follows while there are more. */
const markedInBatch = 100;

export interface RelayDeps extends EchoDeps, AnchorDeps {
  readonly deliveries: DeliveryStore;
  readonly notices: ReleaseNoticeStore;
  readonly shownPosts: Pick<ShownPosts, 'review'>;
  readonly reactions: ReactionStore;
  readonly clock: Clock;
  /** Within how many milliseconds reminders share a post; a minute unless given, 0 for telling each at once. */
  readonly remindersShare?: number;
  /** Whether it was the store that failed, so that nothing is said against what was asked of it. */
  readonly isStoreFailure: (error: unknown) => boolean;
  /** Reports a ticket whose effects could not be planned, and whether they were set aside for that. */
  readonly notPlanned: (what: NotPlanned) => Promise<void>;
}

export interface NotPlanned {
  readonly ticket: TicketNumber;
  readonly error: unknown;
  readonly isSetAside: boolean;
}

/**
 * Turns the marks on tickets into deliveries under deterministic ids. If interrupted, it can simply start over:
 * existing deliveries are left as they are, and the mark is removed last. A ticket whose effects cannot be planned keeps
 * no other ticket back: it is tried again a few times, and then set aside. Returns whether there may be more.
 */
export async function relayEffects(deps: RelayDeps): Promise<boolean> {
  const found = await deps.tickets.withEffectsDue(deps.clock.now(), ticketsInBatch);
  // First of all: a version may lack its place in the ledger only while its mark stands.
  await anchorTickets(deps, found.filter(isReadable));
  const moreMarked = await anchorMarked(deps, markedInBatch);
  const echoed = await handleFound(found, {
    handle: (record) => relay(deps, record),
    keepBack: (ticket, error) => keepBack(deps, ticket, error),
    isStoreFailure: deps.isStoreFailure,
  });
  return found.length === ticketsInBatch || moreMarked || echoed.includes(true);
}

async function keepBack({ tickets, clock, notPlanned }: RelayDeps, ticket: TicketNumber, error: unknown) {
  const now = clock.now();
  const tries = await tickets.setAside.failed(ticket, now + faultDelay(1));
  const isSetAside = tries >= maxFaults;
  if (isSetAside) await tickets.setAside.add(ticket, now, reasonOf(error));
  await notPlanned({ ticket, error, isSetAside });
}

/** Returns whether this marked another ticket. */
async function relay(deps: RelayDeps, record: TicketRecord): Promise<boolean> {
  const installation = deps.directory.installation();
  // Before its own cards can name another ticket: only one that knows of this has them redrawn when its readers change.
  const echoed = await echoEvents(deps, record);
  await deps.shownPosts.review(record);
  const effects = planEffects(record, installation.calendars);
  await deps.deliveries.enqueue(
    effects.flatMap((effect, index) => deliveriesOf(effect, index, record, { installation, ...deps })),
  );
  await deps.notices.publish(publishedNotices(record));
  await deps.reactions.publish(publishedReactions(record));
  await deps.tickets.effectsPlanned(record.ticket.number, record.events.length);
  return echoed;
}

interface WaitingRules {
  readonly installation: Installation;
  readonly remindersShare?: number | undefined;
}

/** One delivery for each lane of the effect's place; a place without lanes is reported on the dispatcher's card. */
function deliveriesOf(
  planned: PlannedEffect,
  index: number,
  record: TicketRecord,
  { installation, remindersShare }: WaitingRules,
): readonly NewDelivery[] {
  const { version = record.events.length } = planned;
  const at = record.events[version - 1]?.at ?? 0;
  // Ordered by the instant it waits for, so that nothing waits behind it.
  const notBefore = waitsFor(planned.effect, at, record.ticket, { installation, remindersShare });
  const order = [orderAt(notBefore ?? at), record.ticket.number, pad(version), pad(index)].join(':');
  const lanes = lanesOfEffect(planned, installation);
  if (lanes.length === 0) {
    if (!showsSomethingNew(planned, record)) return [];
    const nowhere: Lane = { kind: 'none' };
    return [{ ...planned, lane: nowhere, order, status: 'undeliverable', problem: { kind: 'unreachable' } }];
  }
  return lanes.map((lane) => ({
    ...planned,
    id: `${planned.id}@${laneKey(lane)}`,
    lane,
    order,
    status: 'due',
    ...defined({ notBefore }),
  }));
}

function waitsFor(
  effect: Effect,
  at: Instant,
  ticket: Ticket,
  { installation, remindersShare }: WaitingRules,
): Instant | undefined {
  if (effect.kind === 'remind') return announceFrom(effect, at, installation.calendars, remindersShare);
  return effect.kind === 'mention' ? callFrom(effect, at, installation, ticket) : undefined;
}

/** What a place misses that cannot be reached: neither a linked ticket's card, missed already, nor what belongs to a card. */
function showsSomethingNew({ ticket, effect }: PlannedEffect, record: TicketRecord): boolean {
  return ticket === record.ticket.number && (effect.kind === 'showNotice' || effect.kind === 'showCard');
}

/** The card that opened a form is in the place's channel or in the author's private chat. */
function lanesOfEffect({ effect }: PlannedEffect, installation: Installation): readonly Lane[] {
  const lanes = lanesOf(installation, effect.place);
  if (effect.kind !== 'markReported') return lanes;
  const conversation = originFromText(effect.origin)?.conversation;
  const channel = lanes.find((lane) => lane.kind === 'channel' && lane.address.conversation === conversation);
  return [channel ?? { kind: 'person', person: effect.person }];
}

function pad(value: number): string {
  return String(value).padStart(6, '0');
}
