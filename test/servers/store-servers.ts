import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { startEmbeddedStore } from '../../src/embedded-store/start-embedded-store';

export interface RunningServer {
  /** For the driver, without a database name: every suite takes one of its own. */
  readonly uri: string;
  close(): Promise<void>;
}
export interface ServerFactory {
  readonly name: string;
  start(): Promise<RunningServer>;
}

/** The embedded store in a directory of its own, which goes with it. */
export const embeddedServer: ServerFactory = {
  name: 'embedded store',
  async start() {
    const directory = await mkdtemp(path.join(tmpdir(), 'embedded-store-'));
    const store = await startEmbeddedStore({ directory });
    return {
      uri: store.uri,
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
        return {
          uri,
          async close() {
            child.stdin.end();
            await exited;
          },
        };
      },
    }
  : undefined;

/** Servers besides the embedded store: those the environment names, else mongo-java-server where it has been fetched. */
export function comparisonServers(): ServerFactory[] {
  const servers: ServerFactory[] = [];
  const uri = process.env.MONGODB_TEST_URI;
  if (uri !== undefined && uri !== '') {
    servers.push({
      name: 'MONGODB_TEST_URI',
      start: () => Promise.resolve({ uri, close: () => Promise.resolve() }),
    });
  }
  const binary = process.env.MONGOMS_SYSTEM_BINARY;
  if (binary !== undefined && binary !== '') {
    servers.push({
      name: 'mongod (MONGOMS_SYSTEM_BINARY)',
      async start() {
        const { MongoMemoryServer } = await import('mongodb-memory-server');
        const server = await MongoMemoryServer.create({ binary: { systemBinary: binary } });
        return { uri: server.getUri(), close: async () => void (await server.stop()) };
      },
    });
  }
  if (servers.length === 0 && mongoJavaServer !== undefined) servers.push(mongoJavaServer);
  return servers;
}

/** Every server at hand, for `describe.each`: the embedded store always, and what it is compared with. */
export const serverFactories: readonly ServerFactory[] = [embeddedServer, ...comparisonServers()];
