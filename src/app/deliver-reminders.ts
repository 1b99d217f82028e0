import { defined } from '../defined';
import type { Instant } from '../domain/instant';
import type { PersonId } from '../domain/organisation/installation';
import { peopleToMention } from '../domain/ticket/access';
import { maxRemindersInPost, maxRemindersInRun } from './delivery-policy';
import { type Lane, laneKey } from './messages/lane';
import { mentionOutcome } from './mentions';
import type { CardStore } from './ports/card-store';
import type { Delivery, DeliveryStore, Outcome } from './ports/delivery-store';
import type { Directory } from './ports/directory';
import { DeliveryFailure, type Messenger, type Reminder } from './ports/messenger';
import type { TicketStore } from './ports/ticket-store';
import { readdress } from './readdress';
import { addresseeOf, keptUntil } from './reminders';

export interface DeliverRemindersDeps {
  readonly tickets: TicketStore;
  readonly cards: CardStore;
  readonly deliveries: DeliveryStore;
  readonly directory: Directory;
  readonly messenger: Messenger;
  /** From the configuration (process 2, Warnings). */
  readonly warningPercents: readonly number[];
}

/** A delivery that went out together with the requested one. */
export interface SentTogether extends Outcome {
  readonly id: string;
}

interface Waiting {
  readonly id: string;
  readonly reminder: Omit<Reminder, 'card'>;
  /** Those it concerns; nobody if an earlier post has already called them. */
  readonly people: readonly PersonId[];
}

/**
 * Posts the reminders now due in the lane (process 2, Warnings): several tickets as a list, a single one in its card's
 * thread. If they do not fit into one post, the first one mentions everybody concerned and the others nobody. Returns
 * the deliveries this settles: those announced or, if any have become pointless, just those, before anything is posted.
 */
export async function deliverReminders(
  deps: DeliverRemindersDeps,
  { lane, called }: Delivery,
  now: Instant,
): Promise<readonly SentTogether[]> {
  const limit = called === true ? maxRemindersInPost : maxRemindersInRun;
  const waiting: Waiting[] = [];
  const pointless: SentTogether[] = [];
  let isKept = false;
  for (const delivery of await deps.deliveries.remindersIn(laneKey(lane), now, limit)) {
    const found = await waitingOf(deps, delivery, now);
    if (found === 'pointless') pointless.push({ id: delivery.id });
    else if (typeof found === 'number') {
      await deps.deliveries.defer(delivery.id, found);
      isKept = true;
    } else waiting.push(found);
  }
  if (isKept || pointless.length > 0) return pointless;
  return tell(deps, lane, waiting);
}

/** If a list is refused for good, it must not hold up its entries: the first is then sent, and refused, alone. */
async function tell(
  deps: DeliverRemindersDeps,
  lane: Lane,
  waiting: readonly Waiting[],
): Promise<readonly SentTogether[]> {
  const { messenger, deliveries } = deps;
  const [first, second] = waiting;
  if (first === undefined) return [];
  if (second !== undefined) {
    const told = waiting.slice(0, maxRemindersInPost);
    const later = waiting.slice(maxRemindersInPost);
    const reminders = await Promise.all(told.map((each) => withCard(deps, lane, each)));
    const people = [...new Set(waiting.flatMap((each) => each.people))];
    try {
      const unmentioned = await messenger.postReminders(lane, reminders, people, later.length > 0);
      await deliveries.called(later.map(({ id }) => id));
      return told.map(({ id, people: own }) => ({ id, ...mentionOutcome(lane, own, unmentioned) }));
    } catch (error) {
      if (!(error instanceof DeliveryFailure) || error.transient) throw error;
    }
  }
  const reminder = await withCard(deps, lane, first);
  const unmentioned = await messenger.postReminder(lane, reminder, first.people);
  return [{ id: first.id, ...mentionOutcome(lane, first.people, unmentioned) }];
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
  const { id, effect, ticket: number, notBefore, called } = delivery;
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
  const people = called === true ? [] : peopleToMention(addressee, installation);
  return { id, reminder: { record, effect }, people };
}
