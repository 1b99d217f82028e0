import { moduleById, personById } from '../organisation/find';
import type {
  Installation,
  ModuleId,
  OrganisationId,
  Person,
  PersonId,
  Role,
  RoleGrant,
} from '../organisation/installation';
import { type Place, placeKey } from '../organisation/place';
import type { Audience } from './audience';
import type { PlanParty } from './plan/fix-plan';
import type { Ticket } from './ticket';
import { isWithMaintainer } from './with-maintainer';

/** Who may read a ticket and who is told of it (process 1), defined here and nowhere else. */

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

/** The place where somebody with this role reads. */
function placeOfGrant({ organisation }: Pick<Person, 'organisation'>, grant: RoleGrant): Place {
  switch (grant.role) {
    case 'dispatcher':
    case 'processOwner':
      return { kind: 'dispatch' };
    case 'platformMaintainer':
      return { kind: 'platform' };
    case 'operator':
      return { kind: 'organisation', organisation };
    case 'maintainer':
      return { kind: 'module', module: grant.module };
  }
}

/** The person's roles that belong to the place. */
export function grantsAt(place: Place, person: Person): readonly RoleGrant[] {
  return person.roles.filter((grant) => placeKey(placeOfGrant(person, grant)) === placeKey(place));
}

export function belongsTo(person: Person, place: Place): boolean {
  return grantsAt(place, person).length > 0;
}

/**
 * Whether the place may read the ticket: the maintainers once it is assigned, the platform with a support request, no
 * operator one to practise with (process 7). Where the module may have moved to another company, `placeMayReadIn` says whether it still may.
 */
export function placeMayRead(place: Place, ticket: Ticket): boolean {
  switch (place.kind) {
    case 'dispatch':
      return true;
    case 'organisation':
      return place.organisation === ticket.operator && ticket.trial !== true;
    case 'module':
      return place.module === ticket.module && ticket.assignment !== undefined;
    case 'platform':
      return ticket.supportRequests.length > 0;
  }
}

/**
 * Whether the place may read the ticket in this organisation: whoever maintains a module since reads nothing of it that is
 * assigned to the company before them.
 */
export function placeMayReadIn(installation: Installation, place: Place, ticket: Ticket): boolean {
  return placeMayRead(place, ticket) && (place.kind !== 'module' || isWithMaintainer(ticket, installation));
}

/** A condition on tickets that a store can search by; every field narrows. */
export interface ReadingScope {
  readonly operator?: OrganisationId;
  readonly module?: ModuleId;
  readonly assigned?: true;
  readonly assignedTo?: OrganisationId;
  /** With a support request, completed or not. */
  readonly supported?: true;
}

/** The tickets that the place may read: `placeMayReadIn`, as a condition; none where nobody maintains the module. */
export function scopesOfPlace(installation: Installation, place: Place): readonly ReadingScope[] {
  switch (place.kind) {
    case 'dispatch':
      return [{}];
    case 'organisation':
      return [{ operator: place.organisation }];
    case 'module': {
      const { module } = place;
      const assignedTo = moduleById(installation, module)?.maintainer;
      return assignedTo === undefined ? [] : [{ module, assigned: true, assignedTo }];
    }
    case 'platform':
      return [{ supported: true }];
  }
}

/** The places that have its card, in the order in which they are told. */
export function placesReading(ticket: Ticket): readonly Place[] {
  const { operator: organisation, module } = ticket;
  const places: readonly Place[] = [
    dispatch,
    { kind: 'organisation', organisation },
    { kind: 'module', module },
    { kind: 'platform' },
  ];
  return places.filter((place) => placeMayRead(place, ticket));
}

/** Whether the role may read the ticket at all; nobody acts on what they may not read. */
export function isReadIn(role: Role, ticket: Ticket): boolean {
  return placesReading(ticket).some((place) => roleOfPlace(place) === role);
}

/** On whose behalf something is read: the places of a channel, or a person in a private chat (process 1). */
export type Reader = { readonly places: readonly Place[] } | { readonly person: PersonId };

/** Who reads a place's card: all places of the conversation that it is in; in a private chat, where none is, the place alone. */
export function readerOfCard(place: Place, conversation: readonly Place[]): Reader {
  return { places: [place, ...conversation] };
}

/** The places the reader reads for, with the role in each; a person's come from the organisation as it is now. */
export function readingPlacesOf(installation: Installation, reader: Reader): readonly ReadingPlace[] {
  if ('places' in reader) return reader.places.map((place) => ({ place, role: roleOfPlace(place) }));
  const person = personById(installation, reader.person);
  if (person === undefined) return [];
  return person.roles.map((grant) => ({ place: placeOfGrant(person, grant), role: grant.role }));
}

export interface ReadingPlace {
  readonly place: Place;
  readonly role: Role;
}

/** The places in whose name the reader may read the ticket; several where a person has several roles. */
export function placesReadFor(installation: Installation, reader: Reader, ticket: Ticket): readonly Place[] {
  return readingPlacesOf(installation, reader)
    .map(({ place }) => place)
    .filter((place) => placeMayReadIn(installation, place, ticket));
}

/**
 * The role in which the person may read the ticket, wherever they are. What was typed into a security-relevant ticket is
 * shown to people who have one, not to everybody in the channel of a place that may read it (process 10).
 */
export function roleOfReader(installation: Installation, person: PersonId, ticket: Ticket): Role | undefined {
  return readingPlacesOf(installation, { person }).find(({ place }) =>
    placeMayReadIn(installation, place, ticket),
  )?.role;
}

export function mayRead(installation: Installation, reader: Reader, ticket: Ticket): boolean {
  return placesReadFor(installation, reader, ticket).length > 0;
}

/** Whether something with this audience reaches the place: nothing internal reaches an operator, not even as an edit. */
export function reaches(audience: Audience, place: Place): boolean {
  return hears(roleOfPlace(place), audience);
}

/** The same for somebody who acts or reads in a role. */
export function hears(role: Role, audience: Audience): boolean {
  switch (audience) {
    case 'everybody':
      return true;
    case 'internal':
      return role !== 'operator';
    case 'operator':
      return role === 'operator' || role === 'dispatcher';
    case 'dispatch':
      return role === 'dispatcher';
  }
}

/** Contractors deal with the operator's organisation, through the dispatcher: they do not read its people's names. */
export function readsNamesOfOperators(place: Place): boolean {
  return roleOfPlace(place) !== 'maintainer';
}

export const dispatch: Place = { kind: 'dispatch' };

/** Where a party of the ticket reads; of one to practise with, dispatchers take the operator's part (process 7). */
export function placeOfParty(
  party: PlanParty,
  { operator, module, trial }: Pick<Ticket, 'operator' | 'module' | 'trial'>,
): Place {
  switch (party) {
    case 'operator':
      return trial === true ? dispatch : { kind: 'organisation', organisation: operator };
    case 'dispatcher':
      return dispatch;
    case 'maintainer':
      return { kind: 'module', module };
  }
}

/** Whether the party reads the ticket now: a module's maintainers do once it is assigned. */
export function partyMayRead(party: PlanParty, ticket: Ticket): boolean {
  return placeMayRead(placeOfParty(party, ticket), ticket);
}

/** Who is in charge of the ticket at a place, as recorded: they may have left since, and a report that a dispatcher entered has nobody. */
export function peopleInCharge(place: Place, ticket: Ticket): readonly PersonId[] {
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

/** Whom something is said to in a place. */
export interface Addressee {
  readonly place: Place;
  /** Those in charge, as recorded; nobody where everybody with one of the roles is meant. */
  readonly people: readonly PersonId[];
  /** In which roles they are addressed, if not in the place's own. */
  readonly roles?: readonly Role[];
  /** Not mentioned: it is what they said themselves. */
  readonly except?: PersonId;
}

/** Each place once: where two parties read in one, it is told them together. */
export function oncePerPlace(addressees: readonly Addressee[]): readonly Addressee[] {
  const keys = addressees.map(({ place }) => placeKey(place));
  return addressees.filter((_each, index) => keys.indexOf(keys[index] ?? '') === index);
}

export function partyOfTicket(party: PlanParty, ticket: Ticket): Addressee {
  const place = placeOfParty(party, ticket);
  return { place, people: peopleInCharge(place, ticket) };
}

/** The person who asked or proposed something, where they did; the dispatchers, where that place has lost the ticket. */
export function authorOf(said: { readonly by: PersonId; readonly role: Role }, ticket: Ticket): Addressee {
  const party =
    said.role === 'maintainer' && partyMayRead('maintainer', ticket) ? 'maintainer' : 'dispatcher';
  return { place: placeOfParty(party, ticket), people: [said.by] };
}

export function inDispatch(person: PersonId | undefined): Addressee {
  return { place: dispatch, people: present(person) };
}

function present(person: PersonId | undefined): readonly PersonId[] {
  return person === undefined ? [] : [person];
}
