import { viewAt } from '../../../../support/view';
import { fits } from '../../../../../src/adapters/teams/cards/card-room';
import { renderReminderCard } from '../../../../../src/adapters/teams/cards/reminder-card';
import { messageLink } from '../../../../../src/adapters/teams/cards/message-link';
import { maxRemindersInPost } from '../../../../../src/app/delivery-policy';
import type { Reminder } from '../../../../../src/app/ports/messenger';
import { type TimerKind, timerKinds } from '../../../../../src/domain/ticket/timers';
import { berlin } from '../../../../support/given';
import { everyField } from '../../../../support/tickets';

const uuid = 'c0000000-0000-4000-8000-0000000000a1';
const now = berlin('2026-06-12T12:00');
/** As long as Teams makes them. */
const address = {
  tenant: uuid,
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  team: uuid,
  conversation: `19:${'x'.repeat(64)}@thread.tacv2`,
};

function reminder(timer: TimerKind, step: number, toOperator: boolean): Reminder {
  const ticket = { ...everyField, number: 'SP-2026-100000' };
  return {
    record: { ticket, events: [], effectsPlanned: 0, historyHash: '' },
    effect: {
      kind: 'remind',
      place: toOperator ? { kind: 'organisation', organisation: 'nord' } : { kind: 'dispatch' },
      timer,
      step,
      since: now,
      // Late, so that the text says since when.
      dueAt: now - 3_600_000,
    },
  };
}

const kinds = timerKinds.flatMap((timer) =>
  [50, 100].flatMap((step) => [true, false].map((toOperator) => [timer, step, toOperator] as const)),
);

describe('a post that lists reminders', () => {
  it.each(kinds)(
    'given as many of %s (%d, to the operator: %s) as it may list, with long links and ten people called, then Teams carries it',
    (timer, step, toOperator) => {
      const names = Array.from(
        { length: 10 },
        (_, index) => `Wartungs-Dispatcher der Genossenschaft ${index}`,
      );
      const card = renderReminderCard({
        reminders: Array.from({ length: maxRemindersInPost }, () => reminder(timer, step, toOperator)),
        mentioned: names.map((name) => ({ id: `29:${'x'.repeat(80)}`, name })),
        notHere: names,
        notMentioned: names,
        view: viewAt(now),
        link: () => messageLink(address, '1700000000000'),
      });
      expect(fits(card)).toBe(true);
    },
  );
});
