import type { TeamsChannel, TeamsPerson, TeamsTeam, TeamsTenant } from './teams-accounts';

/** What a test or a local installation describes; everything with a default may be left out. */
export interface TeamsWorldDescription {
  readonly bot: { readonly appId: string; readonly name: string; readonly tenantId: string };
  readonly tenants: TeamsTenant[];
  readonly people: TeamsPerson[];
  readonly teams?: Array<
    Omit<TeamsTeam, 'channels' | 'appInstalled'> & {
      readonly appInstalled?: boolean;
      readonly channels: Array<Partial<TeamsChannel> & Pick<TeamsChannel, 'id' | 'name'>>;
    }
  >;
  /** Private chats with the bot, and group chats. A person of the bot's tenant without an entry has not installed the app. */
  readonly chats?: Array<
    | ({ readonly kind: 'personal'; readonly person: string } & PersonalChatSettings)
    | {
        readonly kind: 'group';
        readonly id: string;
        readonly name: string;
        readonly tenantId: string;
        readonly members: string[];
        readonly installed?: boolean;
        readonly withoutType?: boolean;
      }
  >;
}

export interface PersonalChatSettings {
  readonly id?: string;
  /** Default: the person's home tenant; a guest has the chat in the tenant they are a guest of. */
  readonly tenantId?: string;
  readonly installed?: boolean;
  readonly blocked?: boolean;
}
