import type { Instant } from '../domain/instant';
import type { PersonId } from '../domain/organisation/installation';
import type { Remind } from './effect';
import { laneKey } from './lane';
import type { Lane } from './lane';
import type { CardStore } from './ports/card-store';
import type { Delivery, DeliveryProblem, DeliveryStore } from './ports/delivery-store';
import type { Messenger, Reminder } from './ports/messenger';
import type { TicketStore } from './ports/ticket-store';
import { isStillDue } from './reminders';

export interface DeliverRemindersDeps {
  readonly tickets: TicketStore;
  readonly cards: CardStore;
  readonly deliveries: DeliveryStore;
  readonly messenger: Messenger;
}

/** A delivery that went out together with the one that was asked for. */
export interface SentTogether {
  readonly id: string;
  readonly problem?: DeliveryProblem;
}

interface Waiting extends SentTogether {
  readonly reminder: Reminder;
}

/**
 * Tells what the lane is to be reminded of by now in one post (process 2, Warnings): several tickets as a list, a single
 * one in the thread of its card, nothing where all of it was done meanwhile. Answers every delivery that is settled by it.
 */
export async function deliverReminders(
  deps: DeliverRemindersDeps,
  { lane }: Delivery,
  now: Instant,
): Promise<readonly SentTogether[]> {
  const due = await deps.deliveries.remindersIn(laneKey(lane), now);
  const waiting: Waiting[] = [];
  for (const { id, effect, ticket } of due) {
    if (effect.kind !== 'remind' || ticket === undefined) continue;
    const reminder = await reminderOf(deps, lane, effect, ticket);
    if (reminder !== undefined) waiting.push({ id, reminder });
  }
  const [first, second] = waiting;
  if (first === undefined) return due.map(({ id }) => ({ id }));
  const reminders = waiting.map(({ reminder }) => reminder);
  const { notInRoster } =
    second === undefined
      ? await deps.messenger.postReminder(lane, first.reminder)
      : await deps.messenger.postReminders(lane, reminders);
  return due.map(({ id }) => {
    const told = waiting.find((each) => each.id === id);
    return told === undefined ? { id } : { id, ...missing(told.reminder.effect, notInRoster) };
  });
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
  return { record, effect, ...(card === undefined ? {} : { card }) };
}

function missing(
  { people }: Remind,
  notInRoster: readonly PersonId[],
): { readonly problem?: DeliveryProblem } {
  const here = people.filter((person) => notInRoster.includes(person));
  return here.length === 0 ? {} : { problem: { kind: 'notInRoster', people: here } };
}
