import type { View } from '../../../texts/view';
import { defined } from '../../../defined';
import type { Reminder } from '../../../app/ports/messenger';
import { presentCycle } from '../../../domain/ticket/ticket';
import { actionNames } from '../../../texts/actions.de';
import { isBreach } from '../../../domain/ticket/timers';
import { breachWord, remindersHeading, reminderSubject, reminderText } from '../../../texts/reminders.de';
import { actButton, primary } from './buttons';
import type { AdaptiveCardJson, CardPart } from './card-json';
import { type CalledPeople, namingData } from './card-mentions';
import { expandCard } from './expand';
import { safeLink } from './safe-link';
import { shortened } from './typed-text';

/** A title that leaves room for the rest of its line; UTF-16 units. */
const maxTitleLength = 60;

export interface ReminderCardInput extends CalledPeople {
  readonly reminders: readonly Reminder[];
  readonly view: View;
  /** Another post with more of them follows. */
  readonly moreFollow?: boolean;
  /** The link to the ticket's card, where the post is not in its thread. */
  readonly link?: (reminder: Reminder) => string | undefined;
}

/** What people are reminded of: one ticket in the thread of its card, or several in a post of their own (process 2). */
export function renderReminderCard(input: ReminderCardInput): AdaptiveCardJson {
  const { reminders, view, link, moreFollow = false } = input;
  const [single, another] = reminders;
  const effects = reminders.map(({ effect }) => effect);
  return expandCard('reminder.card', {
    ...defined({ heading: another && remindersHeading(effects, moreFollow) }),
    rows: reminders.map((reminder) => {
      const { effect, record } = reminder;
      const url = link?.(reminder);
      return {
        subject: reminderSubject(record.ticket, shortened(record.ticket.report.title, maxTitleLength), view),
        style: isBreach(effect) ? 'attention' : 'default',
        ...(isBreach(effect) && { breach: breachWord }),
        text: reminderText(effect, record.ticket, view),
        number: record.ticket.number,
        ...defined({ link: url && safeLink(url) }),
      };
    }),
    ...namingData(input),
    buttons: single !== undefined && another === undefined ? buttonsOf(single) : [],
  });
}

/** What the reminder asks for, while there is still something to do. */
function buttonsOf({ effect, record }: Reminder): readonly CardPart[] {
  const { ticket } = record;
  return effect.timer === 'reaction' && presentCycle(ticket).end === undefined
    ? [primary(actButton(actionNames.startAnalysis, 'startAnalysis', ticket))]
    : [];
}
