import type { Installation, Onboarding } from '../../../../../src/domain/organisation/installation';
import {
  isActiveFor,
  onboardingInTheWay,
} from '../../../../../src/domain/organisation/onboarding/active-maintainers';
import { beginOnboarding } from '../../../../../src/domain/organisation/onboarding/onboarding';
import { installation } from '../../../../support/installation';

const company = { module: 'journal', organisation: 'contractor-a' };
const own = { ...company, person: 'maintainer-a1' };

function underWay(id: string, of: Omit<Onboarding, 'id' | 'startedAt' | 'startedBy' | 'items' | 'signOffs'>) {
  return beginOnboarding({ id, ...of }, installation.onboardingChecklist, { by: 'owner', at: 1 });
}

function completed(onboarding: Onboarding): Onboarding {
  return { ...onboarding, outcome: { kind: 'completed', at: 2 } };
}

function cancelled(onboarding: Onboarding): Onboarding {
  return { ...onboarding, outcome: { kind: 'cancelled', at: 2, by: 'owner', reason: 'Absage' } };
}

function given(...onboardings: readonly Onboarding[]): Installation {
  return { ...installation, onboardings };
}

describe('who of the maintainers can be assigned (process 7)', () => {
  it.each<[string, Onboarding[], boolean]>([
    ['nobody was set up here', [], true],
    ['their own is under way', [underWay('a', own)], false],
    ['their own is completed', [completed(underWay('a', own))], true],
    ['their own was called off', [cancelled(underWay('a', own))], false],
    ['their company’s is under way', [underWay('a', company)], false],
    ['their company’s was called off', [cancelled(underWay('a', company))], false],
    [
      'their own is completed, and their company’s under way',
      [completed(underWay('a', own)), underWay('b', company)],
      true,
    ],
    [
      'their own is completed, and their company’s was called off later',
      [completed(underWay('a', own)), cancelled(underWay('b', company))],
      true,
    ],
    [
      'their company’s, begun for colleagues who were active, was called off',
      [cancelled(underWay('a', { ...company, activeBefore: ['maintainer-a2'] }))],
      false,
    ],
    [
      'their own was called off, and their company’s completed later',
      [cancelled(underWay('a', own)), completed(underWay('b', company))],
      true,
    ],
    [
      'their company’s is completed, and their own was called off later',
      [completed(underWay('a', company)), cancelled(underWay('b', own))],
      false,
    ],
    [
      'it was called off and is completed at the second attempt',
      [cancelled(underWay('a', own)), completed(underWay('b', own))],
      true,
    ],
    [
      'one for somebody who was active was called off',
      [cancelled(underWay('a', { ...company, activeBefore: ['maintainer-a1'] }))],
      true,
    ],
    [
      'one for somebody who was active is under way',
      [underWay('a', { ...company, activeBefore: ['maintainer-a1'] })],
      false,
    ],
    ['a colleague’s is under way', [underWay('a', { ...own, person: 'maintainer-a2' })], true],
    ['their own for another module is under way', [underWay('a', { ...own, module: 'outage' })], true],
    ['another company’s is under way', [underWay('a', { ...company, organisation: 'contractor-b' })], true],
  ])('given that %s', (_, onboardings, isActive) => {
    expect(isActiveFor(given(...onboardings), 'maintainer-a1', 'journal')).toBe(isActive);
  });

  it('given several that concern them, then it is told which is in the way', () => {
    const recorded = given(cancelled(underWay('a', own)), underWay('b', company));
    expect(onboardingInTheWay(recorded, 'maintainer-a1', 'journal')?.id).toBe('b');
  });
});
