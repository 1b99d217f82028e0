import type { Answer } from './activity-handlers';
import { readableConversation } from './access';
import type { JsonObject } from './json';
import { TeamsRefusal } from './refusals';
import type { ServerState } from './server-state';
import type { Membership } from './teams-accounts';
import type { Conversation } from './teams-world';

const minPage = 50;
const maxPage = 500;
const defaultPage = 200;

/** GET …/members: everybody in the conversation. */
export function allMembers(state: ServerState, conversationId: string): Answer {
  return { status: 200, body: roster(state, conversationId).map(account) };
}

/** GET …/pagedmembers?pageSize=&continuationToken=: page sizes outside 50 to 500 are clamped, as documented. */
export function pagedMembers(state: ServerState, conversationId: string, query: URLSearchParams): Answer {
  const members = roster(state, conversationId);
  const wanted = Number(query.get('pageSize') ?? defaultPage) || defaultPage;
  const size = Math.min(maxPage, Math.max(minPage, wanted));
  const start = Number(query.get('continuationToken') ?? 0) || 0;
  const next = start + size;
  return {
    status: 200,
    body: {
      members: members.slice(start, next).map(account),
      ...(next < members.length ? { continuationToken: String(next) } : {}),
    },
  };
}

/** GET …/members/{id}: by Teams id or Entra object id. */
export function oneMember(state: ServerState, conversationId: string, memberId: string): Answer {
  const found = roster(state, conversationId).find(
    (member) => member.teamsId === memberId || member.aadObjectId === memberId,
  );
  if (!found) throw new TeamsRefusal('unknown-member', memberId);
  return { status: 200, body: account(found) };
}

/** GET /v3/teams/{id}. */
export function teamDetails(state: ServerState, teamId: string): Answer {
  const team = knownTeam(state, teamId);
  return {
    status: 200,
    body: {
      id: team.id,
      name: team.name,
      aadGroupId: team.groupId,
      tenantId: team.tenantId,
      channelCount: team.channels.length,
      memberCount: team.members.length,
    },
  };
}

/** GET /v3/teams/{id}/conversations: the channels everybody in the team sees; General has no name. */
export function teamChannels(state: ServerState, teamId: string): Answer {
  const team = knownTeam(state, teamId);
  const conversations = team.channels
    .filter((channel) => channel.kind === 'standard')
    .map((channel) => ({ id: channel.id, name: channel.id === team.id ? null : channel.name }));
  return { status: 200, body: { conversations } };
}

function knownTeam(state: ServerState, teamId: string) {
  const team = state.world.team(teamId);
  if (!team) throw new TeamsRefusal('unknown-team', teamId);
  if (!team.appInstalled) throw new TeamsRefusal('team-without-app', teamId);
  return team;
}

/** A team's id, which is also that of its General channel, yields the members of the team. */
function roster(state: ServerState, conversationId: string): Membership[] {
  const conversation = readableConversation(state.world, conversationId);
  refuseWithoutConsent(conversation);
  return state.world.members(conversation);
}

function refuseWithoutConsent(conversation: Conversation): void {
  if (conversation.kind !== 'channel') return;
  const { channel } = conversation;
  if (channel.kind === 'shared' && !channel.rosterConsent) {
    throw new TeamsRefusal('roster-not-consented', 'ChannelMember.Read.Group');
  }
}

function account(member: Membership): JsonObject {
  const [givenName, ...rest] = member.person.name.split(' ');
  return {
    id: member.teamsId,
    name: member.person.name,
    objectId: member.aadObjectId,
    aadObjectId: member.aadObjectId,
    tenantId: member.tenantId,
    email: member.person.mail,
    userPrincipalName: member.guest
      ? `${member.person.mail.replace('@', '_')}#EXT#@${member.tenantId}.example`
      : member.person.mail,
    userRole: member.guest ? 'guest' : 'user',
    givenName,
    surname: rest.join(' '),
  };
}
