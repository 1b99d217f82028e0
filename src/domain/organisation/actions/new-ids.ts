import type { PersonId } from '../installation';
import type { OrganisationRecords } from '../records';

/** An id that no record of the list has: the wanted one, or with a number behind it. */
export function freeId(wanted: string, taken: readonly { readonly id: string }[]): string {
  const known = new Set(taken.map(({ id }) => id));
  if (!known.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const id = `${wanted}-${number}`;
    if (!known.has(id)) return id;
  }
}

/** The id of somebody new. It tells nothing of their name: events and old tickets keep it when the name is gone (process 10). */
export function newPersonId(organisation: string, { people }: Pick<OrganisationRecords, 'people'>): PersonId {
  return freeId(`${organisation}-${people.length + 1}`, people);
}

const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const longestId = 60;

/** 'Störungsinformationstool' → 'stoerungsinformationstool': how a module or organisation is called in the file and in histories. */
export function idFromName(name: string): string {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => letters[letter] ?? letter)
    // Other letters without their accents.
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestId)
    .replace(/^-|-$/g, '');
  return plain || 'neu';
}
