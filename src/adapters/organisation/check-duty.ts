import { hasRole } from '../../domain/organisation/find';
import type { OrganisationFile } from './file-shape';
import type { Report } from './field-path';

/** The roster names each day once, and only dispatchers (process 2, Warnings). */
export function checkDuty({ duty = [], people }: OrganisationFile, report: Report): void {
  for (const [index, { day, dispatchers }] of duty.entries()) {
    const first = duty.findIndex((each) => each.day === day);
    if (first < index) report(['duty', index, 'day'], `${day} is the day of duty[${first}] already`);
    for (const [position, id] of dispatchers.entries()) {
      const at = ['duty', index, 'dispatchers', position];
      if (dispatchers.indexOf(id) < position) report(at, `"${id}" is given twice, expected once`);
      const person = people.find((each) => each.id === id);
      if (person !== undefined && !hasRole(person, 'dispatcher'))
        report(at, `"${id}" does not have the role dispatcher`);
    }
  }
}
