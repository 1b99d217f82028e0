import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { promisify } from 'node:util';

/** How often `end` looks for connections that have become idle; milliseconds. */
const sweepInterval = 50;

/**
 * How long an idle connection is kept; milliseconds. Longer than reverse proxies keep theirs (60 s for nginx, AWS and
 * most others): whoever sends closes first, so no request meets a connection that is just being closed (a 502).
 */
const keptIdle = 75_000;
/** What clients are told of it, seconds: one that closes at the same moment as the server would still send now and then. */
const toldIdle = 70;

/** Keeps idle connections for longer than those keep them who send. */
export function keepIdleConnections(server: Server): void {
  server.keepAliveTimeout = keptIdle;
  server.prependListener('request', (_request, response) => {
    response.setHeader('Keep-Alive', `timeout=${toldIdle}`);
  });
}

/** The connections of a server, in any state. */
export interface Connections {
  /** How many are open now, as node counts them. */
  count(): Promise<number>;
  /** Accepts no new ones, closes idle ones, and cuts off the rest after `graceMilliseconds`. */
  end(graceMilliseconds: number): Promise<void>;
}

/**
 * Tracks each socket from connect to close. Node's own list omits a socket taken over from HTTP (an upgrade), yet the
 * server's close waits for it, so only our own tracking can end it.
 */
export function followConnections(server: Server): Connections {
  const sockets = new Set<Socket>();
  const closeIdle = () => {
    server.closeIdleConnections();
    // Node takes a connection for busy until its first request has come; proxies open some in advance.
    sockets.forEach((socket) => socket.bytesRead === 0 && socket.destroy());
  };
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return {
    count: () => promisify(server.getConnections.bind(server))(),
    async end(graceMilliseconds) {
      let cut: NodeJS.Timeout | undefined;
      let sweep: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        closeIdle();
        // A connection whose answer is just going out becomes idle a moment later, and would be kept alive for seconds.
        sweep = setInterval(closeIdle, sweepInterval);
        cut = setTimeout(() => sockets.forEach((socket) => socket.destroy()), graceMilliseconds);
      });
      clearInterval(sweep);
      clearTimeout(cut);
    },
  };
}
