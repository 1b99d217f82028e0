import type { Installation, PersonId } from '../domain/organisation/installation';
import { placeKey } from '../domain/organisation/place';
import type { Place } from '../domain/organisation/place';
import type { TicketEvent } from '../domain/ticket/events';
import { evolve } from '../domain/ticket/evolve';
import { placeMayRead, placesOf } from '../domain/ticket/permissions';
import type { Ticket } from '../domain/ticket/ticket';
import type { Effect, MentionReason, PlannedEffect } from './effect';
import type { TicketRecord } from './ports/ticket-store';

const dispatch: Place = { kind: 'dispatch' };

/**
 * What has to be sent because of the events since `record.effectsPlanned`: pure, so that a second run after a
 * crash gives the same ids. The cards of all places that read the ticket follow its last version in one edit;
 * those that lost it are told so; then come the mentions, event by event.
 */
export function planEffects(record: TicketRecord, installation: Installation): readonly PlannedEffect[] {
  const { events, effectsPlanned, ticket } = record;
  if (effectsPlanned >= events.length) return [];
  const steps = stepsOf(events, effectsPlanned);
  const known = steps.flatMap((step) => (step.before === undefined ? [] : placesOf(step.before)));
  const lost = distinct(known).filter((place) => !placeMayRead(place, ticket));
  const cards: Effect[] = [
    ...placesOf(ticket).map((place) => ({ kind: 'showCard', place }) as const),
    ...lost.map((place) => ({ kind: 'withdrawCard', place }) as const),
  ];
  return [
    ...cards.map((effect) => planned(ticket, ticket.version, effect)),
    ...steps.flatMap(({ event, before, version }) =>
      announcements(event, before, installation).map((effect) => planned(ticket, version, effect)),
    ),
  ];
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

/** What an event says to people besides the cards. */
function announcements(
  event: TicketEvent,
  before: Ticket | undefined,
  installation: Installation,
): readonly Effect[] {
  switch (event.type) {
    case 'faultReported': {
      if (event.origin === undefined) return [];
      const place: Place =
        event.role === 'dispatcher' ? dispatch : { kind: 'organisation', organisation: event.operator };
      return [{ kind: 'markReported', place, person: event.by, origin: event.origin }];
    }
    case 'ticketAssigned':
      return before === undefined
        ? []
        : [mention({ kind: 'module', module: before.module }, [event.person], 'assigned')];
    case 'reportReturned':
      return toReporter(before, 'returned');
    case 'faultDeclined':
      return toReporter(before, 'declined');
    case 'closedWithoutAnswer':
      return toReporter(before, 'closedWithoutAnswer');
    case 'reportSupplemented':
      return [mention(dispatch, present(before?.returned?.by), 'supplemented')];
    case 'reportWithdrawn':
      return before?.analyst === undefined ? [] : [mention(dispatch, [before.analyst.person], 'withdrawn')];
    case 'ticketHandedBack':
      return event.role === 'maintainer'
        ? [mention(dispatch, present(before?.done.assign?.by), 'handedBack')]
        : [];
    case 'reactionBreached':
      return [mention(dispatch, holders(installation, ['dispatcher', 'processOwner']), 'reactionBreached')];
    case 'maintainerMissing':
      return [mention(dispatch, holders(installation, ['processOwner']), 'maintainerMissing')];
    case 'analysisStarted':
    case 'faultAccepted':
    case 'faultClassChanged':
    case 'priorityChanged':
    case 'moduleChanged':
    case 'markedSecurityRelevant':
      return [];
  }
}

function mention(place: Place, people: readonly PersonId[], reason: MentionReason): Effect {
  return { kind: 'mention', place, people, reason };
}

/** To the operator's place; the reporter is mentioned unless a dispatcher entered the report. */
function toReporter(before: Ticket | undefined, reason: MentionReason): readonly Effect[] {
  if (before === undefined) return [];
  const place: Place = { kind: 'organisation', organisation: before.operator };
  return [mention(place, before.onBehalf === undefined ? [before.reporter] : [], reason)];
}

function present(person: PersonId | undefined): readonly PersonId[] {
  return person === undefined ? [] : [person];
}

function holders(installation: Installation, wanted: readonly string[]): readonly PersonId[] {
  return installation.people
    .filter((person) => person.roles.some((grant) => wanted.includes(grant.role)))
    .map((person) => person.id);
}

function planned(ticket: Ticket, version: number, effect: Effect): PlannedEffect {
  const what = effect.kind === 'mention' ? `mention:${effect.reason}` : effect.kind;
  const id = `${ticket.number}:${version}:${what}:${placeKey(effect.place)}`;
  return { id, ticket: ticket.number, version, effect };
}

function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}
