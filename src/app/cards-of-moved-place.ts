import { moduleById } from '../domain/organisation/find';
import type { Installation, PersonId } from '../domain/organisation/installation';
import { type OrganisationPlace, type Place, placeKey } from '../domain/organisation/place';
import { placesReading } from '../domain/ticket/access';
import { ticketsNamedBy } from '../domain/ticket/event-rules';
import { openLegalReports } from '../domain/ticket/legal/legal-duties';
import { unconfirmedOperators } from '../domain/ticket/release/release-notice';
import { openSupportRequests } from '../domain/ticket/support/support';
import type { Ticket, TicketNumber } from '../domain/ticket/ticket';
import { isOpen } from '../domain/ticket/ticket-state';
import { isReachedIn, placesWithCard } from './card-places';
import { orderAt } from './delivery-policy';
import type { CardSubject } from './messages/card-subject';
import type { Effect } from './messages/effect';
import { type Lane, laneKey, lanesOf } from './messages/lane';
import type { TrackedCard } from './ports/card-store';
import type { NewDelivery } from './ports/delivery-store';
import type { TicketRecord } from './ports/ticket-store';
import { type Changes, nameKey } from './reach-of-places';

/** One walk through what stands; whoever starts it over means the same messages by the same ids. */
export interface Round {
  readonly installation: Installation;
  readonly number: number;
  readonly now: number;
  /** Whether the place was reached in the lane before; false where that is not known. */
  readonly wasReached: (place: Place, lane: string) => boolean;
}

/**
 * What becomes of a card that stands where its place is not reached any more: it is that of another place of the
 * conversation that reads the ticket, or it is withdrawn. Without the ticket, which cannot be read, it is withdrawn.
 */
export function formerCard(
  round: Round,
  card: TrackedCard,
  lane: Lane,
  ticket: Ticket | undefined,
): readonly NewDelivery[] {
  const { subject, place } = card;
  const heir =
    ticket &&
    placesWithCard(subject, ticket).find((each) => isReachedIn(round.installation, each, card.laneKey));
  const effect =
    heir === undefined ? ({ kind: 'withdrawCard', place, subject } as const) : shown(subject, heir, true);
  return [delivery(round, card.ticket, effect, lane)];
}

/** The ticket's card of the subject, in the lanes in which the place was not reached before; 'unreachable' where it has none. */
export function cardAtPlace(
  round: Round,
  { ticket, events }: TicketRecord,
  subject: CardSubject,
  place: Place,
): readonly NewDelivery[] {
  if (!isDue(subject, place, ticket)) return [];
  const lanes = lanesOf(round.installation, place);
  if (lanes.length === 0)
    return [unreachable(delivery(round, ticket.number, shown(subject, place), nowhere))];
  // Which of the tickets that the card names may be read there, depends on all places of the conversation (process 3).
  const namesOthers = ticketsNamedBy(events).length > 0;
  return lanes.flatMap((lane) => {
    if (!round.wasReached(place, laneKey(lane)))
      return delivery(round, ticket.number, shown(subject, place), lane);
    return namesOthers && subject === 'ticket'
      ? delivery(round, ticket.number, shown(subject, place, true), lane)
      : [];
  });
}

/**
 * A ticket without assignee, of a module that somebody else maintains since or that nobody can be assigned for any more; one
 * that somebody analyses or tests who is no dispatcher any more, or is one again; one with somebody who is away, or with a
 * name that has changed: its cards say so. That is an edit and calls nobody anew.
 */
export function cardsOfChanged(
  round: Round,
  { ticket }: TicketRecord,
  changes: Omit<Changes, 'places'>,
): readonly NewDelivery[] {
  const dispatchers = actingDispatchers(ticket);
  const named = [...dispatchers, ...idsOf(ticket.assignment?.person)];
  const supporters = openSupportRequests(ticket).flatMap(({ takenBy }) => idsOf(takenBy));
  const concerns = (people: readonly PersonId[]) => people.some((id) => changes.absences.has(id));
  const isToldToAll =
    (ticket.assignment === undefined && changes.staff.has(ticket.module)) ||
    dispatchers.some((id) => changes.dispatchers.has(id)) ||
    namesOf(ticket, round.installation).some((key) => changes.names.has(key)) ||
    concerns(named);
  if (!isToldToAll && !concerns(supporters)) return [];
  return (
    placesReading(ticket)
      // Support is no matter of the operator's (process 5).
      .filter(({ kind }) => isToldToAll || kind !== 'organisation')
      .flatMap((place) =>
        lanesOf(round.installation, place).map((lane) =>
          delivery(round, ticket.number, shown('ticket', place, true), lane),
        ),
      )
  );
}

/** The module and the companies that stand on the cards. */
function namesOf(
  { module, operator, assignment, lapsed }: Ticket,
  installation: Installation,
): readonly string[] {
  const companies = [
    operator,
    assignment?.organisation,
    lapsed?.organisation,
    moduleById(installation, module)?.maintainer,
  ];
  return [
    nameKey('module', module),
    ...companies.flatMap((id) => (id === undefined ? [] : nameKey('organisation', id))),
  ];
}

/** Who is named on the cards as being at it, as long as they are a dispatcher. */
function actingDispatchers({ state, analyst, test }: Ticket): readonly PersonId[] {
  if (state === 'requested') return idsOf(analyst?.person);
  return state === 'inTest' ? idsOf(test?.tester) : [];
}

function idsOf(person: PersonId | undefined): readonly PersonId[] {
  return person === undefined ? [] : [person];
}

const nowhere: Lane = { kind: 'none' };

/** Somebody at the place still has to know or to do something. */
function isDue(subject: CardSubject, place: Place, ticket: Ticket): boolean {
  if (!placesWithCard(subject, ticket).some((each) => placeKey(each) === placeKey(place))) return false;
  const unconfirmed = unconfirmedOperators(ticket);
  if (subject === 'notice') {
    return place.kind === 'organisation' && unconfirmed.includes(place.organisation);
  }
  if (isOpen(ticket)) return true;
  // After the end, the operator and who acts on their word still confirm and enter something (process 6 and 10).
  const isOperators = place.kind === 'dispatch' || place.kind === 'organisation';
  return isOperators && (unconfirmed.length > 0 || openLegalReports(ticket).length > 0);
}

function shown(subject: CardSubject, place: Place, again?: true): Effect {
  const more = again && { again };
  return subject === 'ticket'
    ? { kind: 'showCard', place, ...more }
    : { kind: 'showNotice', place: place as OrganisationPlace, ...more };
}

function delivery(round: Round, ticket: TicketNumber, effect: Effect, lane: Lane): NewDelivery {
  const again = 'again' in effect ? ':again' : '';
  const subject = effect.kind === 'withdrawCard' ? `:${effect.subject}` : '';
  const cause = `moved:${round.number}:${effect.kind}${subject}${again}:${placeKey(effect.place)}`;
  return {
    id: `${ticket}:${cause}@${laneKey(lane)}`,
    ticket,
    effect,
    lane,
    order: `${orderAt(round.now)}:${ticket}:${cause}`,
    status: 'due',
  };
}

function unreachable(of: NewDelivery): NewDelivery {
  return { ...of, status: 'undeliverable', problem: { kind: 'unreachable' } };
}
