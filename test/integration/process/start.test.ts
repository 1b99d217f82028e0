import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RunningServer, storeServer } from '../../servers/store-servers';
import { type CutConnection, cutConnection } from '../../support/cut-connection';
import { freePort } from '../../support/free-port';
import { Child } from './child';

const main = path.join(__dirname, '../../../src/main.ts');

describe('the bot as a process, and its database', () => {
  let directory: string;
  let child: Child | undefined;
  let server: RunningServer;
  let way: CutConnection | undefined;

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'start-'));
    server = await storeServer.start();
  });
  afterEach(async () => {
    await child?.end();
    await way?.close();
    await server.close();
    await rm(directory, { recursive: true, force: true });
  });

  const started = (uri: string): Child =>
    new Child(main, {
      NODE_ENV: 'development',
      PORT: '0',
      DATA_DIR: directory,
      SIMULATOR: 'off',
      MONGODB_URI: uri,
    });

  it('given one that is not up yet, then the bot says so once and starts when it is', async () => {
    const port = await freePort();
    const there = new URL(server.uri);
    there.host = `127.0.0.1:${port}`;
    there.searchParams.set('directConnection', 'true');
    child = started(there.href);
    await child.says(/nobody listens on 127\.0\.0\.1:\d+ \(ECONNREFUSED\).*"msg":"waiting for the database"/);
    way = await cutConnection(server.uri, port);
    await child.says(/"msg":"started"/);
    expect(child.said.match(/waiting for the database/g)).toHaveLength(1);
  });

  it('given a wrong password, then the bot ends at once with one sentence, in which it is not', async () => {
    const { password } = new URL(server.uri);
    if (password === '') {
      console.log('No wrong password is tried: the server of MONGODB_TEST_URI is named without one.');
      return;
    }
    child = started(server.uri.replace(password, 'Geheim-7391'));
    expect(await child.ended).toEqual({ code: 1, signal: null });
    expect(child.said).toContain(
      'MONGODB_URI: expected a user and a password that the server knows; it refuses them (code 18)',
    );
    expect(child.said).not.toContain('Geheim');
    expect(child.said).not.toMatch(/waiting for|^\s+at /m);
  });
});
