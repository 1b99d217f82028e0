import { hasRole } from '../domain/organisation/find';
import type { ChannelAddress, Installation, Person } from '../domain/organisation/installation';
import type { TeamsPerson } from '../simulator/connector/teams-accounts';
import type { TeamsWorldDescription } from '../simulator/connector/teams-world-description';
import { localModeTexts } from '../texts/local-mode.de';

/** A member of the hosting team and its General channel who is not in the organisation file. */
export const strangerKey = 'fremde-person';

const bot = { appId: '00000000-0000-4000-8000-0000000000b0', name: 'Software-Pflege' };

export interface SimulatedTeamsOptions {
  /** Puts the stranger into every channel, to show what an unknown person in a place can read. */
  readonly strangerEverywhere?: boolean;
}

/** The private chat of a person with the bot. */
export function chatIdOf(person: string): string {
  return `a:1-${bot.appId}-${person}`;
}

/**
 * Teams as an installation would have it: its tenants, the hosting team with a channel per place, private chats. A
 * channel is shared if somebody in it has no account in the hosting tenant.
 */
export function teamsOfInstallation(
  installation: Installation,
  options: SimulatedTeamsOptions = {},
): TeamsWorldDescription {
  const { hostingTenant } = installation;
  const people = [
    ...installation.people.map((person) => accountOf(person, hostingTenant)),
    strangerIn(hostingTenant),
  ];
  const guestsAndOwn = people.filter((person) => hasAccountIn(person, hostingTenant)).map(({ key }) => key);
  const tenantIds = new Set([hostingTenant, ...people.map((person) => person.tenantId)]);
  const channels = channelsOf(installation, options);
  const teams = [...new Set(channels.map(({ address }) => address.team))];
  return {
    bot: { ...bot, tenantId: hostingTenant },
    tenants: [...tenantIds].map((id) => ({ id, name: tenantName(installation, id) })),
    people,
    teams: teams.map((team, index) => ({
      id: `19:general${index === 0 ? '' : `-${index + 1}`}@thread.tacv2`,
      groupId: team,
      name: index === 0 ? localModeTexts.team : localModeTexts.furtherTeam(index + 1),
      tenantId: hostingTenant,
      members: guestsAndOwn,
      channels: [
        {
          id: `19:general${index === 0 ? '' : `-${index + 1}`}@thread.tacv2`,
          name: localModeTexts.general,
          kind: 'standard' as const,
        },
        ...channels
          .filter(({ address }) => address.team === team)
          .map(({ address, name, members }) => ({
            id: address.conversation,
            name,
            kind: members.every((key) => guestsAndOwn.includes(key))
              ? ('private' as const)
              : ('shared' as const),
            members,
          })),
      ],
    })),
    // The bot lives in the hosting tenant; people from other tenants chat with it as guests.
    chats: guestsAndOwn.map((person) => ({
      kind: 'personal',
      person,
      id: chatIdOf(person),
      tenantId: hostingTenant,
    })),
  };
}

interface PlannedChannel {
  readonly address: ChannelAddress;
  readonly name: string;
  readonly members: string[];
}

/** A channel per place; a shared one is named after its first place and has the people of all its places. */
function channelsOf(installation: Installation, options: SimulatedTeamsOptions): PlannedChannel[] {
  const dispatch = (person: Person) => hasRole(person, 'dispatcher') || hasRole(person, 'processOwner');
  const platform = (person: Person) => hasRole(person, 'platformMaintainer');
  const places: {
    readonly address: ChannelAddress;
    readonly name: string;
    readonly fits: (person: Person) => boolean;
  }[] = [
    { address: installation.dispatchChannel, name: localModeTexts.dispatch, fits: dispatch },
    { address: installation.platformChannel, name: localModeTexts.platform, fits: platform },
  ];
  for (const { id, name, channel } of installation.modules) {
    const maintains = (person: Person) =>
      person.roles.some((grant) => grant.role === 'maintainer' && grant.module === id);
    if (channel !== undefined) places.push({ address: channel, name, fits: maintains });
  }
  for (const { id, name, channel } of installation.organisations) {
    const belongs = (person: Person) => person.organisation === id;
    if (channel !== undefined) places.push({ address: channel, name, fits: belongs });
  }
  const conversations = [...new Set(places.map(({ address }) => address.conversation))];
  return conversations.flatMap((conversation) => {
    const here = places.filter(({ address }) => address.conversation === conversation);
    const [first] = here;
    if (first === undefined) return [];
    const members = installation.people
      .filter((person) => dispatch(person) || here.some(({ fits }) => fits(person)))
      .map(({ id }) => id);
    if (options.strangerEverywhere === true) members.push(strangerKey);
    return [{ address: first.address, name: first.name, members }];
  });
}

function tenantName({ organisations }: Installation, tenant: string): string {
  const names = organisations.filter((each) => each.tenant === tenant).map(({ name }) => name);
  return names.length === 0 ? tenant : names.join(', ');
}

function strangerIn(tenantId: string): TeamsPerson {
  return {
    key: strangerKey,
    name: localModeTexts.stranger.name,
    mail: 'fremd@example.org',
    teamsId: '29:fremd',
    aadObjectId: 'c0000000-0000-4000-8000-00000000ffff',
    tenantId,
  };
}

function accountOf(person: Person, hostingTenant: string): TeamsPerson {
  const [home, ...others] = person.identities;
  if (home === undefined) throw new Error(`${person.id} has no identity`);
  const guestIn = others
    .filter((identity) => identity.tenant === hostingTenant)
    .map(({ tenant, objectId }) => ({
      tenantId: tenant,
      aadObjectId: objectId,
      teamsId: `29:${person.id}-guest`,
    }));
  return {
    key: person.id,
    name: person.name,
    mail: person.mail,
    teamsId: `29:${person.id}`,
    aadObjectId: home.objectId,
    tenantId: home.tenant,
    ...(guestIn.length === 0 ? {} : { guestIn }),
  };
}

function hasAccountIn(person: TeamsPerson, tenant: string): boolean {
  return person.tenantId === tenant || (person.guestIn ?? []).some((guest) => guest.tenantId === tenant);
}
