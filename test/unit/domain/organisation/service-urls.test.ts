import {
  isSafeServiceUrl,
  microsoftServiceHosts,
  serviceUrlsOf,
  serviceUrlsOfThisMachine,
} from '../../../../src/domain/organisation/service-urls';

const microsofts = serviceUrlsOf(microsoftServiceHosts);

describe('the service URLs that the bot sends to', () => {
  test.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/de/11111111-0000-4000-8000-000000000001/',
    'HTTPS://SMBA.TrafficManager.NET:443/teams/',
    'https://smba.onyx.prod.teams.trafficmanager.net/amer/',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    'https://smba.infra.gov.teams.microsoft.us/teams',
    'https://smba.infra.dod.teams.microsoft.us/teams',
    'https://europe.webchat.botframework.com/',
  ])('given the documented hosts, then %s is one', (url) => {
    expect(microsofts(url)).toBe(true);
  });

  test.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net:8443/emea/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:word@smba.trafficmanager.net/emea/',
    'https://evil.example/smba.trafficmanager.net/',
    'https://evil.example#smba.trafficmanager.net',
    'https://evil.example\\@smba.trafficmanager.net/',
    'https://smba.traffic\tmanager.net/',
    ' https://smba.trafficmanager.net/',
    'https://other.trafficmanager.net/',
    'https://a.smba.trafficmanager.net/',
    'https://evilbotframework.com/',
    'https://botframework.com/',
    'http://127.0.0.1/',
    'https://localhost/',
    'ftp://smba.trafficmanager.net/',
    'smba.trafficmanager.net',
    '',
  ])('given the documented hosts, then %j is none', (url) => {
    expect(microsofts(url)).toBe(false);
  });

  test('given a machine that is named, then it may be spoken to without encryption, and only it', () => {
    const here = serviceUrlsOf(['127.0.0.1']);
    expect(here('http://127.0.0.1:3979/_connector')).toBe(true);
    expect(here('http://127.0.0.2:3979/')).toBe(false);
    expect(here('https://smba.trafficmanager.net/emea/')).toBe(false);
    expect(serviceUrlsOf(['cloud.example'])('http://cloud.example/')).toBe(false);
  });

  test.each([
    ['http://127.0.0.1:1/', true],
    ['http://localhost:56150/_connector', true],
    ['http://[::1]:1/', true],
    ['http://127.0.0.1:80@evil.example', false],
    ['https://smba.trafficmanager.net/emea/', false],
  ])('given no app id, then %s is taken: %s', (url, taken) => {
    expect(serviceUrlsOfThisMachine(url)).toBe(taken);
  });

  test.each([
    ['https://cloud.example/', true],
    ['http://127.0.0.1:1/', true],
    ['http://cloud.example/', false],
    ['http://127.0.0.1:80@evil.example/', false],
  ])('given an organisation file with %s, then it is safe: %s', (url, safe) => {
    expect(isSafeServiceUrl(url)).toBe(safe);
  });
});
