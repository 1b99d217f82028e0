import { randomUUID } from 'node:crypto';
import { activity, appId, type BotBehindTokens, serviceUrl, startBotBehindTokens } from './bot-behind-tokens';
import { type LocalIssuer, startLocalIssuer } from './local-issuer';

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
    const answer = await bot.post(token(), sent);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ code: 'Unauthorized', message: 'The token was refused.' });
    expect(bot.turns).toBe(0);
    expect(bot.written.join()).not.toContain('eyJ');
  });
});
