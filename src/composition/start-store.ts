import { access, constants, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError, type StoreChoice } from '../config';
import { claimDataDirectory } from '../embedded-store/data-directory';
import { startEmbeddedStore } from '../embedded-store/start-embedded-store';

/** The MongoDB server the bot uses. */
export interface RunningStore {
  readonly uri: string;
  close(): Promise<void>;
}

/**
 * Starts the server that the configuration names, or takes the one that runs already. A data directory belongs to the
 * kind of store that filled it first; another kind is refused (DataDirectoryOfOtherKind). Throws ConfigError where the
 * mongod named does not start.
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

/** The package is loaded only where it is asked for: it looks for mongod downloads when it is loaded. */
async function startMongod(binary: string, dataDir: string): Promise<RunningStore> {
  if (!(await isExecutable(binary))) throw binaryError('the path of a mongod that is there and executable');
  const { MongoMemoryServer } = await import('mongodb-memory-server');
  const release = await claimDataDirectory(dataDir, 'mongod');
  const dbPath = join(dataDir, 'mongod');
  await mkdir(dbPath, { recursive: true });
  const server = await MongoMemoryServer.create({
    binary: { systemBinary: binary, checkMD5: false },
    // With a path of its own and this engine the data outlive the process.
    instance: { dbPath, storageEngine: 'wiredTiger', ip: '127.0.0.1' },
  }).catch(async (error: unknown) => {
    await release();
    const [reason] = String(error).split('\n');
    throw binaryError(`a mongod that starts on ${dbPath} (${reason})`);
  });
  return {
    uri: server.getUri(),
    close: async () => {
      await server.stop({ doCleanup: false });
    },
  };
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

function binaryError(expected: string): ConfigError {
  return new ConfigError([{ variable: 'MONGOMS_SYSTEM_BINARY', expected }]);
}
