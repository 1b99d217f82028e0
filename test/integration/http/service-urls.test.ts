import { randomUUID } from 'node:crypto';
import { createLogger } from '../../../src/adapters/logging';
import { TeamsAuthentication } from '../../../src/adapters/teams/sdk/authentication';
import { TeamsAdapter } from '../../../src/adapters/teams/sdk/cloud-adapter';
import { ServiceUrlRefused } from '../../../src/adapters/teams/sdk/connector-clients';
import { failureOf } from '../../../src/adapters/teams/sender/delivery-failures';
import { servedConversations } from '../../../src/adapters/teams/sender/served-conversations';
import { InMemoryConversationStore } from '../../support/in-memory-stores/in-memory-small-stores';
import { activity, appId } from './bot-behind-tokens';
import { PlayedTeams } from './played-teams';

const credentials = { appId, appPassword: 'not-a-secret', appTenant: randomUUID() };

describe('a service URL that is not allowed', () => {
  const stranger = new PlayedTeams();

  beforeAll(() => stranger.start());
  afterAll(() => stranger.stop());

  it('is sent nothing, wherever it came from, and what is due waits', async () => {
    const connectors = new TeamsAuthentication({ credentials }).createConnectorFactory();
    const failure = await connectors.create(stranger.url).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ServiceUrlRefused);
    expect(failureOf(failure, 0)).toMatchObject({ transient: true, status: undefined });
    expect(stranger.requests).toBe(0);
  });

  it('is passed over where it was stored', async () => {
    const stored = new InMemoryConversationStore();
    const reference = { laneKey: 'channel:19:x@thread.tacv2', conversation: 'x', tenant: 't', seenAt: 0 };
    await stored.save({ ...reference, serviceUrl: stranger.url });
    const { mayServe } = new TeamsAuthentication({ credentials }).createConnectorFactory();
    const served = servedConversations(stored, mayServe);
    expect(await served.find(reference.laneKey)).toBeUndefined();
    const right = { ...reference, serviceUrl: 'https://smba.trafficmanager.net/emea/' };
    await served.save(right);
    expect(await served.find(reference.laneKey)).toEqual(right);
  });

  it.each([
    'https://smba.trafficmanager.net/emea/',
    'http://evil.example/',
    'http://127.0.0.1:80@evil.example/',
  ])('is refused without an app id too, where only this machine is answered: %s', async (serviceUrl) => {
    const adapter = new TeamsAdapter(new TeamsAuthentication({}), createLogger({ level: 'silent' }));
    const turn = jest.fn(() => Promise.resolve());
    expect(await adapter.receive('', { ...activity, serviceUrl } as object, turn)).toMatchObject({
      status: 401,
    });
    expect(turn).not.toHaveBeenCalled();
  });
});
