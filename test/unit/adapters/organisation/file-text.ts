import { readFileSync } from 'node:fs';
import { isCollection, parseDocument } from 'yaml';
import { sampleOrganisationFile } from '../../../../src/config';
import {
  OrganisationFileError,
  type OrganisationProblem,
} from '../../../../src/adapters/organisation/organisation-file-error';
import { readOrganisation } from '../../../../src/adapters/organisation/read-organisation';

export const sampleText = readFileSync(sampleOrganisationFile, 'utf8');

type Path = readonly (string | number)[];

/** The sample with one value set, added or (undefined) taken out. */
export function changed(path: Path, value: unknown): string {
  const document = parseDocument(sampleText);
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, document.createNode(value));
  return document.toString();
}

/** The sample with several values set. */
export function changedAll(...changes: readonly [Path, unknown][]): string {
  const document = parseDocument(sampleText);
  for (const [path, value] of changes) document.setIn(path, document.createNode(value));
  return document.toString();
}

/** The position of the entry with this id in a list of the sample. */
export function at(list: 'organisations' | 'people' | 'modules', id: string): number {
  const items: unknown = parseDocument(sampleText).getIn([list]);
  if (!isCollection(items)) throw new Error(`the sample has no list ${list}`);
  return items.items.findIndex((item) => isCollection(item) && item.get('id') === id);
}

/** What is wrong with a text; empty when it is taken. */
export function problemsOf(text: string): readonly OrganisationProblem[] {
  try {
    readOrganisation(text);
  } catch (error) {
    if (error instanceof OrganisationFileError) return error.problems;
    throw error;
  }
  return [];
}
