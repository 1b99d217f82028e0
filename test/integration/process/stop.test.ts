import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serialize } from 'bson';
import { sampleOrganisationFile } from '../../../src/config';
import { namedServerUri } from '../../servers/named-server';
import { type RunningServer, storeServer } from '../../servers/store-servers';
import { type CutConnection, cutConnection } from '../../support/cut-connection';
import { RawClient, rawRequests } from '../../support/raw-client';
import { version } from '../../../package.json';
import { Child } from './child';

const main = path.join(__dirname, '../../../src/main.ts');
const stuck = path.join(__dirname, 'stuck-process.ts');

let child: Child | undefined;
let clients: RawClient[] = [];
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'stop-'));
});

afterEach(async () => {
  clients.forEach((client) => client.leave());
  clients = [];
  await child?.end();
  child = undefined;
  await rm(directory, { recursive: true, force: true });
});

describe.each(['local', 'production'] as const)('given the bot as a process (%s)', (mode) => {
  let bot: Child;
  let port: number;
  let store: RunningServer | undefined;
  let way: CutConnection | undefined;
  const say = async (bytes: string): Promise<RawClient> => {
    const client = await RawClient.saying(port, bytes);
    clients.push(client);
    return client;
  };

  beforeEach(async () => {
    // Local mode has a store of its own, except where a server is named for everything.
    if (mode === 'production' || namedServerUri !== undefined) {
      store = await storeServer.start();
      way = await cutConnection(store.uri);
    }
    child = bot = new Child(main, {
      PORT: '0',
      DATA_DIR: directory,
      LOG_LEVEL: 'info',
      SIMULATOR: 'off',
      ...(mode === 'local' ? local : production),
      MONGODB_URI: way?.uri,
    });
    const [, found] = await bot.says(/"port":(\d+),"msg":"started"/);
    port = Number(found);
  });

  afterEach(async () => {
    await way?.close();
    await store?.close();
    way = store = undefined;
  });

  it('when it has started, then one line says version, mode and address, and nothing secret', () => {
    const lines = bot.said.split('\n').filter((line) => line.includes('"started"'));
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      {
        level: 30,
        time: expect.any(String) as string,
        version,
        mode: mode === 'local' ? 'local' : 'teams',
        address: `http://127.0.0.1:${port}`,
        port,
        msg: 'started',
      },
    ]);
    expect(bot.said).not.toContain('secret-of-nobody');
  });

  it('when its terminal is closed (SIGHUP), then it stops as at any other signal', async () => {
    bot.signal('SIGHUP');
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    expect(bot.said).toContain('"stopped"');
  });

  it('when its store is gone, then /metrics tells what is known', async () => {
    const metrics = () => fetch(`http://127.0.0.1:${port}/metrics`);
    expect(await (await metrics()).text()).toContain('store_answers 1');
    if (way === undefined) return;
    way.cut();
    const answer = await metrics();
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/store_answers 0[\s\S]*token_service_down/);
  });

  it('when there were upgrades, then one signal ends it with exit code 0, although the clients stay', async () => {
    for (const request of [rawRequests.http2Upgrade('/healthz'), rawRequests.webSocket('/healthz')])
      await say(request);
    // Both others have arrived before this one is answered.
    await (await say(rawRequests.plain('/healthz'))).hears(/\{"status":"up"[^}]*\}/);
    bot.signal('SIGTERM');
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    expect(bot.said).toContain('"stopped"');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'when a request hangs, then a second signal ends it at once (%s)',
    async (second) => {
      // The rest of its head never comes; its beginning arrives with the request that is answered.
      const begun = 'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\n';
      await (await say(`${rawRequests.plain('/healthz')}${begun}`)).hears(/\{"status":"up"[^}]*\}/);
      bot.signal('SIGTERM');
      await bot.says(/another signal ends it at once/);
      bot.signal(second);
      expect(await bot.ended).toEqual({ code: null, signal: second });
      expect(bot.said).not.toContain('"stopped"');
    },
  );
});

describe('given a process whose stop never ends', () => {
  it('when the limit is reached, then it ends with exit code 1 and says so', async () => {
    child = new Child(stuck, { STOP_LIMIT: '1' });
    await child.says(/started/);
    child.signal('SIGTERM');
    expect(await child.ended).toEqual({ code: 1, signal: null });
    expect(child.said).toContain('stop took too long');
  });

  it('when one signal comes twice at a time, as a launcher passes it on, then it is one', async () => {
    child = new Child(stuck, { STOP_LIMIT: '600000' });
    await child.says(/started/);
    child.tell('twice');
    await child.says(/another signal ends it at once/);
    child.signal('SIGTERM');
    expect(await child.ended).toEqual({ code: null, signal: 'SIGTERM' });
  });
});

describe('given the embedded store as a process', () => {
  it('when a client does not read what it is answered, then one signal ends it all the same', async () => {
    child = new Child(path.join(__dirname, '../../../src/embedded-store/main.ts'), {}, [
      '--directory',
      directory,
    ]);
    const [, port] = await child.says(/^mongodb:\/\/[^@]*@127\.0\.0\.1:(\d+)/);
    const deaf = connect({ port: Number(port), host: '127.0.0.1' }).pause();
    deaf.on('error', () => undefined);
    try {
      await once(deaf, 'connect');
      // Far more answers than the system keeps for a client that does not read.
      const question = helloMessage();
      for (let sent = 0; sent < 100_000; sent += 1000)
        deaf.write(Buffer.concat(Array.from({ length: 1000 }, () => question)));
      await once(deaf, 'drain');
      child.signal('SIGTERM');
      expect(await child.ended).toEqual({ code: 0, signal: null });
    } finally {
      deaf.destroy();
    }
  });
});

/** The driver's first question, as it goes over the wire. */
function helloMessage(): Buffer {
  const body = serialize({ hello: 1, $db: 'admin' });
  const head = Buffer.alloc(21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(2013, 12);
  return Buffer.concat([head, body]);
}

const local = {
  NODE_ENV: 'development',
  HOST: undefined,
  MONGOMS_SYSTEM_BINARY: undefined,
  ORGANISATION_FILE: undefined,
  MicrosoftAppId: undefined,
  MicrosoftAppPassword: undefined,
  MicrosoftAppTenantId: undefined,
};

const production = {
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  ORGANISATION_FILE: sampleOrganisationFile,
  MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
  MicrosoftAppPassword: 'secret-of-nobody',
  MicrosoftAppTenantId: 'aaaaaaaa-0000-4000-8000-000000000001',
};
