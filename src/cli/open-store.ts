import type { Config } from '../config';
import { type RunningStore, startStore } from '../composition/start-store';
import { isFilled } from '../embedded-store/data-directory';
import { runningStore } from '../embedded-store/store-lock';
import { expectedTexts } from '../texts/cli.de';
import { FieldError } from './field-error';

/** The server the bot uses: one already running, or the data directory's own. Never creates a new store. */
export async function openStore({
  store,
  dataDir,
}: Pick<Config, 'store' | 'dataDir'>): Promise<RunningStore> {
  if (store.kind === 'mongodb') return startStore(store, dataDir);
  const uri = await runningStore(dataDir);
  if (uri !== undefined) return { uri, close: () => Promise.resolve() };
  if (!(await isFilled(dataDir))) throw new FieldError('DATA_DIR', expectedTexts.noData(dataDir));
  return startStore(store, dataDir);
}
