import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { connectStores } from '../../../src/adapters/mongo/connect';
import { StoreUnreachable } from '../../../src/adapters/mongo/connect-errors';
import { startErrorText } from '../../../src/composition/start-errors';
import { onlyEmbedded } from '../../servers/named-server';
import { embeddedServer, type RunningServer } from '../../servers/store-servers';

const password = 'Geheim-7391';

onlyEmbedded(
  'its sentences are compared at a server whose login is known and that is without TLS and replica set',
);

describe('a start at an address that cannot be used', () => {
  let server: RunningServer;
  let port: number;
  const opened: Server[] = [];
  const directory = mkdtempSync(join(tmpdir(), 'certificate-'));

  beforeAll(async () => {
    server = await embeddedServer.start();
    port = Number(new URL(server.uri).port);
  });
  afterAll(async () => {
    for (const each of opened) each.close();
    await server.close();
    rmSync(directory, { recursive: true });
  });

  async function listening(own: Server): Promise<number> {
    opened.push(own);
    own.listen(0, '127.0.0.1');
    await once(own, 'listening');
    return (own.address() as AddressInfo).port;
  }

  /** The store behind TLS with a certificate that nobody signed. */
  async function withTls(): Promise<number> {
    const [key, cert] = ['key.pem', 'certificate.pem'].map((name) => join(directory, name)) as [
      string,
      string,
    ];
    const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    const of = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    execFileSync('openssl', ['req', '-x509', ...made, ...of, '-keyout', key, '-out', cert], {
      stdio: 'ignore',
    });
    const front = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (near) => {
      const far = connect(port, '127.0.0.1');
      near.pipe(far).pipe(near);
      near.on('error', () => far.destroy());
      far.on('error', () => near.destroy());
    });
    return listening(front);
  }

  const closing = () => listening(createServer((socket) => socket.on('error', () => undefined).end()));
  const silent = () => listening(createServer((socket: Socket) => socket.unref()));
  const talking = () =>
    listening(
      createServer((socket) => socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    );
  async function nobody(): Promise<number> {
    const own = createServer();
    const free = await listening(own);
    own.close();
    return free;
  }

  const login = `store:${password}@`;
  const own = (change: (url: URL) => void): string => {
    const url = new URL(server.uri);
    change(url);
    return url.href;
  };
  const through = (front: number, options = ''): string => own((url) => (url.port = String(front))) + options;

  const wrong: readonly [string, () => string | Promise<string>, string][] = [
    [
      'a wrong password',
      () => own((url) => (url.password = password)),
      'expected a user and a password that the server knows; it refuses them (code 18)',
    ],
    [
      'no user and no password',
      () => `mongodb://127.0.0.1:${port}/`,
      'expected an address with a user and a password; the server asks for them (code 13)',
    ],
    [
      'a user of another kind of server',
      () => `mongodb://${login}127.0.0.1:${port}/`,
      'expected an authMechanism that the server has, or the whole address that the embedded store gave; it does not have this one (code 334)',
    ],
    [
      'a replica set to which the server does not belong',
      () => server.uri.replace('directConnection=true', 'replicaSet=rs9'),
      'expected the replicaSet that the server belongs to, or none; it belongs to none of the name given',
    ],
    [
      'TLS to a server without',
      () => `${server.uri}&tls=true`,
      'expected an address without TLS (tls=false); the server answers without TLS alone',
    ],
    [
      'no TLS to a server with it',
      async () => through(await withTls()),
      'expected an address with TLS (tls=true); the server answers with TLS alone',
    ],
    [
      'a certificate that nobody signed',
      async () => through(await withTls(), '&tls=true'),
      'expected a server whose certificate is valid, or tlsCAFile with the authority that signed it; it is not valid here (DEPTH_ZERO_SELF_SIGNED_CERT)',
    ],
    [
      'a file that is not there',
      () => `${server.uri}&tls=true&tlsCAFile=/none/ca.pem`,
      'expected options that name files which can be read; one cannot (ENOENT)',
    ],
    [
      'a misspelt option',
      () => `mongodb://${login}127.0.0.1:${port}/db?replicaSte=rs0`,
      'expected options that the driver has; it has none of the name replicaste',
    ],
    [
      'two misspelt options',
      () => `mongodb://${login}127.0.0.1:${port}/db?replicaSte=rs0&tlss=true`,
      'expected options that the driver has; it has none of the name replicaste and tlss',
    ],
    ...(
      [
        'tls=vielleicht',
        'maxPoolSize=viele',
        'maxPoolSize=-1',
        'authMechanism=GEHEIM',
        'tls=true&tls=false',
      ] as const
    ).map((option): [string, () => string, string] => [
      `the option ${option}`,
      () => `mongodb://${login}127.0.0.1:${port}/db?${option}`,
      `expected options with values that the driver takes; that of ${option.split('=')[0] ?? ''} is none`,
    ]),
    [
      'a mechanism without its user',
      () => `mongodb://127.0.0.1:${port}/db?authMechanism=GSSAPI`,
      'expected an address with the user and password that its authMechanism needs; they are missing',
    ],
    [
      'a port beyond all ports',
      () => `mongodb://${login}127.0.0.1:99999/db`,
      'expected mongodb://user:password@host:port/database?option=value; it has another form or options that exclude each other',
    ],
    [
      'a load balancer that is none',
      () => `mongodb://127.0.0.1:${port}/?loadBalanced=true`,
      'expected a MongoDB server of a kind and version that the driver supports; this one is not',
    ],
  ];

  test.each(wrong)(
    'given %s, then one sentence says so and it does not pass by itself',
    async (_name, uri, found) => {
      const error: unknown = await connectStores(await uri(), { answerWithin: 300 }).catch(
        (thrown: unknown) => thrown,
      );
      expect(startErrorText(error)).toBe(`MONGODB_URI: ${found}`);
      expect(error).toBeInstanceOf(StoreUnreachable);
      expect((error as StoreUnreachable).problem.mayPass).toBe(false);
    },
  );

  test.each([
    ['after a comma', `mongodb://store:${password}@127.0.0.1:1,/db`],
    ['between commas', `mongodb://127.0.0.1:1,,127.0.0.1:2/db`],
    ['before a port', `mongodb://store:${password}@:27017/db`],
    ['of a blank', `mongodb://127.0.0.1:1,%20/db?retryWrites=true`],
  ])('given an address with an empty host %s, then that is said at once', async (_name, uri) => {
    const error: unknown = await connectStores(uri, { answerWithin: 300 }).catch((thrown: unknown) => thrown);
    expect(startErrorText(error)).toBe(
      'MONGODB_URI: expected mongodb://user:password@host:port/database?option=value; a host is missing in it',
    );
    expect((error as StoreUnreachable).problem.mayPass).toBe(false);
  });

  test.each([
    ['@', `mongodb://store:${password}@x@127.0.0.1:1/db`],
    ['@ and /', `mongodb://store:x@${password}/y@127.0.0.1:1/db`],
    ['/', `mongodb://store:${password}/x@127.0.0.1:1/db`],
    [':', `mongodb://store:${password}:x@127.0.0.1:1/db`],
    ['?', `mongodb://store:${password}?x@127.0.0.1:1/db`],
    ['#', `mongodb://store:${password}#x@127.0.0.1:1/db`],
    ['%', `mongodb://store:${password}%zz@127.0.0.1:1/db`],
    ['@, / and ?', `mongodb://store:x@y/z?${password}@127.0.0.1:1/db`],
  ])('given an unescaped %s in the password, then that is said and nothing of it', async (_name, uri) => {
    const error: unknown = await connectStores(uri, { answerWithin: 300 }).catch((thrown: unknown) => thrown);
    expect(startErrorText(error)).toMatch(
      /^MONGODB_URI: expected an address whose user and password have .* escaped/,
    );
    expect((error as StoreUnreachable).problem.mayPass).toBe(false);
    expect(`${String(error)} ${String((error as Error).cause)}`).not.toContain(password);
  });

  const passing: readonly [string, () => string | Promise<string>, RegExp][] = [
    [
      'a host that is not known',
      () => `mongodb://${login}db.nowhere.invalid/db`,
      /expected the address of a known host; db\.nowhere\.invalid is not known here \((?:ENOTFOUND|EAI_AGAIN)\)$/,
    ],
    [
      'a port that nobody listens on',
      async () => `mongodb://${login}127.0.0.1:${await nobody()}/db`,
      /expected the address of a server that answers; nobody listens on 127\.0\.0\.1:\d+ \(ECONNREFUSED\)$/,
    ],
    [
      'a server that says nothing',
      async () => `mongodb://${login}127.0.0.1:${await silent()}/db`,
      /expected the address of a server that answers; it says nothing, or is no primary yet$/,
    ],
    [
      'a server that hangs up',
      async () => `mongodb://${login}127.0.0.1:${await closing()}/db`,
      /expected the address of a server that answers; it cannot be reached or ends the connection/,
    ],
    [
      'a server that is no MongoDB',
      async () => `mongodb://${login}127.0.0.1:${await talking()}/db`,
      /expected the address of a (?:MongoDB server; another kind of server is there|server that answers; it cannot be reached)/,
    ],
  ];

  test.each(passing)(
    'given %s, then one sentence says so and it is waited for',
    async (_name, uri, sentence) => {
      const error: unknown = await connectStores(await uri(), { answerWithin: 300 }).catch(
        (thrown: unknown) => thrown,
      );
      expect(startErrorText(error)).toMatch(sentence);
      expect((error as StoreUnreachable).problem.mayPass).toBe(true);
      expect(startErrorText(error)).not.toContain(password);
    },
  );
});
