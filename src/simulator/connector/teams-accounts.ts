/** The bot as Teams knows it; `id` is `28:` and the app id. */
export interface BotAccount {
  id: string;
  appId: string;
  name: string;
  /** The tenant that the bot lives in: new bot resources are single-tenant. */
  tenantId: string;
}

export interface TeamsTenant {
  id: string;
  name: string;
  /** The app's package was installed in this tenant too, so that its people can have a private chat with the bot. */
  appAvailable?: boolean;
}

/** An account as a guest in another tenant: other object id, other Teams id. */
export interface GuestAccount {
  tenantId: string;
  aadObjectId: string;
  teamsId?: string;
}

export interface TeamsPerson {
  /** How tests name the person: "dispatcher-1". Never sent. */
  key: string;
  name: string;
  mail: string;
  /** The id Teams uses, `29:…`. */
  teamsId: string;
  aadObjectId: string;
  /** The home tenant. */
  tenantId: string;
  guestIn?: GuestAccount[];
}

export type ChannelKind = 'standard' | 'private' | 'shared';

export interface TeamsChannel {
  id: string;
  name: string;
  kind: ChannelKind;
  /** Keys of people; only private and shared channels have members of their own. */
  members?: string[];
  /** Whether the app was added to the channel. In a standard channel it comes with the team. */
  appAdded: boolean;
  /** Whether `ChannelMember.Read.Group` was consented to; without it a shared channel gives no roster. */
  rosterConsent: boolean;
}

export interface TeamsTeam {
  /** The id of the team's General channel. */
  id: string;
  /** The Entra group. */
  groupId: string;
  name: string;
  /** The tenant that hosts the team and its channels. */
  tenantId: string;
  appInstalled: boolean;
  members: string[];
  channels: TeamsChannel[];
}

export interface PersonalChat {
  id: string;
  person: string;
  /** The tenant of the account that has the chat: the person's own, or one in which they are a guest. */
  tenantId: string;
  installed: boolean;
  blocked: boolean;
}

export interface GroupChat {
  id: string;
  name: string;
  tenantId: string;
  members: string[];
  installed: boolean;
}

/** A person with the identity they have in one conversation. */
export interface Membership {
  person: TeamsPerson;
  teamsId: string;
  aadObjectId: string;
  tenantId: string;
  guest: boolean;
}
