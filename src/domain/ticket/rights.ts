import type { Installation, PersonId, Role } from '../organisation/installation';
import { onboardingInTheWay } from '../organisation/onboarding/active-maintainers';
import { shapeOf, type TicketAction } from './actions/registry';
import { isReadIn } from './access';
import type { Actor } from './command-base';
import type { ResponsibleParty } from './responsible-party';
import { presentCycle, type Ticket, type TicketNumber } from './ticket';
import { rowsOf, type Transition, transitions } from './transitions';

/** The person acting in a role, or undefined if they do not hold it; rights come from the organisation's records alone. */
export function actorIn(installation: Installation, personId: PersonId, role: Role): Actor | undefined {
  const person = installation.people.find((each) => each.id === personId);
  if (person === undefined || !person.roles.some((grant) => grant.role === role)) return undefined;
  const modules = person.roles.flatMap((grant) => (grant.role === 'maintainer' ? [grant.module] : []));
  const notActive = modules.flatMap((module) => onboardingInTheWay(installation, personId, module) ?? []);
  const actor = { person: person.id, role, organisation: person.organisation, modules };
  return notActive.length === 0 ? actor : { ...actor, notActive };
}

/**
 * Whether the actor may take this row on this ticket (process 3). A dispatcher may do whatever the operator may, on the
 * operator's word.
 */
export function mayTake(row: Transition, actor: Actor, ticket: Ticket | undefined): boolean {
  if (row.onOperatorsWord === true && actor.role === 'dispatcher') return true;
  if (!row.roles.includes(actor.role)) return false;
  switch (actor.role) {
    case 'operator':
      return ticket === undefined || operatorsOf(row.action, ticket).includes(actor.organisation);
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
 * Whether the actor is one of those who work on the ticket, whatever its state: of its operator, of its module's
 * maintainers once it is assigned, of the platform with a support request, or a dispatcher (process 1).
 */
export function worksOn(actor: Actor, ticket: Ticket): boolean {
  const { role, organisation, modules } = actor;
  if (role === 'processOwner' || !isReadIn(role, ticket)) return false;
  if (role === 'operator') return organisation === ticket.operator;
  return role !== 'maintainer' || modules.includes(ticket.module);
}

/** Nobody is the operator of a ticket to practise with (process 7). */
function operatorsOf(action: TicketAction, ticket: Ticket) {
  if (ticket.trial === true) return [];
  return shapeOf(action).operators?.(ticket) ?? [ticket.operator];
}

/**
 * Nobody acts on what they may not read (process 1). Where the row itself requires the assignment or request that lets
 * the role read the ticket, a missing one is a matter of state: latecomers are told who was first.
 */
function isOpenTo(role: 'maintainer' | 'platformMaintainer', row: Transition, ticket: Ticket): boolean {
  const asksForIt = role === 'maintainer' ? row.assigned === true : row.offer !== undefined;
  return asksForIt || isReadIn(role, ticket);
}

/** True when the row applies to the ticket in its current state, whoever acts. */
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
        // Other operators are not to be named, and a trial has none: the dispatcher can act for each of them.
        return shapeOf(action).operators === undefined && ticket.trial !== true
          ? [{ role, organisation: ticket.operator }]
          : [{ role: 'dispatcher' }];
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

/**
 * The actions a role could take on the ticket now: the buttons of a card at a place of that role, whose readers may read
 * these other tickets.
 */
export function possibleActions(
  ticket: Ticket,
  role: Role,
  readable?: ReadonlySet<TicketNumber>,
): readonly Transition[] {
  return transitions.filter((row) => isOffered(row, ticket, role, readable));
}

/** Whether the row is among `possibleActions`. */
export function isOffered(
  row: Transition,
  ticket: Ticket,
  role: Role,
  readable: ReadonlySet<TicketNumber> = new Set(),
): boolean {
  return (
    appliesTo(row, ticket) &&
    (row.roles.includes(role) || (row.onOperatorsWord === true && role === 'dispatcher')) &&
    isReadIn(role, ticket) &&
    (row.offer === undefined || row.offer.holds(ticket, role, readable))
  );
}
