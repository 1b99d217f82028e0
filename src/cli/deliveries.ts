import { parseArgs } from 'node:util';
import { systemClock } from '../adapters/clock';
import { loadOrganisation } from '../adapters/organisation/load-organisation';
import { dropMessages, resendMessages, type UnsentDeps, unsentMessages } from '../app/unsent-messages';
import type { WhichDeliveries } from '../app/ports/delivery-store';
import { readDirectory } from '../app/recorded-directory';
import { readConfig } from '../config';
import { deliveriesTexts, deliveriesUsage, expectedTexts } from '../texts/cli.de';
import { viewFor } from '../texts/view';
import { endWith } from './end-with';
import { FieldError } from './field-error';
import { withStores } from './with-stores';
import { unsentJson, unsentLines } from './unsent-list';

/** As many as somebody reads; the rest shows once these are dealt with. */
const limit = 1_000;
const nothingFound = 1;

/** `npm run -s deliveries`: what did not reach its readers; sends it again or drops it, also while the bot runs. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help === true) return console.log(deliveriesUsage);
  const act = actionOf(positionals, values.json === true);
  const config = readConfig(process.env);
  const file = loadOrganisation(config.organisationFile);
  await withStores(config, async (stores) =>
    act({ ...stores, directory: await readDirectory({ ...stores, file }), clock: systemClock }),
  );
}

function actionOf(
  [command = 'list', id, ...more]: readonly string[],
  isJson: boolean,
): (deps: UnsentDeps) => Promise<void> {
  const isList = command === 'list';
  if (more.length > 0 || (isList && id !== undefined)) {
    throw new FieldError(more[0] ?? id ?? '', expectedTexts.nothingMore);
  }
  if (isList) return (deps) => list(deps, isJson);
  if (command !== 'resend' && command !== 'drop')
    throw new FieldError(command, expectedTexts.deliveriesCommand);
  if (id === undefined) throw new FieldError(command, expectedTexts.deliveryId);
  const change = command === 'resend' ? resendMessages : dropMessages;
  return async (deps) => {
    const count = await change(deps, whichOf(id));
    if (count === 0) process.exitCode = nothingFound;
    console.log(deliveriesTexts.changed(command, count));
  };
}

async function list(deps: UnsentDeps, isJson: boolean): Promise<void> {
  const unsent = await unsentMessages(deps, limit);
  if (isJson) return console.log(unsentJson(unsent));
  const view = viewFor({ installation: deps.directory.installation(), now: deps.clock.now() });
  console.log(unsentLines(unsent, view));
}

/** The ids of deliveries begin with a ticket's number too, but go on. */
function whichOf(id: string): WhichDeliveries {
  return /^SP-\d{4}-\d+$/.test(id) ? { ticket: id } : { id };
}

main().catch(endWith({ command: 'deliveries', usage: deliveriesUsage }));
