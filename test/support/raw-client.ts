import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const upgradeHead = [
  'Connection: Upgrade, HTTP2-Settings',
  'Upgrade: h2c',
  'HTTP2-Settings: AAMAAABkAAQAAP__',
];

/** What may be asked of a server on one connection, as bytes; each request ends with its head. */
export const rawRequests = {
  plain: (path: string) => head(`GET ${path} HTTP/1.1`),
  /** As `curl --http2` begins. */
  http2Upgrade: (path: string) => head(`GET ${path} HTTP/1.1`, ...upgradeHead),
  webSocket: (path: string) =>
    head(
      `GET ${path} HTTP/1.1`,
      ...['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'],
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ),
  connect: () => head('CONNECT 127.0.0.1:1 HTTP/1.1'),
  /** Announces a body that is still to come. */
  posting: (path: string, ...more: readonly string[]) =>
    head(`POST ${path} HTTP/1.1`, 'Content-Type: application/json', 'Content-Length: 100', ...more),
  malformed: () => 'HELLO\r\n\r\n',
};

function head(...lines: readonly string[]): string {
  return [lines[0], 'Host: 127.0.0.1', ...lines.slice(1), '', ''].join('\r\n');
}

/** Says bytes and keeps its side open whatever the server does: how the connection ends is the server's doing alone. */
export class RawClient {
  /** All that was heard until the server ended or cut the connection. */
  readonly ended: Promise<string>;
  private text = '';

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => (this.text += chunk.toString('latin1')));
    this.ended = new Promise((resolve) => {
      // A reset is an end too.
      for (const event of ['end', 'error', 'close']) socket.once(event, () => resolve(this.text));
    });
  }

  static async connect(port: number): Promise<RawClient> {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const client = new RawClient(socket);
    await once(socket, 'connect');
    return client;
  }

  /** Connects and says this at once. */
  static async saying(port: number, bytes: string): Promise<RawClient> {
    const client = await RawClient.connect(port);
    client.say(bytes);
    return client;
  }

  say(bytes: string): void {
    this.socket.write(bytes);
  }

  /** Resolves once what was heard matches. */
  async hears(pattern: RegExp): Promise<string> {
    while (!pattern.test(this.text)) await once(this.socket, 'data');
    return this.text;
  }

  leave(): void {
    this.socket.destroy();
  }
}
