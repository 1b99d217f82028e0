import { isActiveFor } from '../../../../../src/domain/organisation/onboarding/active-maintainers';
import {
  progressOf,
  stepOf,
  whatIsMissing,
} from '../../../../../src/domain/organisation/onboarding/onboarding';
import type { Installation, Person } from '../../../../../src/domain/organisation/installation';
import { installation, withTwoHats } from '../../../../support/installation';
import {
  begun,
  cancel,
  company,
  decided,
  done,
  now,
  onboardingIn,
  own,
  refusalOf,
  steps,
  tick,
  ticked,
  untick,
} from './onboarding-support';

const everybody = installation.people.map(({ id }) => id);
const but = (...people: readonly string[]) => everybody.filter((id) => !people.includes(id));
const start = (of: typeof company & { readonly person?: string }) =>
  ({ type: 'startOnboarding', ...of }) as const;

function withPerson(recorded: Installation, id: string, more: Partial<Person>): Installation {
  return {
    ...recorded,
    people: recorded.people.map((person) => (person.id === id ? { ...person, ...more } : person)),
  };
}

describe('startOnboarding (process 7)', () => {
  it('given the process owner, then it begins with the checklist as it is', () => {
    const onboarding = onboardingIn(begun());
    expect(onboarding).toMatchObject({
      id: 'maintainer-a1-journal',
      ...own,
      startedAt: now,
      startedBy: 'owner',
    });
    const { onboardingChecklist: checklist } = installation;
    expect(onboarding.items.map(({ state, ...item }) => item)).toEqual(checklist);
    const other = { ...begun(), onboardingChecklist: checklist.slice(1) };
    expect(onboardingIn(other).items).toHaveLength(checklist.length);
  });

  it.each(but('owner'))('given %s, then nothing begins, and it is said who may', (person) => {
    expect(refusalOf(start(own), person)).toEqual({ code: 'notPermitted', permitted: ['processOwner'] });
  });

  it.each([
    ['the person', own],
    ['the company', company],
  ])('given that one is under way for %s, then it is said since when', (_, of) => {
    const recorded = begun(of);
    expect(refusalOf(start(of), 'owner', recorded)).toEqual({
      code: 'onboardingUnderWay',
      onboarding: onboardingIn(recorded),
    });
  });

  it('given that one is under way for somebody else, the company or another module, then another begins beside it', () => {
    const recorded = begun();
    for (const wanted of [company, { ...own, person: 'maintainer-a2' }, { ...own, module: 'outage' }])
      expect(refusalOf(start(wanted), 'owner', recorded)).toBeUndefined();
  });

  it('given that the first was called off, then a second has an id of its own', () => {
    const recorded = done(begun(), 'owner', cancel(begun()));
    expect(onboardingIn(done(recorded, 'owner', start(own))).id).toBe('maintainer-a1-journal-2');
  });

  it('given a module that is retired, then none begins', () => {
    const modules = installation.modules.map((module) => ({ ...module, retired: '2026-06-01' }));
    expect(refusalOf(start(own), 'owner', { ...installation, modules })).toEqual({
      code: 'moduleRetired',
      module: 'journal',
    });
  });

  it('given somebody of another company, then none begins', () => {
    expect(refusalOf(start({ ...company, person: 'maintainer-b1' }), 'owner')).toEqual({
      code: 'notOfCompany',
      person: 'maintainer-b1',
      organisation: 'contractor-a',
    });
  });

  it('given somebody who maintains the module already, then that is kept; not of anybody else', () => {
    expect(onboardingIn(begun()).activeBefore).toEqual(['maintainer-a1']);
    expect(onboardingIn(begun(company)).activeBefore).toEqual(['maintainer-a1', 'maintainer-a2']);
    const others = [
      { ...own, module: 'outage' },
      { ...company, organisation: 'contractor-b' },
    ];
    for (const wanted of others) expect(onboardingIn(begun(wanted))).not.toHaveProperty('activeBefore');
  });
});

describe('tickItem (process 7)', () => {
  it.each(steps.map(([step, person, evidence]) => ({ step, person, evidence })))(
    'given that $step is ticked by $person, then it is done',
    ({ step, person, evidence }) => {
      const before = ticked(
        begun(),
        steps.findIndex(([each]) => each === step),
      );
      const after = done(before, person, tick(before, step, evidence));
      expect(stepOf(onboardingIn(after), step)?.state).toEqual({
        kind: 'done',
        at: now,
        by: person,
        ...(evidence !== undefined && { evidence }),
      });
    },
  );

  it.each([
    ['contract', 'processOwner', ['owner']],
    ['build', 'maintainer', ['maintainer-a1', 'maintainer-a2']],
    ['environments', 'platformMaintainer', ['platform']],
    ['account', 'dispatcher', ['dispatcher-1', 'dispatcher-2']],
    ['signOffPlatformMaintainer', 'platformMaintainer', ['platform']],
    ['signOffDispatcher', 'dispatcher', ['dispatcher-1', 'dispatcher-2']],
  ] as const)('given the step %s, then only the %s may', (step, role, able) => {
    const recorded = ticked(begun(), 0);
    for (const person of but(...able))
      expect(refusalOf(tick(recorded, step), person, recorded)).toEqual({
        code: 'notPermitted',
        permitted: [role],
      });
    for (const person of able)
      expect(refusalOf(tick(recorded, step), person, recorded)?.code).not.toBe('notPermitted');
  });

  it('given somebody who has two roles, then they act in that of the item', () => {
    const recorded = done(withTwoHats, 'owner', start(company));
    expect(decided(tick(recorded, 'account'), 'two-hats', recorded)).toMatchObject({ role: 'dispatcher' });
    const build = tick(recorded, 'build', 'https://ci.example.org/1');
    expect(decided(build, 'two-hats', recorded)).toMatchObject({ role: 'maintainer' });
  });

  const ofMaintainer = (recorded: Installation) => tick(recorded, 'build', 'https://ci.example.org/1');

  it('given that the roles begin later, or are to be given yet, then the people who are set up may already', () => {
    const later = withPerson(begun(), 'maintainer-a1', { since: '2026-09-01' });
    expect(decided(ofMaintainer(later), 'maintainer-a1', later)).toMatchObject({ role: 'maintainer' });
    const without = withPerson(begun(), 'maintainer-a1', { roles: [] });
    expect(decided(ofMaintainer(without), 'maintainer-a1', without)).toMatchObject({ role: 'maintainer' });
  });

  it('given that they have left, moved to another company or never were to maintain it, then they may not', () => {
    const notPermitted = { code: 'notPermitted', permitted: ['maintainer'] };
    for (const more of [{ until: '2026-06-11' }, { organisation: 'contractor-b' }]) {
      const left = withPerson(begun(), 'maintainer-a1', more);
      expect(refusalOf(ofMaintainer(left), 'maintainer-a1', left)).toEqual(notPermitted);
    }
    const recorded = withPerson(begun(), 'maintainer-a2', { roles: [] });
    expect(refusalOf(ofMaintainer(recorded), 'maintainer-a2', recorded)).toEqual(notPermitted);
    const organisations = installation.organisations.map((each) => ({ ...each, retired: '2026-06-12' }));
    const retired = { ...begun(), organisations };
    expect(refusalOf(ofMaintainer(retired), 'maintainer-a1', retired)).toEqual(notPermitted);
  });

  it.each([
    undefined,
    '',
    'ci.example.org/1',
    'http://ci.example.org/1',
    'javascript:alert(1)',
    'https://token:geheim@ci.example.org/1',
    'https://ci.example.org/1?private_token=glpat-AbCdEf0123456789xyzz',
  ])('given the link %s, then it is none', (evidence) => {
    const recorded = begun();
    expect(refusalOf(tick(recorded, 'build', evidence), 'maintainer-a1', recorded)).toEqual({
      code: 'evidenceMissing',
      evidence: 'link',
    });
  });

  it('given no trial ticket where one is asked for, then it is said; what is not asked for is not kept', () => {
    const recorded = begun();
    expect(refusalOf(tick(recorded, 'trial', ' '), 'maintainer-a1', recorded)).toEqual({
      code: 'evidenceMissing',
      evidence: 'trialTicket',
    });
    const state = stepOf(
      onboardingIn(done(recorded, 'owner', tick(recorded, 'contract', 'x'))),
      'contract',
    )?.state;
    expect(state).not.toHaveProperty('evidence');
  });

  it('given that a mandatory item is open, then nothing is signed off, and it is said what is missing', () => {
    const recorded = ticked(begun(), 3);
    const refusal = refusalOf(tick(recorded, 'signOffDispatcher'), 'dispatcher-1', recorded);
    expect(refusal).toMatchObject({
      code: 'signOffTooEarly',
      missing: [{ id: 'environments' }, { id: 'account' }],
    });
  });

  it('given that it is done already, then it is said by whom', () => {
    const recorded = ticked(begun(), 5);
    expect(refusalOf(tick(recorded, 'account'), 'dispatcher-2', recorded)).toMatchObject({
      code: 'stepDone',
      done: { by: 'dispatcher-1', at: now },
    });
  });

  it('given that two tick different items of the same state of the card, then both are done', () => {
    const seen = begun();
    const [one, other] = [tick(seen, 'contract'), tick(seen, 'account')];
    const recorded = done(done(seen, 'owner', one), 'dispatcher-1', other);
    expect(progressOf(onboardingIn(recorded))).toEqual({ done: 2, of: 7 });
  });

  it('given the last sign-off, then it is completed in the same change, and the maintainer is active', () => {
    const before = ticked(begun(), steps.length - 1);
    expect(isActiveFor(before, 'maintainer-a1', 'journal')).toBe(false);
    const [step, person] = steps.at(-1) ?? ['', ''];
    const decision = decided(tick(before, step), person, before);
    expect(decision).toMatchObject({ events: [{ onboarding: { outcome: { kind: 'completed', at: now } } }] });
    const after = ticked(begun(), steps.length);
    expect(whatIsMissing(onboardingIn(after))).toEqual([]);
    expect(isActiveFor(after, 'maintainer-a1', 'journal')).toBe(true);
  });

  it('given that it is over, then nothing is ticked any more', () => {
    const completed = ticked(begun(), steps.length);
    const cancelled = done(begun(), 'owner', cancel(begun()));
    for (const recorded of [completed, cancelled])
      expect(refusalOf(tick(recorded, 'environments'), 'platform', recorded, now + 1)?.code).toBe(
        'onboardingOver',
      );
  });

  it('given a step that there is not, then nothing is done', () => {
    expect(refusalOf(tick(begun(), 'other'), 'platform', begun())?.code).toBe('notPermitted');
  });
});

describe('untickItem (process 7)', () => {
  const all = () => ticked(begun(), 6);

  it.each([
    ['environments', 'platformMaintainer', ['platform', 'owner']],
    ['account', 'dispatcher', ['dispatcher-1', 'dispatcher-2', 'owner']],
    ['build', 'maintainer', ['maintainer-a1', 'maintainer-a2', 'owner']],
    ['signOffPlatformMaintainer', 'platformMaintainer', ['platform', 'owner']],
  ] as const)('given the step %s, then only the %s and the process owner may', (step, role, able) => {
    for (const person of but(...able))
      expect(refusalOf(untick(all(), step), person, all())).toEqual({
        code: 'notPermitted',
        permitted: [role, 'processOwner'],
      });
    for (const person of able) expect(refusalOf(untick(all(), step), person, all())).toBeUndefined();
  });

  it('given a mandatory item, then what was signed off is taken back in the same change, with the reason', () => {
    const onboarding = onboardingIn(done(all(), 'maintainer-a2', untick(all(), 'build', 'Wieder rot')));
    const takenBack = { at: now, by: 'maintainer-a2', reason: 'Wieder rot' };
    expect(stepOf(onboarding, 'build')?.state).toEqual({ kind: 'open', since: now, reminders: 0, takenBack });
    expect(stepOf(onboarding, 'signOffPlatformMaintainer')?.state).toEqual({ kind: 'withheld', takenBack });
  });

  it('given no reason, what is not done, or an onboarding that is over, then nothing is taken back', () => {
    expect(refusalOf(untick(all(), 'account', ' '), 'owner', all())).toEqual({ code: 'reasonMissing' });
    expect(refusalOf(untick(begun(), 'account'), 'owner', begun())).toMatchObject({ code: 'stepNotDone' });
    const completed = ticked(begun(), steps.length);
    expect(refusalOf(untick(completed, 'account'), 'owner', completed)?.code).toBe('onboardingOver');
  });
});

describe('cancelOnboarding (process 7)', () => {
  it('given the process owner, then it is over, with the reason; who was active before stays so', () => {
    const recorded = done(begun(), 'owner', cancel(begun(), 'Absage'));
    const outcome = { kind: 'cancelled', at: now, by: 'owner', reason: 'Absage' };
    expect(onboardingIn(recorded).outcome).toEqual(outcome);
    expect(isActiveFor(recorded, 'maintainer-a1', 'journal')).toBe(true);
  });

  it.each(but('owner'))('given %s, then it goes on', (person) => {
    expect(refusalOf(cancel(begun()), person, begun())).toEqual({
      code: 'notPermitted',
      permitted: ['processOwner'],
    });
  });

  it('given no reason, or one that is over, then it is refused', () => {
    expect(refusalOf(cancel(begun(), ''), 'owner', begun())).toEqual({ code: 'reasonMissing' });
    const cancelled = done(begun(), 'owner', cancel(begun()));
    expect(refusalOf(cancel(cancelled), 'owner', cancelled, now + 1)?.code).toBe('onboardingOver');
  });
});
