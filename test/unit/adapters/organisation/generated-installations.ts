import fc from 'fast-check';
import {
  type Absence,
  type ChannelAddress,
  type ChecklistItem,
  type Contract,
  evidenceKinds,
  type Installation,
  type MaintainedModule,
  type Organisation,
  type Person,
  type RoleGrant,
  stepOwners,
} from '../../../../src/domain/organisation/installation';
import { longestNotice } from '../../../../src/domain/organisation/notice';
import { createServiceCalendar } from '../../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../../src/domain/service-calendar/standard-calendar';

/** Texts as people type them, and what a reader of YAML could take for something else. */
const texts = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc.constantFrom('007', '1.10', '1e3', '2026-06-12', '08:30', 'null', 'yes', '~', '- a', 'a: b', 'a #b'),
    fc.constantFrom(
      '"Süd"',
      "d'Or: & *x",
      '🔌 Netz',
      '[a]',
      '{a}',
      '%a',
      '@a',
      '`a',
      '? a',
      '|',
      '>',
      'a\nb',
    ),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '');

const ids = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8})?$/),
  fc.constantFrom('007', '1e3', 'null', 'true', 'no', 'on', '2026-06-12', '0x1f', '12'),
);

/** Entra ID's, each a different one. */
const entraId = (number: number): string => `3f9d2a10-5b7c-4e8d-a1f2-${String(number).padStart(12, '0')}`;
const day = fc
  .integer({ min: 0, max: 4_000 })
  .map((days) => new Date(days * 86_400_000 * 5).toISOString().slice(0, 10));
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Without the keys whose value is missing, as the reader leaves them out. */
const present = <Value extends object>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));

const hostingTenant = entraId(0);
const serviceUrl = 'https://smba.trafficmanager.net/emea/';

const channels = fc.record({
  tenant: fc.constantFrom(hostingTenant, hostingTenant, entraId(1)),
  serviceUrl: fc.constantFrom(serviceUrl, serviceUrl, 'https://smba.infra.gcc.teams.microsoft.com/gcc'),
  team: fc.constantFrom(entraId(2), entraId(3)),
});

const calendars = fc
  .tuple(
    fc.uniqueArray(day, { minLength: 1, maxLength: 3 }),
    fc.array(
      fc.tuple(optional(fc.constantFrom('BUND', 'BY')), optional(fc.array(day)), optional(fc.array(day))),
      {
        minLength: 3,
        maxLength: 3,
      },
    ),
  )
  .map(([days, contents]) =>
    days.sort().map((validFrom, index) => {
      const [holidayRegion, holidays, closedDays] = contents[index] ?? [];
      const { zone, hours } = standardCalendar;
      const definition = { zone, hours, ...present({ holidayRegion, holidays, closedDays }) };
      return { id: validFrom, validFrom, calendar: createServiceCalendar(definition) };
    }),
  );

const people = fc.record({
  name: texts,
  phone: optional(texts),
  since: optional(day),
  roles: fc.uniqueArray(fc.constantFrom('operator', 'dispatcher', 'platformMaintainer', 'processOwner'), {
    minLength: 1,
  }),
});

/** Installations that the reader takes: a cooperative, operators with contracts, modules with and without maintainers. */
export const installations: fc.Arbitrary<Installation> = fc
  .record({
    calendars,
    hotline: texts,
    urgentReports: fc.record({
      classes: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4)),
      atAnyHour: fc.boolean(),
    }),
    onboardingChecklist: fc.uniqueArray(
      fc
        .record({
          id: ids,
          title: texts,
          mandatory: fc.boolean(),
          by: fc.constantFrom(...stepOwners),
          evidence: optional(fc.constantFrom(...evidenceKinds)),
        })
        .map((item) => present(item) as unknown as ChecklistItem),
      { selector: ({ id }) => id, minLength: 1, maxLength: 3 },
    ),
    organisations: fc.uniqueArray(
      fc.record({
        id: ids,
        name: texts,
        channel: optional(channels),
        people: fc.array(people, { maxLength: 2 }),
      }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 4 },
    ),
    modules: fc.uniqueArray(
      fc.record({
        id: ids,
        name: texts,
        maintainer: optional(fc.nat({ max: 3 })),
        channel: channels,
        packageRepository: fc.constantFrom(undefined, 'https://pakete.example.org/a?b=c#d'),
      }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 3 },
    ),
    contracts: fc.array(
      fc.record({
        from: day,
        isOpen: fc.boolean(),
        noticeMonths: optional(fc.integer({ min: 1, max: longestNotice })),
        installedVersion: optional(texts),
        hasContact: fc.boolean(),
      }),
      { minLength: 3, maxLength: 3 },
    ),
    dispatch: channels,
    absent: fc.array(
      day.map((from) => ({ from, to: from })),
      { maxLength: 2 },
    ),
    rostered: fc.uniqueArray(day, { maxLength: 3 }),
  })
  .map(({ organisations, modules, contracts, dispatch, absent, rostered, ...rest }): Installation => {
    const at = (channel: Omit<ChannelAddress, 'conversation'>, name: string): ChannelAddress => ({
      ...channel,
      conversation: `19:${name}@thread.tacv2`,
    });
    const maintainers = modules.map(
      ({ maintainer }) => maintainer !== undefined && organisations[maintainer],
    );
    let persons = 100;
    const person = (organisation: string, roles: readonly RoleGrant[], more: Partial<Person> = {}) => {
      persons += 1;
      return present({
        ...{ id: `p-${persons}`, name: 'Pflege', mail: `p-${persons}@example.org`, organisation },
        ...{ identities: [{ tenant: hostingTenant, objectId: entraId(persons) }], roles, ...more },
      }) as unknown as Person;
    };
    const everybody = [
      person(organisations[0]?.id ?? '', [{ role: 'dispatcher' }]),
      ...organisations.flatMap((organisation) =>
        organisation.people.map(({ roles, ...more }) =>
          person(
            organisation.id,
            roles.map((role) => ({ role })),
            present(more),
          ),
        ),
      ),
      ...modules.flatMap(({ id }, index) => {
        const maintainer = maintainers[index];
        return maintainer ? [person(maintainer.id, [{ role: 'maintainer', module: id }])] : [];
      }),
    ];
    return {
      ...rest,
      accessTasks: [],
      contractReminders: [],
      onboardings: [],
      hostingTenant,
      serviceUrl,
      dispatchChannel: at(dispatch, 'dispatch'),
      platformChannel: at(dispatch, 'dispatch'),
      people: everybody,
      organisations: organisations.map(({ id, name, channel }, index): Organisation => ({
        id,
        name,
        tenant: entraId(10 + index),
        contactPeople: everybody.filter(({ organisation }) => organisation === id).map((each) => each.id),
        ...(channel && { channel: at(channel, `organisation-${index}`) }),
      })),
      modules: modules.map(({ id, name, channel, packageRepository }, index): MaintainedModule => {
        const maintainer = maintainers[index];
        return {
          ...{ id, name, ...present({ packageRepository }) },
          ...(maintainer && { maintainer: maintainer.id, channel: at(channel, `module-${index}`) }),
        };
      }),
      absences: everybody
        .slice(0, absent.length)
        .map(({ id }, index) => ({ person: id, ...present(absent[index] ?? {}) }) as Absence),
      duty: rostered.map((each) => ({ day: each, dispatchers: [everybody[0]?.id ?? ''] })),
      contracts: modules.map(({ id }, index): Contract => {
        const { from = '', isOpen, noticeMonths, installedVersion, hasContact } = contracts[index] ?? {};
        const operator = organisations.at(-1)?.id ?? '';
        const [contact] = everybody.filter(({ organisation }) => organisation === operator);
        return {
          ...{ id: `contract-${index}`, operator, module: id, from },
          ...(isOpen !== true && { to: from }),
          ...present({ noticeMonths, installedVersion }),
          ...present({ packageContact: hasContact === true ? contact?.id : undefined }),
        };
      }),
    };
  });
