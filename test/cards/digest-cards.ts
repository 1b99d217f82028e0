import { viewAt } from '../support/view';
import { renderDigestCard } from '../../src/adapters/teams/cards/digest-card';
import type { ClassFigures, Digest } from '../../src/app/messages/digest';
import { installation as sampleInstallation } from '../support/installation';
import { berlin } from '../support/given';
import { link, message, type SampleCard, type SampleOptions } from './sample-cards';
import { sampleTickets } from './sample-stories';
import type { Typing } from './typing';
import { ticketList } from '../support/ticket-list';

const figures: readonly ClassFigures[] = ([1, 2, 3, 4] as const).map((faultClass) => ({
  faultClass,
  open: 12_345,
  dueToday: faultClass,
  overdue: 100,
  waitingForOperator: 17,
  inProgress: faultClass === 4 ? 0 : 250,
  inTest: 1,
}));

/** Digests with and without tickets, with all delivered and much stuck. */
export function digestCards(type: Typing, options: SampleOptions = {}): readonly SampleCard[] {
  const installation = options.organisation ?? sampleInstallation;
  const tickets = sampleTickets(type, options).map(({ record }) => record.ticket);
  const asOf = berlin('2026-06-10T08:30');
  const input = { view: viewAt(asOf, installation), link: () => link };
  const full: Digest = {
    asOf,
    figures,
    list: ticketList(tickets.slice(0, 5), { waiting: 3, overdue: 2, total: 60 }),
    reactions: { since: '2026-06-09', met: 4, missed: 1 },
    delivery: {
      late: 3,
      unreached: Array.from({ length: 9 }, (_, index) => `SP-2026-000${index}`),
      givenUp: [{ place: { kind: 'organisation', organisation: 'nord' }, count: 12 }],
      setAside: ['SP-2026-0007'],
      unchecked: ['SP-2026-0008'],
      silentPlaces: [
        { kind: 'organisation', organisation: 'nord' },
        { kind: 'module', module: 'journal' },
      ],
    },
  };
  const empty: Digest = {
    asOf,
    figures: [],
    list: ticketList([]),
    delivery: { late: 0, unreached: [], givenUp: [], setAside: [], unchecked: [], silentPlaces: [] },
  };
  const one = {
    ...full,
    figures: figures.slice(0, 1),
    list: ticketList(tickets.slice(0, 1), { total: 2 }),
  };
  return [
    message('digest: full', renderDigestCard({ ...input, heading: 'Tagesübersicht', digest: full })),
    message('digest: one class', renderDigestCard({ ...input, heading: 'Übersicht', digest: one })),
    message('digest: empty', renderDigestCard({ ...input, heading: 'Übersicht', digest: empty })),
  ];
}
