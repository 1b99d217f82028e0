import type { OrganisationFile } from './file-shape';
import { daysOverlap } from '../../domain/organisation/days';
import type { Report } from './field-path';

type ContractEntry = OrganisationFile['contracts'][number];

/** What names a contract in its history; an entry that names none is meant by operator, module and first day. */
export function contractIdOf({ id, operator, module, from }: ContractEntry): string {
  return id ?? `${operator}-${module}-${from}`;
}

/** An operator has at most one contract per module on any day, first and last day included (process 8). */
export function checkContracts({ contracts }: OrganisationFile, report: Report): void {
  for (const [index, contract] of contracts.entries()) {
    if (contract.to !== undefined && contract.to < contract.from) {
      report(
        ['contracts', index, 'to'],
        `expected a day not before the first one, ${contract.from}, found "${contract.to}"`,
      );
      continue;
    }
    const other = contracts.findIndex((each, position) => position < index && overlap(each, contract));
    if (other >= 0) {
      report(
        ['contracts', index],
        `overlaps contracts[${other}], also of "${contract.operator}" for "${contract.module}"`,
      );
    }
  }
}

function overlap(one: ContractEntry, other: ContractEntry): boolean {
  return one.operator === other.operator && one.module === other.module && daysOverlap(one, other);
}
