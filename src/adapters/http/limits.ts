import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What the server holds against whoever sends too much, too slowly or too often. */
export interface HttpLimits {
  /** Milliseconds until a request has arrived, head and body, from its first byte or, on a new connection, from then. */
  readonly arrival: number;
  /** How often that is looked at, within those milliseconds. */
  readonly checkEvery: number;
  /** Open connections at a time; further ones are closed unheard. */
  readonly connections: number;
  /** Requests of one connection that are under way at a time; one with more is cut off. */
  readonly pipelined: number;
  /** Bytes of a body. */
  readonly body: number;
  /** Bytes of all bodies that are arriving at a time. */
  readonly bodies: number;
}

export const standardLimits: HttpLimits = {
  arrival: 15_000,
  checkEvery: 1_000,
  connections: 500,
  // Hardly any client sends a request before the last one was answered.
  pipelined: 10,
  // Larger than any activity Teams sends (about 100 KB).
  body: 256 * 1024,
  bodies: 16 * 1024 * 1024,
};

/** Only before the server listens. Node's own limit holds at its next check, so that is part of the time. */
export function limitArrivals(server: Server, { arrival, checkEvery, connections }: HttpLimits): void {
  // Both alike: Node exchanges them where the head may take longer than the whole. Time spent idle does not count.
  server.requestTimeout = arrival - checkEvery;
  server.headersTimeout = arrival - checkEvery;
  // restify passes no options on to Node, which reads this one when it begins to listen; its types leave it out.
  Object.assign(server, { connectionsCheckingInterval: checkEvery });
  server.maxConnections = connections;
  // Connections that are only kept for later make room for those that want something now.
  server.on('drop', () => server.closeIdleConnections());
}

/**
 * The requests under way on each connection. Node holds a connection up only for answers that are not read, so thousands
 * of requests in a few kilobytes would all be worked on at once.
 */
export class Pipelines {
  private readonly underWay = new WeakMap<Socket, number>();

  constructor(private readonly most: number) {}

  /** False if it is one too many: the connection is cut off then, and whatever was received on it is not worked on. */
  admit({ socket }: IncomingMessage, response: ServerResponse): boolean {
    if (socket.destroyed) return false;
    const now = this.of(socket) + 1;
    if (now > this.most) {
      socket.destroy();
      return false;
    }
    this.underWay.set(socket, now);
    response.once('close', () => this.underWay.set(socket, this.of(socket) - 1));
    return true;
  }

  private of(socket: Socket): number {
    return this.underWay.get(socket) ?? 0;
  }
}

/** The bytes of bodies that are arriving, which may be so many at a time. */
export class BodyRoom {
  private held = 0;

  constructor(private readonly size: number) {}

  /** False, and nothing is taken, if there is no room for so many more. */
  take(bytes: number): boolean {
    if (this.held + bytes > this.size) return false;
    this.held += bytes;
    return true;
  }

  give(bytes: number): void {
    this.held -= bytes;
  }
}
