import { systemClock } from '../adapters/clock';
import { doubtProblems } from '../adapters/organisation/doubt-problems';
import { organisationText } from '../adapters/organisation/load-organisation';
import { describeProblem, OrganisationFileError } from '../adapters/organisation/organisation-file-error';
import { readOrganisation } from '../adapters/organisation/read-organisation';
import { appTenantOf } from '../config';
import { doubtsOf } from '../domain/organisation/doubts';
import { localDayAt } from '../domain/reaction/service-day';
import { organisationTexts } from '../texts/cli.de';
import { fileAndFlags } from './one-file';

/** `organisation -- check FILE`: every error of an organisation file, or what in it is surely wrong and what it holds. */
export function checkFile(args: readonly string[]): void {
  const { file } = fileAndFlags(args);
  try {
    tellOf(file);
  } catch (error) {
    if (!(error instanceof OrganisationFileError)) throw error;
    process.exitCode = 1;
    console.error(error.message);
  }
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
