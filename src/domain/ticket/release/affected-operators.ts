import { coerce, satisfies, valid, validRange } from 'semver';
import { contractIsValidOn } from '../../organisation/find';
import type { Installation, ModuleId, OrganisationId } from '../../organisation/installation';
import type { CalendarDay } from '../../service-calendar/civil-date';

/**
 * The operators whose installed version of the module a fault affects, by the contracts valid on the day, in the
 * order of the organisation's records (process 6). An unknown version counts as affected.
 */
export function affectedOperators(
  { contracts }: Installation,
  module: ModuleId,
  affectedVersions: readonly string[],
  day: CalendarDay,
): readonly OrganisationId[] {
  const affected = contracts.filter(
    (contract) =>
      contract.module === module &&
      contractIsValidOn(contract, day) &&
      isAffected(contract.installedVersion, affectedVersions),
  );
  return [...new Set(affected.map((contract) => contract.operator))];
}

/**
 * Whether the installed version is one of those listed: compared as semantic versions if it is one and the entry is a
 * version or a range ('<2.3.1', '2.x'), as text if neither is. If only one of them is, they cannot be compared, and
 * unknown counts as affected (process 6): 'bis Herbst' excludes nobody. A prerelease belongs to the range it precedes.
 */
export function isAffected(installed: string | undefined, affectedVersions: readonly string[]): boolean {
  const text = installed?.trim() ?? '';
  if (text === '') return true;
  const version = versionOf(text);
  return affectedVersions.some((each) => {
    const entry = each.trim();
    // An empty range means every version; an empty line means nothing.
    if (entry === '') return false;
    if (entry === text) return true;
    const isRange = validRange(entry) !== null;
    if (version !== undefined && isRange) return satisfies(version, entry, { includePrerelease: true });
    return (version !== undefined) !== isRange;
  });
}

/** People write '2.1' for 2.1.0; text with other words in it is not a version. */
function versionOf(text: string): string | undefined {
  const short = /^v?\d+(\.\d+)?$/.test(text) ? coerce(text)?.version : undefined;
  return valid(text) ?? short;
}
