import type { OrganisationFile } from './file-shape';
import type { Report } from './field-path';

/** The roster names each day once (process 2, Warnings); whoever is no dispatcher (any more) is not called, doubts tell of them. */
export function checkDuty({ duty = [] }: OrganisationFile, report: Report): void {
  for (const [index, { day, dispatchers }] of duty.entries()) {
    const first = duty.findIndex((each) => each.day === day);
    if (first < index) report(['duty', index, 'day'], `${day} is the day of duty[${first}] already`);
    for (const [position, id] of dispatchers.entries()) {
      const at = ['duty', index, 'dispatchers', position];
      if (dispatchers.indexOf(id) < position) report(at, `"${id}" is given twice, expected once`);
    }
  }
}
