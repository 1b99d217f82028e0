import { parseArgs } from 'node:util';
import { startEmbeddedStore } from './start-embedded-store';

/** `npm run store -- [--directory ./data] [--port 0]`: runs the store alone, for several processes at once; prints its address. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { directory: { type: 'string', default: './data' }, port: { type: 'string', default: '0' } },
  });
  const store = await startEmbeddedStore({ directory: values.directory, port: portOf(values.port) });
  console.log(store.uri);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void store.close());
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('--port: expected a port number from 0 to 65535');
  return port;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
