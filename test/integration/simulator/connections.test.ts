import { createServer } from 'node:http';
import { startConnector } from '../../../src/simulator/connector/connector';
import { keepIdleConnections } from '../../../src/simulator/connector/keep-alive';
import { RawClient, rawRequests } from '../../support/raw-client';
import { SimulatedDesk } from '../../support/simulated-desk';
import { sampleWorld } from '../connector/sample-world';

interface Place {
  readonly address: string;
  close(): Promise<void>;
}

/** Both servers of Teams on this machine: the one that `npm start` opens, and the connector alone as tests use it. */
const places: readonly { what: string; path: string; open: () => Promise<Place> }[] = [
  { what: 'the host of the page', path: '/api/overview', open: () => SimulatedDesk.open() },
  {
    what: 'the connector alone',
    path: '/v3/conversations',
    open: async () => {
      const connector = await startConnector({ world: sampleWorld(), now: () => 0 });
      return { address: connector.serviceUrl, close: () => connector.close() };
    },
  },
];

describe.each(places)('given $what', ({ path, open }) => {
  let place: Place;
  let clients: RawClient[];
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= place.close());
  const say = async (bytes: string): Promise<RawClient> => {
    const { host, port } = new URL(place.address);
    // The host answers those alone who call it by its name and port.
    const client = await RawClient.saying(
      Number(port),
      bytes.replace('Host: 127.0.0.1\r\n', `Host: ${host}\r\n`),
    );
    clients.push(client);
    return client;
  };

  beforeEach(async () => {
    clients = [];
    closing = undefined;
    place = await open();
  });

  afterEach(async () => {
    clients.forEach((client) => client.leave());
    await close();
  });

  it('when a connection is idle, then it is kept for longer than any client keeps it, and clients are told less than that', async () => {
    const client = await say(rawRequests.plain(path));
    const [, told] = /\r\nKeep-Alive: timeout=(\d+)\r\n/.exec(await client.hears(/\r\n\r\n/))!;
    const plain = createServer();
    keepIdleConnections(plain);
    const browsersKeep = 300;
    expect(Number(told)).toBeGreaterThan(browsersKeep);
    expect(Number(told) * 1_000).toBeLessThan(plain.keepAliveTimeout);
  });

  it.each(['/_connector//', '/_connector///:0', '//', '//[', '/%00', '*'])(
    'when %s is asked for, which is hardly a path, then it is answered and so are the others',
    async (odd) => {
      const client = await say(rawRequests.plain(odd));
      expect(await client.hears(/\r\n\r\n/)).toMatch(/^HTTP\/1\.1 [2-5]\d\d /);
      await (await say(rawRequests.plain(path))).hears(/\r\n\r\n/);
    },
  );

  it.each([
    { what: 'an upgrade to HTTP/2', request: rawRequests.http2Upgrade(path) },
    { what: 'a WebSocket handshake', request: rawRequests.webSocket(path) },
  ])('when $what is asked for, then it is answered in HTTP/1.1', async ({ request }) => {
    const client = await say(request);
    expect(await client.hears(/\r\n\r\n/)).toMatch(/^HTTP\/1\.1 [2-5]\d\d /);
  });

  it('when CONNECT is asked for, then the connection is cut off', async () => {
    const client = await say(rawRequests.connect());
    expect(await client.ended).toBe('');
  });

  it('when it is closed, then every connection ends, whatever state it is in', async () => {
    const left = await Promise.all(
      [
        '',
        'GET /hea',
        rawRequests.plain('/api/events'),
        rawRequests.http2Upgrade('/api/events'),
        rawRequests.webSocket('/api/events'),
        rawRequests.connect(),
        rawRequests.posting('/api/reset'),
        rawRequests.posting('/v3/conversations', 'Connection: Upgrade', 'Upgrade: h2c'),
        rawRequests.malformed(),
      ].map(say),
    );
    // The last of them has arrived: each other was connected before it.
    await (await say(rawRequests.plain(path))).hears(/\r\n\r\n/);
    await close();
    const heard = await Promise.all(left.map((client) => client.ended));
    expect(heard).toHaveLength(left.length);
  });
});

it('given a store of the simulated Teams that fails, when something is posted, then that is said and the process goes on', async () => {
  const connector = await startConnector({
    world: sampleWorld(),
    now: () => 0,
    kept: () => Promise.reject(new Error('the disk is full')),
  });
  const answer = await fetch(`${connector.serviceUrl}/v3/conversations`, { method: 'POST', body: '{}' });
  expect(answer.status).toBe(500);
  expect(await answer.text()).toContain('the disk is full');
  await connector.close();
});
