import { parseArgs } from 'node:util';
import { startEmbeddedStore } from './start-embedded-store';

/** `npm run store`: the store alone, for several processes at once. `--directory` or DATA_DIR, `--port` or STORE_PORT. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { directory: { type: 'string' }, port: { type: 'string' } } });
  const directory = values.directory ?? process.env.DATA_DIR ?? './data';
  const store = await startEmbeddedStore({
    directory,
    port: Number(values.port ?? process.env.STORE_PORT ?? 0),
  });
  console.log(store.uri);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void store.close());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
