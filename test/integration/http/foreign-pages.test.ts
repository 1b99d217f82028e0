import type { HttpServer } from '../../../src/adapters/http/server';
import { RawClient } from '../../support/raw-client';
import { httpServerWith } from './http-server';

const body = JSON.stringify({
  type: 'message',
  serviceUrl: 'http://127.0.0.1:1/',
  conversation: { id: 'a:1' },
  from: { id: '29:1' },
});
const routes = ['GET /healthz', 'GET /readyz', 'GET /metrics', 'POST /api/messages', 'GET /elsewhere'];

describe('the bot beside a browser', () => {
  let server: HttpServer;
  let port: number;
  let turns: number;
  let client: RawClient;

  async function start(appId?: string): Promise<void> {
    turns = 0;
    server = httpServerWith({
      appId,
      host: '127.0.0.1',
      receiveActivity: () => {
        turns += 1;
        return Promise.resolve({ status: 200 });
      },
    });
    port = await server.start();
  }

  afterEach(async () => {
    client.leave();
    await server.stop(0);
  });

  /** The status that a request with these lines in its head is answered with. */
  async function statusOf(route: string, ...lines: readonly string[]): Promise<number> {
    const sent = route.startsWith('POST') ? body : '';
    const head = [
      `${route} HTTP/1.1`,
      'Content-Type: application/json',
      `Content-Length: ${sent.length}`,
      ...lines,
    ];
    client = await RawClient.saying(port, `${head.join('\r\n')}\r\n\r\n${sent}`);
    const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(await client.hears(/\r\n\r\n/))!;
    client.leave();
    return Number(status);
  }

  const foreign: readonly { what: string; lines: (port: number) => string[] }[] = [
    { what: 'another host name', lines: () => ['Host: evil.example'] },
    { what: 'another host name with this port', lines: (at) => [`Host: evil.example:${at}`] },
    { what: 'a name that begins like this one', lines: () => ['Host: 127.0.0.1.evil.example'] },
    { what: 'a name before this one', lines: () => ['Host: evil.example@127.0.0.1'] },
    { what: 'every address', lines: () => ['Host: 0.0.0.0'] },
    { what: 'another origin', lines: (at) => [`Host: 127.0.0.1:${at}`, 'Origin: https://evil.example'] },
    {
      what: 'another port as origin',
      lines: (at) => [`Host: 127.0.0.1:${at}`, 'Origin: http://127.0.0.1:1'],
    },
    { what: 'no origin', lines: (at) => [`Host: 127.0.0.1:${at}`, 'Origin: null'] },
    { what: 'another site', lines: (at) => [`Host: 127.0.0.1:${at}`, 'Sec-Fetch-Site: cross-site'] },
  ];

  it.each(foreign)('refuses a request that names $what, on every route', async ({ lines }) => {
    await start();
    for (const route of routes) expect([route, await statusOf(route, ...lines(port))]).toEqual([route, 403]);
    expect(turns).toBe(0);
  });

  it.each(['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST'])(
    'answers programs that call it %s',
    async (name) => {
      await start();
      expect(await statusOf('POST /api/messages', `Host: ${name}:${port}`)).toBe(200);
      expect(await statusOf('GET /healthz', `Host: ${name}`)).toBe(200);
      expect(await statusOf('GET /healthz', `Host: ${name}:1`, 'Sec-Fetch-Site: none')).toBe(200);
    },
  );

  it('answers under the name of its proxy where tokens are asked for', async () => {
    await start('abcdef11-2222-4333-8444-555555555555');
    expect(await statusOf('GET /healthz', 'Host: bot.example.org')).toBe(200);
  });
});
