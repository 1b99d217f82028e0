import { allPlaces, placesOfConversation } from '../domain/organisation/find';
import type { ChannelAddress, Installation } from '../domain/organisation/installation';
import type { Place } from '../domain/organisation/place';
import { channelKey, lanesOf } from './messages/lane';
import type { ConversationStore } from './ports/conversation-store';
import type { Directory } from './ports/directory';
import type { ConversationToAsk } from './ports/rosters';

export interface ConversationsToAskDeps {
  readonly directory: Directory;
  readonly conversations: Pick<ConversationStore, 'find'>;
}

export interface PlacesOfChannel {
  readonly address: ChannelAddress;
  readonly places: readonly Place[];
}

/** The channels that the bot serves, each once, whatever places share it (process 1). */
export function channelsOfPlaces(installation: Installation): readonly PlacesOfChannel[] {
  const channels = allPlaces(installation)
    .flatMap((place) => lanesOf(installation, place))
    .flatMap((lane) => (lane.kind === 'channel' ? [[lane.address.conversation, lane.address] as const] : []));
  return [...new Map(channels)].map(([conversation, address]) => ({
    address,
    places: placesOfConversation(installation, conversation),
  }));
}

/** How the private chat is kept of somebody who is nobody yet and has asked to be taken in. */
export function newcomerKey(conversation: string): string {
  return `newcomer:${conversation}`;
}

/**
 * How a conversation is asked who is in it: that of a place, or the private chat of somebody who has asked to be taken in;
 * no other one is asked, whatever a card says.
 */
export async function conversationToAsk(
  { directory, conversations }: ConversationsToAskDeps,
  conversation: string,
): Promise<ConversationToAsk | undefined> {
  const channels = channelsOfPlaces(directory.installation());
  const channel = channels.find(({ address }) => address.conversation === conversation);
  const key = channel === undefined ? newcomerKey(conversation) : channelKey(conversation);
  // What was seen last is newer than the organisation file: service URLs change.
  const seen = await conversations.find(key);
  const serviceUrl = seen?.serviceUrl ?? channel?.address.serviceUrl;
  return serviceUrl === undefined ? undefined : { conversation, serviceUrl };
}
