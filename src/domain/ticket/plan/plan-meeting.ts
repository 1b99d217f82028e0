import type { Instant } from '../../instant';
import { type Presence, presenceAt } from '../../organisation/absences';
import { maintainersOf, organisationById, personById } from '../../organisation/find';
import { inForceAt } from '../../organisation/in-force';
import type { Installation, Person } from '../../organisation/installation';
import { dispatchersOnDuty } from '../../organisation/on-duty';
import type { Place } from '../../organisation/place';
import {
  belongsTo,
  partyMayRead,
  peopleInCharge,
  placeMayRead,
  placeOfParty,
  readsNamesOfOperators,
  roleOfPlace,
} from '../access';
import type { Ticket } from '../ticket';
import { planDueOf, planParties } from './fix-plan';

/** Of an operator whose reporter and contact people hold no role today, so many others: a whole control room need not come. */
const othersInvited = 3;

/**
 * Whom somebody of the place invites to talk about the plan that stands (process 4), who is needed most first: the parties' people who
 * hold their roles now, nobody twice, those who are absent last, a maintainer's deputy in their stead. A contractor's place does not learn of the operator's people (process 1): the dispatchers invite them.
 * Undefined where no plan stands, or where the place is none of its parties.
 */
export function peopleToMeet(
  ticket: Ticket,
  place: Place,
  installation: Installation,
  now: Instant,
): readonly Person[] | undefined {
  if (planDueOf(ticket) === undefined || !placeMayRead(place, ticket)) return undefined;
  if (!planParties.some((party) => party === roleOfPlace(place))) return undefined;
  const inForce = inForceAt(installation, now);
  const presence = presenceAt(installation, now);
  const [reporter, ...contacts] = readsNamesOfOperators(place) ? operatorsOf(ticket, inForce) : [];
  const [assigned, ...deputies] = partyMayRead('maintainer', ticket)
    ? maintainersFor(ticket, inForce, presence)
    : [];
  const first = [reporter, assigned].filter((person) => person !== undefined);
  const all = [...first, ...dispatchersOnDuty(installation, now), ...contacts, ...deputies];
  const isThere = ({ id }: Person) => presence.isThere(id);
  return distinct([...all.filter(isThere), ...all.filter((person) => !isThere(person))]);
}

/** The reporter before the contact people. */
function operatorsOf(ticket: Ticket, inForce: Installation): readonly Person[] {
  const place = placeOfParty('operator', ticket);
  const contacts = organisationById(inForce, ticket.operator)?.contactPeople ?? [];
  const asked = [...peopleInCharge(place, ticket), ...contacts]
    .map((id) => personById(inForce, id))
    .filter((person): person is Person => person !== undefined && belongsTo(person, place));
  const others = inForce.people.filter((person) => belongsTo(person, place)).slice(0, othersInvited);
  return asked.length > 0 ? asked : others;
}

/** Whom it is assigned to, or their deputy while they are absent, before the others of the module. */
function maintainersFor(
  { assignment, module }: Ticket,
  inForce: Installation,
  { inSteadOf }: Presence,
): readonly Person[] {
  const all = maintainersOf(inForce, module);
  const acting = assignment && inSteadOf(assignment.person);
  const isActing = ({ id }: Person) => id === acting;
  return [...all.filter(isActing), ...all.filter((person) => !isActing(person))];
}

/** One person may have several roles, and several people one mailbox. */
function distinct(people: readonly Person[]): readonly Person[] {
  const byMail = new Map<string, Person>();
  for (const person of people) {
    const mailbox = person.mail.toLowerCase();
    if (!byMail.has(mailbox)) byMail.set(mailbox, person);
  }
  return [...byMail.values()];
}
