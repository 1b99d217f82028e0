import type { PersonId } from '../domain/organisation/installation';
import type { Place } from '../domain/organisation/place';
import type { PlanParty } from '../domain/ticket/plan/fix-plan';
import type { Ticket } from '../domain/ticket/ticket';

export const dispatch: Place = { kind: 'dispatch' };

/** Where a party of the ticket reads. */
export function placeOf(party: PlanParty, { operator, module }: Ticket): Place {
  switch (party) {
    case 'operator':
      return { kind: 'organisation', organisation: operator };
    case 'dispatcher':
      return dispatch;
    case 'maintainer':
      return { kind: 'module', module };
  }
}

/** Who has the ticket in hand at a place; nobody is mentioned in an operator's place for a report that a dispatcher entered. */
export function handlersIn(place: Place, ticket: Ticket): readonly PersonId[] {
  switch (place.kind) {
    case 'organisation':
      return ticket.onBehalf === undefined ? [ticket.reporter] : [];
    case 'dispatch':
      return present(ticket.done.assign?.by ?? ticket.analyst?.person);
    case 'module':
      return present(ticket.assignment?.person);
    case 'platform':
      return present(ticket.supportRequests.findLast((request) => request.takenBy !== undefined)?.takenBy);
  }
}

export function present(person: PersonId | undefined): readonly PersonId[] {
  return person === undefined ? [] : [person];
}
