import { hasRole, moduleById, organisationById } from '../domain/organisation/find';
import { type Installation, type Person, type RoleGrant, roles } from '../domain/organisation/installation';
import type { PersonNote } from '../simulator/host/simulator';
import { roleNames } from '../texts/labels.de';
import { localModeTexts } from '../texts/local-mode.de';
import { strangerKey } from './teams-of-installation';

/** One line about each person, in the order of the process: operators first, the stranger last. */
export function whoIsWho(installation: Installation): PersonNote[] {
  const rank = (person: Person): number => roles.findIndex((role) => hasRole(person, role));
  const known = [...installation.people].sort((a, b) => rank(a) - rank(b));
  return [
    ...known.map((person) => ({
      key: person.id,
      organisation: organisationById(installation, person.organisation)?.name ?? person.organisation,
      roles: person.roles.map((grant) => roleWord(installation, grant)),
      description: descriptionOf(installation, person),
    })),
    {
      key: strangerKey,
      organisation: localModeTexts.stranger.organisation,
      roles: [],
      description: `${localModeTexts.strangerDuty}.`,
    },
  ];
}

function roleWord(installation: Installation, grant: RoleGrant): string {
  if (grant.role !== 'maintainer') return roleNames[grant.role];
  return localModeTexts.maintainerOf(moduleById(installation, grant.module)?.name ?? grant.module);
}

function descriptionOf(installation: Installation, person: Person): string {
  const duties = roles
    .filter((role) => hasRole(person, role))
    .map((role) => dutyOf(installation, person, role));
  const where = hasRole(person, 'operator') ? [readsWhere(installation, person)] : [];
  return [...duties, ...where].map((part, index) => (index === 0 ? part : lowerFirst(part))).join('; ') + '.';
}

function dutyOf(installation: Installation, person: Person, role: (typeof roles)[number]): string {
  if (role !== 'maintainer') return localModeTexts.duties[role];
  const modules = person.roles.flatMap((grant) =>
    grant.role === 'maintainer' ? [moduleById(installation, grant.module)?.name ?? grant.module] : [],
  );
  return localModeTexts.duties.maintainer(modules.join(', '));
}

function readsWhere(installation: Installation, person: Person): string {
  const organisation = organisationById(installation, person.organisation);
  if (organisation?.channel !== undefined) return localModeTexts.inChannel(organisation.name);
  return organisation?.contactPeople.includes(person.id) === true
    ? localModeTexts.inChat
    : localModeTexts.notReached;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
