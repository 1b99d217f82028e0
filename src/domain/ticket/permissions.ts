import type { Installation, PersonId, Role } from '../organisation/installation';
import type { Place } from '../organisation/place';
import type { Actor } from './commands';
import { isOffered } from './offers';
import { noticeFor } from './release/release-notice';
import type { ResponsibleParty } from './responsible-party';
import { presentCycle, type Ticket } from './ticket';
import { rowsOf, type TicketAction, type Transition, transitions } from './transitions';

/** The role a place acts in: a card's buttons belong to its place (process 1). */
export function roleOfPlace(place: Place): Role {
  switch (place.kind) {
    case 'dispatch':
      return 'dispatcher';
    case 'platform':
      return 'platformMaintainer';
    case 'module':
      return 'maintainer';
    case 'organisation':
      return 'operator';
  }
}

/** The person acting in a role, or undefined for somebody without it; rights come from the organisation file alone. */
export function actorIn(installation: Installation, personId: PersonId, role: Role): Actor | undefined {
  const person = installation.people.find((each) => each.id === personId);
  if (person === undefined || !person.roles.some((grant) => grant.role === role)) return undefined;
  const modules = person.roles.flatMap((grant) => (grant.role === 'maintainer' ? [grant.module] : []));
  return { person: person.id, role, organisation: person.organisation, modules };
}

/**
 * Whether the actor may take this row on this ticket (process 3). A dispatcher may do on the operator's word
 * whatever the operator may.
 */
export function mayTake(row: Transition, actor: Actor, ticket: Ticket | undefined): boolean {
  if (row.onOperatorsWord === true && actor.role === 'dispatcher') return true;
  if (!row.roles.includes(actor.role)) return false;
  switch (actor.role) {
    case 'operator':
      if (ticket === undefined) return true;
      // A release notice goes to other operators than the reporting one, too (process 6).
      return row.action === 'confirmNotice'
        ? noticeFor(ticket, actor.organisation) !== undefined
        : ticket.operator === actor.organisation;
    case 'maintainer':
      return (
        ticket !== undefined && actor.modules.includes(ticket.module) && isOpenTo('maintainer', row, ticket)
      );
    case 'dispatcher':
      return true;
    case 'platformMaintainer':
      return ticket !== undefined && isOpenTo('platformMaintainer', row, ticket);
    case 'processOwner':
      return false;
  }
}

/**
 * Maintainers read a ticket once it is assigned, the platform maintainer with a support request, and nobody acts on
 * what they may not read (process 1). Where the row itself asks for the assignment or the request, its absence is a
 * matter of the ticket's standing: who was too late reads who was quicker.
 */
function isOpenTo(role: 'maintainer' | 'platformMaintainer', row: Transition, ticket: Ticket): boolean {
  return role === 'maintainer'
    ? row.assigned === true || ticket.assignment !== undefined
    : row.when !== undefined || ticket.supportRequests.length > 0;
}

/** True when the row applies to the ticket as it stands, whoever acts. */
export function appliesTo(row: Transition, ticket: Ticket): boolean {
  return (
    row.from.includes(ticket.state) &&
    (row.assigned === undefined || row.assigned === (ticket.assignment !== undefined)) &&
    (row.whileReactionPending !== true || presentCycle(ticket).end === undefined)
  );
}

/** Who may do the action on this ticket, for the refusal that names them. */
export function whoMay(action: TicketAction, ticket: Ticket | undefined): readonly ResponsibleParty[] {
  const rows = rowsOf(action);
  const roles = new Set(rows.flatMap((row) => row.roles));
  return [...roles].flatMap((role): readonly ResponsibleParty[] => {
    switch (role) {
      case 'dispatcher':
        return [{ role }];
      case 'operator':
        if (ticket === undefined) return [];
        // Who got a notice is nobody else's business: the dispatcher can confirm for each of them.
        return action === 'confirmNotice'
          ? [{ role: 'dispatcher' }]
          : [{ role, organisation: ticket.operator }];
      case 'maintainer':
        return ticket !== undefined && rows.some((row) => isOpenTo(role, row, ticket))
          ? [{ role, module: ticket.module }]
          : [];
      case 'platformMaintainer':
        return ticket !== undefined && rows.some((row) => isOpenTo(role, row, ticket)) ? [{ role }] : [];
      case 'processOwner':
        return [];
    }
  });
}

/** The actions a role could take on the ticket as it stands: the buttons of a card at a place of that role. */
export function possibleActions(ticket: Ticket, role: Role): readonly Transition[] {
  return transitions.filter(
    (row) =>
      appliesTo(row, ticket) &&
      (row.roles.includes(role) || (row.onOperatorsWord === true && role === 'dispatcher')) &&
      (role !== 'maintainer' || ticket.assignment !== undefined) &&
      (role !== 'platformMaintainer' || ticket.supportRequests.length > 0) &&
      isOffered(row.when, ticket, role),
  );
}

/** Who reads a ticket (process 1): the places that carry its card. */
export function placesOf(ticket: Ticket): readonly Place[] {
  const places: Place[] = [{ kind: 'dispatch' }, { kind: 'organisation', organisation: ticket.operator }];
  if (ticket.assignment !== undefined) places.push({ kind: 'module', module: ticket.module });
  if (ticket.supportRequests.length > 0) places.push({ kind: 'platform' });
  return places;
}

/** Whether the place may read the ticket now (process 1). */
export function placeMayRead(place: Place, ticket: Ticket): boolean {
  switch (place.kind) {
    case 'dispatch':
      return true;
    case 'organisation':
      return place.organisation === ticket.operator;
    case 'module':
      return place.module === ticket.module && ticket.assignment !== undefined;
    case 'platform':
      return ticket.supportRequests.length > 0;
  }
}

/** Whether the person may read the ticket in one of their roles (process 1). */
export function personMayRead(installation: Installation, personId: PersonId, ticket: Ticket): boolean {
  return rolesReading(installation, personId, ticket).length > 0;
}

/** The roles in which the person may read the ticket (process 1). */
export function rolesReading(
  installation: Installation,
  personId: PersonId,
  ticket: Ticket,
): readonly Role[] {
  const person = installation.people.find((each) => each.id === personId);
  if (person === undefined) return [];
  return person.roles
    .filter((grant) => {
      switch (grant.role) {
        case 'dispatcher':
        case 'processOwner':
          return true;
        case 'operator':
          return person.organisation === ticket.operator;
        case 'maintainer':
          return grant.module === ticket.module && ticket.assignment !== undefined;
        case 'platformMaintainer':
          return ticket.supportRequests.length > 0;
      }
    })
    .map((grant) => grant.role);
}
