import type { OrganisationFile } from './file-shape';
import type { Report } from './field-path';

/** Who may do what: every action's rights are decided from this, so it must be free of contradictions (process 1). */
export function checkPeople(file: OrganisationFile, report: Report): void {
  checkIdentities(file, report);
  checkDays(file, report);
  checkRoles(file, report);
  checkContactPeople(file, report);
}

/** An identity belongs to one person only. */
function checkIdentities({ people }: OrganisationFile, report: Report): void {
  const seen = new Map<string, string>();
  for (const [index, { identities }] of people.entries()) {
    for (const [position, { tenant, objectId }] of identities.entries()) {
      const key = `${tenant} ${objectId}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, `people[${index}].identities[${position}]`);
      else report(['people', index, 'identities', position], `the same tenant and object id as ${first}`);
    }
  }
}

/** Roles are held from the first to the last day. */
function checkDays({ people }: OrganisationFile, report: Report): void {
  for (const [index, { since, until }] of people.entries()) {
    if (since !== undefined && until !== undefined && until < since) {
      report(
        ['people', index, 'until'],
        `expected a day not before the first one, ${since}, found "${until}"`,
      );
    }
  }
}

/**
 * A grant for a module that the person's organisation does not maintain (any more) is no error: it has no effect (maintainersOf),
 * and records keep it of those who were there before.
 */
function checkRoles({ people }: OrganisationFile, report: Report): void {
  for (const [index, person] of people.entries()) {
    const seen = new Set<string>();
    for (const [position, grant] of person.roles.entries()) {
      const key = JSON.stringify(grant);
      if (seen.has(key))
        report(['people', index, 'roles', position], 'the role is given twice, expected it once');
      seen.add(key);
    }
  }
}

function checkContactPeople(
  { organisations, people, hostingTenant }: OrganisationFile,
  report: Report,
): void {
  for (const [index, { id, channel, contactPeople = [] }] of organisations.entries()) {
    for (const [position, name] of contactPeople.entries()) {
      const at = ['organisations', index, 'contactPeople', position];
      const person = people.find((candidate) => candidate.id === name);
      if (contactPeople.indexOf(name) < position) report(at, `"${name}" is given twice, expected once`);
      if (person === undefined) continue;
      if (person.organisation !== id) {
        report(at, `"${name}" belongs to organisation "${person.organisation}"`);
      } else if (channel === undefined && person.identities.every(({ tenant }) => tenant !== hostingTenant)) {
        report(
          at,
          `"${name}" needs an identity of the hosting tenant (as a guest), the bot can write to nobody else privately`,
        );
      }
    }
  }
}
