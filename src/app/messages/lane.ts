import type { ChannelAddress, Installation, PersonId } from '../../domain/organisation/installation';
import type { Place } from '../../domain/organisation/place';

/**
 * One conversation that a place is reached in, and so one order of sending: Teams counts its limits per
 * conversation, and all threads of a channel are one.
 */
export type Lane =
  | { readonly kind: 'channel'; readonly address: ChannelAddress }
  | { readonly kind: 'person'; readonly person: PersonId }
  /** Nothing is sent there: the place cannot be reached over Teams. */
  | { readonly kind: 'none' };

/** The lane of a channel, by the channel's conversation without thread. */
export function channelKey(conversation: string): string {
  return `channel:${conversation}`;
}

export function laneKey(lane: Lane): string {
  switch (lane.kind) {
    case 'channel':
      return channelKey(lane.address.conversation);
    case 'person':
      return `person:${lane.person}`;
    case 'none':
      return 'none';
  }
}

/** The lanes of a place (process 1): its channel, else the private chats of its contact people, else none. */
export function lanesOf(installation: Installation, place: Place): readonly Lane[] {
  switch (place.kind) {
    case 'dispatch':
      return [{ kind: 'channel', address: installation.dispatchChannel }];
    case 'platform':
      return [{ kind: 'channel', address: installation.platformChannel }];
    case 'module': {
      const channel = installation.modules.find((each) => each.id === place.module)?.channel;
      return channel === undefined ? [] : [{ kind: 'channel', address: channel }];
    }
    case 'organisation': {
      const organisation = installation.organisations.find((each) => each.id === place.organisation);
      if (organisation?.channel !== undefined) return [{ kind: 'channel', address: organisation.channel }];
      return (organisation?.contactPeople ?? []).map((person) => ({ kind: 'person', person }));
    }
  }
}
