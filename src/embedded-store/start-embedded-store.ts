import type { Document } from 'bson';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import { commandFor } from './commands';
import { Cursors } from './cursors';
import { claimDataDirectory, lockDataDirectory, publishAddress } from './data-directory';
import { Storage } from './storage';
import { asStoreError } from './store-error';
import { MessageReader, decodeRequest, type Request, encodeReply } from './wire';

export interface EmbeddedStore {
  /** For the driver, without a database name. */
  readonly uri: string;
  readonly port: number;
  /** Documents read and decoded since the start. */
  documentsExamined(): number;
  /** Finishes what is under way, then closes the connections and releases the directory. */
  close(): Promise<void>;
}

async function answer(
  storage: Storage,
  cursors: Cursors,
  connectionId: number,
  body: Document,
): Promise<Document> {
  try {
    const { command, name } = commandFor(body);
    const database = String(body.$db ?? 'admin');
    const ns = `${database}.${String(body[name])}`;
    const run = () => command.run({ storage, cursors, connectionId, database, ns }, body);
    return { ...(command.writes ? await storage.write(run) : run()), ok: 1 };
  } catch (error) {
    return asStoreError(error).toReply();
  }
}

/** How long a client may take to read its last replies on closing; only a hanging one needs it. Milliseconds. */
const readingGrace = 1_000;

/** Closes the connection once the client has read its replies, or anyway if it does not read. */
function endConnection(socket: Socket): void {
  socket.destroySoon();
  // Does not itself keep the process alive; the socket of a hanging client does.
  const cut = setTimeout(() => socket.destroy(), readingGrace).unref();
  socket.once('close', () => clearTimeout(cut));
}

/**
 * Serves the directory over MongoDB's wire protocol on 127.0.0.1 only. Throws `DataDirectoryInUse` when another process
 * owns it and `DataDirectoryOfOtherKind` when a mongod has filled it. Port 0 takes any free one.
 */
export async function startEmbeddedStore(options: {
  readonly directory: string;
  readonly port?: number;
}): Promise<EmbeddedStore> {
  const directory = path.resolve(options.directory);
  await claimDataDirectory(directory, 'embedded');
  const release = await lockDataDirectory(directory);
  const storage = new Storage(path.join(directory, 'embedded'));
  const cursors = new Cursors();
  const connections = new Map<Socket, Promise<void>>();
  let lastConnection = 0;
  let closing = false;

  const serve = (socket: Socket): void => {
    lastConnection += 1;
    const connectionId = lastConnection;
    const reader = new MessageReader();
    const handle = async (request: Request): Promise<void> => {
      const reply = await answer(storage, cursors, connectionId, request.body);
      if (request.answered && socket.writable) socket.write(encodeReply(request, reply));
    };
    connections.set(socket, Promise.resolve());
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      if (closing) return;
      try {
        for (const message of reader.push(chunk)) {
          const request = decodeRequest(message);
          // A connection's messages are answered in their order.
          connections.set(
            socket,
            (connections.get(socket) ?? Promise.resolve()).then(() => handle(request)),
          );
        }
      } catch {
        socket.destroy();
      }
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      connections.delete(socket);
      cursors.endFor(connectionId);
    });
  };

  const server = createServer(serve);
  server.listen(options.port ?? 0, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    await storage.close();
    await release();
    throw error;
  }
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const uri = `mongodb://127.0.0.1:${port}/?directConnection=true`;
  await publishAddress(directory, uri);
  return {
    uri,
    port,
    documentsExamined: () => storage.documentsExamined,
    async close() {
      if (closing) return;
      closing = true;
      server.close();
      await Promise.all(connections.values());
      for (const socket of connections.keys()) endConnection(socket);
      cursors.endFor();
      await storage.close();
      await release();
    },
  };
}
