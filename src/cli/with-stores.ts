import { connectStores, type MongoStores } from '../adapters/mongo/connect';
import type { Config } from '../config';
import { type RunningStore, startStore } from '../composition/start-store';
import { isFilled } from '../embedded-store/data-directory';
import { runningStore } from '../embedded-store/store-lock';
import { expectedTexts } from '../texts/cli.de';
import { FieldError } from './field-error';

type StorePlace = Pick<Config, 'store' | 'dataDir'>;

/** Does something with the stores of the bot, which may be at work with them, and leaves them as they were found. */
export async function withStores<Result>(
  place: StorePlace,
  use: (stores: MongoStores) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(place);
  try {
    const stores = await connectStores(store.uri, { readOnly: true });
    try {
      return await use(stores);
    } finally {
      await stores.close();
    }
  } finally {
    await store.close();
  }
}

/** The server the bot uses: one already running, or the data directory's own. Never creates a new store. */
async function openStore({ store, dataDir }: StorePlace): Promise<RunningStore> {
  if (store.kind === 'mongodb') return startStore(store, dataDir);
  const uri = await runningStore(dataDir);
  if (uri !== undefined) return { uri, close: () => Promise.resolve() };
  if (!(await isFilled(dataDir))) throw new FieldError('DATA_DIR', expectedTexts.noData(dataDir));
  return startStore(store, dataDir);
}
