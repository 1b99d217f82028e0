import type { Installation, Onboarding } from '../../../../src/domain/organisation/installation';
import { beginOnboarding } from '../../../../src/domain/organisation/onboarding/onboarding';
import { assignable, isAssignable, staffingOf } from '../../../../src/domain/ticket/assignable';
import { lapseOf } from '../../../../src/domain/ticket/lapsed-assignment';
import { accepted, assigned, requested, type Story } from '../../../support/given';
import { installation } from '../../../support/installation';

const company = { module: 'journal', organisation: 'contractor-a' };
const own = { ...company, person: 'maintainer-a1' };
const assign = { type: 'assign', person: 'maintainer-a1' } as const;
const calledOff = { kind: 'cancelled', at: 2, by: 'owner', reason: 'Absage' } as const;

function begun(of: Omit<Parameters<typeof beginOnboarding>[0], 'id'>): Onboarding {
  return beginOnboarding({ id: 'a', ...of }, installation.onboardingChecklist, { by: 'owner', at: 1 });
}

function given(story: Story, ...onboardings: readonly Onboarding[]): Story {
  story.organisation = { ...installation, onboardings };
  return story;
}

describe('who can be assigned (process 7)', () => {
  it('given somebody whose onboarding is under way, when they are assigned, then it is refused with what is missing, and their colleague can be', () => {
    const onboarding = begun(own);
    const story = given(accepted(), onboarding);
    expect(story.try('dispatcher-1', 'dispatcher', assign)).toMatchObject({
      kind: 'refusal',
      refusal: { code: 'notActive', person: 'maintainer-a1', onboarding },
      keepsForm: true,
    });
    story.does('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a2' });
    expect(story.stands.assignment?.person).toBe('maintainer-a2');
  });

  it('given a report, when it is accepted and assigned to them in one, then nothing of both happens', () => {
    const story = given(requested(), begun(own));
    expect(
      story.refusal('dispatcher-1', 'dispatcher', {
        type: 'accept',
        faultClass: 2,
        priority: 'medium',
        person: 'maintainer-a1',
      }),
    ).toMatchObject({ code: 'notActive', person: 'maintainer-a1' });
  });

  it('given a ticket of their colleague, when it is assigned to them anew, then it is refused, and it stays the colleague’s', () => {
    const story = given(
      accepted().does('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a2' }),
      begun(own),
    );
    expect(story.refusal('dispatcher-1', 'dispatcher', assign)).toMatchObject({ code: 'notActive' });
    expect(story.stands.assignment?.person).toBe('maintainer-a2');
  });

  it('given their company’s onboarding, when anybody is assigned, then it is refused with how far each is', () => {
    const onboarding = begun(company);
    expect(given(accepted(), onboarding).refusal('dispatcher-1', 'dispatcher', assign)).toMatchObject({
      code: 'nobodyActive',
      module: 'journal',
      notActive: [
        { person: 'maintainer-a1', onboarding },
        { person: 'maintainer-a2', onboarding },
      ],
    });
  });

  it('given it is completed, when they are assigned, then they are', () => {
    const completed: Onboarding = { ...begun(own), outcome: { kind: 'completed', at: 2 } };
    const story = given(accepted(), completed).does('dispatcher-1', 'dispatcher', assign);
    expect(story.stands.assignment?.person).toBe('maintainer-a1');
  });

  it('given a ticket that is theirs, when an onboarding begins for them, then it stays theirs, and they go on with it', () => {
    const story = given(assigned(), begun({ ...own, activeBefore: ['maintainer-a1'] }));
    expect(lapseOf(story.stands, story.organisation)).toBeUndefined();
    expect(story.reorganised((before) => before)).toEqual([]);
    story.does('maintainer-a1', 'maintainer', { type: 'handBack', reason: 'Falsches Modul' });
  });

  describe('given a ticket of a colleague', () => {
    const ofColleague = () =>
      accepted().does('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a2' });
    const handBack = { type: 'handBack', reason: 'Falsches Modul' } as const;

    it('when somebody acts on it whose onboarding is under way, then it is refused with what is missing', () => {
      const onboarding = begun(own);
      const story = given(ofColleague(), onboarding);
      expect(story.refusal('maintainer-a1', 'maintainer', handBack)).toMatchObject({
        code: 'notActive',
        person: 'maintainer-a1',
        onboarding,
      });
      story.does('maintainer-a2', 'maintainer', handBack);
    });

    it.each<[string, Onboarding]>([
      ['who was active when it began', begun({ ...own, activeBefore: ['maintainer-a1'] })],
      ['whose onboarding is completed', { ...begun(own), outcome: { kind: 'completed', at: 2 } }],
      ['whose onboarding is for another module', begun({ ...own, module: 'outage' })],
    ])('when somebody acts on it %s, then they may', (_who, onboarding) => {
      const story = given(ofColleague(), onboarding).does('maintainer-a1', 'maintainer', handBack);
      expect(story.stands.assignment).toBeUndefined();
    });
  });

  it.each<[string, readonly Onboarding[], ReturnType<typeof staffingOf>]>([
    ['no onboarding', [], 'assignable'],
    ['one of two under way', [begun(own)], 'assignable'],
    ['the company’s under way', [begun(company)], 'inOnboarding'],
    ['the company’s called off', [{ ...begun(company), outcome: calledOff }], 'calledOff'],
    [
      'the company’s called off, and one’s own under way',
      [
        { ...begun(company), outcome: calledOff },
        { ...begun(own), id: 'b' },
      ],
      'inOnboarding',
    ],
  ])('given %s, then it says so', (_given, onboardings, staffing) => {
    const recorded: Installation = { ...installation, onboardings };
    expect(staffingOf({ module: 'journal' }, recorded)).toBe(staffing);
    expect(isAssignable({ module: 'journal' }, recorded)).toBe(staffing === 'assignable');
    expect(assignable({ module: 'journal' }, recorded).length > 0).toBe(staffing === 'assignable');
  });

  it('given a module that nobody maintains, then there is nobody, whoever is being set up', () => {
    const onboardings = [
      begun({ module: 'contacts', organisation: 'contractor-a', person: 'maintainer-a1' }),
    ];
    expect(staffingOf({ module: 'contacts' }, { ...installation, onboardings })).toBe('nobody');
  });
});
