import { randomUUID } from 'node:crypto';
import { systemClock } from '../adapters/clock';
import { contradictionProblems } from '../adapters/organisation/contradiction-problems';
import { doubtSentences } from '../adapters/organisation/doubt-wording';
import { loadOrganisation } from '../adapters/organisation/load-organisation';
import { OrganisationFileError } from '../adapters/organisation/organisation-file-error';
import { type Contradicted, contradictedBy, eventsOfImport, importRecords } from '../app/import-records';
import { openRecorded, type RecordedDirectory } from '../app/recorded-directory';
import { whatFollows } from '../app/what-follows';
import type { MongoStores } from '../adapters/mongo/connect';
import { readConfig } from '../config';
import type { OrganisationEvent } from '../domain/organisation/changes';
import { type OrganisationRecords, recordsOf, stillCounting } from '../domain/organisation/records';
import { localDayAt } from '../domain/reaction/service-day';
import type { CalendarDay } from '../domain/service-calendar/civil-date';
import { importTexts, organisationTexts } from '../texts/cli.de';
import { consequencesByDayText, endingText } from '../texts/consequences.de';
import { differenceLines, leftAloneLines } from '../texts/organisation-differences.de';
import { viewFor } from '../texts/view';
import { fileAndFlags } from './one-file';
import { withStores } from './with-stores';

/**
 * `organisation -- import FILE`: how the people, modules, contracts, absences and duty of the file differ from the records, and
 * what follows for open tickets; with `--apply` they are recorded as one change. What the file sets up is not looked at:
 * that is what ORGANISATION_FILE is for.
 */
export async function importOrganisation(args: readonly string[]): Promise<void> {
  const { file: path, is } = fileAndFlags(args, 'apply');
  const config = readConfig(process.env);
  const file = loadOrganisation(config.organisationFile);
  try {
    const wanted = recordsOf(loadOrganisation(path));
    await withStores(config, async (stores) => {
      const directory = await openRecorded({ organisation: stores.organisation, file });
      if (directory === undefined) return refuse(importTexts.nothingRecorded);
      const differs = await compare(stores, directory, wanted);
      if (!differs) console.log(importTexts.noDifference);
      else if (is('apply')) await apply(stores, directory, wanted);
      else console.log(importTexts.notApplied);
    });
  } catch (error) {
    if (!(error instanceof OrganisationFileError)) throw error;
    refuse(error.message);
  }
}

function refuse(sentence: string): void {
  process.exitCode = 1;
  console.error(sentence);
}

/** Whether anything differs. */
async function compare(
  stores: MongoStores,
  directory: RecordedDirectory,
  wanted: OrganisationRecords,
): Promise<boolean> {
  const records = directory.records();
  const now = systemClock.now();
  const events = eventsOfImport(directory, wanted, now);
  const contradicted = contradictedBy(directory, events);
  if (contradicted !== undefined) throw asError(contradicted);
  const { day } = localDayAt(directory.installation().calendars, now);
  const lines = [
    ...differenceLines(records, events),
    ...leftAloneLines(records, stillCounting(records, day), wanted),
    ...(events.length > 0 ? await followingLines(stores, directory, events, day) : []),
  ];
  for (const line of lines) console.log(line);
  return events.length > 0;
}

async function followingLines(
  { tickets }: MongoStores,
  recorded: RecordedDirectory,
  events: readonly OrganisationEvent[],
  today: CalendarDay,
): Promise<readonly string[]> {
  const { after, days, endings, doubts } = await whatFollows({ tickets, recorded }, events, today);
  const view = viewFor({ installation: after, now: systemClock.now() });
  return [
    ...endings.map((ending) => endingText(ending, view)),
    ...consequencesByDayText(days, today, view),
    ...doubts.map(({ doubt, ...about }) =>
      organisationTexts.warning(`${doubtSentences[doubt]} ${JSON.stringify(about)}`),
    ),
  ];
}

async function apply(
  { organisation }: MongoStores,
  directory: RecordedDirectory,
  wanted: OrganisationRecords,
): Promise<void> {
  const deps = { organisation, directory, clock: systemClock, newCommandId: randomUUID };
  const outcome = await importRecords(deps, wanted);
  if ('contradicted' in outcome) throw asError(outcome.contradicted);
  await directory.refresh();
  console.log(importTexts.applied(outcome.recorded.length, directory.version()));
}

/** The rules of the file hold for the records, too. */
function asError({ contradictions, after }: Contradicted): OrganisationFileError {
  return new OrganisationFileError(importTexts.afterwards, contradictionProblems(contradictions, after));
}
