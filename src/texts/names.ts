import { maintains, moduleById, organisationById, personById } from '../domain/organisation/find';
import type {
  Installation,
  ModuleId,
  OrganisationId,
  Person,
  PersonId,
} from '../domain/organisation/installation';
import type { Place } from '../domain/organisation/place';
import type { PlanParty } from '../domain/ticket/plan/fix-plan';
import type { ResponsibleParty } from '../domain/ticket/responsible-party';
import type { Ticket } from '../domain/ticket/ticket';
import { partyWords } from './parties.de';
import { namesakesIn, toldApartBy, withQualifiers } from './told-apart';

/** How the organisation calls people, companies, modules and places. */
export interface Names {
  /**
   * A person's name, or what stands for somebody who is not known any more. Of several with the same name
   * also the organisation and, within one, the mail: who may read the name may read those. Then what else is noted.
   */
  person(id: PersonId, notes?: readonly string[]): string;
  /** 'Maintainer West (Softwarehaus West GmbH)': always with the organisation for which the person acts. */
  personOf(id: PersonId, organisation: OrganisationId, notes?: readonly string[]): string;
  /** Of several with the same name also the id, and so for modules. */
  organisation(id: OrganisationId): string;
  module(id: ModuleId): string;
  /** 'Dispatcher-Kanal', 'Kanal von Betriebstagebuch', 'Netz Nord'. */
  placeName(place: Place): string;
  /** Who has to act or may: 'die Wartungs-Dispatcher', 'Netz Nord', 'die Maintainer von Betriebstagebuch (Wartung A)'. */
  party(party: ResponsibleParty): string;
  /** Who agrees to a ticket's fix plan for a party (process 4): 'Netz Nord', 'die Wartungs-Dispatcher', 'Wartung A'. */
  planParty(party: PlanParty, ticket: Ticket): string;
}

interface Item {
  readonly id: string;
  readonly name: string;
}

const idOf = ({ id }: Item) => id;
const mailOf = ({ mail }: Person) => mail;

function named(found: Item | undefined, all: readonly Item[], id: string): string {
  return found === undefined ? id : withQualifiers(found.name, toldApartBy(found, all, [idOf]));
}

export function namesIn(installation: Installation): Names {
  const { organisations, modules, people } = installation;
  const organisation = (id: OrganisationId) => named(organisationById(installation, id), organisations, id);
  const module = (id: ModuleId) => named(moduleById(installation, id), modules, id);
  const organisationOf = (each: Person) => organisation(each.organisation);
  const namesakes = namesakesIn(people);
  const person = (id: PersonId, notes: readonly string[] = []) => {
    const found = personById(installation, id);
    if (found === undefined) return partyWords.formerPerson;
    const apart = toldApartBy(found, namesakes(found), [organisationOf, mailOf, idOf]);
    return withQualifiers(found.name, [...apart, ...notes]);
  };
  /** The organisation that maintains the module for the ticket, or else by the organisation. */
  const maintainer = (assigned: OrganisationId | undefined, of: ModuleId) =>
    assigned ?? moduleById(installation, of)?.maintainer;

  function maintainers(party: Extract<ResponsibleParty, { readonly role: 'maintainer' }>): string {
    const of = maintainer(party.organisation, party.module);
    const all = partyWords.maintainersOf(
      module(party.module),
      of === undefined ? undefined : organisation(of),
    );
    return party.person === undefined || !maintains(installation, party.person, party.module)
      ? all
      : partyWords.personAnd(person(party.person), all);
  }

  return {
    person,
    personOf(id, of, notes = []) {
      const found = personById(installation, id);
      const colleagues = people.filter((each) => each.organisation === of);
      const apart = found?.organisation === of ? toldApartBy(found, colleagues, [mailOf, idOf]) : [];
      return withQualifiers(found?.name ?? partyWords.formerPerson, [organisation(of), ...apart, ...notes]);
    },
    organisation,
    module,
    placeName(place) {
      switch (place.kind) {
        case 'dispatch':
          return partyWords.dispatchChannel;
        case 'platform':
          return partyWords.platformChannel;
        case 'module':
          return partyWords.channelOf(module(place.module));
        case 'organisation':
          return organisation(place.organisation);
      }
    },
    party(party) {
      switch (party.role) {
        case 'dispatcher':
          return partyWords.dispatchers;
        case 'operator':
          return organisation(party.organisation);
        case 'maintainer':
          return maintainers(party);
        case 'platformMaintainer':
          return partyWords.platformMaintainers;
      }
    },
    planParty(party, { operator, assignment, module: of }) {
      switch (party) {
        case 'operator':
          return organisation(operator);
        case 'dispatcher':
          return partyWords.dispatchers;
        case 'maintainer': {
          const by = maintainer(assignment?.organisation, of);
          return by === undefined ? partyWords.maintainersOf(module(of), undefined) : organisation(by);
        }
      }
    },
  };
}
