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
 * Starts the configured server, or uses the one already running. A data directory belongs to the kind of store that
 * filled it first; another kind is refused (DataDirectoryOfOtherKind). Throws ConfigError if the configured mongod does
 * not start.
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

/** The package is loaded only when needed: on loading it looks for mongod downloads. */
async function startMongod(binary: string, dataDir: string): Promise<RunningStore> {
  if (!(await isExecutable(binary))) throw binaryError('the path of a mongod that is there and executable');
  const { MongoMemoryServer } = await import('mongodb-memory-server');
  const release = await claimDataDirectory(dataDir, 'mongod');
  const dbPath = join(dataDir, 'mongod');
  await mkdir(dbPath, { recursive: true });
  const server = await MongoMemoryServer.create({
    binary: { systemBinary: binary, checkMD5: false },
    // With a path of its own and this engine, the data outlives the process.
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
