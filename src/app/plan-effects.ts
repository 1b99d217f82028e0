import { defined } from '../defined';
import { type OrganisationPlace, type Place, placeKey } from '../domain/organisation/place';
import type { CalendarTimeline } from '../domain/reaction/calendar-timeline';
import { placeMayRead, placesReading, reaches } from '../domain/ticket/access';
import { audienceOf, type TicketEvent, ticketsNamedBy } from '../domain/ticket/event-rules';
import { evolve } from '../domain/ticket/evolve';
import type { Ticket } from '../domain/ticket/ticket';
import { announcementsOf } from './announcements';
import type { Effect, PlannedEffect } from './messages/effect';
import type { TicketRecord } from './ports/ticket-store';

/**
 * What has to be sent because of the events since `record.effectsPlanned`; pure, so a second run after a crash gives
 * the same ids. The cards of all places that should see a change get the latest version in one edit; cards of places
 * that lost the ticket say so; then come notices and mentions, event by event, and the cards that name it.
 */
export function planEffects(record: TicketRecord, calendars: CalendarTimeline): readonly PlannedEffect[] {
  const { events, effectsPlanned, ticket } = record;
  if (effectsPlanned >= events.length) return [];
  const steps = stepsOf(events, effectsPlanned);
  const known = steps.flatMap((step) => (step.before === undefined ? [] : placesReading(step.before)));
  const lost = distinct(known).filter((place) => !placeMayRead(place, ticket));
  const audiences = steps.map(({ event }) => audienceOf(event));
  // A delivery under way may have shown this version already, but where the other tickets named were still read.
  const namesOthers = ticketsNamedBy(steps.map(({ event }) => event)).length > 0;
  const again = namesOthers ? (true as const) : undefined;
  const cards: Effect[] = [
    ...placesReading(ticket)
      .filter((place) => audiences.some((audience) => reaches(audience, place)))
      .map((place) => ({ kind: 'showCard', place, ...defined({ again }) }) as const),
    ...lost.map((place) => ({ kind: 'withdrawCard', place }) as const),
    ...noticePlaces(steps).map((place) => ({ kind: 'showNotice', place }) as const),
  ];
  return [
    ...cards.map((effect) => planned(ticket, ticket.version, effect)),
    ...steps.flatMap(({ event, before, version }) =>
      announcementsOf(event, before, calendars).map((effect) => planned(ticket, version, effect)),
    ),
    ...cardsOfLinked(ticket, [...lost, ...gained(ticket, steps)]),
  ];
}

/** The places that read the ticket only since one of the steps; a new ticket is named nowhere yet. */
function gained(ticket: Ticket, steps: readonly Step[]): readonly Place[] {
  return placesReading(ticket).filter((place) =>
    steps.some(({ before }) => before !== undefined && !placeMayRead(place, before)),
  );
}

/**
 * A linked ticket's card names this one where it may be read too (process 3): it is due again where that has changed. So
 * it is after the link was removed, of which its last events tell.
 */
function cardsOfLinked(ticket: Ticket, changed: readonly Place[]): readonly PlannedEffect[] {
  const { links = [] } = ticket;
  return links.flatMap(({ number }) =>
    changed.map((place) => {
      const id = `${ticket.number}:${ticket.version}:showCard:${number}:${placeKey(place)}`;
      return {
        id,
        ticket: number,
        version: ticket.version,
        effect: { kind: 'showCard', place, again: true },
      };
    }),
  );
}

interface Step {
  readonly event: TicketEvent;
  readonly before: Ticket | undefined;
  /** The version the event leads to. */
  readonly version: number;
}

function stepsOf(events: readonly TicketEvent[], from: number): readonly Step[] {
  let state: Ticket | undefined;
  const steps: Step[] = [];
  events.forEach((event, index) => {
    if (index >= from) steps.push({ event, before: state, version: index + 1 });
    state = evolve(state, event);
  });
  return steps;
}

/** Each affected operator gets a notice; all copies of it are updated when it is confirmed (process 6). */
function noticePlaces(steps: readonly Step[]): readonly OrganisationPlace[] {
  const operators = steps.flatMap(({ event }) => {
    if (event.type === 'fixReleased') return event.affectedOperators;
    return event.type === 'noticeConfirmed' ? [event.operator] : [];
  });
  return [...new Set(operators)].map((organisation) => ({ kind: 'organisation', organisation }));
}

function planned(ticket: Ticket, version: number, effect: Effect): PlannedEffect {
  const what = whatOf(effect);
  const id = `${ticket.number}:${version}:${what}:${placeKey(effect.place)}`;
  return { id, ticket: ticket.number, version, effect };
}

function whatOf(effect: Effect): string {
  switch (effect.kind) {
    case 'mention':
      return `mention:${effect.reason}`;
    case 'remind':
      return `remind:${effect.timer}`;
    case 'showCard':
    case 'withdrawCard':
    case 'pointToCard':
    case 'replacePost':
    case 'answer':
    case 'showNotice':
    case 'showDigest':
    case 'tellTrouble':
    case 'tellNewcomer':
    case 'showRecord':
    case 'withdrawRecord':
    case 'callToAccess':
    case 'callToOnboarding':
    case 'tellContractEnds':
    case 'markReported':
      return effect.kind;
  }
}

function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}
