import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { startEmbeddedStore } from '../../src/embedded-store/start-embedded-store';
import { namedServerUri } from './named-server';
import { TestDatabases } from './test-databases';

export interface RunningServer {
  /** For the driver; it names a database of its own, so that suites do not meet on a server that they share. */
  readonly uri: string;
  /** The name of another database of its own. */
  newDatabase(): string;
  /** Documents read and decoded since the start, where the server itself tells (only the embedded store does). */
  readonly documentsExamined?: () => number;
  /** Drops all those databases where the server stays; ends it where it was started for the suite. */
  close(): Promise<void>;
}
export interface ServerFactory {
  readonly name: string;
  start(): Promise<RunningServer>;
}

/**
 * The embedded store in a directory of its own, which goes with it. Where MONGODB_TEST_URI names a server, a suite that
 * starts it fails unless it has said with `onlyEmbedded` why it needs this one.
 */
export const embeddedServer: ServerFactory = {
  name: 'embedded store',
  async start() {
    const directory = await mkdtemp(path.join(tmpdir(), 'embedded-store-'));
    const store = await startEmbeddedStore({ directory });
    const databases = new TestDatabases(store.uri);
    return {
      uri: databases.uriOfNew(),
      newDatabase: () => databases.newName(),
      documentsExamined: () => store.documentsExamined(),
      async close() {
        await store.close();
        await rm(directory, { recursive: true, force: true });
      },
    };
  },
};

const script = path.join(__dirname, 'start-mongo-java-server.sh');
const jars = path.join(__dirname, '../../node_modules/.cache/mongo-java-server');

/** mongo-java-server in memory, once `start-mongo-java-server.sh --fetch-only` has fetched it; it needs Java. */
export const mongoJavaServer: ServerFactory | undefined = existsSync(jars)
  ? {
      name: 'mongo-java-server',
      async start() {
        const child = spawn('sh', [script, '--until-stdin-closes'], { stdio: ['pipe', 'pipe', 'ignore'] });
        const exited = once(child, 'exit');
        const [uri] = (await Promise.race([
          once(createInterface(child.stdout), 'line'),
          exited.then(() => Promise.reject(new Error('mongo-java-server did not start'))),
        ])) as [string];
        return stayingServer(uri, async () => {
          child.stdin.end();
          await exited;
        });
      },
    }
  : undefined;

function stayingServer(uri: string, stop: () => Promise<unknown> = () => Promise.resolve()): RunningServer {
  const databases = new TestDatabases(uri);
  return {
    uri: databases.uriOfNew(),
    newDatabase: () => databases.newName(),
    async close() {
      await databases.drop();
      await stop();
    },
  };
}

const namedServer = namedServerUri === undefined ? undefined : serverAt(namedServerUri);

function serverAt(uri: string): ServerFactory {
  return { name: 'MONGODB_TEST_URI', start: () => Promise.resolve(stayingServer(uri)) };
}

/** Where every suite that needs one store takes it from: the server that MONGODB_TEST_URI names, else the embedded store. */
export const storeServer: ServerFactory = namedServer ?? embeddedServer;

/** Servers besides the embedded store: those the environment names, else mongo-java-server where it has been fetched. */
export function comparisonServers(): ServerFactory[] {
  const servers = namedServer === undefined ? [] : [namedServer];
  const binary = process.env.MONGOMS_SYSTEM_BINARY;
  if (binary !== undefined && binary !== '') {
    servers.push({
      name: 'mongod (MONGOMS_SYSTEM_BINARY)',
      async start() {
        const { MongoMemoryServer } = await import('mongodb-memory-server');
        const server = await MongoMemoryServer.create({ binary: { systemBinary: binary } });
        return stayingServer(server.getUri(), () => server.stop());
      },
    });
  }
  if (servers.length === 0 && mongoJavaServer !== undefined) servers.push(mongoJavaServer);
  return servers;
}

/** Every server at hand, for `describe.each`: the one that all suites use, and what it is compared with. */
export const serverFactories: readonly ServerFactory[] = [
  storeServer,
  ...comparisonServers().filter((factory) => factory !== storeServer),
];
