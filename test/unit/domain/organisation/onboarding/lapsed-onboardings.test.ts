import { decideChange } from '../../../../../src/domain/organisation/decide-change';
import { dueEvents } from '../../../../../src/domain/organisation/due-records';
import { personById } from '../../../../../src/domain/organisation/find';
import type { Installation, Onboarding, Person } from '../../../../../src/domain/organisation/installation';
import { recordsOf } from '../../../../../src/domain/organisation/records';
import { berlin } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import {
  after,
  begun,
  company,
  done,
  knownAs,
  maintainedBy,
  now,
  onboardingIn,
  own,
  tick,
  today,
} from '../actions/onboarding-support';

const ofCompany = begun(company);

const retired = (recorded: Installation, id: string, day: string): Installation => ({
  ...recorded,
  modules: recorded.modules.map((each) => (each.id === id ? { ...each, retired: day } : each)),
  organisations: recorded.organisations.map((each) => (each.id === id ? { ...each, retired: day } : each)),
});

const person = (recorded: Installation, more: Partial<Person>): Installation => ({
  ...recorded,
  people: recorded.people.map((each) => (each.id === 'maintainer-a1' ? { ...each, ...more } : each)),
});

/** What the bot records at ten on the day, and that nothing more is due once it is recorded. */
function endedOn(recorded: Installation, day: string): Onboarding['outcome'] {
  const at = berlin(`${day}T10:00`);
  const then = after(recorded, dueEvents(recorded, at));
  expect(dueEvents(then, at)).toEqual([]);
  return onboardingIn(then).outcome;
}

describe('onboardings that end by themselves (process 7)', () => {
  it.each<[string, Installation, string, string]>([
    ['the module is retired', retired(begun(), 'journal', '2026-06-16'), '2026-06-16', 'moduleRetired'],
    [
      'the company is retired',
      retired(begun(), 'contractor-a', '2026-06-16'),
      '2026-06-16',
      'organisationRetired',
    ],
    ['the last day is over', person(begun(), { until: '2026-06-15' }), '2026-06-16', 'personLeft'],
    [
      'the person changes the company',
      person(begun(), { organisation: 'contractor-b' }),
      today,
      'personLeft',
    ],
  ])(
    'given %s, then it is recorded on that day, and no reminder besides',
    (_given, recorded, day, reason) => {
      expect(endedOn(recorded, day)).toEqual({ kind: 'lapsed', at: berlin(`${day}T10:00`), reason });
    },
  );

  it('given somebody’s last day, then it goes on until it is over', () => {
    expect(endedOn(person(begun(), { until: '2026-06-15' }), '2026-06-15')).toBeUndefined();
  });

  it('given somebody who is to begin later, or was never given the role, then it goes on', () => {
    expect(endedOn(person(begun(), { since: '2026-07-01' }), today)).toBeUndefined();
    const withoutRole = person(begun(), { roles: [] });
    const then = done(
      withoutRole,
      'owner',
      knownAs(withoutRole, 'maintainer-a1', { mail: 'neu@example.org' }),
    );
    expect(onboardingIn(then).outcome).toBeUndefined();
  });

  it('given the role is taken from somebody, then theirs ends in the same change, and their company’s goes on', () => {
    const then = done(begun(), 'owner', knownAs(begun(), 'maintainer-a1', { roles: [] }));
    expect(onboardingIn(then).outcome).toEqual({ kind: 'lapsed', at: now, reason: 'roleLost' });
    const ofAll = done(ofCompany, 'owner', knownAs(ofCompany, 'maintainer-a1', { roles: [] }));
    expect(onboardingIn(ofAll).outcome).toBeUndefined();
  });

  it.each<[string, string | undefined]>([
    ['another company', 'contractor-b'],
    ['nobody', undefined],
  ])(
    'given the module goes to %s, then those of the former company and its people end in the same change',
    (_given, to) => {
      const both = done(begun(), 'owner', { type: 'startOnboarding', ...company });
      const { onboardings } = done(both, 'owner', maintainedBy(to));
      const former = onboardings.filter(({ organisation }) => organisation === 'contractor-a');
      expect(former.map(({ outcome }) => outcome)).toEqual(
        [1, 2].map(() => ({ kind: 'lapsed', at: now, reason: 'moduleMoved' })),
      );
    },
  );

  it('given a company that is set up before it gets the module, when it gets it, then its onboarding goes on', () => {
    const before = done(installation, 'owner', {
      type: 'startOnboarding',
      module: 'journal',
      organisation: 'contractor-b',
    });
    expect(endedOn(before, today)).toBeUndefined();
    const { onboardings } = done(before, 'owner', maintainedBy('contractor-b'));
    expect(onboardings).toHaveLength(1);
    expect(onboardings[0]?.outcome).toBeUndefined();
  });

  it('given a step was ticked while the form stood open, when the role is taken, then nobody was faster', () => {
    const before = begun();
    const command = tick(before, 'contract');
    const ticked = done(before, 'owner', command);
    const decision = decideChange(knownAs(ticked, own.person, { roles: [] }), {
      records: recordsOf(ticked),
      recorded: ticked,
      actor: personById(ticked, 'owner') ?? { id: 'owner', roles: [] },
      today,
      now,
      after: (events) => after(ticked, events),
      since: [
        {
          version: 2,
          at: now,
          action: 'tickItem',
          commandId: 'tick',
          by: { person: 'owner', role: 'processOwner' },
          events: [{ type: 'onboardingRecorded', onboarding: onboardingIn(ticked) }],
        },
      ],
    });
    expect(decision).toMatchObject({ kind: 'events' });
  });
});
