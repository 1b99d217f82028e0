import { parseArgs } from 'node:util';
import { systemClock } from '../adapters/clock';
import { doubtProblems } from '../adapters/organisation/doubt-problems';
import { organisationText } from '../adapters/organisation/load-organisation';
import { describeProblem, OrganisationFileError } from '../adapters/organisation/organisation-file-error';
import { readOrganisation } from '../adapters/organisation/read-organisation';
import { appTenantOf } from '../config';
import { doubtsOf } from '../domain/organisation/doubts';
import { localDayAt } from '../domain/reaction/service-day';
import { expectedTexts, organisationTexts } from '../texts/cli.de';
import { FieldError } from './field-error';

/** `organisation -- check FILE`: every error of an organisation file, or what in it is surely wrong and what it holds. */
export function checkFile(args: readonly string[]): void {
  const file = oneFile(args);
  try {
    tellOf(file);
  } catch (error) {
    if (!(error instanceof OrganisationFileError)) throw error;
    process.exitCode = 1;
    console.error(error.message);
  }
}

/** The one argument of a command that takes a file. Throws FieldError, in German. */
function oneFile(args: readonly string[]): string {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [file, ...more] = positionals;
  if (file === undefined) throw new FieldError('DATEI', expectedTexts.organisationFile);
  if (more[0] !== undefined) throw new FieldError(more[0], expectedTexts.nothingMore);
  return file;
}

function tellOf(file: string): void {
  const text = organisationText(file);
  const installation = readOrganisation(text, file);
  const { day } = localDayAt(installation.calendars, systemClock.now());
  const doubts = doubtsOf(installation, day, appTenantOf(process.env));
  for (const problem of doubtProblems(doubts, installation, text)) {
    console.log(organisationTexts.warning(describeProblem(problem)));
  }
  const { organisations, people, modules, contracts } = installation;
  console.log(
    organisationTexts.holds(file, {
      organisations: organisations.length,
      people: people.length,
      modules: modules.length,
      contracts: contracts.length,
      warnings: doubts.length,
    }),
  );
}
