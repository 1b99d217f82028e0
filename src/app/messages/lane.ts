import { placesOfConversation } from '../../domain/organisation/find';
import type { ChannelAddress, Installation, PersonId } from '../../domain/organisation/installation';
import type { Place } from '../../domain/organisation/place';

/**
 * One conversation in which a place is reached, and thus one sending order: Teams applies its limits per conversation,
 * and all threads of a channel count as one.
 */
export type Lane =
  | { readonly kind: 'channel'; readonly address: ChannelAddress }
  | { readonly kind: 'person'; readonly person: PersonId }
  /** Nothing is sent: the place cannot be reached through Teams. */
  | { readonly kind: 'none' };

/** The lane of a channel, from its conversation id without the thread. */
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

/** The places that read what is sent there; none in a private chat. */
export function placesIn(installation: Installation, lane: Lane): readonly Place[] {
  return lane.kind === 'channel' ? placesOfConversation(installation, lane.address.conversation) : [];
}

/** The lanes of a place (process 1): its channel, otherwise the private chats of its contact people, otherwise none. */
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
