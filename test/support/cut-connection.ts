import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server on this machine that can be cut, as a network does it: whoever uses it sees connections end. */
export interface CutConnection {
  /** What stands before the way's own end in a URI stays. */
  readonly uri: string;
  cut(): void;
  restore(): void;
  close(): Promise<void>;
}

/** To a server of one host and port, at this port of this machine or a free one. */
export async function cutConnection(uri: string, port = 0): Promise<CutConnection> {
  const target = targetOf(uri);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(Number(target.port === '' ? 27_017 : target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
    return undefined;
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const here = new URL(uri);
  here.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  // A server that names itself would be looked for past the way.
  here.searchParams.set('directConnection', 'true');
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    uri: here.href,
    cut,
    restore: () => {
      isCut = false;
    },
    async close() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

function targetOf(uri: string): URL {
  if (uri.startsWith('mongodb://') && URL.canParse(uri)) return new URL(uri);
  throw new Error(
    'MONGODB_TEST_URI: expected mongodb:// with one host and port: some suites cut the connection to it',
  );
}
