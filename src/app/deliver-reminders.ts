import { defined } from '../defined';
import type { Instant } from '../domain/instant';
import type { PersonId } from '../domain/organisation/installation';
import type { Remind } from './messages/effect';
import { type Lane, laneKey } from './messages/lane';
import type { CardStore } from './ports/card-store';
import type { Delivery, DeliveryProblem, DeliveryStore } from './ports/delivery-store';
import { DeliveryFailure, type Messenger, type Reminder } from './ports/messenger';
import type { TicketStore } from './ports/ticket-store';
import { isStillDue } from './reminders';

export interface DeliverRemindersDeps {
  readonly tickets: TicketStore;
  readonly cards: CardStore;
  readonly deliveries: DeliveryStore;
  readonly messenger: Messenger;
}

/** A delivery that went out together with the requested one. */
export interface SentTogether {
  readonly id: string;
  readonly problem?: DeliveryProblem;
}

interface Waiting extends SentTogether {
  readonly reminder: Reminder;
}

/**
 * Posts all reminders now due in the lane as one message (process 2, Warnings): several tickets as a list, a single one
 * in its card's thread. Returns the deliveries this settles: those announced or, if any have become pointless, just
 * those, before anything is posted.
 */
export async function deliverReminders(
  deps: DeliverRemindersDeps,
  { lane }: Delivery,
  now: Instant,
): Promise<readonly SentTogether[]> {
  const due = await deps.deliveries.remindersIn(laneKey(lane), now);
  const waiting: Waiting[] = [];
  const pointless: SentTogether[] = [];
  for (const { id, effect, ticket } of due) {
    const reminder =
      effect.kind === 'remind' && ticket !== undefined
        ? await reminderOf(deps, lane, effect, ticket)
        : undefined;
    if (reminder === undefined) pointless.push({ id });
    else waiting.push({ id, reminder });
  }
  if (pointless.length > 0) return pointless;
  const { told, notInRoster } = await tell(deps, lane, waiting);
  return told.map(({ id, reminder }) => ({ id, ...missing(reminder.effect, notInRoster) }));
}

/** If a list is refused for good, it must not hold up its entries: the first is then sent, and refused, alone. */
async function tell(
  { messenger }: DeliverRemindersDeps,
  lane: Lane,
  waiting: readonly Waiting[],
): Promise<{ readonly told: readonly Waiting[]; readonly notInRoster: readonly PersonId[] }> {
  const [first, second] = waiting;
  if (first === undefined) return { told: [], notInRoster: [] };
  if (second !== undefined) {
    const reminders = waiting.map(({ reminder }) => reminder);
    try {
      return { told: waiting, ...(await messenger.postReminders(lane, reminders)) };
    } catch (error) {
      if (!(error instanceof DeliveryFailure) || error.transient) throw error;
    }
  }
  return { told: [first], ...(await messenger.postReminder(lane, first.reminder)) };
}

async function reminderOf(
  deps: DeliverRemindersDeps,
  lane: Lane,
  effect: Remind,
  number: string,
): Promise<Reminder | undefined> {
  const record = await deps.tickets.find(number);
  if (record === undefined) throw new Error(`${number} has deliveries, but is not in the store`);
  if (!isStillDue(effect, record.ticket)) return undefined;
  const card = await deps.cards.find(number, 'ticket', laneKey(lane));
  return { record, effect, ...defined({ card }) };
}

function missing(
  { people }: Remind,
  notInRoster: readonly PersonId[],
): { readonly problem?: DeliveryProblem } {
  const here = people.filter((person) => notInRoster.includes(person));
  return here.length === 0 ? {} : { problem: { kind: 'notInRoster', people: here } };
}
