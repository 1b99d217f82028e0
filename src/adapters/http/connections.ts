import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { promisify } from 'node:util';

/** How often an end looks for connections that have become idle; milliseconds. */
const sweepInterval = 50;

/** The connections of a server, in whatever state they are. */
export interface Connections {
  /** How many are open now, as node counts them. */
  count(): Promise<number>;
  /** Takes no new ones, lets go of those that are idle, and cuts the rest off after `graceMilliseconds`. */
  end(graceMilliseconds: number): Promise<void>;
}

/**
 * Follows each socket from its beginning to its close. Node's own list leaves out a socket that was taken over from HTTP
 * (an upgrade), while the server's close waits for it: only who follows it himself can end it.
 */
export function followConnections(server: Server): Connections {
  const sockets = new Set<Socket>();
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
        server.closeIdleConnections();
        // One whose answer is just going out is idle a moment later, and would be kept alive for seconds.
        sweep = setInterval(() => server.closeIdleConnections(), sweepInterval);
        cut = setTimeout(() => sockets.forEach((socket) => socket.destroy()), graceMilliseconds);
      });
      clearInterval(sweep);
      clearTimeout(cut);
    },
  };
}
