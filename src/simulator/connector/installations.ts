import { envelope, eventId } from './inbound-activity';
import { asObject, type JsonObject } from './json';
import type { Membership } from './teams-accounts';
import type { Conversation, TeamsWorld } from './teams-world';

/** What the events need from the connector. */
interface EventSource {
  readonly world: TeamsWorld;
  readonly serviceUrl: string;
  now(): number;
  deliver(activity: JsonObject): Promise<{ readonly status: number | undefined }>;
}

/** Changes to rosters and installations, and the events that tell the bot about them. */
export class Installations {
  constructor(private readonly connector: EventSource) {}

  /** A person installs the app: the bot may write to them from now on. Returns whether the bot accepted the events. */
  async install(personKey: string): Promise<boolean> {
    const chat = this.connector.world.openPersonalChat(personKey);
    const appeared = await this.botAppears(chat.id, personKey);
    return (await this.installationUpdate(chat.id, personKey, 'add')) && appeared;
  }

  /** A person removes the app. */
  async uninstall(personKey: string): Promise<void> {
    const chat = this.connector.world.personalChatOf(personKey);
    if (!chat) throw new Error(`"${personKey}" has no chat with the bot`);
    this.connector.world.uninstall(personKey);
    await this.installationUpdate(chat.id, personKey, 'remove');
  }

  /**
   * Somebody adds the app, already installed in the team, to a private or shared channel (or its team to a standard
   * one). Returns whether the bot accepted the event.
   */
  async addAppToChannel(channelId: string, by: string): Promise<boolean> {
    const { channel, team } = this.channel(channelId);
    channel.appAdded = true;
    team.appInstalled = true;
    return this.botAppears(channelId, by);
  }

  /** The app is removed from a channel; the bot is told once and can no longer write there. */
  async removeAppFromChannel(channelId: string, by: string): Promise<void> {
    this.channel(channelId).channel.appAdded = false;
    await this.conversationUpdate(channelId, by, { membersRemoved: [this.bot()] }, 'MemberRemoved');
  }

  /** People join a channel (a standard one: its team) or group chat. */
  async membersAdded(conversationId: string, keys: string[], by: string): Promise<void> {
    for (const key of keys) this.connector.world.addMember(conversationId, key);
    const members = keys.map((key) => this.account(conversationId, key));
    await this.conversationUpdate(conversationId, by, { membersAdded: members }, 'MemberAdded');
  }

  /** People leave or are removed. */
  async membersRemoved(conversationId: string, keys: string[], by: string): Promise<void> {
    const members = keys.map((key) => this.account(conversationId, key));
    const sender = this.member(conversationId, by);
    for (const key of keys) this.connector.world.removeMember(conversationId, key);
    await this.conversationUpdate(conversationId, sender, { membersRemoved: members }, 'MemberRemoved');
  }

  /** A channel is deleted: the bot is told, afterwards its id is unknown. */
  async deleteChannel(channelId: string, by: string): Promise<void> {
    const activity = this.eventActivity(channelId, this.member(channelId, by), 'conversationUpdate', {});
    activity['channelData'] = { ...asObject(activity['channelData']), eventType: 'channelDeleted' };
    this.connector.world.deleteChannel(channelId);
    await this.connector.deliver(activity);
  }

  private botAppears(conversationId: string, by: string): Promise<boolean> {
    return this.conversationUpdate(conversationId, by, { membersAdded: [this.bot()] }, 'MemberAdded');
  }

  private installationUpdate(conversationId: string, by: string, action: 'add' | 'remove'): Promise<boolean> {
    const sender = this.member(conversationId, by);
    return this.tell(this.eventActivity(conversationId, sender, 'installationUpdate', { action }));
  }

  private async tell(activity: JsonObject): Promise<boolean> {
    const { status = 0 } = await this.connector.deliver(activity);
    return status >= 200 && status < 300;
  }

  private async conversationUpdate(
    conversationId: string,
    by: string | Membership,
    fields: JsonObject,
    event: 'MemberAdded' | 'MemberRemoved',
  ): Promise<boolean> {
    const sender = typeof by === 'string' ? this.member(conversationId, by) : by;
    const activity = this.eventActivity(conversationId, sender, 'conversationUpdate', fields);
    const conversation = this.conversation(conversationId);
    if (conversation.kind === 'channel') {
      const scope = conversation.channel.kind === 'standard' ? 'team' : 'channel';
      activity['channelData'] = { ...asObject(activity['channelData']), eventType: `${scope}${event}` };
    }
    return this.tell(activity);
  }

  private eventActivity(
    conversationId: string,
    sender: Membership,
    type: string,
    fields: JsonObject,
  ): JsonObject {
    const { world, serviceUrl } = this.connector;
    const at = this.connector.now();
    const conversation = this.conversation(conversationId);
    return {
      ...envelope({ world, conversation, rootId: undefined, serviceUrl, at }, sender),
      type,
      id: eventId(),
      ...fields,
    };
  }

  private bot(): JsonObject {
    return { id: this.connector.world.bot.id, name: this.connector.world.bot.name };
  }

  private account(conversationId: string, key: string): JsonObject {
    const member = this.member(conversationId, key);
    return { id: member.teamsId, aadObjectId: member.aadObjectId };
  }

  private member(conversationId: string, key: string): Membership {
    const member = this.connector.world.memberOf(this.conversation(conversationId), key);
    if (!member) throw new Error(`"${key}" is not in ${conversationId}`);
    return member;
  }

  private conversation(conversationId: string): Conversation {
    const conversation = this.connector.world.conversation(conversationId);
    if (!conversation) throw new Error(`No conversation ${conversationId}`);
    return conversation;
  }

  private channel(channelId: string) {
    const conversation = this.conversation(channelId);
    if (conversation.kind !== 'channel') throw new Error(`${channelId} is no channel`);
    return conversation;
  }
}
