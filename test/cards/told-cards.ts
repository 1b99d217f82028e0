import { viewAt } from '../support/view';
import { maxRemindersInPost } from '../../src/app/delivery-policy';
import type { Reminder } from '../../src/app/ports/messenger';
import { publishedNotices } from '../../src/app/published-notices';
import { historyOf } from '../../src/app/queries/history';
import { renderBugfixPackagesCard } from '../../src/adapters/teams/cards/bugfix-packages-card';
import { renderHistoryCard } from '../../src/adapters/teams/cards/history-card';
import { renderReleaseNoticeCard } from '../../src/adapters/teams/cards/notice-release-card';
import { renderOpenTicketsCard } from '../../src/adapters/teams/cards/open-tickets-card';
import { renderReminderCard } from '../../src/adapters/teams/cards/reminder-card';
import { timerKinds, timers } from '../../src/domain/ticket/timers';
import { namesIn } from '../../src/texts/names';
import { installation as sampleInstallation } from '../support/installation';
import { berlin } from '../support/given';
import { link, message, modes, places, type SampleCard, type SampleOptions, shownIn } from './sample-cards';
import { type Sample, sampleTickets } from './sample-stories';
import type { Typing } from './typing';
import { ticketList } from '../support/ticket-list';

/** "Verlauf" of every ticket at every place that may read it, page by page. */
export function historyCards(type: Typing, options: SampleOptions = {}): readonly SampleCard[] {
  const installation = options.organisation ?? sampleInstallation;
  return sampleTickets(type, options).flatMap(({ name, record, readable }) =>
    places.flatMap((place) => {
      const entries = historyOf(record, { places: [place] }, installation, readable);
      return modes.flatMap((mode) =>
        [1, 2].map((page) => {
          const card = renderHistoryCard({
            entries,
            record,
            view: viewAt(0, installation),
            place,
            page,
            mode,
          });
          return shownIn(mode, `${name}: history at ${place.kind}, page ${page}`, card);
        }),
      );
    }),
  );
}

/** "Offene Tickets", narrowed and not. */
export function openTicketsCards(type: Typing, options: SampleOptions = {}): readonly SampleCard[] {
  const installation = options.organisation ?? sampleInstallation;
  const tickets = sampleTickets(type, options).map(({ record }) => record.ticket);
  const input = { view: viewAt(berlin('2026-06-10T15:00'), installation), link: () => link };
  const list = ticketList(tickets, { waiting: 2, overdue: 1, total: 60 });
  const none = ticketList([]);
  const filter = { module: 'journal', state: 'accepted', faultClass: 1 } as const;
  return [
    message('open tickets', renderOpenTicketsCard({ ...input, list, page: 1, filter: {} })),
    message('open tickets, narrowed', renderOpenTicketsCard({ ...input, list, page: 2, filter })),
    message('open tickets, none', renderOpenTicketsCard({ ...input, list: none, page: 1, filter })),
  ];
}

/** Everything that the bot reminds of by itself: each alone in a thread, and as many as one post lists. */
export function reminderCards(type: Typing, options: SampleOptions = {}): readonly SampleCard[] {
  const installation = options.organisation ?? sampleInstallation;
  const all = sampleTickets(type, options).flatMap((sample) => remindersOf(sample));
  const view = viewAt(berlin('2026-06-10T15:00'), installation);
  const people = {
    mentioned: [
      { id: '29:dispatcher-1', name: 'Dispatcher Eins' },
      { id: '29:dispatcher-2', name: 'Dispatcher Zwei' },
    ],
    notHere: [namesIn(installation).person('owner')],
    notMentioned: [namesIn(installation).person('dispatcher-1')],
  };
  const full = Array.from({ length: maxRemindersInPost }, (_, index) => all[index % all.length]);
  const many = full.filter((reminder) => reminder !== undefined);
  return [
    ...all.map((reminder) => {
      const { timer, step, place } = reminder.effect;
      const card = renderReminderCard({ ...people, reminders: [reminder], view });
      return message(`reminder ${timer} ${step} at ${place.kind}`, card);
    }),
    message('many reminders', renderReminderCard({ ...people, reminders: many, view, link: () => link })),
  ];
}

function remindersOf({ record }: Sample): readonly Reminder[] {
  const { ticket } = record;
  return timerKinds.flatMap((timer) => {
    const since = timers[timer].since(ticket);
    if (since === undefined) return [];
    return [-1, 0, 5, 10, 50, 100].flatMap((step) =>
      places.map((place): Reminder => ({
        record,
        effect: { kind: 'remind', place, timer, step, since, dueAt: since },
      })),
    );
  });
}

/** What affected operators read of a fix: the notice in every standing, and "Bugfix-Pakete". */
export function releaseCards(type: Typing, options: SampleOptions = {}): readonly SampleCard[] {
  const installation = options.organisation ?? sampleInstallation;
  const samples = sampleTickets(type, options);
  const notices = samples.flatMap(noticesOf);
  return [
    ...samples.flatMap((sample) =>
      noticesOf(sample).flatMap(({ operator }) => {
        const input = { record: sample.record, operator, view: viewAt(0, installation) };
        return modes.map((mode) =>
          message(
            `${sample.name}: notice of ${operator}, ${mode}`,
            renderReleaseNoticeCard({ ...input, mode }),
          ),
        );
      }),
    ),
    ...[0, 1, 12].map((total) => {
      const released = Array.from({ length: total }, () => notices[0]).filter((each) => each !== undefined);
      return message(
        `packages: ${total}`,
        renderBugfixPackagesCard({
          ...{ released, total, page: 1, contracts: installation.contracts, view: viewAt(0, installation) },
        }),
      );
    }),
  ];
}

function noticesOf({ record }: Sample) {
  return publishedNotices({ ...record, effectsPlanned: 0 });
}
