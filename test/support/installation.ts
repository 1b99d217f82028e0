import type { Installation, Person, RoleGrant } from '../../src/domain/organisation/installation';
import { createServiceCalendar } from '../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../src/domain/service-calendar/standard-calendar';

const cooperative = '00000000-0000-4000-8000-000000000001';

function channel(name: string) {
  return {
    tenant: cooperative,
    serviceUrl: 'http://127.0.0.1:1/connector',
    team: '00000000-0000-4000-8000-0000000000ff',
    conversation: `19:${name}@thread.tacv2`,
  };
}

let people = 0;
function person(id: string, organisation: string, ...roles: readonly RoleGrant[]): Person {
  people += 1;
  const objectId = `00000000-0000-4000-9000-${String(people).padStart(12, '0')}`;
  return {
    id,
    name: `Person ${id}`,
    mail: `${id}@example.org`,
    organisation,
    identities: [{ tenant: cooperative, objectId }],
    roles,
  };
}

/**
 * A small cooperative for tests: two operators (one with a channel, one with contact people), two modules with
 * maintainers of two contractors, one without.
 */
export const installation: Installation = {
  // No report calls anybody, so that a test tells only what it is about.
  urgentReports: { classes: [], atAnyHour: true },
  calendars: [
    { id: '2020-01-01', validFrom: '2020-01-01', calendar: createServiceCalendar(standardCalendar) },
  ],
  organisations: [
    { id: 'cooperative', name: 'Genossenschaft', tenant: cooperative, contactPeople: [] },
    { id: 'nord', name: 'Netz Nord', tenant: cooperative, channel: channel('nord'), contactPeople: [] },
    { id: 'sued', name: 'Netz Süd', tenant: cooperative, contactPeople: ['sued-1', 'sued-2'] },
    { id: 'contractor-a', name: 'Wartung A', tenant: cooperative, contactPeople: [] },
    { id: 'contractor-b', name: 'Wartung B', tenant: cooperative, contactPeople: [] },
  ],
  people: [
    person('dispatcher-1', 'cooperative', { role: 'dispatcher' }),
    person('dispatcher-2', 'cooperative', { role: 'dispatcher' }),
    person('owner', 'cooperative', { role: 'processOwner' }),
    person('platform', 'cooperative', { role: 'platformMaintainer' }),
    person('nord-1', 'nord', { role: 'operator' }),
    person('nord-2', 'nord', { role: 'operator' }),
    person('sued-1', 'sued', { role: 'operator' }),
    person('sued-2', 'sued', { role: 'operator' }),
    person('maintainer-a1', 'contractor-a', { role: 'maintainer', module: 'journal' }),
    person('maintainer-a2', 'contractor-a', { role: 'maintainer', module: 'journal' }),
    person('maintainer-b1', 'contractor-b', { role: 'maintainer', module: 'outage' }),
  ],
  modules: [
    { id: 'journal', name: 'Betriebstagebuch', maintainer: 'contractor-a', channel: channel('journal') },
    {
      id: 'outage',
      name: 'Störungsinformationstool',
      maintainer: 'contractor-b',
      channel: channel('outage'),
    },
    { id: 'contacts', name: 'Kontaktstammdaten' },
  ],
  contracts: [
    { id: 'nord-journal', operator: 'nord', module: 'journal', from: '2024-01-01' },
    { id: 'nord-outage', operator: 'nord', module: 'outage', from: '2024-01-01' },
    { id: 'nord-contacts', operator: 'nord', module: 'contacts', from: '2024-01-01' },
    {
      id: 'sued-journal',
      operator: 'sued',
      module: 'journal',
      from: '2024-01-01',
      to: '2026-12-31',
      installedVersion: '2.1.0',
    },
  ],
  absences: [],
  duty: [],
  accessTasks: [],
  contractReminders: [],
  onboardings: [],
  onboardingChecklist: [
    { id: 'contract', title: 'Vertrag geschlossen', mandatory: true, by: 'processOwner' },
    { id: 'build', title: 'CI-Build grün', mandatory: true, by: 'maintainer', evidence: 'link' },
    { id: 'trial', title: 'Probeticket', mandatory: true, by: 'maintainer', evidence: 'trialTicket' },
    { id: 'environments', title: 'Umgebungen', mandatory: true, by: 'platformMaintainer' },
    { id: 'account', title: 'Zugang', mandatory: true, by: 'dispatcher' },
    { id: 'election', title: 'Committer', mandatory: false, by: 'platformMaintainer' },
  ],
  dispatchChannel: channel('dispatch'),
  platformChannel: channel('platform'),
  hostingTenant: cooperative,
  serviceUrl: 'http://127.0.0.1:1/connector',
  hotline: '+49 30 0000000',
};

/** The same with somebody who is dispatcher and maintainer of a module, for what one person must not do in both roles. */
export const withTwoHats: Installation = {
  ...installation,
  people: [
    ...installation.people,
    person('two-hats', 'contractor-a', { role: 'dispatcher' }, { role: 'maintainer', module: 'journal' }),
  ],
};

const wholeDay = [{ from: '00:00', to: '24:00' }];

/** The same with service time at all hours of all days, holidays included. */
export const aroundTheClock: Installation = {
  ...installation,
  calendars: [
    {
      id: '2020-01-01',
      validFrom: '2020-01-01',
      calendar: createServiceCalendar({
        zone: 'Europe/Berlin',
        hours: { 1: wholeDay, 2: wholeDay, 3: wholeDay, 4: wholeDay, 5: wholeDay, 6: wholeDay, 7: wholeDay },
      }),
    },
  ],
};
