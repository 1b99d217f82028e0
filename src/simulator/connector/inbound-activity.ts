import { randomUUID } from 'node:crypto';
import { threadConversationId } from './conversation-ids';
import type { JsonObject } from './json';
import type { Membership, TeamsChannel, TeamsTeam } from './teams-accounts';
import type { Conversation, TeamsWorld } from './teams-world';

/** Who sends from where: the part shared by all activities of one conversation. */
export interface InboundPlace {
  readonly world: TeamsWorld;
  readonly conversation: Conversation;
  /** The thread in a channel; undefined for events about the whole conversation. */
  readonly rootId: string | undefined;
  readonly serviceUrl: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const berlinFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const berlinOffset = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Europe/Berlin',
  timeZoneName: 'longOffset',
});

/** The envelope that every activity from Teams has: sender, recipient, conversation, channel data, times. */
export function envelope(place: InboundPlace, sender: Membership): JsonObject {
  const { world, conversation, at } = place;
  return {
    channelId: 'msteams',
    serviceUrl: place.serviceUrl,
    timestamp: new Date(at).toISOString(),
    localTimestamp: berlinTime(at),
    localTimezone: 'Europe/Berlin',
    locale: 'de-DE',
    from: { id: sender.teamsId, name: sender.person.name, aadObjectId: sender.aadObjectId },
    recipient: { id: world.bot.id, name: world.bot.name },
    conversation: conversationAccount(place),
    channelData: channelData(conversation),
  };
}

/** The id Teams gives to invokes and events, which are not messages. */
export function eventId(): string {
  return `f:${randomUUID()}`;
}

/** What the client reports about itself with each message. */
export function clientInfo(): JsonObject {
  return { type: 'clientInfo', locale: 'de-DE', country: 'DE', platform: 'Web', timezone: 'Europe/Berlin' };
}

function conversationAccount({ conversation, rootId }: InboundPlace): JsonObject {
  const { id, tenantId } = conversation;
  switch (conversation.kind) {
    case 'personal':
      return { conversationType: 'personal', id, tenantId };
    case 'group':
      return {
        ...(conversation.chat.withoutType === true ? {} : { conversationType: 'groupChat' }),
        isGroup: true,
        id,
        tenantId,
        name: conversation.name,
      };
    case 'channel':
      return {
        conversationType: 'channel',
        isGroup: true,
        id: rootId === undefined ? id : threadConversationId(id, rootId),
        tenantId,
        name: conversation.name,
      };
    default:
      return conversation satisfies never;
  }
}

function channelData(conversation: Conversation): JsonObject {
  const tenant = { id: conversation.tenantId };
  if (conversation.kind !== 'channel') return { tenant };
  return {
    tenant,
    team: teamInfo(conversation.team),
    channel: channelInfo(conversation.channel),
    teamsTeamId: conversation.team.id,
    teamsChannelId: conversation.id,
  };
}

/** A team as `channelData.team` names it. */
export function teamInfo(team: TeamsTeam): JsonObject {
  return { id: team.id, name: team.name, aadGroupId: team.groupId, tenantId: team.tenantId };
}

/** A channel as `channelData.channel` names it; only private and shared ones have a type. */
export function channelInfo(channel: TeamsChannel): JsonObject {
  return {
    id: channel.id,
    name: channel.name,
    ...(channel.kind === 'standard' ? {} : { type: channel.kind }),
  };
}

function berlinTime(at: number): string {
  const offset = berlinOffset.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value;
  return `${berlinFormat.format(at).replace(' ', 'T')}${(offset ?? 'GMT').replace('GMT', '') || '+00:00'}`;
}
