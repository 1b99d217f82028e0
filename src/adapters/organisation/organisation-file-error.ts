/** What is wrong in the organisation file, and where. */
export interface OrganisationProblem {
  /** such as `people[3].roles[0]`; empty for the file as a whole */
  readonly path: string;
  readonly message: string;
  /** line in the file, from 1 */
  readonly line?: number;
}

/** The organisation file cannot be used; `problems` lists everything found, in the order of the file. */
export class OrganisationFileError extends Error {
  override readonly name = 'OrganisationFileError';
  constructor(
    readonly file: string,
    readonly problems: readonly OrganisationProblem[],
  ) {
    super([`${file} cannot be used:`, ...problems.map(describeProblem)].join('\n'));
  }
}

/** One line: `people[3].roles[0]: unknown module "betribstagebuch" (line 41)`. */
export function describeProblem({ path, message, line }: OrganisationProblem): string {
  const where = path === '' ? '' : `${path}: `;
  return `${where}${message}${line === undefined ? '' : ` (line ${line})`}`;
}

/** In the order of the file. */
export function inOrder(problems: readonly OrganisationProblem[]): OrganisationProblem[] {
  return [...problems].sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
}
