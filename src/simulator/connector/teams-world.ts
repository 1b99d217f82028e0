import { baseConversationId } from './conversation-ids';
import type {
  BotAccount,
  GroupChat,
  GuestAccount,
  Membership,
  PersonalChat,
  TeamsChannel,
  TeamsPerson,
  TeamsTeam,
  TeamsTenant,
} from './teams-accounts';
import type { PersonalChatSettings, TeamsWorldDescription } from './teams-world-description';

/** A place for messages: whose it is, who is in it, and whether the bot is. */
export type Conversation =
  | {
      readonly kind: 'channel';
      readonly id: string;
      readonly name: string;
      readonly tenantId: string;
      readonly team: TeamsTeam;
      readonly channel: TeamsChannel;
    }
  | {
      readonly kind: 'personal';
      readonly id: string;
      readonly name: string;
      readonly tenantId: string;
      readonly chat: PersonalChat;
    }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly name: string;
      readonly tenantId: string;
      readonly chat: GroupChat;
    };

/** The tenants, people, teams and chats around the bot: plain data, with real-life changes as methods. */
export class TeamsWorld {
  readonly bot: BotAccount;
  readonly tenants: TeamsTenant[];
  readonly people: TeamsPerson[];
  readonly teams: TeamsTeam[];
  readonly personalChats: PersonalChat[] = [];
  readonly groupChats: GroupChat[] = [];
  /** Ids of the conversations that take no targeted messages. */
  readonly withoutTargeted = new Set<string>();

  constructor(description: TeamsWorldDescription) {
    const { bot } = description;
    this.bot = { ...bot, id: `28:${bot.appId}` };
    this.tenants = description.tenants;
    this.people = description.people;
    this.teams = (description.teams ?? []).map((team) => ({
      ...team,
      appInstalled: team.appInstalled ?? true,
      channels: withGeneral(team.id, team.channels).map((channel) => ({
        kind: 'standard',
        appAdded: true,
        rosterConsent: true,
        ...channel,
      })),
    }));
    for (const chat of description.chats ?? []) {
      if (chat.kind === 'personal') this.openPersonalChat(chat.person, chat);
      else this.groupChats.push({ ...chat, installed: chat.installed ?? true });
    }
  }

  /** The person with this key; an unknown key is a mistake in the test and throws. */
  person(key: string): TeamsPerson {
    const person = this.people.find((candidate) => candidate.key === key);
    if (!person) throw new Error(`No person "${key}"; known: ${this.people.map((p) => p.key).join(', ')}`);
    return person;
  }

  /** The conversation with this id, with or without `;messageid=`; undefined if Teams would not know it. */
  conversation(id: string): Conversation | undefined {
    const base = baseConversationId(id);
    for (const team of this.teams) {
      const channel = team.channels.find((candidate) => candidate.id === base);
      if (channel)
        return { kind: 'channel', id: base, name: channel.name, tenantId: team.tenantId, team, channel };
    }
    const personal = this.personalChats.find((chat) => chat.id === base);
    if (personal) {
      const person = this.person(personal.person);
      return { kind: 'personal', id: base, name: person.name, tenantId: personal.tenantId, chat: personal };
    }
    const group = this.groupChats.find((chat) => chat.id === base);
    return group && { kind: 'group', id: base, name: group.name, tenantId: group.tenantId, chat: group };
  }

  /** Every channel and chat there is. */
  conversations(): Conversation[] {
    const ids = [
      ...this.teams.flatMap((team) => team.channels.map((channel) => channel.id)),
      ...this.personalChats.map((chat) => chat.id),
      ...this.groupChats.map((chat) => chat.id),
    ];
    return ids.map((id) => this.conversation(id)).filter((conversation) => conversation !== undefined);
  }

  /** The team whose General channel has this id (Teams names a team by it). */
  team(id: string): TeamsTeam | undefined {
    return this.teams.find((team) => team.id === id);
  }

  /** The people who are in a conversation, each with the identity they have there. */
  members(conversation: Conversation): Membership[] {
    return this.memberKeys(conversation).map((key) => this.membership(this.person(key), conversation));
  }

  /** The identity of a person in a conversation, or undefined when they are not in it. */
  memberOf(conversation: Conversation, key: string): Membership | undefined {
    return this.memberKeys(conversation).includes(key)
      ? this.membership(this.person(key), conversation)
      : undefined;
  }

  /** The person an id means anywhere in this world: a `29:` id or an Entra object id. */
  identity(id: string): Membership | undefined {
    for (const person of this.people) {
      for (const account of this.accounts(person)) {
        if (account.teamsId === id || account.aadObjectId === id) return account;
      }
    }
    return undefined;
  }

  /** Whether the bot's app may be used in a tenant: in its own, and where the app is installed as a package. */
  appAvailableIn(tenantId: string): boolean {
    return (
      tenantId === this.bot.tenantId ||
      this.tenants.some((tenant) => tenant.id === tenantId && tenant.appAvailable === true)
    );
  }

  /** The private chat of a person with the bot, if there ever was one. */
  personalChatOf(key: string): PersonalChat | undefined {
    return this.personalChats.find((chat) => chat.person === key);
  }

  /** Installs the app for a person: afterwards the bot may write to them. */
  openPersonalChat(key: string, settings: PersonalChatSettings = {}): PersonalChat {
    const existing = this.personalChatOf(key);
    if (existing) {
      existing.installed = settings.installed ?? true;
      return existing;
    }
    const chat: PersonalChat = {
      id: settings.id ?? `a:1-${this.bot.appId}-${key}`,
      person: this.person(key).key,
      tenantId: settings.tenantId ?? this.person(key).tenantId,
      installed: settings.installed ?? true,
      blocked: settings.blocked ?? false,
    };
    this.personalChats.push(chat);
    return chat;
  }

  /** Removes the app for a person; the chat stays, the bot can no longer write to it. */
  uninstall(key: string): void {
    const chat = this.personalChatOf(key);
    if (chat) chat.installed = false;
  }

  /** The person blocks the bot, or stops blocking it. */
  setBlocked(key: string, blocked: boolean): void {
    const chat = this.personalChatOf(key);
    if (chat) chat.blocked = blocked;
  }

  /** Removes somebody from a channel, a group chat or, for a standard channel, the team. */
  removeMember(conversationId: string, key: string): void {
    const keys = this.memberList(conversationId);
    const at = keys.indexOf(key);
    if (at >= 0) keys.splice(at, 1);
  }

  /** Adds somebody to a channel, a group chat or, for a standard channel, the team. */
  addMember(conversationId: string, key: string): void {
    const keys = this.memberList(conversationId);
    const conversation = this.conversation(conversationId);
    if (conversation) this.membership(this.person(key), conversation);
    if (!keys.includes(key)) keys.push(key);
  }

  /** Deletes a channel with everything in it; its id is unknown afterwards. */
  deleteChannel(channelId: string): void {
    for (const team of this.teams) {
      const at = team.channels.findIndex((channel) => channel.id === channelId);
      if (at >= 0) team.channels.splice(at, 1);
    }
  }

  /** Whether the bot is in the conversation and may write there. */
  appIsIn(conversation: Conversation): boolean {
    if (conversation.kind !== 'channel') return conversation.chat.installed;
    return conversation.team.appInstalled && conversation.channel.appAdded;
  }

  private memberList(conversationId: string): string[] {
    const conversation = this.conversation(conversationId);
    if (!conversation) throw new Error(`No conversation ${conversationId}`);
    if (conversation.kind === 'personal') throw new Error('The members of a private chat do not change');
    if (conversation.kind === 'group') return conversation.chat.members;
    if (conversation.channel.kind === 'standard') return conversation.team.members;
    return (conversation.channel.members ??= []);
  }

  private memberKeys(conversation: Conversation): string[] {
    return conversation.kind === 'personal' ? [conversation.chat.person] : this.memberList(conversation.id);
  }

  /**
   * In a shared channel people keep their home identity. Everywhere else somebody from another tenant is a guest of the
   * hosting tenant, with a different object id.
   */
  private membership(person: TeamsPerson, conversation: Conversation): Membership {
    const atHome =
      person.tenantId === conversation.tenantId ||
      (conversation.kind === 'channel' && conversation.channel.kind === 'shared');
    const accounts = this.accounts(person);
    const account = atHome
      ? accounts[0]
      : accounts.find((candidate) => candidate.guest && candidate.tenantId === conversation.tenantId);
    if (!account) {
      throw new Error(
        `"${person.key}" is in "${conversation.name}" of tenant ${conversation.tenantId} without a guest account there (guestIn)`,
      );
    }
    return account;
  }

  private accounts(person: TeamsPerson): Membership[] {
    const home: Membership = {
      person,
      teamsId: person.teamsId,
      aadObjectId: person.aadObjectId,
      tenantId: person.tenantId,
      guest: false,
    };
    const asGuest = (guest: GuestAccount): Membership => ({
      person,
      teamsId: guest.teamsId ?? `${person.teamsId}-guest-${guest.tenantId}`,
      aadObjectId: guest.aadObjectId,
      tenantId: guest.tenantId,
      guest: true,
    });
    return [home, ...(person.guestIn ?? []).map(asGuest)];
  }
}

/** Every team has a General channel, and its id is the team's. */
function withGeneral<Channel extends { readonly id: string }>(
  teamId: string,
  channels: Channel[],
): Array<Channel | { readonly id: string; readonly name: string }> {
  const named = channels.some((channel) => channel.id === teamId);
  return named ? channels : [{ id: teamId, name: 'General' }, ...channels];
}

/** Builds a world from a copy of the description; throws if it is inconsistent. */
export function createTeamsWorld(description: TeamsWorldDescription): TeamsWorld {
  const world = new TeamsWorld(structuredClone(description));
  // Otherwise a member without an account in the hosting tenant would fail in the middle of a request.
  for (const conversation of world.conversations()) world.members(conversation);
  return world;
}
