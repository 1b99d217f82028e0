import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoreChoice } from './config';
import { claimDataDirectory } from './embedded-store/data-directory';
import { startEmbeddedStore } from './embedded-store/start-embedded-store';

/** The MongoDB server the bot uses. */
export interface RunningStore {
  readonly uri: string;
  close(): Promise<void>;
}

/**
 * Starts the server that the configuration names, or takes the one that runs already. A data directory belongs to the
 * kind of store that filled it first; another kind is refused (DataDirectoryOfOtherKind).
 */
export async function startStore(choice: StoreChoice, dataDir: string): Promise<RunningStore> {
  switch (choice.kind) {
    case 'mongodb':
      return { uri: choice.uri, close: () => Promise.resolve() };
    case 'embedded':
      return startEmbeddedStore({ directory: dataDir });
    case 'mongod':
      return startMongod(choice.binary, dataDir);
  }
}

/** Loaded only where it is asked for: the package looks for mongod downloads when it is loaded. */
async function startMongod(binary: string, dataDir: string): Promise<RunningStore> {
  const { MongoMemoryServer } = await import('mongodb-memory-server');
  await claimDataDirectory(dataDir, 'mongod');
  const dbPath = join(dataDir, 'mongod');
  await mkdir(dbPath, { recursive: true });
  const server = await MongoMemoryServer.create({
    binary: { systemBinary: binary, checkMD5: false },
    // With a path of its own and this engine the data outlive the process.
    instance: { dbPath, storageEngine: 'wiredTiger', ip: '127.0.0.1' },
  });
  return {
    uri: server.getUri(),
    close: async () => {
      await server.stop({ doCleanup: false });
    },
  };
}
