import type { ChannelAddress, Installation } from '../domain/organisation/installation';

/** The installation with this service URL for every channel, whatever the organisation file says. */
export function reachedAt(installation: Installation, serviceUrl: string): Installation {
  const at = (address: ChannelAddress): ChannelAddress => ({ ...address, serviceUrl });
  const withChannel = <Owner extends { readonly channel?: ChannelAddress }>(owner: Owner): Owner =>
    owner.channel === undefined ? owner : { ...owner, channel: at(owner.channel) };
  return {
    ...installation,
    serviceUrl,
    dispatchChannel: at(installation.dispatchChannel),
    platformChannel: at(installation.platformChannel),
    organisations: installation.organisations.map(withChannel),
    modules: installation.modules.map(withChannel),
  };
}
