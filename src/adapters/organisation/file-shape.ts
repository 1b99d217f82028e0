import { z } from 'zod';
import { evidenceKinds, type RoleGrant, roles, stepOwners } from '../../domain/organisation/installation';
import {
  channelId,
  day,
  entraId,
  faultClassList,
  id,
  isSo,
  listOf,
  mail,
  months,
  oneOf,
  section,
  serviceUrl,
  text,
  webAddress,
  yesOrNo,
} from './fields';
import { found, unknownName } from './wording';

/** A channel of the hosting tenant unless stated otherwise. */
const channelEntry = section({
  team: entraId("the team's group id"),
  conversation: channelId,
  tenant: entraId('the tenant that hosts the channel').exactOptional(),
  serviceUrl: serviceUrl.exactOptional(),
});

export type ChannelEntry = z.infer<typeof channelEntry>;

const plainRoles = roles.filter((role) => role !== 'maintainer');
const roleExpected = `one of ${plainRoles.join(', ')}, or "maintainer: <module>"`;

/** `dispatcher`, or a map `maintainer: <module>`, as a maintainer is always for a module (process 1). */
const role = z.unknown().transform((value, context): RoleGrant => {
  const plain = plainRoles.find((name) => name === value);
  if (plain !== undefined) return { role: plain };
  if (typeof value === 'object' && value !== null && Object.keys(value).join() === 'maintainer') {
    const module = (value as { readonly maintainer: unknown }).maintainer;
    if (typeof module === 'string') return { role: 'maintainer', module };
  }
  const message =
    typeof value === 'string' && value !== 'maintainer'
      ? unknownName('role', value, plainRoles)
      : `expected ${roleExpected}${found(value)}`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const organisationEntry = section({
  id: id('the organisation'),
  name: text('the name of the organisation'),
  tenant: entraId("the organisation's own tenant").exactOptional(),
  channel: channelEntry.exactOptional(),
  contactPeople: listOf(text('the id of a person'), 'ids of people').exactOptional(),
  retired: day.exactOptional(),
});

const personEntry = section({
  id: id('the person'),
  name: text('the name of the person'),
  mail,
  phone: text('a phone number').exactOptional(),
  since: day.exactOptional(),
  until: day.exactOptional(),
  organisation: text('the id of an organisation'),
  identities: listOf(
    section({
      tenant: entraId('the tenant of the identity'),
      objectId: entraId("the person's object id there"),
    }),
    'identities: tenant and objectId',
  ),
  roles: listOf(role, `roles: ${roleExpected}`),
});

const moduleEntry = section({
  id: id('the module'),
  name: text('the name of the module'),
  maintainer: text('the id of an organisation').exactOptional(),
  channel: channelEntry.exactOptional(),
  packageRepository: webAddress.exactOptional(),
  retired: day.exactOptional(),
});

/** An id made of operator, module and first day has room. */
const contractIdLength = 150;

const contractEntry = section({
  id: id('the contract', contractIdLength).exactOptional(),
  operator: text('the id of an organisation'),
  module: text('the id of a module'),
  from: day,
  to: day.exactOptional(),
  noticeMonths: months.exactOptional(),
  installedVersion: text('a version, in quotation marks').exactOptional(),
  packageContact: text('the id of a person').exactOptional(),
});

const absenceEntry = section({
  person: text('the id of a person'),
  from: day,
  to: day,
  deputy: text('the id of a person').exactOptional(),
  cancelled: isSo.exactOptional(),
});

const dutyEntry = section({
  day,
  dispatchers: listOf(text('the id of a person'), 'ids of people'),
});

/** The content of a calendar is checked by the calendar itself (check-calendar.ts). */
const calendarEntry = section({
  validFrom: day,
  zone: z.unknown().optional(),
  hours: z.unknown().optional(),
  holidayRegion: z.unknown().optional(),
  holidays: z.unknown().optional(),
  closedDays: z.unknown().optional(),
  openDays: z.unknown().optional(),
});

/** For which reports the dispatchers on duty are called, and whether outside service time too (process 3). */
const urgentReports = section({
  classes: faultClassList.exactOptional(),
  atAnyHour: yesOrNo.exactOptional(),
});

const checklistEntry = section({
  id: id('the item'),
  title: text('what has to be done'),
  mandatory: yesOrNo,
  by: oneOf(stepOwners),
  evidence: oneOf(evidenceKinds).exactOptional(),
});

/** The forms of an onboarding, which offer its items, have room for so many. */
const mostItems = 60;

/** By which items maintainers are set up (process 7). */
const onboarding = section({
  checklist: listOf(checklistEntry, 'items')
    .min(1, { error: 'expected at least one item' })
    .max(mostItems, { error: `expected at most ${mostItems} items` })
    .refine((items) => new Set(items.map((item) => item.id)).size === items.length, {
      error: 'expected items with different ids',
    }),
});

/** The organisation file, field by field; docs/operations.md explains them. */
export const organisationFileShape = section({
  hostingTenant: entraId('the tenant that hosts the channels and the bot'),
  serviceUrl,
  hotline: text('the phone number of the hotline'),
  dispatch: section({ channel: channelEntry }),
  platform: section({ channel: channelEntry }),
  urgentReports: urgentReports.exactOptional(),
  onboarding: onboarding.exactOptional(),
  calendars: listOf(calendarEntry, 'calendars').min(1, { error: 'expected at least one calendar' }),
  organisations: listOf(organisationEntry, 'organisations'),
  people: listOf(personEntry, 'people'),
  modules: listOf(moduleEntry, 'modules').min(1, { error: 'expected at least one module' }),
  contracts: listOf(contractEntry, 'contracts'),
  absences: listOf(absenceEntry, 'absences').exactOptional(),
  duty: listOf(dutyEntry, 'days of duty').exactOptional(),
});

export type OrganisationFile = z.infer<typeof organisationFileShape>;
