import { type Config, ConfigError } from '../config';
import type { Installation } from '../domain/organisation/installation';
import {
  microsoftServiceHosts,
  serviceUrlsOf,
  serviceUrlsOfThisMachine,
} from '../domain/organisation/service-urls';

/**
 * Hosts that the bot sends to: those configured, Microsoft's by default, and this machine where the organisation file
 * names it.
 */
export function serviceUrlHostsFor(
  configured: readonly string[] = microsoftServiceHosts,
  installation: Installation,
): readonly string[] {
  const here = serviceUrlsIn(installation)
    .filter(serviceUrlsOfThisMachine)
    .map((url) => new URL(url).hostname);
  return [...configured, ...here];
}

/**
 * The bot's own token goes to the service URLs of the organisation file. Throws ConfigError if the host of one is not
 * among those allowed; without an app id there is no token, and the simulator's address takes their place.
 */
export function checkServiceUrls(
  { credentials, serviceUrlHosts }: Pick<Config, 'credentials' | 'serviceUrlHosts'>,
  installation: Installation,
): void {
  const mayServe = serviceUrlsOf(serviceUrlHostsFor(serviceUrlHosts, installation));
  if (credentials === undefined || serviceUrlsIn(installation).every(mayServe)) return;
  throw new ConfigError([
    {
      variable: 'SERVICE_URL_HOSTS',
      expected:
        'the host of every serviceUrl in the organisation file too, or a serviceUrl there at one of these hosts',
    },
  ]);
}

function serviceUrlsIn({
  serviceUrl,
  dispatchChannel,
  platformChannel,
  organisations,
  modules,
}: Installation): readonly string[] {
  const channels = [...organisations, ...modules].flatMap(({ channel }) => channel ?? []);
  return [
    serviceUrl,
    ...[dispatchChannel, platformChannel, ...channels].map((channel) => channel.serviceUrl),
  ];
}
