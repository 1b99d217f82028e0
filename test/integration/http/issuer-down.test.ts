import type { ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Instant } from '../../../src/domain/instant';
import { appId, type BotBehindTokens, serviceUrl, startBotBehindTokens } from './bot-behind-tokens';
import { type LocalIssuer, startLocalIssuer } from './local-issuer';

const hour = 3_600_000;
const right = { aud: appId, serviceurl: serviceUrl };

type Behaviour = (response: ServerResponse) => void;
const answering =
  (status: number, body: string): Behaviour =>
  (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(body);
  };
const hang: Behaviour = () => undefined;
const down = answering(503, 'down');

/** Ways in which a document cannot be had; some are known by nothing but the time. */
const failures: readonly { how: string; behaviour: Behaviour; issuerTimeout?: number }[] = [
  { how: 'answers 503', behaviour: down },
  { how: 'answers 429', behaviour: answering(429, '') },
  { how: 'answers 404', behaviour: answering(404, '{}') },
  { how: 'does not answer', behaviour: hang, issuerTimeout: 1_000 },
  { how: 'resets the connection', behaviour: (response) => response.destroy() },
  {
    how: 'stops in the middle of its answer',
    behaviour: (response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"keys":[');
    },
    issuerTimeout: 1_000,
  },
  { how: 'answers with a page', behaviour: answering(200, '<html>maintenance</html>') },
  { how: 'answers with nothing', behaviour: answering(200, '') },
  { how: 'answers with null', behaviour: answering(200, 'null') },
  { how: 'answers without what was asked for', behaviour: answering(200, '{"keys":[],"jwks_uri":"keys"}') },
  {
    how: 'answers with a key that is none',
    behaviour: answering(200, '{"keys":[{"kty":"RSA","kid":"teams","n":5,"e":"AQAB"}],"jwks_uri":7}'),
  },
];

const documents = ['openid', 'keys'] as const;

describe('an issuer of tokens that cannot be asked', () => {
  let issuer: LocalIssuer;
  let bot: BotBehindTokens;
  let now: Instant;
  let askedBefore: number;

  beforeAll(async () => {
    issuer = await startLocalIssuer();
  });
  afterAll(() => issuer.close());

  beforeEach(async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    now = Math.floor(performance.timeOrigin);
    documents.forEach((document) => issuer.behave(document));
    askedBefore = issuer.asked;
    bot = await startBot();
  });

  afterEach(() => bot.stop());

  const startBot = (issuerTimeout = 60_000) =>
    startBotBehindTokens(issuer, { issuerTimeout, clock: { now: () => now } });
  const restart = async (issuerTimeout?: number): Promise<void> => {
    await bot.stop();
    bot = await startBot(issuerTimeout);
  };

  const post = async (options?: { keyId?: string }): Promise<number> => {
    const answer = await bot.post(issuer.authorization(right, options));
    await answer.arrayBuffer();
    return answer.status;
  };
  const asked = () => issuer.asked - askedBefore;
  const outages = () => bot.written.filter((line) => line.includes('token issuer keys'));

  const cases = documents.flatMap((document) => failures.map((failure) => ({ document, ...failure })));

  it.each(cases)(
    'is answered 503, to be repeated, if $document $how',
    async ({ document, behaviour, issuerTimeout }) => {
      await restart(issuerTimeout);
      issuer.behave(document, behaviour);
      const answer = await bot.post(issuer.authorization(right));
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('5');
      expect(await answer.json()).toEqual({
        code: 'ServiceUnavailable',
        message: 'The token cannot be checked at the moment.',
      });
      expect(bot.turns).toBe(0);
      expect(bot.written.join()).not.toContain('eyJ');
      issuer.behave(document);
      expect(await post()).toBe(200);
    },
  );

  it.each(cases)(
    'does not matter to known keys if $document $how',
    async ({ document, behaviour, issuerTimeout }) => {
      await restart(issuerTimeout);
      expect(await post()).toBe(200);
      issuer.behave(document, behaviour);
      expect(await post()).toBe(200);
      now += 25 * hour;
      expect(await post()).toBe(200);
      now += 3 * 24 * hour;
      expect(await post()).toBe(200);
    },
  );

  it('keys are no longer trusted after five days', async () => {
    expect(await post()).toBe(200);
    issuer.behave('keys', down);
    now += 121 * hour;
    expect(await bot.post(issuer.authorization({ ...right, exp: 4e9 })).then(({ status }) => status)).toBe(
      503,
    );
  });

  it('tells an unknown key from one that cannot be looked up', async () => {
    expect(await post()).toBe(200);
    expect(await post({ keyId: 'unknown' })).toBe(401);
    issuer.behave('keys', down);
    expect(await post({ keyId: 'unknown' })).toBe(503);
    issuer.behave('keys');
    expect(await post({ keyId: 'unknown' })).toBe(401);
  });

  it('takes a key that was published since', async () => {
    issuer.behave('keys', answering(200, '{"keys":[{"kty":"RSA","kid":"old","n":"AQAB","e":"AQAB"}]}'));
    expect(await post()).toBe(401);
    issuer.behave('keys');
    expect(await post()).toBe(200);
  });

  const bad: readonly { what: string; token: () => string | undefined }[] = [
    { what: 'no token', token: () => undefined },
    { what: 'something that is no token', token: () => 'Bearer abc.def.ghi' },
    { what: 'another scheme', token: () => 'Basic YTpi' },
    { what: 'another issuer', token: () => issuer.authorization({ ...right, iss: 'https://other.example' }) },
    { what: 'the wrong audience', token: () => issuer.authorization({ ...right, aud: randomUUID() }) },
    {
      what: 'the wrong service URL',
      token: () => issuer.authorization({ ...right, serviceurl: 'https://elsewhere.example' }),
    },
    { what: 'an expired token', token: () => issuer.authorization({ ...right, iat: 1, nbf: 1, exp: 2 }) },
  ];

  it.each(bad)('leaves $what refused', async ({ token }) => {
    issuer.behave('openid', down);
    expect((await bot.post(token())).status).toBe(401);
  });

  it('is asked once for a hundred requests at a time', async () => {
    // It answers only when all of them wait for it.
    issuer.behave('openid', (response) => void bot.received(100).then(() => down(response)));
    const statuses = await Promise.all(Array.from({ length: 100 }, () => post()));
    expect(new Set(statuses)).toEqual(new Set([503]));
    expect(asked()).toBe(1);
  });

  it('is asked a few times a minute for keys that nobody published', async () => {
    expect(await post()).toBe(200);
    for (let sent = 0; sent < 30; sent += 1) expect(await post({ keyId: `made-up-${sent}` })).toBe(401);
    expect(asked()).toBe(11);
    now += 60_000;
    expect(await post({ keyId: 'unknown' })).toBe(401);
    expect(asked()).toBe(12);
  });

  it('is left alone for a while if known keys do', async () => {
    expect(await post()).toBe(200);
    issuer.behave('openid', down);
    now += 25 * hour;
    for (let sent = 0; sent < 5; sent += 1) expect(await post()).toBe(200);
    expect(asked()).toBe(2);
    now += 30_000;
    expect(await post()).toBe(200);
    expect(asked()).toBe(3);
  });

  it('is in the log once when it fails and once when it works again', async () => {
    issuer.behave('keys', down);
    for (let sent = 0; sent < 5; sent += 1) expect(await post()).toBe(503);
    expect(outages()).toHaveLength(1);
    expect(JSON.parse(outages()[0]!)).toMatchObject({ level: 50, reason: 'HTTP 503' });
    issuer.behave('keys');
    for (let sent = 0; sent < 3; sent += 1) expect(await post()).toBe(200);
    expect(outages()).toHaveLength(2);
    expect(JSON.parse(outages()[1]!)).toMatchObject({ level: 30 });
  });
});
