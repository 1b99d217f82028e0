import { moduleById, organisationById, personById } from '../domain/organisation/find';
import type { Installation, ModuleId, OrganisationId, PersonId } from '../domain/organisation/installation';
import type { Place } from '../domain/organisation/place';
import type { PlanParty } from '../domain/ticket/plan/fix-plan';
import type { ResponsibleParty } from '../domain/ticket/responsible-party';
import type { Ticket } from '../domain/ticket/ticket';
import { partyWords } from './parties.de';

/** How the organisation file calls people, companies, modules and places. */
export interface Names {
  /** A person's name, or what stands for somebody whom the organisation file no longer knows. */
  person(id: PersonId): string;
  organisation(id: OrganisationId): string;
  module(id: ModuleId): string;
  /** 'Dispatcher-Kanal', 'Kanal von Betriebstagebuch', 'Netz Nord'. */
  placeName(place: Place): string;
  /** Who has to act or may: 'die Wartungs-Dispatcher', 'Netz Nord', 'die Maintainer von Betriebstagebuch (Wartung A)'. */
  party(party: ResponsibleParty): string;
  /** Who agrees to a ticket's fix plan for a party (process 4): 'Netz Nord', 'die Wartungs-Dispatcher', 'Wartung A'. */
  planParty(party: PlanParty, ticket: Ticket): string;
}

export function namesIn(installation: Installation): Names {
  const person = (id: PersonId) => personById(installation, id)?.name ?? partyWords.formerPerson;
  const organisation = (id: OrganisationId) => organisationById(installation, id)?.name ?? id;
  const module = (id: ModuleId) => moduleById(installation, id)?.name ?? id;
  /** The organisation that maintains the module for the ticket, or else by the organisation file. */
  const maintainer = (assigned: OrganisationId | undefined, of: ModuleId) =>
    assigned ?? moduleById(installation, of)?.maintainer;

  function maintainers(party: Extract<ResponsibleParty, { readonly role: 'maintainer' }>): string {
    const of = maintainer(party.organisation, party.module);
    const all = partyWords.maintainersOf(
      module(party.module),
      of === undefined ? undefined : organisation(of),
    );
    return party.person === undefined ? all : partyWords.personAnd(person(party.person), all);
  }

  return {
    person,
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
