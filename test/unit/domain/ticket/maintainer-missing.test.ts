import type { Onboarding } from '../../../../src/domain/organisation/installation';
import { beginOnboarding } from '../../../../src/domain/organisation/onboarding/onboarding';
import { maintainerMissing } from '../../../../src/domain/ticket/maintainer-missing';
import { reportByNord, requested, Story, type CommandText } from '../../../support/given';
import { installation } from '../../../support/installation';

const company = { id: 'a', module: 'journal', organisation: 'contractor-a' };
const own = { ...company, person: 'maintainer-a1' };
const accept: CommandText = { type: 'accept', faultClass: 2, priority: 'medium' };

function begun(of: Parameters<typeof beginOnboarding>[0]): Onboarding {
  return beginOnboarding(of, installation.onboardingChecklist, { by: 'owner', at: 1 });
}
const calledOff: Onboarding = {
  ...begun(company),
  outcome: { kind: 'cancelled', at: 2, by: 'owner', reason: 'Absage' },
};
const completed: Onboarding = { ...begun(company), outcome: { kind: 'completed', at: 2 } };

function whenAccepted(story: Story, onboarding: Onboarding): Story {
  story.organisation = { ...installation, onboardings: [onboarding] };
  return story.does('dispatcher-1', 'dispatcher', accept);
}

describe('nobody can be assigned, and the process owner is told (process 3, 7)', () => {
  it.each<[string, Onboarding, boolean]>([
    ['the company’s onboarding under way', begun(company), true],
    ['the company’s onboarding called off', calledOff, true],
    ['the company’s onboarding completed', completed, false],
    ['the onboarding of one of two under way', begun(own), false],
  ])('given %s, when a report is accepted', (_what, onboarding, isTold) => {
    expect(whenAccepted(requested(), onboarding).types.includes('maintainerMissing')).toBe(isTold);
  });

  it('given a ticket to practise with, then nobody is missing', () => {
    const trial = { ...reportByNord, trial: true } as CommandText;
    const story = new Story('2026-06-10T10:00').does('dispatcher-1', 'dispatcher', trial);
    expect(whenAccepted(story, begun(company)).types).not.toContain('maintainerMissing');
  });

  it('given it was recorded, then it holds until somebody is active', () => {
    const { stands } = whenAccepted(requested(), begun(company));
    const event = { type: 'maintainerMissing', module: 'journal' } as Parameters<
      typeof maintainerMissing.mentions.holds
    >[0];
    const holds = (onboarding: Onboarding) =>
      maintainerMissing.mentions.holds(event, stands, { ...installation, onboardings: [onboarding] });
    expect(holds(begun(company))).toBe(true);
    expect(holds(calledOff)).toBe(true);
    expect(holds(completed)).toBe(false);
  });
});
