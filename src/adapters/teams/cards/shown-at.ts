import type { View } from '../../../texts/view';
import type { PersonId, Role } from '../../../domain/organisation/installation';
import type { Place } from '../../../domain/organisation/place';
import { audienceOf, type TicketEvent } from '../../../domain/ticket/event-rules';
import type { Ticket } from '../../../domain/ticket/ticket';

/** Whether a place sees an event at all; without a place, only what everybody may read. */
export function isShownAt(event: TicketEvent, place: Place | undefined): boolean {
  // Whether somebody was found for the module is a matter between dispatcher and process owner.
  if (event.type === 'maintainerMissing') return place?.kind === 'dispatch';
  switch (audienceOf(event)) {
    case 'everybody':
      return true;
    case 'internal':
      return readsInternal(place);
    case 'dispatch':
      return place?.kind === 'dispatch';
  }
}

/** Internal comments and support are for no operator (process 3, 5). */
export function readsInternal(place: Place | undefined): boolean {
  return place !== undefined && place.kind !== 'organisation';
}

/** Contractors deal with the operator's organisation through the dispatcher, so they do not read its people's names. */
export function namesOperators(place: Place | undefined): boolean {
  return place !== undefined && place.kind !== 'module';
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
