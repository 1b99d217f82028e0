import fc from 'fast-check';
import type { OrganisationCommand } from '../../../../../src/domain/organisation/actions/registry';
import type { Installation, Onboarding } from '../../../../../src/domain/organisation/installation';
import { isActiveFor } from '../../../../../src/domain/organisation/onboarding/active-maintainers';
import {
  isDone,
  isUnderWay,
  progressOf,
  whatIsMissing,
} from '../../../../../src/domain/organisation/onboarding/onboarding';
import { installation } from '../../../../support/installation';
import { after, company, decided, now, own, steps } from './onboarding-support';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 100);
const evidences = [undefined, 'https://ci.example.org/1', 'http://ci.example.org/1', 'SP-2026-0001'];
const ids = ['maintainer-a1-journal', 'contractor-a-journal', 'maintainer-a1-journal-2'];
const names = [...steps.map(([step]) => step), 'election', 'other'];
const meant = { onboarding: fc.constantFrom(...ids), step: fc.constantFrom(...names) };

const ticks = fc
  .record({ ...meant, evidence: fc.constantFrom(...evidences) })
  .map(({ evidence, ...of }): OrganisationCommand => ({
    type: 'tickItem',
    ...of,
    ...(evidence !== undefined && { evidence }),
  }));
const others: fc.Arbitrary<OrganisationCommand> = fc.oneof(
  fc.constantFrom(own, company).map((of) => ({ type: 'startOnboarding', ...of }) as const),
  fc.record({
    type: fc.constant('untickItem' as const),
    ...meant,
    reason: fc.constantFrom('Doch nicht', ' '),
  }),
  fc.record({
    type: fc.constant('cancelOnboarding' as const),
    onboarding: meant.onboarding,
    reason: fc.constant('Absage'),
  }),
);
interface Press {
  readonly person: string;
  readonly command: OrganisationCommand;
}

/** Anybody tries anything; now and then, those whose turn it is do what is missing next, so that some get to the end. */
const presses: fc.Arbitrary<Press | 'next'> = fc.oneof(
  fc.record({
    person: fc.constantFrom(...installation.people.map(({ id }) => id)),
    command: fc.oneof({ weight: 3, arbitrary: ticks }, { weight: 1, arbitrary: others }),
  }),
  fc.constant('next' as const),
);

function nextPress({ onboardings }: Installation): Press | undefined {
  const onboarding = onboardings.find(isUnderWay);
  const missing = onboarding && whatIsMissing(onboarding)[0]?.id;
  const known = steps.find(([step]) => step === missing);
  if (onboarding === undefined || known === undefined) return undefined;
  const [step, person, evidence] = known;
  const command = { type: 'tickItem', onboarding: onboarding.id, step } as const;
  return { person, command: { ...command, ...(evidence !== undefined && { evidence }) } };
}

function holdsTogether(onboarding: Onboarding): void {
  const { items, signOffs, outcome } = onboarding;
  const isReady = items.every((item) => !item.mandatory || isDone(item));
  if (signOffs.some(isDone)) expect(isReady).toBe(true);
  if (outcome?.kind !== 'cancelled')
    expect(outcome?.kind === 'completed').toBe(isReady && signOffs.every(isDone));
  const required = [...items.filter(({ mandatory }) => mandatory), ...signOffs];
  expect(progressOf(onboarding)).toEqual({ done: required.filter(isDone).length, of: required.length });
  for (const item of items) if (isDone(item)) expect(rolesOf(item.state)).toContain(item.by);
  for (const signOff of signOffs) if (isDone(signOff)) expect(rolesOf(signOff.state)).toContain(signOff.by);
}

function rolesOf(state: object): readonly string[] {
  const by = 'by' in state ? state.by : undefined;
  return installation.people.find(({ id }) => id === by)?.roles.map(({ role }) => role) ?? [];
}

function oneAtMost({ onboardings }: Installation): void {
  const open = onboardings
    .filter(isUnderWay)
    .map((each) => `${each.organisation} ${each.person} ${each.module}`);
  expect(new Set(open).size).toBe(open.length);
}

describe('onboardings in the records (process 7)', () => {
  it('given anybody who presses anything, then none is completed or signed off before its time, each step is its owner’s, and at most one is under way', () => {
    let completed = 0;
    fc.assert(
      fc.property(fc.array(presses, { minLength: 10, maxLength: 60 }), (walk) => {
        let recorded = installation;
        for (const command of [own, company].map((of) => ({ type: 'startOnboarding', ...of }) as const)) {
          const decision = decided(command, 'owner', recorded);
          if (decision.kind === 'events') recorded = after(recorded, decision.events);
        }
        walk.forEach((each, index) => {
          const press = each === 'next' ? nextPress(recorded) : each;
          if (press === undefined) return;
          const decision = decided(press.command, press.person, recorded, now + index);
          if (decision.kind === 'refusal') return;
          expect(decision.events).toHaveLength(1);
          recorded = after(recorded, decision.events);
          recorded.onboardings.forEach(holdsTogether);
          oneAtMost(recorded);
          const isCompleted = recorded.onboardings.some(
            ({ person, outcome }) => person !== undefined && outcome?.kind === 'completed',
          );
          const isInTheWay = recorded.onboardings.some(isUnderWay);
          if (isInTheWay && !isCompleted)
            expect(isActiveFor(recorded, 'maintainer-a1', 'journal')).toBe(false);
        });
        completed += recorded.onboardings.filter(({ outcome }) => outcome?.kind === 'completed').length;
      }),
      { numRuns },
    );
    expect(completed).toBeGreaterThan(0);
  });
});
