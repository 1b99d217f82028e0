import { checkServiceUrls, serviceUrlHostsFor } from '../../../src/composition/service-url-hosts';
import { ConfigError } from '../../../src/config';
import type { Installation } from '../../../src/domain/organisation/installation';
import { sampleInstallation } from '../../support/sample-teams';

const credentials = {
  MicrosoftAppId: '7b3c1d52-6f0e-4a51-9d1c-2f6b8a9e0c11',
  MicrosoftAppPassword: 'secret',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: '3f9d2a10-5b7c-4e8d-a1f2-6c0b9d8e7f31',
} as const;
const teams = sampleInstallation('https://smba.trafficmanager.net/emea/');
const elsewhere = { serviceUrl: 'https://smba.trafficmanager.com/emea/' };

const checking = (installation: Installation, serviceUrlHosts?: readonly string[]) => () =>
  checkServiceUrls({ credentials, ...(serviceUrlHosts && { serviceUrlHosts }) }, installation);

describe('the service URLs of the organisation file', () => {
  test("given Microsoft's, then the bot starts", () => {
    expect(checking(teams)).not.toThrow();
  });

  const wrong: readonly { where: string; installation: Installation }[] = [
    { where: 'the installation', installation: { ...teams, ...elsewhere } },
    {
      where: 'the dispatch channel',
      installation: { ...teams, dispatchChannel: { ...teams.dispatchChannel, ...elsewhere } },
    },
    {
      where: 'the channel of a module',
      installation: {
        ...teams,
        modules: teams.modules.map(({ channel, ...module }) => ({
          ...module,
          ...(channel && { channel: { ...channel, ...elsewhere } }),
        })),
      },
    },
  ];

  test.each(wrong)('given another host at $where, then the variable is named', ({ installation }) => {
    expect(checking(installation)).toThrow(ConfigError);
    expect(checking(installation)).toThrow(/^SERVICE_URL_HOSTS: expected the host of every serviceUrl/);
    expect(checking(installation, ['smba.trafficmanager.net', 'smba.trafficmanager.com'])).not.toThrow();
  });

  test('given this machine there, then it is one of the hosts, with the port that it likes', () => {
    const here = sampleInstallation('http://127.0.0.1:56150/_connector');
    expect(checking(here)).not.toThrow();
    expect(new Set(serviceUrlHostsFor(['cloud.example'], here))).toEqual(
      new Set(['cloud.example', '127.0.0.1']),
    );
    expect(serviceUrlHostsFor(['cloud.example'], teams)).toEqual(['cloud.example']);
  });

  test('given no app id, then the simulator takes their place', () => {
    expect(() => checkServiceUrls({}, { ...teams, ...elsewhere })).not.toThrow();
  });
});
