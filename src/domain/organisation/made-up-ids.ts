import type { ChannelAddress, Installation, OrganisationId, PersonId } from './installation';
import type { Place } from './place';
import { seemsMadeUp } from './placeholder-id';

/** One of a person's identities, by its position. */
export interface IdentityOf {
  readonly person: PersonId;
  readonly identity: number;
}

/** Where an installation has an id of Entra ID. */
export type EntraIdField =
  | { readonly field: 'hostingTenant' }
  | { readonly field: 'team' | 'channelTenant'; readonly place: Place }
  | { readonly field: 'organisationTenant'; readonly organisation: OrganisationId }
  | ({ readonly field: 'tenant' | 'objectId' } & IdentityOf);

/** Each id that seems made up, by the first field that has it. */
export function madeUpIds(installation: Installation): readonly EntraIdField[] {
  const found = new Map<string, EntraIdField>();
  for (const [id, field] of entraIds(installation)) {
    if (seemsMadeUp(id) && !found.has(id)) found.set(id, field);
  }
  return [...found.values()];
}

type Found = readonly [string, EntraIdField];

function entraIds(installation: Installation): readonly Found[] {
  const { hostingTenant, dispatchChannel, platformChannel, organisations, modules, people } = installation;
  return [
    [hostingTenant, { field: 'hostingTenant' }],
    ...ofChannel(dispatchChannel, { kind: 'dispatch' }),
    ...ofChannel(platformChannel, { kind: 'platform' }),
    ...organisations.flatMap(({ id, tenant, channel }): Found[] => [
      ...(tenant === undefined ? [] : [[tenant, { field: 'organisationTenant', organisation: id }] as const]),
      ...ofChannel(channel, { kind: 'organisation', organisation: id }),
    ]),
    ...people.flatMap(({ id: person, identities }) =>
      identities.flatMap(({ tenant, objectId }, identity): Found[] => [
        [tenant, { field: 'tenant', person, identity }],
        [objectId, { field: 'objectId', person, identity }],
      ]),
    ),
    ...modules.flatMap(({ id, channel }) => ofChannel(channel, { kind: 'module', module: id })),
  ];
}

function ofChannel(channel: ChannelAddress | undefined, place: Place): readonly Found[] {
  if (channel === undefined) return [];
  return [
    [channel.team, { field: 'team', place }],
    [channel.tenant, { field: 'channelTenant', place }],
  ];
}
