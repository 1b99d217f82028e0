import { randomUUID } from 'node:crypto';
import { createHttpServer, type HttpServer } from '../../../src/adapters/http/server';
import { createLogger } from '../../../src/adapters/logging';
import { TeamsAuthentication } from '../../../src/adapters/teams/sdk/authentication';
import { TeamsAdapter } from '../../../src/adapters/teams/sdk/cloud-adapter';
import { defined } from '../../../src/defined';
import { type LocalIssuer, startLocalIssuer } from './local-issuer';

const appId = '11111111-2222-4333-8444-555555555555';
const serviceUrl = 'http://127.0.0.1:1/connector';
const activity = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl,
  conversation: { id: 'a:1', conversationType: 'personal' },
  from: { id: '29:1' },
  recipient: { id: '28:bot' },
  text: 'hilfe',
};

describe('tokens of inbound activities', () => {
  let issuer: LocalIssuer;
  let server: HttpServer;
  let url: string;
  let turns = 0;
  let written = '';

  beforeAll(async () => {
    issuer = await startLocalIssuer();
    const logger = createLogger({ stream: { write: (line) => void (written += line) } });
    const adapter = new TeamsAdapter(
      new TeamsAuthentication({
        credentials: { appId, appPassword: 'not-a-secret', appTenant: randomUUID() },
        issuer,
      }),
      logger,
    );
    server = createHttpServer({
      port: 0,
      appId,
      host: '127.0.0.1',
      logger,
      newRequestId: randomUUID,
      metrics: () => Promise.resolve({ contentType: 'text/plain; version=0.0.4', text: 'deliveries_due 0' }),
      notReady: () => Promise.resolve(undefined),
      receiveActivity: (authorization, received) =>
        adapter.receive(authorization, received as object, () => {
          turns += 1;
          return Promise.resolve();
        }),
    });
    url = `http://127.0.0.1:${await server.start()}/api/messages`;
  });

  afterAll(async () => {
    await server.stop(1_000);
    await issuer.close();
  });

  beforeEach(() => {
    // The SDK writes what it thinks of a token to the console.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    turns = 0;
    written = '';
  });

  async function post(authorization: string | undefined, sent: object = activity): Promise<Response> {
    return fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...defined({ Authorization: authorization }),
      },
      body: JSON.stringify(sent),
    });
  }

  const right = { aud: appId, serviceurl: serviceUrl };
  const past = Math.floor(performance.timeOrigin / 1000) - 7_200;

  it('runs the turn with the right token', async () => {
    const answer = await post(issuer.authorization(right));
    expect(answer.status).toBe(200);
    expect(turns).toBe(1);
  });

  const refused: readonly { what: string; token: () => string | undefined; sent?: object }[] = [
    { what: 'no token', token: () => undefined },
    { what: 'something that is no token', token: () => 'Bearer abc.def.ghi' },
    { what: 'another scheme', token: () => 'Basic YTpi' },
    {
      what: 'an expired token',
      token: () => issuer.authorization({ ...right, iat: past, nbf: past, exp: past + 60 }),
    },
    { what: 'the wrong audience', token: () => issuer.authorization({ ...right, aud: randomUUID() }) },
    {
      what: 'the wrong service URL',
      token: () => issuer.authorization({ ...right, serviceurl: 'https://elsewhere.example' }),
    },
    {
      what: 'another issuer',
      token: () => issuer.authorization({ ...right, iss: 'https://other.example' }),
    },
    { what: 'a foreign signature', token: () => issuer.authorization(right, { key: 'foreign' }) },
    {
      what: 'a key that is not endorsed for Teams',
      token: () => issuer.authorization(right, { key: 'unendorsed' }),
    },
    {
      what: 'another channel',
      token: () => issuer.authorization(right),
      sent: { ...activity, channelId: 'webchat' },
    },
    {
      what: 'the channel with rules of its own',
      token: () => issuer.authorization(right),
      sent: { ...activity, channelId: 'AseChannel' },
    },
  ];

  it.each(refused)('answers 401 to $what, without a word on why', async ({ token, sent }) => {
    const answer = await post(token(), sent);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ code: 'Unauthorized', message: 'The token was refused.' });
    expect(turns).toBe(0);
    expect(written).not.toContain('eyJ');
  });
});
