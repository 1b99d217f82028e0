import { defined } from '../defined';
import type { Instant } from '../domain/instant';
import type { PersonId } from '../domain/organisation/installation';
import { peopleToMention } from '../domain/ticket/people-to-mention';
import { isBreach } from '../domain/ticket/timers';
import { maxRemindersInPost, maxRemindersInRun } from './delivery-policy';
import { type Lane, laneKey } from './messages/lane';
import { mentionOutcome } from './mentions';
import type { CardStore } from './ports/card-store';
import type { Delivery, DeliveryStore, Outcome } from './ports/delivery-store';
import type { Directory } from './ports/directory';
import { DeliveryFailure, type Messenger, type Reminder, type Told } from './ports/messenger';
import type { TicketStore } from './ports/ticket-store';
import { readdress } from './readdress';
import { addresseeOf, keptUntil } from './reminders';
import { type ShownPosts, typedOf } from './shown-posts';

export interface DeliverRemindersDeps {
  readonly tickets: TicketStore;
  readonly cards: CardStore;
  readonly deliveries: DeliveryStore;
  readonly directory: Directory;
  readonly messenger: Messenger;
  readonly shownPosts: Pick<ShownPosts, 'remember'>;
  /** From the configuration (process 2, Warnings). */
  readonly warningPercents: readonly number[];
  /** Whether it was the store that failed, and not what was asked of it. */
  readonly isStoreFailure: (error: unknown) => boolean;
}

/** What came of a delivery: of the one that was to be sent, or of one that went out together with it. */
export type Attempted = Outcome & {
  readonly delivery: Delivery;
  /** What of ours went wrong with this one; it was not sent. */
  readonly fault?: unknown;
};

/** What came of one post, or of finding that there was none to make. */
export interface Attempts {
  readonly attempted: readonly Attempted[];
  /** The due reminders whose people the post has mentioned already. */
  readonly called?: readonly string[];
}

interface Waiting {
  readonly delivery: Delivery;
  readonly reminder: Omit<Reminder, 'card'>;
  /** Those it concerns; nobody if an earlier post has already called them. */
  readonly people: readonly PersonId[];
}

/**
 * Posts the reminders now due in the lane (process 2, Warnings): several tickets as a list, a single one in its card's
 * thread. If they do not fit into one post, the first one mentions everybody concerned and the others nobody. Returns
 * the deliveries this settles: those announced or, if any have become pointless or cannot be told, just those, before
 * anything is posted.
 */
export async function deliverReminders(
  deps: DeliverRemindersDeps,
  { lane, called }: Delivery,
  now: Instant,
): Promise<Attempts> {
  const limit = called === true ? maxRemindersInPost : maxRemindersInRun;
  const waiting: Waiting[] = [];
  const untold: Attempted[] = [];
  let isKept = false;
  for (const delivery of await deps.deliveries.remindersIn(laneKey(lane), now, limit)) {
    const found = await faultIn(deps, () => waitingOf(deps, delivery, now));
    if ('fault' in found) untold.push({ delivery, fault: found.fault });
    else if (found.done === 'pointless') untold.push({ delivery, nothingSent: true });
    else if (typeof found.done === 'number') {
      await deps.deliveries.defer(delivery.id, found.done);
      isKept = true;
    } else waiting.push(found.done);
  }
  if (isKept || untold.length > 0) return { attempted: untold };
  // A breach stands alone, and first: what is due beside it is told by the next post.
  const breaches = waiting.filter(({ reminder }) => isBreach(reminder.effect));
  return tell(deps, lane, breaches.length > 0 ? breaches : waiting);
}

/** A fault of ours with one reminder is no reason to tell none of the others. */
async function faultIn<Done>(
  { isStoreFailure }: DeliverRemindersDeps,
  work: () => Promise<Done>,
): Promise<{ readonly done: Done } | { readonly fault: unknown }> {
  try {
    return { done: await work() };
  } catch (error) {
    if (error instanceof DeliveryFailure || isStoreFailure(error)) throw error;
    return { fault: error };
  }
}

/** If a list is refused for good, or fails, it must not hold up its entries: the first is then sent, or refused, alone. */
async function tell(deps: DeliverRemindersDeps, lane: Lane, waiting: readonly Waiting[]): Promise<Attempts> {
  const [first, second] = waiting;
  if (first === undefined) return { attempted: [] };
  if (second !== undefined) {
    try {
      return await tellTogether(deps, lane, waiting);
    } catch (error) {
      if (deps.isStoreFailure(error) || (error instanceof DeliveryFailure && error.transient)) throw error;
    }
  }
  const { delivery, people } = first;
  const alone = await faultIn(deps, async () => {
    const reminder = await withCard(deps, lane, first);
    const told = await deps.messenger.postReminder(lane, reminder, people);
    await rememberTitles(deps, lane, told, [reminder]);
    return mentionOutcome(lane, people, told);
  });
  return { attempted: ['fault' in alone ? { delivery, fault: alone.fault } : { delivery, ...alone.done }] };
}

async function tellTogether(
  deps: DeliverRemindersDeps,
  lane: Lane,
  waiting: readonly Waiting[],
): Promise<Attempts> {
  const told = waiting.slice(0, maxRemindersInPost);
  const later = waiting.slice(maxRemindersInPost);
  const reminders = await Promise.all(told.map((each) => withCard(deps, lane, each)));
  const people = [...new Set(waiting.flatMap((each) => each.people))];
  const post = await deps.messenger.postReminders(lane, reminders, people, later.length > 0);
  await rememberTitles(deps, lane, post, reminders);
  return {
    attempted: told.map(({ delivery, people: own }) => ({
      delivery,
      ...mentionOutcome(lane, own, post),
    })),
    called: later.map(({ delivery }) => delivery.id),
  };
}

/** A reminder names its ticket by the title, which may not stand there for ever (process 1, 10). */
export async function rememberTitles(
  { shownPosts }: Pick<DeliverRemindersDeps, 'shownPosts'>,
  lane: Lane,
  { post }: Told,
  [first, ...others]: readonly Reminder[],
): Promise<void> {
  if (first === undefined) return;
  const tickets = typedOf([first, ...others].map(({ record }) => record.ticket));
  await shownPosts.remember({ ...post, lane, place: first.effect.place, tickets });
}

/** In whose thread it is told, or to which it links; asked for only by what is told now. */
async function withCard(
  { cards }: DeliverRemindersDeps,
  lane: Lane,
  { reminder }: Waiting,
): Promise<Reminder> {
  const card = await cards.find(reminder.record.ticket.number, 'ticket', laneKey(lane));
  return { ...reminder, ...defined({ card }) };
}

/** The reminder as it is told now; until when it is kept; or that there is nothing left to tell. */
async function waitingOf(
  deps: DeliverRemindersDeps,
  delivery: Delivery,
  now: Instant,
): Promise<Waiting | Instant | 'pointless'> {
  const { effect, ticket: number, notBefore, called } = delivery;
  if (effect.kind !== 'remind' || number === undefined) return 'pointless';
  const record = await deps.tickets.find(number);
  if (record === undefined) throw new Error(`${number} has deliveries, but is not in the store`);
  const installation = deps.directory.installation();
  const { calendars } = installation;
  const context = { calendars, warningPercents: deps.warningPercents, now };
  const addressee = addresseeOf(effect, record.ticket, context);
  if (addressee === undefined) return 'pointless';
  if ((await readdress(deps.deliveries, delivery, installation)) !== undefined) return 'pointless';
  const kept = keptUntil(effect, notBefore, now, calendars);
  if (kept !== undefined) return kept;
  const people = called === true ? [] : peopleToMention(addressee, installation, now);
  return { delivery, reminder: { record, effect }, people };
}
