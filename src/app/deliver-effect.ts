import { defined } from '../defined';
import type { Installation } from '../domain/organisation/installation';
import type { Place } from '../domain/organisation/place';
import { placeMayReadIn, readerOfCard } from '../domain/ticket/access';
import { ticketsNamedBy } from '../domain/ticket/event-rules';
import { noticeFor } from '../domain/ticket/release/release-notice';
import type { TicketNumber } from '../domain/ticket/ticket';
import { callToAccess } from './call-to-access';
import { callToOnboarding } from './call-to-onboarding';
import { isReachedIn, placesWithCard } from './card-places';
import { deliverDigest, type DeliverDigestDeps } from './deliver-digest';
import { rememberTitles } from './deliver-reminders';
import { deliverNewcomer, type DeliverNewcomerDeps } from './deliver-newcomer';
import { type DeliverRecordDeps, showRecord, tellContractEnds, withdrawRecord } from './deliver-record';
import { deliverTrouble } from './deliver-trouble';
import { findIfReadable } from './find-if-readable';
import type { CardSubject } from './messages/card-subject';
import type { Effect } from './messages/effect';
import { type Lane, laneKey, lanesOf, placesIn } from './messages/lane';
import { cardToldOf, isSettled, mentionedNow, mentionOutcome } from './mentions';
import type { TrackedCard } from './ports/card-store';
import type { Delivery, Outcome } from './ports/delivery-store';
import {
  type CardContent,
  type CardInChannel,
  DeliveryFailure,
  type PostedActivity,
} from './ports/messenger';
import type { PostId, PostStore } from './ports/post-store';
import type { PostedCards } from './posted-cards';
import type { TicketRecord } from './ports/ticket-store';
import { readableAmong } from './queries/ticket-lists';
import { pointToCard } from './point-to-card';
import { readdress } from './readdress';
import { breachSaid } from './reminders';

export interface DeliverEffectDeps extends DeliverDigestDeps, DeliverNewcomerDeps, DeliverRecordDeps {
  readonly posts: PostStore;
  readonly cards: PostedCards;
  readonly isStoreFailure: (error: unknown) => boolean;
}

/**
 * Carries out one delivery with at most one post or edit and returns what came of it. The
 * content is that of the ticket as it is now, so a late delivery never shows an old state; one made pointless by a
 * later change sends nothing. Throws DeliveryFailure if Teams did not carry it out.
 */
export async function deliverEffect(deps: DeliverEffectDeps, delivery: Delivery): Promise<Outcome> {
  const { effect, lane, ticket: number } = delivery;
  if (effect.kind === 'showDigest') return sending(await deliverDigest(deps, delivery, effect));
  if (effect.kind === 'tellTrouble') return sending(await deliverTrouble(deps, lane));
  if (effect.kind === 'tellNewcomer') return sending(await deliverNewcomer(deps, lane, effect));
  if (effect.kind === 'showRecord') return showRecord(deps, lane, effect);
  if (effect.kind === 'withdrawRecord') return withdrawRecord(deps, lane, effect);
  if (effect.kind === 'callToAccess') return callToAccess(deps, lane, effect);
  if (effect.kind === 'callToOnboarding') return callToOnboarding(deps, lane, effect);
  if (effect.kind === 'tellContractEnds') return tellContractEnds(deps, lane, effect);
  if (effect.kind === 'answer') return sending(await giveAnswer(deps, lane, effect));
  if (number === undefined) throw new Error(`the delivery ${delivery.id} is about a ticket, but names none`);
  const wasShown = (subject: CardSubject) =>
    deps.cards.isUnsaved({ ticket: number, subject, laneKey: laneKey(lane) });
  // What must not stand any more is taken away, whether or not the ticket can be read.
  if (effect.kind === 'replacePost') return sending(await replacePost(deps, lane, number, effect));
  if (effect.kind === 'withdrawCard') {
    const { subject = 'ticket' } = effect;
    return sending(wasShown(subject), await withdrawCard(deps, lane, number, subject));
  }
  const record = await deps.tickets.find(number);
  if (record === undefined) throw new Error(`${number} has deliveries, but is not in the store`);
  const installation = deps.directory.installation();
  const readdressed = await readdress(deps.deliveries, delivery, installation);
  if (readdressed !== undefined) return readdressed;
  switch (effect.kind) {
    case 'showCard':
      return sending(wasShown('ticket'), await showCard(deps, lane, record, effect));
    case 'showNotice':
      return sending(wasShown('notice'), await showNotice(deps, lane, record, effect.place, effect.again));
    case 'pointToCard':
      // The tracked card first: it may be the one that somebody has deleted.
      if (effect.subject === 'notice') await showNotice(deps, lane, record, effect.place, true);
      else await showCard(deps, lane, record, { kind: 'showCard', place: effect.place, again: true });
      await pointToCard(deps, lane, record, effect);
      return sending(true);
    case 'mention':
      return mention(deps, delivery, effect, record);
    case 'remind':
      throw new Error(`the reminder ${delivery.id} is told with others of its lane`);
    case 'markReported':
      // If the card that opened the form is gone, there is nothing to mark.
      await deps.messenger.markReported(
        lane,
        effect.origin,
        record,
        await cardIn(deps, effect.place, record),
      );
      return {};
  }
  // Stored by a newer version: taken for sent, it would be lost.
  throw new UnknownEffect(effect);
}

async function mention(
  deps: DeliverEffectDeps,
  { lane, version = 0 }: Delivery,
  effect: Extract<Effect, { readonly kind: 'mention' }>,
  record: TicketRecord,
): Promise<Outcome> {
  const { ticket } = record;
  const { place, reason } = effect;
  const people = mentionedNow(effect, version, record, deps.directory.installation(), deps.clock.now());
  if (people === undefined) return sending(false);
  if (await isSettled(deps.deliveries, effect, record)) return sending(false);
  const thread = await deps.cards.find(ticket.number, cardToldOf(place, ticket) ?? 'ticket', laneKey(lane));
  const breach = breachSaid(record.events[version - 1], place);
  if (breach === undefined) {
    const unmentioned = await deps.messenger.postMention(lane, thread, { ticket, place, people, reason });
    return mentionOutcome(lane, people, unmentioned);
  }
  const reminder = { record, effect: breach, ...defined({ card: thread }) };
  const told = await deps.messenger.postReminder(lane, reminder, people);
  await rememberTitles(deps, lane, told, [reminder]);
  return mentionOutcome(lane, people, told);
}

async function giveAnswer(
  { messenger, shownPosts }: DeliverEffectDeps,
  lane: Lane,
  answer: Extract<Effect, { readonly kind: 'answer' }>,
): Promise<boolean> {
  const posted = await messenger.postAnswer(lane, answer);
  if (posted === undefined) return false;
  const { typedOf: tickets, ...post } = posted;
  await shownPosts.remember({ ...post, lane, place: answer.place, tickets });
  return true;
}

/** Nothing is left to be done where another of its tickets has had it replaced. */
async function replacePost(
  { messenger, posts }: DeliverEffectDeps,
  lane: Lane,
  number: TicketNumber,
  post: PostId,
): Promise<boolean> {
  const { conversation, activityId } = post;
  const shown = await posts.inPost(post);
  if (shown.length === 0) return false;
  await messenger.replacePost(lane, { conversation, activityId }, number);
  await posts.forget(shown);
  return true;
}

/** A kind of effect that this version does not know. */
class UnknownEffect extends Error {
  constructor(effect: never) {
    super(`the effect ${String((effect as { readonly kind?: unknown }).kind)} is not known`);
    this.name = 'UnknownEffect';
  }
}

/** By this try, or by an earlier one that the store did not take. */
function sending(...isSent: readonly boolean[]): Outcome {
  return isSent.includes(true) ? {} : { nothingSent: true };
}

async function showCard(
  deps: DeliverEffectDeps,
  lane: Lane,
  record: TicketRecord,
  effect: Extract<Effect, { readonly kind: 'showCard' }>,
): Promise<boolean> {
  const { ticket, events } = record;
  const tracked = await deps.cards.find(ticket.number, 'ticket', laneKey(lane));
  const installation = deps.directory.installation();
  const place = effect.again === true ? placeOfCard(installation, tracked, record, effect) : effect.place;
  if (!placeMayReadIn(installation, place, ticket)) return false;
  const problems = place.kind === 'dispatch' ? await deps.deliveries.problemsOf(ticket.number) : [];
  const reader = readerOfCard(place, placesIn(installation, lane));
  const readable = await readableAmong(deps, reader, ticketsNamedBy(events));
  const content = { kind: 'ticket', record, place, problems, readable } as const;
  return showTracked(deps, lane, { place, tracked, content, ...defined({ again: effect.again }) });
}

/**
 * Places may share a conversation: its one card stays that of the place it was posted for, with its buttons, as long as
 * that is reached there.
 */
function placeOfCard(
  installation: Installation,
  tracked: TrackedCard | undefined,
  { ticket }: TicketRecord,
  { place }: Pick<Effect, 'place'>,
): Place {
  if (tracked === undefined || !placeMayReadIn(installation, tracked.place, ticket)) return place;
  return isReachedIn(installation, tracked.place, tracked.laneKey) ? tracked.place : place;
}

/** Only to operators that the ticket's release owes a notice, whatever the delivery says (process 6). */
async function showNotice(
  deps: DeliverEffectDeps,
  lane: Lane,
  record: TicketRecord,
  place: Place,
  again?: true,
): Promise<boolean> {
  if (place.kind !== 'organisation') return false;
  const operator = place.organisation;
  const { ticket } = record;
  if (noticeFor(ticket, operator) === undefined) return false;
  const tracked = await deps.cards.find(ticket.number, 'notice', laneKey(lane));
  return showTracked(deps, lane, {
    place,
    tracked,
    content: { kind: 'notice', record, operator },
    ...defined({ again }),
  });
}

interface Shown {
  readonly place: Place;
  /** The card there so far. */
  readonly tracked: TrackedCard | undefined;
  readonly content: Extract<CardContent, { readonly kind: 'ticket' | 'notice' }>;
  /** Also if it already shows this version. */
  readonly again?: true;
}

/** Edits the lane's tracked card, or posts one if it is missing or gone; sends nothing (false) if it already shows this version. */
async function showTracked(
  deps: DeliverEffectDeps,
  lane: Lane,
  { place, tracked, content, again }: Shown,
): Promise<boolean> {
  const { number: ticket, version: shownVersion } = content.record.ticket;
  const isShown = tracked !== undefined && !tracked.withdrawn && tracked.shownVersion >= shownVersion;
  if (isShown && again !== true) return false;
  const key = { ticket, subject: content.kind, laneKey: laneKey(lane) };
  const card = { ...key, place, shownVersion, withdrawn: false };
  if (tracked !== undefined) {
    if ((await deps.messenger.editCard(lane, tracked, content)) === 'edited') {
      await deps.cards.save({ ...tracked, ...card });
      return true;
    }
    // Nothing may lead there while the new one is on its way, which may take long.
    await deps.cards.forget(tracked);
  }
  await deps.cards.save({ ...card, ...(await postInsteadOf(deps, lane, tracked, content)) });
  return true;
}

/** A place that takes no new card either may have called gone what still stands there: it is edited once the place is back. */
async function postInsteadOf(
  { cards, messenger }: DeliverEffectDeps,
  lane: Lane,
  tracked: TrackedCard | undefined,
  content: CardContent,
): Promise<PostedActivity> {
  try {
    return await messenger.postCard(lane, content);
  } catch (error) {
    const isRefused = error instanceof DeliveryFailure && !error.transient;
    if (isRefused && tracked !== undefined) await cards.save(tracked);
    throw error;
  }
}

/** Not where another place that shares the conversation has the card too. */
async function withdrawCard(
  deps: DeliverEffectDeps,
  lane: Lane,
  number: TicketNumber,
  subject: CardSubject,
): Promise<boolean> {
  const key = laneKey(lane);
  const installation = deps.directory.installation();
  const tracked = await deps.cards.find(number, subject, key);
  if (tracked === undefined || tracked.withdrawn) return false;
  const ticket = (await findIfReadable(deps, number))?.ticket;
  const places = ticket === undefined ? [] : placesWithCard(subject, ticket);
  if (places.some((place) => isReachedIn(installation, place, key))) return false;
  await deps.messenger.editCard(lane, tracked, { kind: 'withdrawn', number });
  const { version: shownVersion = tracked.shownVersion } = ticket ?? {};
  await deps.cards.save({ ...tracked, shownVersion, withdrawn: true });
  return true;
}

/** The ticket's card in the place's channel; private chats cannot be linked to. */
async function cardIn(
  deps: DeliverEffectDeps,
  place: TrackedCard['place'],
  { ticket }: TicketRecord,
): Promise<CardInChannel | undefined> {
  const [lane] = lanesOf(deps.directory.installation(), place);
  if (lane?.kind !== 'channel') return undefined;
  const tracked = await deps.cards.find(ticket.number, 'ticket', laneKey(lane));
  return tracked && { address: lane.address, activityId: tracked.activityId };
}
