import { reaches, readsNamesOfOperators } from '../../../domain/ticket/access';
import type { View } from '../../../texts/view';
import type { PersonId, Role } from '../../../domain/organisation/installation';
import type { Place } from '../../../domain/organisation/place';
import { audienceOf, type TicketEvent } from '../../../domain/ticket/event-rules';
import type { Ticket } from '../../../domain/ticket/ticket';

/** Whether a place sees an event at all; without a place, only what everybody may read. */
export function isShownAt(event: TicketEvent, place: Place | undefined): boolean {
  const audience = audienceOf(event);
  return place === undefined ? audience === 'everybody' : reaches(audience, place);
}

/** Internal comments and support are for no operator (process 3, 5). */
export function readsInternal(place: Place | undefined): boolean {
  return place !== undefined && reaches('internal', place);
}

/** Without a place, no operator's people are named. */
export function namesOperators(place: Place | undefined): boolean {
  return place !== undefined && readsNamesOfOperators(place);
}

/** Who said or did something, as the place may read it. */
export function speakerName(
  { by, role }: { readonly by: PersonId; readonly role: Role },
  ticket: Ticket,
  place: Place,
  view: View,
): string {
  return role === 'operator' && !namesOperators(place) ? view.organisation(ticket.operator) : view.person(by);
}
