import { setImmediate as nextTurn } from 'node:timers/promises';
import { ServiceClientCredentialsFactory } from 'botframework-connector';
import { createLogger } from '../../../src/adapters/logging';
import { systemClock } from '../../../src/adapters/clock';
import { type RunningBot, startBot } from '../../../src/composition/start-bot';
import { type RunningServer, storeServer } from '../../servers/store-servers';
import { RawClient, rawRequests } from '../../support/raw-client';
import { sampleInstallation } from '../../support/sample-teams';
import { appId } from './bot-behind-tokens';

/** Entra ID, which refuses this app's secret. */
class RefusingTokens extends ServiceClientCredentialsFactory {
  override isValidAppId = () => Promise.resolve(true);
  override isAuthenticationDisabled = () => Promise.resolve(false);
  override createCredentials = () =>
    Promise.resolve({
      signRequest: () =>
        Promise.reject(
          Object.assign(new Error('canary-of-the-message'), {
            errorCode: 'invalid_client',
            errorNo: 7000222,
          }),
        ),
    });
}

describe('the bot with an app id', () => {
  let store: RunningServer;
  let bot: RunningBot;
  let written: string;

  beforeAll(async () => {
    store = await storeServer.start();
    const installation = sampleInstallation('https://smba.trafficmanager.net/emea/');
    written = '';
    bot = await startBot({
      storeUri: store.uri,
      organisationFile: installation,
      clock: systemClock,
      logger: createLogger({ level: 'debug', stream: { write: (line) => void (written += line) } }),
      mode: 'dialog',
      port: 0,
      host: '127.0.0.1',
      authentication: {
        credentials: { appId, appPassword: 'canary-secret', appTenant: appId },
        credentialsFactory: new RefusingTokens(),
      },
      holder: 'test',
      checkEvery: 0,
    });
  });

  afterAll(async () => {
    await bot.stop();
    await store.close();
  });

  const get = (route: string) => fetch(`http://127.0.0.1:${bot.port}${route}`);

  it('tells in the log, in /readyz and in a metric that its secret has expired, and nothing of the secret', async () => {
    while ((await get('/readyz')).status === 200) await nextTurn();
    expect(await (await get('/readyz')).json()).toEqual({
      status: 'not ready',
      reason: 'own access token refused (AADSTS7000222, MicrosoftAppPassword)',
    });
    expect(await (await get('/metrics')).text()).toContain(
      'token_service_down{service="own access token"} 1',
    );
    const lines = written.split('\n').filter((line) => line.includes('AADSTS7000222'));
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({
        level: 50,
        service: 'own access token',
        code: 'AADSTS7000222',
        variable: 'MicrosoftAppPassword',
      }),
    ]);
    expect(written).not.toContain('canary');
  });

  it('does not wait for the body of a caller without a token', async () => {
    const client = await RawClient.saying(bot.port, `${rawRequests.posting('/api/messages')}{"text":"`);
    expect(await client.ended).toMatch(/^HTTP\/1\.1 401 /);
    client.leave();
  });
});
