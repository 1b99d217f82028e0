import type { OrganisationFile } from './file-shape';
import { contractIdOf } from './check-contracts';
import type { FieldPath, Report } from './field-path';
import { unknownName } from './wording';

/** References within the file, and everything that must be unique. */
export function checkReferences(file: OrganisationFile, report: Report): void {
  const organisations = file.organisations.map(({ id }) => id);
  const people = file.people.map(({ id }) => id);
  const modules = file.modules.map(({ id }) => id);
  const demand = (
    kind: string,
    name: string | undefined,
    known: readonly string[],
    path: FieldPath,
  ): void => {
    if (name !== undefined && !known.includes(name)) report(path, unknownName(kind, name, known));
  };

  checkUnique('organisations', organisations, report);
  checkUnique('people', people, report);
  checkUnique('modules', modules, report);
  checkUnique('contracts', file.contracts.map(contractIdOf), report);
  for (const [index, { contactPeople = [] }] of file.organisations.entries()) {
    contactPeople.forEach((name, position) =>
      demand('person', name, people, ['organisations', index, 'contactPeople', position]),
    );
  }
  for (const [index, person] of file.people.entries()) {
    demand('organisation', person.organisation, organisations, ['people', index, 'organisation']);
    person.roles.forEach((grant, position) => {
      if (grant.role === 'maintainer')
        demand('module', grant.module, modules, ['people', index, 'roles', position]);
    });
  }
  for (const [index, { maintainer }] of file.modules.entries()) {
    demand('organisation', maintainer, organisations, ['modules', index, 'maintainer']);
  }
  for (const [index, { operator, module }] of file.contracts.entries()) {
    demand('organisation', operator, organisations, ['contracts', index, 'operator']);
    demand('module', module, modules, ['contracts', index, 'module']);
  }
  for (const [index, { person, deputy }] of (file.absences ?? []).entries()) {
    demand('person', person, people, ['absences', index, 'person']);
    demand('person', deputy, people, ['absences', index, 'deputy']);
  }
  for (const [index, { dispatchers }] of (file.duty ?? []).entries()) {
    dispatchers.forEach((name, position) =>
      demand('person', name, people, ['duty', index, 'dispatchers', position]),
    );
  }
}

function checkUnique(
  list: 'organisations' | 'people' | 'modules' | 'contracts',
  ids: readonly string[],
  report: Report,
): void {
  ids.forEach((id, index) => {
    const first = ids.indexOf(id);
    if (first < index) report([list, index, 'id'], `"${id}" is the id of ${list}[${first}] already`);
  });
}
