import { randomUUID } from 'node:crypto';
import { activity, appId, type BotBehindTokens, serviceUrl, startBotBehindTokens } from './bot-behind-tokens';
import { type LocalIssuer, startLocalIssuer } from './local-issuer';

/** Those that the SDK takes tokens of an emulator from. */
const emulatorIssuers = [
  'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
  'https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0',
];

/** Service URLs that are not those of the issuer's cloud, written as to be taken for it. */
const elsewhere = [
  'https://evil.example/',
  'http://127.0.0.1:1@evil.example/connector',
  'https://127.0.0.1.evil.example/connector',
  'http://169.254.169.254/metadata',
];

describe('tokens of inbound activities', () => {
  let issuer: LocalIssuer;
  let bot: BotBehindTokens;

  beforeEach(async () => {
    // The SDK writes what it thinks of a token to the console.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    bot = await startBotBehindTokens(issuer);
  });

  afterEach(() => bot.stop());

  beforeAll(async () => {
    issuer = await startLocalIssuer();
  });

  afterAll(() => issuer.close());

  const right = { aud: appId, serviceurl: serviceUrl };
  const past = Math.floor(performance.timeOrigin / 1000) - 7_200;

  it('runs the turn with the right token', async () => {
    const answer = await bot.post(issuer.authorization(right));
    expect(answer.status).toBe(200);
    expect(bot.turns).toBe(1);
  });

  it('runs the turn whatever capitals the app id has in the token', async () => {
    for (const aud of [appId.toUpperCase(), appId]) {
      const answer = await bot.post(issuer.authorization({ ...right, aud }));
      expect(answer.status).toBe(200);
    }
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
      what: 'a key that is endorsed for another channel',
      token: () => issuer.authorization(right, { key: 'otherChannel' }),
    },
    { what: 'a key without endorsements', token: () => issuer.authorization(right, { key: 'unendorsed' }) },
    { what: 'a token without an end', token: () => issuer.authorization({ ...right, exp: undefined }) },
    { what: 'no audience', token: () => issuer.authorization({ ...right, aud: undefined }) },
    { what: 'several audiences', token: () => issuer.authorization({ ...right, aud: [appId, 'other'] }) },
    { what: 'no service URL', token: () => issuer.authorization({ ...right, serviceurl: undefined }) },
    ...emulatorIssuers.map((iss) => ({
      what: `the emulator's issuer ${iss}`,
      token: () => issuer.authorization({ ...right, iss, appid: appId, azp: appId, ver: '1.0' }),
    })),
    ...elsewhere.map((url) => ({
      what: `a token and an activity that both say to answer to ${url}`,
      token: () => issuer.authorization({ ...right, serviceurl: url }),
      sent: { ...activity, serviceUrl: url },
    })),
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
    const answer = await bot.post(token(), sent);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ code: 'Unauthorized', message: 'The token was refused.' });
    expect(bot.turns).toBe(0);
    expect(bot.written.join()).not.toContain('eyJ');
  });
});
