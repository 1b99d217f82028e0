/** The bot as Teams knows it; `id` is `28:` plus the app id. */
export interface BotAccount {
  readonly id: string;
  readonly appId: string;
  readonly name: string;
  /** The bot's own tenant: new bot resources are single-tenant. */
  readonly tenantId: string;
}

export interface TeamsTenant {
  readonly id: string;
  readonly name: string;
  /** The app package is installed in this tenant too, so its people can have a private chat with the bot. */
  readonly appAvailable?: boolean;
}

/** A guest account in another tenant: different object id, different Teams id. */
export interface GuestAccount {
  readonly tenantId: string;
  readonly aadObjectId: string;
  readonly teamsId?: string;
}

export interface TeamsPerson {
  /** The name tests use for the person: "dispatcher-1". Never sent. */
  readonly key: string;
  readonly name: string;
  readonly mail: string;
  /** The id Teams uses, `29:…`. */
  readonly teamsId: string;
  readonly aadObjectId: string;
  /** The home tenant. */
  readonly tenantId: string;
  readonly guestIn?: GuestAccount[];
}

export type ChannelKind = 'standard' | 'private' | 'shared';

export interface TeamsChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: ChannelKind;
  /** Keys of people; only private and shared channels have members of their own. */
  members?: string[];
  /** Whether the app was added to the channel. In a standard channel it is inherited from the team. */
  appAdded: boolean;
  /** Whether `ChannelMember.Read.Group` was consented to; without it a shared channel gives no roster. */
  rosterConsent: boolean;
}

export interface TeamsTeam {
  /** The id of the team's General channel. */
  readonly id: string;
  /** The Entra group. */
  readonly groupId: string;
  readonly name: string;
  /** The tenant that hosts the team and its channels. */
  readonly tenantId: string;
  appInstalled: boolean;
  readonly members: string[];
  readonly channels: TeamsChannel[];
}

export interface PersonalChat {
  readonly id: string;
  readonly person: string;
  /** The tenant of the account that has the chat: the person's own, or one in which they are a guest. */
  readonly tenantId: string;
  installed: boolean;
  blocked: boolean;
}

export interface GroupChat {
  readonly id: string;
  readonly name: string;
  readonly tenantId: string;
  readonly members: string[];
  readonly installed: boolean;
  /** Its activities do not name its type: Teams also sends some that have `isGroup` only. */
  readonly withoutType?: boolean;
}

/** A person with the identity they have in one conversation. */
export interface Membership {
  readonly person: TeamsPerson;
  readonly teamsId: string;
  readonly aadObjectId: string;
  readonly tenantId: string;
  readonly guest: boolean;
}
