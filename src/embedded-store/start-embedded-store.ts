import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { checkData } from './check-data';
import { Cursors } from './cursors';
import { claimDataDirectory } from './data-directory';
import { DataRecorder } from './data-record';
import { usingDirectory } from './directory-errors';
import { addressOf, secretOf } from './login';
import { makePrivate } from './private-files';
import { tryRoom } from './room';
import { type Served, ServedConnection } from './serve-connection';
import { Storage } from './storage';
import { lockDataDirectory, publishAddress } from './store-lock';

export interface EmbeddedStore {
  /** For the driver, without a database name; it holds the directory's secret. */
  readonly uri: string;
  readonly port: number;
  /** Documents read and decoded since the start. */
  documentsExamined(): number;
  /** Finishes what is under way, then closes the connections and releases the directory. */
  close(): Promise<void>;
}

/**
 * Serves the directory over MongoDB's wire protocol on 127.0.0.1 only, to clients that know the secret which lies in it.
 * Throws `DataDirectoryInUse` when another process owns it, `DataDirectoryOfOtherKind` when a mongod has filled it,
 * `DataDirectoryUnusable` when it cannot be written to, and `DataDamaged` when what was stored is not all there. Port 0
 * takes any free one.
 */
export async function startEmbeddedStore(options: {
  readonly directory: string;
  readonly port?: number;
}): Promise<EmbeddedStore> {
  const directory = path.resolve(options.directory);
  await claimDataDirectory(directory, 'embedded');
  const release = await lockDataDirectory(directory);
  try {
    return await serve(directory, options.port ?? 0, release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function serve(directory: string, port: number, release: () => Promise<void>): Promise<EmbeddedStore> {
  const secret = await secretOf(directory);
  const { storage, recorder } = await openData(directory);
  const served: Served = { storage, recorder, secret, cursors: new Cursors() };
  const connections = new Set<ServedConnection>();
  const server = createServer();
  try {
    acceptInto(connections, server, served);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = addressOf(portOf(server), secret);
    await publishAddress(directory, address);
  } catch (error) {
    server.close();
    await storage.close();
    throw error;
  }
  let closing = false;
  return {
    uri: addressOf(portOf(server), secret),
    port: portOf(server),
    documentsExamined: () => storage.documentsExamined,
    async close() {
      if (closing) return;
      closing = true;
      server.close();
      await Promise.all([...connections].map((connection) => connection.finish()));
      for (const connection of connections) connection.end();
      served.cursors.endFor();
      await recorder.close();
      await storage.close();
      await release();
    },
  };
}

function acceptInto(connections: Set<ServedConnection>, server: Server, served: Served): void {
  let last = 0;
  server.on('connection', (socket) => {
    last += 1;
    const connection = new ServedConnection(served, socket, last);
    connections.add(connection);
    socket.once('close', () => connections.delete(connection));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function openData(directory: string): Promise<Pick<Served, 'storage' | 'recorder'>> {
  const folder = path.join(directory, 'embedded');
  const record = path.join(directory, 'store-record');
  await tryRoom(directory);
  await checkData({ directory, folder, record });
  const storage = await usingDirectory(directory, () => new Storage(folder));
  await usingDirectory(directory, () => makePrivate(folder));
  const recorder = new DataRecorder(record, () => storage.extent());
  try {
    await usingDirectory(directory, () => recorder.note());
  } catch (error) {
    await storage.close();
    throw error;
  }
  return { storage, recorder };
}
