import { renderDigestCard } from '../../src/adapters/teams/cards/digest-card';
import { renderOpenTicketsCard } from '../../src/adapters/teams/cards/open-tickets-card';
import { renderTicketCard } from '../../src/adapters/teams/cards/ticket-card';
import type { Digest } from '../../src/app/messages/digest';
import type { Place } from '../../src/domain/organisation/place';
import { textLimits } from '../../src/domain/ticket/text-limits';
import type { Ticket } from '../../src/domain/ticket/ticket';
import {
  accepted,
  assigned,
  berlin,
  fixed,
  inProgress,
  inTest,
  planned,
  requested,
  type Story,
} from '../support/given';
import { linkTo } from '../support/page-scene';
import { samplePlan } from '../support/tickets';
import { ticketList } from '../support/ticket-list';
import { viewAt } from '../support/view';
import { everyday, type EverydayCard } from './everyday-cards';
import { recordOf, sampleTickets } from './sample-stories';
import type { Typing } from './typing';

const dispatch: Place = { kind: 'dispatch' };
const opening = berlin('2026-06-22T08:30');

/** Up to 500 signs of it, without a blank. */
const unbroken =
  (unit: string): Typing =>
  (field) =>
    unit.repeat(500).slice(0, Math.min(500, textLimits[field]));
/** A sentence over and over, up to what the field takes. */
const repeated =
  (sentence: string): Typing =>
  (field) =>
    sentence.repeat(50).slice(0, textLimits[field]).trim();

const rightToLeft = repeated('دفتر المناوبة فارغ بعد تسجيل الدخول. ');
const emoji: Typing = (field) =>
  '🔥⚡️📕 Alarm 🙂 '.repeat(200).slice(0, Math.min(600, textLimits[field])).trim();

/** What strains a card: each is to stay below 28 KB and legible on a phone. */
export function stressCards(): readonly EverydayCard[] {
  return [
    ticketOf('unbroken', unbroken('A')),
    ticketOf('right-to-left', rightToLeft),
    ticketOf('emoji', emoji),
    cardOf('twelve-comments', twelveComments()),
    cardOf('three-rejected-plans', threeRejectedPlans()),
    { name: 'forty-open-tickets', card: fortyOpenTickets() },
    { name: 'digest-of-forty', card: digestOfForty() },
  ];
}

function ticketOf(name: string, type: Typing): EverydayCard {
  const sample = sampleTickets(type).find((each) => each.name === 'test failed');
  if (sample === undefined) throw new Error('no sample');
  const { record, readable, now } = sample;
  return {
    name,
    card: renderTicketCard({ record, place: dispatch, readable, view: viewAt(now), mode: 'dialog' }),
  };
}

function cardOf(name: string, story: Story): EverydayCard {
  const card = renderTicketCard({
    record: recordOf(story),
    place: dispatch,
    view: viewAt(story.now),
    mode: 'dialog',
  });
  return { name, card };
}

function twelveComments(): Story {
  const story = inProgress();
  for (let index = 1; index <= 12; index += 1) {
    story.does('maintainer-a1', 'maintainer', {
      type: 'comment',
      text: `${index}. Stand der Suche: ${everyday('description')}`,
      internal: index % 2 === 0,
    });
  }
  return story;
}

function threeRejectedPlans(): Story {
  const story = assigned();
  for (const measure of ['workaround', 'patch', 'update'] as const) {
    story.does('maintainer-a1', 'maintainer', {
      type: 'proposePlan',
      plan: { ...samplePlan, measure, cause: everyday('description') },
    });
    story.does('nord-1', 'operator', { type: 'objectToPlan', reason: everyday('reason') });
  }
  return story;
}

/** 40 of six states on the morning of another day: the first ones are late. */
function openOnes(): readonly Ticket[] {
  const stories = [requested, planned, inProgress, accepted, fixed, inTest];
  return Array.from({ length: 40 }, (_, index): Ticket => {
    const { stands } = (stories[index % stories.length] ?? requested)();
    return { ...stands, report: { ...stands.report, title: everyday('title') } };
  });
}

function fortyOpenTickets() {
  const list = ticketList(openOnes().slice(0, 15), { waiting: 12, overdue: 20, total: 40 });
  return renderOpenTicketsCard({ list, page: 1, filter: {}, view: viewAt(opening), link: linkTo });
}

function digestOfForty() {
  const digest: Digest = {
    asOf: opening,
    figures: ([1, 2, 3, 4] as const).map((faultClass) => ({
      faultClass,
      open: 10,
      dueToday: 2,
      overdue: 5,
      waitingForOperator: 3,
      inProgress: 3,
      inTest: 2,
    })),
    list: ticketList(openOnes().slice(0, 5), { waiting: 12, overdue: 20, total: 40 }),
    reactions: { since: '2026-06-19', met: 4, missed: 3 },
    delivery: { late: 0, unreached: [], givenUp: [], setAside: [], unchecked: [], silentPlaces: [] },
  };
  return renderDigestCard({ heading: 'Tagesübersicht', digest, view: viewAt(opening), link: linkTo });
}
