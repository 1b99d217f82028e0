import { parseArgs } from 'node:util';
import { loadOrganisation } from '../adapters/organisation/load-organisation';
import { writeOrganisation } from '../adapters/organisation/write-organisation';
import { readDirectory } from '../app/recorded-directory';
import { readConfig } from '../config';
import { withStores } from './with-stores';

/** `organisation -- export`: what is set up, and the records as they are now, as an organisation file on standard output. */
export async function exportOrganisation(args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} });
  const config = readConfig(process.env);
  const file = loadOrganisation(config.organisationFile);
  const directory = await withStores(config, ({ organisation }) => readDirectory({ organisation, file }));
  process.stdout.write(writeOrganisation(directory.installation()));
}
