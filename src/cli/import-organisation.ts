import { randomUUID } from 'node:crypto';
import { systemClock } from '../adapters/clock';
import { loadOrganisation } from '../adapters/organisation/load-organisation';
import { OrganisationFileError } from '../adapters/organisation/organisation-file-error';
import { readOrganisation } from '../adapters/organisation/read-organisation';
import { writeOrganisation } from '../adapters/organisation/write-organisation';
import { importRecords } from '../app/import-records';
import { isReadable } from '../app/ports/ticket-store';
import { openRecorded, type RecordedDirectory } from '../app/recorded-directory';
import { watchedTickets } from '../app/watched-tickets';
import type { MongoStores } from '../adapters/mongo/connect';
import { readConfig } from '../config';
import { eventsTowards, type OrganisationEvent } from '../domain/organisation/changes';
import { inForceAt } from '../domain/organisation/in-force';
import type { Installation } from '../domain/organisation/installation';
import { type OrganisationRecords, recordsOf } from '../domain/organisation/records';
import { consequencesOf } from '../domain/ticket/consequences-of';
import { isOpen } from '../domain/ticket/ticket-state';
import type { Ticket } from '../domain/ticket/ticket';
import { importTexts } from '../texts/cli.de';
import { consequencesText } from '../texts/consequences.de';
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
  const events = eventsTowards(records, wanted);
  checkWhole(directory.after(events));
  for (const line of [...differenceLines(records, events), ...leftAloneLines(records, wanted)])
    console.log(line);
  if (events.length > 0) console.log(await whatFollows(stores, directory, events));
  return events.length > 0;
}

async function whatFollows(
  { tickets }: MongoStores,
  directory: RecordedDirectory,
  events: readonly OrganisationEvent[],
): Promise<string> {
  const now = systemClock.now();
  const open: Ticket[] = [];
  for await (const page of watchedTickets(tickets))
    open.push(...page.filter(isReadable).flatMap(({ ticket }) => (isOpen(ticket) ? [ticket] : [])));
  const before = inForceAt(directory.installation(), now);
  const after = inForceAt(directory.after(events), now);
  return consequencesText(consequencesOf(before, after, open), viewFor({ installation: after, now }));
}

async function apply(
  { organisation }: MongoStores,
  directory: RecordedDirectory,
  wanted: OrganisationRecords,
): Promise<void> {
  const deps = { organisation, directory, clock: systemClock, newCommandId: randomUUID, check: checkWhole };
  const recorded = await importRecords(deps, wanted);
  await directory.refresh();
  console.log(importTexts.applied(recorded.length, directory.version()));
}

/** The rules of the file hold for the records, too. Throws OrganisationFileError. */
function checkWhole(after: Installation): void {
  readOrganisation(writeOrganisation(after), importTexts.afterwards);
}
