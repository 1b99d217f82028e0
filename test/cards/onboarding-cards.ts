import { renderOnboardingCallCard } from '../../src/adapters/teams/cards/onboarding-call-card';
import { renderOnboardingCard } from '../../src/adapters/teams/cards/onboarding-card';
import type { Installation, Onboarding, OnboardingLapse } from '../../src/domain/organisation/installation';
import type { OnboardingCall } from '../../src/domain/organisation/onboarding/onboarding-calls';
import {
  beginOnboarding,
  whatIsMissing,
  withoutTick,
  withTick,
} from '../../src/domain/organisation/onboarding/onboarding';
import { namesIn } from '../../src/texts/names';
import { berlin } from '../support/given';
import { installation } from '../support/installation';
import { viewAt } from '../support/view';
import { typedLink } from './repair-stories';
import { message, modes, type SampleCard } from './sample-cards';
import type { Typing } from './typing';

const startedAt = berlin('2026-06-10T10:00');
const at = berlin('2026-06-12T10:00');
const company = { id: 'contractor-a-journal-1', module: 'journal', organisation: 'contractor-a' };
const lapses: readonly OnboardingLapse[] = [
  'personLeft',
  'roleLost',
  'moduleMoved',
  'moduleRetired',
  'organisationRetired',
];

/** Where everything stands that can: everybody’s buttons, and the steps of those who do not read along yet. */
const dispatch = { kind: 'dispatch' } as const;

/** Onboardings in every standing, of a company and of a person: each on its card, and the posts that tell of several. */
export function onboardingCards(type: Typing): readonly SampleCard[] {
  const onboardings = sampleOnboardings(type);
  const recorded = namedBy(type);
  const view = viewAt(at, recorded);
  const called = {
    mentioned: [{ id: '29:platform', name: 'Plattform-Maintainer' }],
    notHere: [namesIn(recorded).person('owner')],
    notMentioned: [namesIn(recorded).person('dispatcher-1')],
  };
  const all = onboardings.flatMap(([, onboarding]) => callsOf(onboarding));
  const completed = all.filter(({ kind }) => kind === 'completed');
  return [
    ...onboardings.flatMap(([name, onboarding]) =>
      modes.map((mode) =>
        message(
          `onboarding ${name}, ${mode}`,
          renderOnboardingCard({ onboarding, places: [dispatch], view, mode }),
        ),
      ),
    ),
    message('many onboarding calls', renderOnboardingCallCard({ calls: all, place: dispatch, called, view })),
    message(
      'completed onboardings',
      renderOnboardingCallCard({ calls: completed, place: dispatch, called, view }),
    ),
  ];
}

/** The sample with everything that people enter filled by `type`. */
function namedBy(type: Typing): Installation {
  const name = type('title');
  return {
    ...installation,
    organisations: installation.organisations.map((each) => ({ ...each, name })),
    people: installation.people.map((each) => ({ ...each, name })),
    modules: installation.modules.map((each) => ({ ...each, name })),
  };
}

function sampleOnboardings(type: Typing): readonly (readonly [name: string, Onboarding])[] {
  const begun = beginOnboarding(
    company,
    installation.onboardingChecklist.map((item) => ({ ...item, title: type('title') })),
    { by: 'owner', at: startedAt },
  );
  const reason = type('reason').slice(0, 500);
  const halfDone = ticking(begun, [
    ['contract', 'owner'],
    ['build', 'maintainer-a1', typedLink(type)],
    ['trial', 'maintainer-a1', 'SP-2026-0007'],
  ]);
  const ready = ticking(halfDone, [
    ['environments', 'platform'],
    ['account', 'dispatcher-1'],
  ]);
  const completed = ticking(ready, [
    ['signOffPlatformMaintainer', 'platform'],
    ['signOffDispatcher', 'dispatcher-2'],
  ]);
  const standings: readonly (readonly [string, Onboarding])[] = [
    ['begun', begun],
    ['half done', halfDone],
    ['taken back', withoutTick(ready, 'contract', { at, by: 'owner', reason })],
    ['ready', ready],
    ['completed', completed],
    ['cancelled', { ...halfDone, outcome: { kind: 'cancelled', at, by: 'owner', reason } }],
    ...lapses.map(
      (why) => [`lapsed: ${why}`, { ...halfDone, outcome: { kind: 'lapsed', at, reason: why } }] as const,
    ),
  ];
  const own = { id: 'maintainer-a1-journal-1', person: 'maintainer-a1' };
  return standings.flatMap(([name, onboarding]) => [
    [name, onboarding] as const,
    [`${name}, of a person`, { ...onboarding, ...own }] as const,
  ]);
}

function ticking(
  onboarding: Onboarding,
  steps: readonly (readonly [step: string, by: string, evidence?: string])[],
): Onboarding {
  return steps.reduce(
    (each, [step, by, evidence]) =>
      withTick(each, step, { at, by, ...(evidence !== undefined && { evidence }) }),
    onboarding,
  );
}

/** Whatever can be told of an onboarding that stands so. */
function callsOf(onboarding: Onboarding): readonly OnboardingCall[] {
  if (onboarding.outcome?.kind === 'completed') return [{ kind: 'completed', onboarding }];
  const steps = onboarding.outcome === undefined ? whatIsMissing(onboarding) : [];
  const kinds = ['begun', 'signOff', 'stalled'] as const;
  return steps.length === 0 ? [] : kinds.map((kind) => ({ kind, onboarding, steps }));
}
