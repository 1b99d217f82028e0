import type { OrganisationEvent } from '../../../src/domain/organisation/changes';
import { beginOnboarding } from '../../../src/domain/organisation/onboarding/onboarding';
import { savedText } from '../../../src/texts/named-records.de';
import { berlin } from '../../support/given';
import { installation } from '../../support/installation';
import { viewAt } from '../../support/view';

const at = berlin('2026-06-12T10:00');
const moved: OrganisationEvent = {
  type: 'moduleRecorded',
  module: { id: 'journal', name: 'Betriebstagebuch' },
};
const people = Array.from({ length: 100 }, (_, index) => ({
  id: `maintainer-${index}`,
  name: `Maintainer ${index}`,
  mail: `maintainer-${index}@example.org`,
  organisation: 'contractor-a',
  identities: [],
  roles: [],
}));
const view = viewAt(at, { ...installation, people });

function saved(tasks: number, onboardings: number): string {
  const of = (index: number) => ({ person: `maintainer-${index}`, module: 'journal' });
  const taken = Array.from({ length: tasks }, (_, index): OrganisationEvent => ({
    type: 'accessTaskRecorded',
    task: { id: `task-${index}`, kind: 'revokeMaintainer', ...of(index), since: at, reminders: 0 },
  }));
  const ended = Array.from({ length: onboardings }, (_, index): OrganisationEvent => ({
    type: 'onboardingRecorded',
    onboarding: beginOnboarding(
      { id: `onboarding-${index}`, organisation: 'contractor-a', ...of(index) },
      installation.onboardingChecklist,
      { by: 'owner', at },
    ),
  }));
  return savedText([moved, ...taken, ...ended], view);
}

describe('what is said to be saved', () => {
  it('given few records that follow from what was typed, then each is named', () => {
    expect(saved(1, 0)).toBe(
      'Gespeichert: Modul Betriebstagebuch; Maintainer-Zugänge entziehen: Maintainer 0, Betriebstagebuch.',
    );
  });

  it('given many, then three of each kind are named, and the others counted', () => {
    expect(saved(100, 4)).toBe(
      'Gespeichert: Modul Betriebstagebuch; Maintainer-Zugänge entziehen: Maintainer 0, Betriebstagebuch; Maintainer-Zugänge entziehen: Maintainer 1, Betriebstagebuch; Maintainer-Zugänge entziehen: Maintainer 2, Betriebstagebuch; … und 97 weitere; Onboarding: Maintainer 0, Betriebstagebuch; Onboarding: Maintainer 1, Betriebstagebuch; Onboarding: Maintainer 2, Betriebstagebuch; … und ein weiteres.',
    );
  });

  it('given what was typed, then all of it is named', () => {
    const days = ['2026-06-15', '2026-06-16', '2026-06-17', '2026-06-18', '2026-06-19'];
    const events = days.map((day) => ({ type: 'dutyRecorded', duty: { day, dispatchers: [] } }) as const);
    expect(savedText(events, view).split('; ')).toHaveLength(5);
  });
});
