import { loadOrganisation } from '../../src/adapters/organisation/load-organisation';
import { sampleOrganisationFile } from '../../src/config';
import type { ChannelAddress, Installation, Person } from '../../src/domain/organisation/installation';
import { hasRole } from '../../src/domain/organisation/find';
import { TeamsWorld } from '../../src/simulator/connector/teams-world';
import type { TeamsPerson, TeamsTenant } from '../../src/simulator/connector/teams-accounts';

/** In the team of the sample's channels, but in no organisation file. */
export const stranger = 'fremde-person';

/** The sample organisation of local mode, its channels reached at the service URL. */
export function sampleInstallation(serviceUrl: string): Installation {
  const sample = loadOrganisation(sampleOrganisationFile);
  const at = (channel: ChannelAddress): ChannelAddress => ({ ...channel, serviceUrl });
  return {
    ...sample,
    serviceUrl,
    dispatchChannel: at(sample.dispatchChannel),
    platformChannel: at(sample.platformChannel),
    organisations: sample.organisations.map((each) =>
      each.channel === undefined ? each : { ...each, channel: at(each.channel) },
    ),
    modules: sample.modules.map((each) =>
      each.channel === undefined ? each : { ...each, channel: at(each.channel) },
    ),
  };
}

/** Teams as it would be for an installation: its tenants, one hosting team with a channel per place, private chats. */
export function teamsOf(installation: Installation): TeamsWorld {
  const { hostingTenant } = installation;
  const people = installation.people.map((person) => accountOf(person, hostingTenant));
  people.push({
    key: stranger,
    name: 'Fremde Person',
    mail: 'fremd@example.org',
    teamsId: '29:fremd',
    aadObjectId: 'c0000000-0000-4000-8000-00000000ffff',
    tenantId: hostingTenant,
  });
  const tenantIds = new Set([hostingTenant, ...people.map((person) => person.tenantId)]);
  const tenants: TeamsTenant[] = [...tenantIds].map((id) => ({ id, name: id }));
  const inHostingTenant = people.filter((person) => identityIn(person, hostingTenant));
  return new TeamsWorld({
    bot: { appId: '00000000-0000-4000-8000-0000000000b0', name: 'Software-Pflege', tenantId: hostingTenant },
    tenants,
    people,
    teams: [
      {
        id: '19:general@thread.tacv2',
        groupId: installation.dispatchChannel.team,
        name: 'Software-Pflege',
        tenantId: hostingTenant,
        members: inHostingTenant.map((person) => person.key),
        channels: channelsOf(installation),
      },
    ],
    // The bot lives in the hosting tenant; people of others have their chat with it as guests.
    chats: inHostingTenant.map((person) => ({
      kind: 'personal',
      person: person.key,
      tenantId: hostingTenant,
    })),
  });
}

function channelsOf(installation: Installation) {
  const members = (...wanted: ((person: Person) => boolean)[]) => [
    ...installation.people.filter((person) => wanted.some((fits) => fits(person))).map((person) => person.id),
    stranger,
  ];
  const dispatchers = (person: Person) => hasRole(person, 'dispatcher') || hasRole(person, 'processOwner');
  return [
    {
      id: installation.dispatchChannel.conversation,
      name: 'Dispatch',
      kind: 'private' as const,
      // The platform's channel may be the same.
      members: members(
        dispatchers,
        (person) =>
          installation.platformChannel.conversation === installation.dispatchChannel.conversation &&
          hasRole(person, 'platformMaintainer'),
      ),
    },
    {
      id: installation.platformChannel.conversation,
      name: 'Plattform',
      kind: 'private' as const,
      members: members(dispatchers, (person) => hasRole(person, 'platformMaintainer')),
    },
    ...installation.modules.flatMap(({ id, name, channel }) =>
      channel === undefined
        ? []
        : [
            {
              id: channel.conversation,
              name,
              kind: 'shared' as const,
              members: members(dispatchers, (person) =>
                person.roles.some((grant) => grant.role === 'maintainer' && grant.module === id),
              ),
            },
          ],
    ),
    ...installation.organisations.flatMap(({ id, name, channel }) =>
      channel === undefined
        ? []
        : [
            {
              id: channel.conversation,
              name,
              kind: 'shared' as const,
              members: members(dispatchers, (person) => person.organisation === id),
            },
          ],
    ),
  ].filter((channel, index, all) => all.findIndex((each) => each.id === channel.id) === index);
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

function identityIn(person: TeamsPerson, tenant: string): boolean {
  return person.tenantId === tenant || (person.guestIn ?? []).some((guest) => guest.tenantId === tenant);
}
