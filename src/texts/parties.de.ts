import { moduleById, organisationById, personById } from '../domain/organisation/find';
import type { Installation, ModuleId, OrganisationId, PersonId } from '../domain/organisation/installation';
import type { Place } from '../domain/organisation/place';
import type { PlanParty } from '../domain/ticket/plan/fix-plan';
import type { ResponsibleParty } from '../domain/ticket/responsible-party';
import type { Ticket } from '../domain/ticket/ticket';

/** A person's name, or what stands for somebody whom the organisation file no longer knows. */
export function personName(installation: Installation, person: PersonId): string {
  return personById(installation, person)?.name ?? 'eine ausgeschiedene Person';
}

export function organisationName(installation: Installation, organisation: OrganisationId): string {
  return organisationById(installation, organisation)?.name ?? organisation;
}

export function moduleName(installation: Installation, module: ModuleId): string {
  return moduleById(installation, module)?.name ?? module;
}

/** Who has to act or may: 'die Wartungs-Dispatcher', 'Netz Nord', 'die Maintainer von Betriebstagebuch (Wartung A)'. */
export function partyName(party: ResponsibleParty, installation: Installation): string {
  switch (party.role) {
    case 'dispatcher':
      return 'die Wartungs-Dispatcher';
    case 'operator':
      return organisationName(installation, party.organisation);
    case 'maintainer':
      return maintainerName(party, installation);
    case 'platformMaintainer':
      return 'die Plattform-Maintainer';
  }
}

function maintainerName(
  party: Extract<ResponsibleParty, { readonly role: 'maintainer' }>,
  installation: Installation,
): string {
  const organisation = party.organisation ?? moduleById(installation, party.module)?.maintainer;
  const of = organisation === undefined ? '' : ` (${organisationName(installation, organisation)})`;
  const all = `die Maintainer von ${moduleName(installation, party.module)}${of}`;
  return party.person === undefined ? all : `${personName(installation, party.person)} und ${all}`;
}

/** Who agrees to a ticket's fix plan for a party (process 4): 'Netz Nord', 'die Wartungs-Dispatcher', 'Wartung A'. */
export function planPartyName(party: PlanParty, ticket: Ticket, installation: Installation): string {
  switch (party) {
    case 'operator':
      return organisationName(installation, ticket.operator);
    case 'dispatcher':
      return 'die Wartungs-Dispatcher';
    case 'maintainer': {
      const { assignment, module } = ticket;
      const organisation = assignment?.organisation ?? moduleById(installation, module)?.maintainer;
      return organisation === undefined
        ? `die Maintainer von ${moduleName(installation, module)}`
        : organisationName(installation, organisation);
    }
  }
}

/** 'A', 'A und B', 'A, B und C'. */
export function listed(names: readonly string[]): string {
  return joined(names, 'und');
}

/** Several parties in one sentence: 'A, B oder C'. */
export function partyNames(parties: readonly ResponsibleParty[], installation: Installation): string {
  const names = parties.map((party) => partyName(party, installation));
  return joined(names, 'oder');
}

function joined(names: readonly string[], word: 'und' | 'oder'): string {
  const last = names.at(-1) ?? '';
  return names.length <= 1 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** 'Dispatcher-Kanal', 'Kanal von Betriebstagebuch', 'Netz Nord'. */
export function placeName(place: Place, installation: Installation): string {
  switch (place.kind) {
    case 'dispatch':
      return 'Dispatcher-Kanal';
    case 'platform':
      return 'Plattform-Kanal';
    case 'module':
      return `Kanal von ${moduleName(installation, place.module)}`;
    case 'organisation':
      return organisationName(installation, place.organisation);
  }
}
