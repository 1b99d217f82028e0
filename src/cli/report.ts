import { expectedTexts, helpText, reportUsage } from '../texts/cli.de';
import { parseArgs } from 'node:util';
import { connectStores } from '../adapters/mongo/connect';
import { loadOrganisation } from '../adapters/organisation/load-organisation';
import { type Config, readConfig } from '../config';
import { isFilled } from '../embedded-store/data-directory';
import { runningStore } from '../embedded-store/store-lock';
import { startErrorText } from '../composition/start-errors';
import { type RunningStore, startStore } from '../composition/start-store';
import { argumentErrorText } from './argument-error';
import { FieldError } from './field-error';
import { cyclesCsv, inMonth, readMonth, spanAround, totalsCsv } from './reaction-report';

/** `npm run -s report`: the reactions of a month, met and missed, as evidence for each operator (process 2.3). */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      month: { type: 'string' },
      summary: { type: 'boolean' },
      excel: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return console.log(reportUsage);
  const month = readMonth(values.month);
  const config = readConfig(process.env);
  const installation = loadOrganisation(config.organisationFile);
  const store = await openStore(config);
  try {
    const stores = await connectStores(store.uri, { readOnly: true });
    try {
      const around = await stores.reactions.withDeadlineIn(spanAround(month));
      const reactions = around.filter((each) => inMonth(each, month, installation.calendars));
      const csv = values.summary === true ? totalsCsv : cyclesCsv;
      process.stdout.write(csv(reactions, { installation, excel: values.excel === true }));
    } finally {
      await stores.close();
    }
  } finally {
    await store.close();
  }
}

/** The server the bot uses: one already running, or the data directory's own. Never creates a new store. */
async function openStore({ store, dataDir }: Config): Promise<RunningStore> {
  if (store.kind === 'mongodb') return startStore(store, dataDir);
  const uri = await runningStore(dataDir);
  if (uri !== undefined) return { uri, close: () => Promise.resolve() };
  if (!(await isFilled(dataDir))) throw new FieldError('DATA_DIR', expectedTexts.noData(dataDir));
  return startStore(store, dataDir);
}

const wrongArguments = 2;

/** Errors the person at the console can fix get a sentence, all others their stack. */
main().catch((error: unknown) => {
  const wrong = argumentErrorText(error);
  const expected = startErrorText(error);
  process.exitCode = wrong !== undefined || error instanceof FieldError ? wrongArguments : 1;
  if (wrong !== undefined) console.error(`${wrong}\n\n${reportUsage}`);
  else if (error instanceof FieldError) console.error(`${error.message}\n${helpText('report')}`);
  else console.error(expected ?? error);
});
