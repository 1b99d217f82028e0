import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ServiceClientCredentialsFactory } from 'botframework-connector';
import { TeamsAuthentication } from '../../../src/adapters/teams/sdk/authentication';
import { BoundedNetwork } from '../../../src/adapters/teams/sdk/msal-network';
import type { OutageReport } from '../../../src/adapters/teams/sdk/outage';
import { failureOf } from '../../../src/adapters/teams/sender/delivery-failures';
import { defined } from '../../../src/defined';
import { appId } from './bot-behind-tokens';
import { PlayedTeams } from './played-teams';

type Sign = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>['signRequest'];

/** A token service played by the test. */
class PlayedTokens extends ServiceClientCredentialsFactory {
  sign: Sign = (request) => Promise.resolve(request);

  override isValidAppId = () => Promise.resolve(true);
  override isAuthenticationDisabled = () => Promise.resolve(false);
  override createCredentials = () =>
    Promise.resolve({ signRequest: (request: Parameters<Sign>[0]) => this.sign(request) });
}

/** The SDK keeps the tokens of an app for all that ask in its name. */
const anotherApp = 'abcdef22-2222-4333-8444-555555555555';
const statusError = (statusCode: number) =>
  Object.assign(new Error('https://login.example/'), { statusCode });
/** As MSAL makes them: its message quotes app, tenant and trace. */
const msalError = (number: number, errorCode = 'invalid_client') =>
  Object.assign(new Error(`${errorCode}: AADSTS${number}: of app and tenant, canary-of-the-message`), {
    errorCode,
    errorNo: number,
  });

describe("the token of the bot's own requests", () => {
  const teams = new PlayedTeams();
  let tokens: PlayedTokens;
  let told: OutageReport[];
  let now = 0;
  let authentication: TeamsAuthentication;

  beforeAll(() => teams.start());
  afterAll(() => teams.stop());
  beforeEach(() => {
    teams.requests = 0;
    told = [];
    tokens = new PlayedTokens();
    teams.behave = (response) => {
      response.writeHead(201, { 'Content-Type': 'application/json' });
      response.end('{"id":"1"}');
    };
    authentication = authenticationThatWaits();
  });

  function authenticationThatWaits(requestTimeout?: number): TeamsAuthentication {
    const made = new TeamsAuthentication({
      credentials: { appId, appPassword: 'not-a-secret', appTenant: appId },
      credentialsFactory: tokens,
      serviceUrlHosts: ['127.0.0.1'],
      ...defined({ requestTimeout }),
      clock: { now: () => now },
    });
    made.onOutage((report) => told.push(report));
    return made;
  }

  const send = () => teams.failureOfSending(authentication.createConnectorFactory());

  it.each([
    {
      what: 'does not come',
      sign: () => new Promise<never>(() => undefined),
      reason: 'no answer in time',
      requestTimeout: 1_000,
    },
    { what: 'is refused with 404', sign: () => Promise.reject(statusError(404)), reason: 'Error' },
    { what: 'is refused with 403', sign: () => Promise.reject(statusError(403)), reason: 'Error' },
    {
      what: 'is refused by MSAL itself',
      sign: () => Promise.reject(Object.assign(new Error('x'), { errorCode: 'endpoints_resolution_error' })),
      reason: 'endpoints_resolution_error',
    },
  ])(
    'is never a refusal by Teams if it $what, and is told of once',
    async ({ sign, reason, requestTimeout }) => {
      authentication = authenticationThatWaits(requestTimeout);
      tokens.sign = sign;
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const failure = failureOf(await send(), 0);
        expect(failure).toMatchObject({ transient: true, status: undefined });
      }
      expect(teams.requests).toBe(0);
      tokens.sign = (request) => Promise.resolve(request);
      expect(await send()).toBeUndefined();
      expect(told).toEqual([
        { service: 'own access token', down: true, reason },
        { service: 'own access token', down: false },
      ]);
    },
  );

  it.each([
    { what: 'has a wrong secret', number: 7000215, variable: 'MicrosoftAppPassword' },
    { what: 'has an expired secret', number: 7000222, variable: 'MicrosoftAppPassword' },
    { what: 'is unknown in the tenant', number: 700016, variable: 'MicrosoftAppId' },
    { what: 'names no tenant', number: 90002, variable: 'MicrosoftAppTenantId' },
    { what: 'is refused for a reason of its own', number: 53003, variable: undefined },
  ])(
    'is told by code and variable if the app $what, once, until it comes again',
    async ({ number, variable }) => {
      const code = `AADSTS${number}`;
      tokens.sign = () => Promise.reject(msalError(number));
      await authentication.checkOwnToken();
      await send();
      const { message } = msalError(number);
      tokens.sign = () => Promise.reject(Object.assign(new Error(message), { errorCode: 'invalid_client' }));
      await send();
      const cause = { service: 'own access token', reason: 'invalid_client', code, ...defined({ variable }) };
      expect(told).toEqual([{ ...cause, down: true }]);
      expect(authentication.ownTokenRefusal()).toBe(variable === undefined ? code : `${code}, ${variable}`);
      expect(authentication.down()).toEqual({ 'own access token': true, 'token issuer keys': false });
      expect(JSON.stringify(told)).not.toContain('canary');
      tokens.sign = (request) => Promise.resolve(request);
      await authentication.checkOwnToken();
      expect(authentication.ownTokenRefusal()).toBeUndefined();
      expect(told).toHaveLength(2);
    },
  );

  it('is told again if it is refused after it did not come at all, and an outage alone is no refusal', async () => {
    tokens.sign = () => Promise.reject(statusError(503));
    await send();
    expect(authentication.ownTokenRefusal()).toBeUndefined();
    tokens.sign = () => Promise.reject(msalError(7000222));
    await send();
    tokens.sign = () => Promise.reject(statusError(503));
    await send();
    expect(told.map(({ code }) => code)).toEqual([undefined, 'AADSTS7000222']);
    expect(authentication.ownTokenRefusal()).toBe('AADSTS7000222, MicrosoftAppPassword');
  });

  it('is asked for again now and then while somebody looks whether it is still refused', async () => {
    let asked = 0;
    tokens.sign = () => {
      asked += 1;
      return Promise.reject(msalError(7000215));
    };
    await authentication.checkOwnToken();
    for (let look = 0; look < 5; look += 1) authentication.ownTokenRefusal();
    expect(asked).toBe(1);
    now += 30_000;
    const askedAgain = new Promise<void>((resolve) => {
      tokens.sign = (request) => {
        resolve();
        return Promise.resolve(request);
      };
    });
    authentication.ownTokenRefusal();
    await askedAgain;
    while (authentication.ownTokenRefusal() !== undefined) await nextTurn();
    expect(told.at(-1)).toEqual({ service: 'own access token', down: false });
  });

  it.each([
    { what: 'hangs', answer: () => undefined, reason: 'no answer in time', within: 500 },
    {
      what: 'never ends',
      answer: (response: ServerResponse) => void response.write('{'),
      reason: 'no answer in time',
      within: 500,
    },
    {
      what: 'answers 503 with a page',
      answer: (response: ServerResponse) => {
        response.writeHead(503);
        response.end('<html>');
      },
      reason: 'HTTP 503',
    },
    {
      what: 'resets',
      answer: (response: ServerResponse) => void response.destroy(),
      reason: 'no connection',
    },
  ])('leaves no request of MSAL open if its service $what', async ({ answer, reason, within = 10_000 }) => {
    teams.behave = answer;
    const network = new BoundedNetwork(within);
    await expect(network.sendPostRequestAsync(teams.url, { body: 'grant_type=x' })).rejects.toMatchObject({
      reason,
    });
    await expect(network.sendGetRequestAsync(teams.url)).rejects.toMatchObject({ reason });
  });

  it('leaves an answer in JSON to MSAL, whatever its status', async () => {
    teams.behave = (response) => {
      response.writeHead(400, { 'Content-Type': 'application/json' });
      response.end('{"error":"invalid_client"}');
    };
    expect(await new BoundedNetwork(10_000).sendPostRequestAsync(teams.url)).toMatchObject({
      status: 400,
      body: { error: 'invalid_client' },
      headers: { 'content-type': 'application/json' },
    });
  });

  it('is refused by Entra ID in words of its own, of which code and variable are told and nothing else', async () => {
    jest.spyOn(globalThis, 'fetch').mockImplementation(() =>
      Promise.resolve(
        Response.json(
          {
            error: 'invalid_client',
            error_description: `AADSTS7000215: Invalid client secret provided for app ${appId}. Trace ID: canary`,
            error_codes: [7000215],
          },
          { status: 401 },
        ),
      ),
    );
    authentication = new TeamsAuthentication({
      credentials: { appId: anotherApp, appPassword: 'canary-secret', appTenant: appId },
    });
    authentication.onOutage((report) => told.push(report));
    await authentication.checkOwnToken();
    expect(told).toEqual([
      {
        service: 'own access token',
        down: true,
        reason: 'invalid_client',
        code: 'AADSTS7000215',
        variable: 'MicrosoftAppPassword',
      },
    ]);
  });

  it('is asked for at the tenant of the app, with the secret', async () => {
    const asked: { url: string; body: string }[] = [];
    jest.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
      asked.push({ url: input as string, body: (init?.body ?? '') as string });
      return Promise.resolve(
        Response.json(
          (input as string).includes('/oauth2/v2.0/token')
            ? { token_type: 'Bearer', expires_in: 3600, access_token: 'made-up' }
            : {
                token_endpoint: `https://login.microsoftonline.com/${appId}/oauth2/v2.0/token`,
                authorization_endpoint: `https://login.microsoftonline.com/${appId}/oauth2/v2.0/authorize`,
                issuer: `https://login.microsoftonline.com/${appId}/v2.0`,
                jwks_uri: `https://login.microsoftonline.com/${appId}/discovery/v2.0/keys`,
              },
        ),
      );
    });
    authentication = new TeamsAuthentication({
      credentials: { appId, appPassword: 'not-a-secret', appTenant: appId },
      serviceUrlHosts: ['127.0.0.1'],
    });
    expect(await send()).toBeUndefined();
    const { url: tokenUrl, body } = asked.at(-1)!;
    expect(tokenUrl).toContain(`https://login.microsoftonline.com/${appId}/oauth2/v2.0/token`);
    expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: 'not-a-secret',
      scope: expect.stringContaining('https://api.botframework.com/.default') as string,
    });
  });
});
