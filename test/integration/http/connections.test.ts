import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { followConnections, keepIdleConnections } from '../../../src/adapters/http/connections';
import type { HttpServer } from '../../../src/adapters/http/server';
import { RawClient, rawRequests } from '../../support/raw-client';
import { httpServerWith } from './http-server';

const healthy = /^HTTP\/1\.1 200 OK\r\n[\s\S]*\{"status":"up"[^}]*\}$/;

/** Every socket is closed by the server itself; one that is not keeps this waiting. */
async function expectNobodyIsLeft(server: HttpServer): Promise<void> {
  while ((await server.openConnections()) > 0) await nextTurn();
}

describe('the connections of the HTTP server', () => {
  let server: HttpServer;
  let port: number;
  let clients: RawClient[];
  const say = async (bytes: string): Promise<RawClient> => {
    const client = await RawClient.saying(port, bytes);
    clients.push(client);
    return client;
  };

  beforeEach(async () => {
    clients = [];
    server = httpServerWith();
    port = await server.start();
  });

  afterEach(async () => {
    clients.forEach((client) => client.leave());
    await server.stop(0);
  });

  it.each([
    { what: 'an upgrade to HTTP/2', request: rawRequests.http2Upgrade('/healthz') },
    { what: 'a WebSocket handshake', request: rawRequests.webSocket('/healthz') },
  ])('answers $what in HTTP/1.1 and closes the connection', async ({ request }) => {
    const client = await say(request);
    expect(await client.ended).toMatch(healthy);
    await expectNobodyIsLeft(server);
  });

  it('takes the body of a request that asks for an upgrade', async () => {
    const client = await say(rawRequests.posting('/api/messages', 'Connection: Upgrade', 'Upgrade: h2c'));
    client.say('{}'.padEnd(100));
    expect(await client.ended).toMatch(/^HTTP\/1\.1 400 [\s\S]*MalformedActivity/);
    await expectNobodyIsLeft(server);
  });

  it('says to a request after an upgrade that it gets no answer, by closing the connection', async () => {
    const client = await say(rawRequests.http2Upgrade('/healthz') + rawRequests.plain('/healthz'));
    expect((await client.ended).match(/HTTP\/1\.1/g)).toHaveLength(1);
    await expectNobodyIsLeft(server);
  });

  it.each([
    { what: 'CONNECT', request: rawRequests.connect(), answer: /^$/ },
    { what: 'what is no HTTP', request: rawRequests.malformed(), answer: /^HTTP\/1\.1 400 / },
  ])('closes the connection on $what', async ({ request, answer }) => {
    const client = await say(request);
    expect(await client.ended).toMatch(answer);
    await expectNobodyIsLeft(server);
  });

  it('refuses an expectation it does not know, and asks for the body that waits to be asked for', async () => {
    const odd = await say(rawRequests.posting('/api/messages', 'Expect: tea'));
    expect(await odd.hears(/\r\n\r\n/)).toMatch(/^HTTP\/1\.1 417 /);
    const waiting = await say(rawRequests.posting('/api/messages', 'Expect: 100-continue'));
    expect(await waiting.hears(/\r\n\r\n/)).toMatch(/^HTTP\/1\.1 100 Continue/);
  });

  it('keeps nothing of hundreds of upgrades, although the clients keep their side open', async () => {
    for (let sent = 0; sent < 300; sent += 1) {
      const client = await say(rawRequests.http2Upgrade('/healthz'));
      expect(await client.ended).toMatch(healthy);
    }
    await expectNobodyIsLeft(server);
  });

  it('keeps an idle connection for longer than a proxy in front of it does', async () => {
    const client = await say(rawRequests.plain('/healthz'));
    const [, seconds] = /\r\nKeep-Alive: timeout=(\d+)\r\n/.exec(await client.hears(healthy))!;
    expect(Number(seconds)).toBeGreaterThan(60);
    client.say(rawRequests.plain('/healthz'));
    await client.hears(/\}HTTP\/1\.1 200 OK\r\n/);
  });

  it('tells clients to close an idle connection before the server does', async () => {
    const plain = createServer();
    keepIdleConnections(plain);
    const client = await say(rawRequests.plain('/healthz'));
    const [, seconds] = /\r\nKeep-Alive: timeout=(\d+)\r\n/.exec(await client.hears(healthy))!;
    expect(Number(seconds) * 1_000).toBeLessThan(plain.keepAliveTimeout);
  });

  it('does not wait at a stop for connections that are kept for later', async () => {
    const used = await say(rawRequests.plain('/healthz'));
    await used.hears(healthy);
    const unused = await say('');
    await (await say(rawRequests.plain('/healthz'))).hears(healthy);
    await server.stop(3_600_000);
    expect(await unused.ended).toBe('');
    expect(await used.ended).toMatch(healthy);
  });

  it('lets a request that has begun to arrive finish at a stop', async () => {
    const client = await say(rawRequests.posting('/api/messages').slice(0, -30));
    await (await say(rawRequests.plain('/healthz'))).hears(healthy);
    const stopped = server.stop(3_600_000);
    client.say(rawRequests.posting('/api/messages').slice(-30) + '{}'.padEnd(100));
    expect(await client.ended).toMatch(/^HTTP\/1\.1 400 [\s\S]*MalformedActivity/);
    await stopped;
  });

  it('ends every connection at a stop, whatever state it is in', async () => {
    const asked = await Promise.all(
      [
        '',
        'GET /hea',
        rawRequests.plain('/healthz'),
        rawRequests.http2Upgrade('/healthz'),
        rawRequests.webSocket('/healthz'),
        rawRequests.connect(),
        rawRequests.posting('/api/messages'),
        rawRequests.posting('/api/messages', 'Connection: Upgrade', 'Upgrade: h2c'),
        rawRequests.posting('/api/messages', 'Expect: 100-continue'),
        rawRequests.posting('/api/messages', 'Expect: tea'),
        rawRequests.malformed(),
      ].map(say),
    );
    // The last of them has arrived: each other was connected before it.
    await (await say(rawRequests.plain('/healthz'))).hears(healthy);
    await server.stop(0);
    expect(await server.openConnections()).toBe(0);
    await Promise.all(asked.map((client) => client.ended));
  });
});

describe('the connections of a server that hands sockets over and forgets them', () => {
  let server: Server;
  let client: RawClient;
  let forgotten: Socket;

  beforeEach(async () => {
    server = createServer();
    server.on('upgrade', () => undefined);
    server.on('connect', () => undefined);
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });

  afterEach(() => {
    client.leave();
    forgotten.destroy();
  });

  it.each([
    { event: 'upgrade', request: rawRequests.http2Upgrade('/') },
    { event: 'connect', request: rawRequests.connect() },
  ])('end with the grace, after $event too', async ({ event, request }) => {
    const connections = followConnections(server);
    const handedOver = once(server, event);
    client = await RawClient.saying((server.address() as AddressInfo).port, request);
    [, forgotten] = (await handedOver) as [IncomingMessage, Socket];
    expect(await connections.count()).toBe(1);
    await connections.end(0);
    expect(await connections.count()).toBe(0);
    expect(await client.ended).toBe('');
  });
});
