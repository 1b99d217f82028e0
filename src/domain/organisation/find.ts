import type { CalendarDay } from '../service-calendar/civil-date';
import type {
  Contract,
  Identity,
  Installation,
  MaintainedModule,
  ModuleId,
  Organisation,
  OrganisationId,
  Person,
  PersonId,
  Role,
} from './installation';
import { haveSameOperatorAndModule } from './operator-and-module';
import type { Place } from './place';

export function personById(installation: Installation, id: PersonId): Person | undefined {
  return installation.people.find((person) => person.id === id);
}

/** Identity is the pair (tenant, object id), and a person may have several. */
export function personOfIdentity(
  installation: Installation,
  { tenant, objectId }: Identity,
): Person | undefined {
  return installation.people.find((person) =>
    person.identities.some((each) => each.tenant === tenant && each.objectId === objectId),
  );
}

export function organisationById(installation: Installation, id: OrganisationId): Organisation | undefined {
  return installation.organisations.find((organisation) => organisation.id === id);
}

export function moduleById(installation: Installation, id: ModuleId): MaintainedModule | undefined {
  return installation.modules.find((module) => module.id === id);
}

export function hasRole(person: Person, role: Role): boolean {
  return person.roles.some((grant) => grant.role === role);
}

export function peopleWithRole(installation: Installation, role: Role): readonly Person[] {
  return installation.people.filter((person) => hasRole(person, role));
}

/** The people of a module's maintainer organisation who maintain it; none for a module without a maintainer. */
export function maintainersOf(installation: Installation, module: ModuleId): readonly Person[] {
  const organisation = moduleById(installation, module)?.maintainer;
  return installation.people.filter(
    (person) =>
      person.organisation === organisation &&
      person.roles.some((grant) => grant.role === 'maintainer' && grant.module === module),
  );
}

/** Whether somebody maintains the module now, to whom its tickets can be assigned (process 3). */
export function isMaintained(installation: Installation, module: ModuleId): boolean {
  return maintainersOf(installation, module).length > 0;
}

/** Whether the person is one of the module's maintainers now. */
export function maintains(installation: Installation, person: PersonId, module: ModuleId): boolean {
  return maintainersOf(installation, module).some(({ id }) => id === person);
}

/** Whether the contract is valid on the day, first and last day included (process 8). */
export function contractIsValidOn({ from, to }: Pick<Contract, 'from' | 'to'>, day: CalendarDay): boolean {
  return from <= day && (to === undefined || day <= to);
}

/** The contract between operator and module valid on the day (process 8). */
export function contractOn(
  installation: Installation,
  operator: OrganisationId,
  module: ModuleId,
  day: CalendarDay,
): Contract | undefined {
  return installation.contracts.find(
    (contract) =>
      haveSameOperatorAndModule(contract, { operator, module }) && contractIsValidOn(contract, day),
  );
}

/** The modules an operator may report faults for on the day (process 8). */
export function modulesUnderContract(
  installation: Installation,
  operator: OrganisationId,
  day: CalendarDay,
): readonly MaintainedModule[] {
  return installation.modules.filter(
    (module) => contractOn(installation, operator, module.id, day) !== undefined,
  );
}

/** The places a conversation serves: several where modules, or dispatch and platform, share a channel (process 1). */
export function placesOfConversation(installation: Installation, conversation: string): readonly Place[] {
  const places: Place[] = [];
  if (installation.dispatchChannel.conversation === conversation) places.push({ kind: 'dispatch' });
  if (installation.platformChannel.conversation === conversation) places.push({ kind: 'platform' });
  for (const { id, channel } of installation.modules) {
    if (channel?.conversation === conversation) places.push({ kind: 'module', module: id });
  }
  for (const { id, channel } of installation.organisations) {
    if (channel?.conversation === conversation) places.push({ kind: 'organisation', organisation: id });
  }
  return places;
}

/** Every place that the file names. */
export function allPlaces({ modules, organisations }: Installation): readonly Place[] {
  return [
    { kind: 'dispatch' },
    { kind: 'platform' },
    ...modules.map(({ id }): Place => ({ kind: 'module', module: id })),
    ...organisations.map(({ id }): Place => ({ kind: 'organisation', organisation: id })),
  ];
}
