/**
 * Hosts of Microsoft's Bot Connector services that speak for Teams: worldwide, GCC, GCC High and DoD, as its Teams SDK
 * allows them, and the Bot Framework's own. A name that begins with `*.` stands for every host below it.
 */
export const microsoftServiceHosts: readonly string[] = [
  'smba.trafficmanager.net',
  'smba.onyx.prod.teams.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
  '*.botframework.com',
];

/** Whether a service URL is one that the bot may send to, which it does with its own access token. */
export type ServiceUrlRule = (serviceUrl: string) => boolean;

const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;

/**
 * Allows these hosts alone, over https and on its standard port. This machine, where it is named, may be spoken to
 * without encryption and on any port. Names and passwords in an address are never allowed.
 */
export function serviceUrlsOf(hosts: readonly string[]): ServiceUrlRule {
  return (serviceUrl) => {
    const url = addressOf(serviceUrl);
    if (url === undefined || !hosts.some((host) => isAt(host.toLowerCase(), url.hostname))) return false;
    return loopback.test(url.hostname) || (url.protocol === 'https:' && url.port === '');
  };
}

/** Allows this machine alone, for a bot without an app id. */
export const serviceUrlsOfThisMachine: ServiceUrlRule = (serviceUrl) => {
  const url = addressOf(serviceUrl);
  return url !== undefined && loopback.test(url.hostname);
};

/** Unencrypted to this machine only. */
export function isSafeServiceUrl(serviceUrl: string): boolean {
  return addressOf(serviceUrl)?.protocol === 'https:' || serviceUrlsOfThisMachine(serviceUrl);
}

function isAt(allowed: string, host: string): boolean {
  return allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed;
}

function addressOf(serviceUrl: string): URL | undefined {
  // As it is read here it must be read by whoever sends: no signs that some readers drop.
  if (/[\s\\]/.test(serviceUrl) || !URL.canParse(serviceUrl)) return undefined;
  const url = new URL(serviceUrl);
  const isPlain = url.username === '' && url.password === '' && /^https?:$/.test(url.protocol);
  return isPlain ? url : undefined;
}
