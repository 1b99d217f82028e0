import { setImmediate as nextTurn } from 'node:timers/promises';
import type { HttpLimits } from '../../../src/adapters/http/limits';
import type { HttpServer } from '../../../src/adapters/http/server';
import { RawClient, rawRequests } from '../../support/raw-client';
import { httpServerWith } from './http-server';

const healthy = /^HTTP\/1\.1 200 OK\r\n[\s\S]*\{"status":"up"[^}]*\}$/;
const anHour = 3_600_000;
/** Those that make a request wait for ever, unless the server ends it. */
const slow = [
  { what: 'nothing at all', begin: '', more: '' },
  { what: 'half a head', begin: 'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\n', more: '' },
  { what: 'a head byte by byte', begin: 'POST /api/messages HTTP/1.1\r\nX: ', more: 'x' },
  { what: 'half a body', begin: `${rawRequests.posting('/api/messages')}{"text":"`, more: '' },
  { what: 'a body byte by byte', begin: rawRequests.posting('/api/messages'), more: ' ' },
  { what: 'half a body to no route', begin: `${rawRequests.posting('/elsewhere')}{"text":"`, more: '' },
  {
    what: 'a second request that does not end',
    begin: `${rawRequests.plain('/healthz')}${rawRequests.posting('/api/messages')}`,
    more: '',
  },
];

describe('the limits of the HTTP server', () => {
  let server: HttpServer;
  let port: number;
  let clients: RawClient[];
  let listenedTo: number;

  async function start(
    limits: Partial<HttpLimits>,
    refuses = false,
    notReady = () => Promise.resolve<string | undefined>(undefined),
  ): Promise<void> {
    listenedTo = 0;
    server = httpServerWith({
      notReady,
      ...(refuses && { checkToken: () => Promise.resolve({ status: 401, body: { code: 'Unauthorized' } }) }),
      receiveActivity: () => {
        listenedTo += 1;
        return Promise.resolve({ status: 200 });
      },
      limits,
    });
    port = await server.start();
  }

  const say = async (bytes: string): Promise<RawClient> => {
    const client = await RawClient.saying(port, bytes);
    clients.push(client);
    return client;
  };
  const nobodyIsLeft = async () => {
    while ((await server.openConnections()) > 0) await nextTurn();
  };

  beforeEach(() => {
    clients = [];
  });
  afterEach(async () => {
    clients.forEach((client) => client.leave());
    await server.stop(0);
  });

  it.each(slow)('end a connection that sends $what', async ({ begin, more }) => {
    await start({ arrival: 400, checkEvery: 50 });
    const client = await say(begin);
    const dribble = setInterval(() => client.say(more), 20);
    await client.ended;
    clearInterval(dribble);
    await nobodyIsLeft();
    expect(listenedTo).toBe(0);
  });

  it('leave nothing of hundreds of connections with half a body', async () => {
    await start({ arrival: 1_000, checkEvery: 50 });
    const asked = await Promise.all(
      Array.from({ length: 400 }, () => say(`${rawRequests.posting('/api/messages')}{"text":"`)),
    );
    await Promise.all(asked.map((client) => client.ended));
    await nobodyIsLeft();
    expect(listenedTo).toBe(0);
  });

  it('do not count the time in which a connection is kept for later', async () => {
    await start({ arrival: 200, checkEvery: 20 });
    const kept = await say(rawRequests.plain('/healthz'));
    await kept.hears(healthy);
    // Another connection, opened later, is ended: the time is over, and was looked at.
    await (
      await say('GET /')
    ).ended;
    kept.say(rawRequests.plain('/healthz'));
    expect(await kept.hears(/\}HTTP\/1\.1 200 OK\r\n/)).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('look at the token before the body: who is refused is answered and cut off while it is still to come', async () => {
    await start({ arrival: anHour }, true);
    const asked = await Promise.all(
      Array.from({ length: 50 }, () => say(`${rawRequests.posting('/api/messages')}{"text":"`)),
    );
    for (const client of asked) expect(await client.ended).toMatch(/^HTTP\/1\.1 401 [\s\S]*Unauthorized/);
    await nobodyIsLeft();
    expect(listenedTo).toBe(0);
  });

  it('hold so many connections, and let those that are only kept for later make room', async () => {
    await start({ connections: 3, arrival: anHour });
    const [first] = await Promise.all([say('GET /'), say('GET /'), say('GET /')]);
    expect(await (await say(rawRequests.plain('/healthz'))).ended).toBe('');
    first.leave();
    while ((await server.openConnections()) > 2) await nextTurn();
    const kept = await say(rawRequests.plain('/healthz'));
    await kept.hears(healthy);
    expect(await (await say(rawRequests.plain('/healthz'))).ended).toBe('');
    expect(await kept.ended).toMatch(healthy);
    await (await say(rawRequests.plain('/healthz'))).hears(healthy);
  });

  it('cut off a connection that asks for too much before it has an answer, and work on nothing of the rest', async () => {
    let looks = 0;
    await start({ arrival: anHour, pipelined: 5 }, false, () => {
      looks += 1;
      return nextTurn(undefined);
    });
    const many = await say(rawRequests.plain('/readyz').repeat(5_000));
    await many.ended;
    await nobodyIsLeft();
    expect(looks).toBeLessThanOrEqual(5);
    const few = await say(rawRequests.plain('/readyz').repeat(5));
    expect(await few.hears(/(?:\{"status":"ready"\}[^{]*){5}/)).toMatch(/^HTTP\/1\.1 200 /);
    few.say(rawRequests.plain('/healthz').repeat(5));
    await few.hears(/(?:\{"status":"up"[^{]*){5}/);
  });

  it('hold so many bytes of bodies at a time, and have room again afterwards', async () => {
    await start({ arrival: anHour, bodies: 150 });
    const half = '{'.padEnd(90);
    const first = await say(rawRequests.posting('/api/messages', 'Expect: 100-continue'));
    await first.hears(/100 Continue/);
    first.say(half);
    const second = await say(rawRequests.posting('/api/messages') + half);
    // Whichever of them came first is waited for.
    const refused = await Promise.race([first.hears(/ 503 /), second.hears(/ 503 /)]);
    expect(refused).toMatch(/HTTP\/1\.1 503 [\s\S]*Busy/);
    for (const client of [first, second]) client.say('}'.padStart(10));
    await Promise.race([first.hears(/ 400 /), second.hears(/ 400 /)]);
    const later = await say(rawRequests.posting('/api/messages') + '{}'.padEnd(100));
    expect(await later.hears(/\}$/)).toMatch(/^HTTP\/1\.1 400 [\s\S]*MalformedActivity/);
  });
});
