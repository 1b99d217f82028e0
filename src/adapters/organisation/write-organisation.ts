import { stringify } from 'yaml';
import type { z } from 'zod';
import type { ChannelAddress, Installation, RoleGrant } from '../../domain/organisation/installation';
import type { TimelineEntry } from '../../domain/reaction/calendar-timeline';
import type { organisationFileShape } from './file-shape';

/** What the reader takes, with nothing left out. */
type WrittenFile = Required<z.input<typeof organisationFileShape>>;

/** The text of an organisation file from which the reader makes this installation again. */
export function writeOrganisation(installation: Installation): string {
  return stringify(toFile(installation), {
    version: '1.2',
    // What YAML 1.1 takes for a day, a number or a truth value stands in quotation marks, too: not everybody reads 1.2.
    compat: 'yaml-1.1',
    singleQuote: true,
    aliasDuplicateObjects: false,
    lineWidth: 0,
  });
}

function toFile(installation: Installation): WrittenFile {
  const { hostingTenant, serviceUrl, hotline, urgentReports, contracts } = installation;
  const channelOf = (address: ChannelAddress) => channelEntry(address, installation);
  return {
    hostingTenant,
    serviceUrl,
    hotline,
    dispatch: { channel: channelOf(installation.dispatchChannel) },
    platform: { channel: channelOf(installation.platformChannel) },
    urgentReports: { ...urgentReports },
    onboarding: { checklist: [...installation.onboardingChecklist] },
    calendars: installation.calendars.map(calendarEntry),
    organisations: installation.organisations.map(({ channel, contactPeople, ...organisation }) => ({
      ...organisation,
      ...(channel && { channel: channelOf(channel) }),
      ...(contactPeople.length > 0 && { contactPeople: [...contactPeople] }),
    })),
    people: installation.people.map(({ identities, roles, ...person }) => ({
      ...person,
      identities: [...identities],
      roles: roles.map(roleEntry),
    })),
    modules: installation.modules.map(({ channel, ...module }) => ({
      ...module,
      ...(channel && { channel: channelOf(channel) }),
    })),
    contracts: [...contracts],
    absences: [...installation.absences],
    duty: installation.duty.map(({ day, dispatchers }) => ({ day, dispatchers: [...dispatchers] })),
  };
}

/** Tenant and service URL only where they are not the installation's. */
function channelEntry(
  { team, conversation, tenant, serviceUrl }: ChannelAddress,
  installation: Installation,
) {
  return {
    team,
    conversation,
    ...(tenant !== installation.hostingTenant && { tenant }),
    ...(serviceUrl !== installation.serviceUrl && { serviceUrl }),
  };
}

function calendarEntry({ validFrom, calendar: { definition } }: TimelineEntry) {
  const { hours, ...rest } = definition;
  // Weekdays are numbers, which the keys of an object are not.
  const weekdays = new Map(Object.entries(hours).map(([day, windows]) => [Number(day), windows]));
  return { validFrom, ...rest, hours: weekdays };
}

function roleEntry(grant: RoleGrant): unknown {
  return grant.role === 'maintainer' ? { maintainer: grant.module } : grant.role;
}
