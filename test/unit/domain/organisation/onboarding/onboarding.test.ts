import fc from 'fast-check';
import type { ChecklistItem, Onboarding } from '../../../../../src/domain/organisation/installation';
import {
  beginOnboarding,
  isDone,
  isEveryItemDone,
  isUnderWay,
  progressOf,
  whatIsMissing,
  withoutTick,
  withTick,
} from '../../../../../src/domain/organisation/onboarding/onboarding';
import { installation } from '../../../../support/installation';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 100);
const { onboardingChecklist } = installation;
const mandatory = onboardingChecklist.filter((item) => item.mandatory).map(({ id }) => id);
const signOffs = ['signOffPlatformMaintainer', 'signOffDispatcher'];

function begun(checklist: readonly ChecklistItem[] = onboardingChecklist): Onboarding {
  const of = { id: 'o', module: 'journal', organisation: 'contractor-a' };
  return beginOnboarding(of, checklist, { by: 'owner', at: 1 });
}

/** One after the other, at the instants 2, 3, … */
function ticked(onboarding: Onboarding, ...steps: readonly string[]): Onboarding {
  return steps.reduce(
    (each, step, index) => withTick(each, step, { by: 'platform', at: index + 2 }),
    onboarding,
  );
}

const takenBack = { by: 'owner', at: 50, reason: 'Der Build ist wieder rot' };
const stateOf = (onboarding: Onboarding, id: string) =>
  [...onboarding.items, ...onboarding.signOffs].find((step) => step.id === id)?.state;

describe('an onboarding (process 7)', () => {
  it('given that it has begun, then every item waits from then on, and no sign-off does', () => {
    expect(stateOf(begun(), 'build')).toEqual({ kind: 'open', since: 1, reminders: 0 });
    expect(stateOf(begun(), 'signOffDispatcher')).toEqual({ kind: 'withheld' });
    expect(progressOf(begun())).toEqual({ done: 0, of: 7 });
  });

  it('given that an item is done, then it is not missing any more; an optional one never was', () => {
    const onboarding = ticked(begun(), 'build', 'election');
    expect(whatIsMissing(onboarding).map(({ id }) => id)).toEqual([
      'contract',
      'trial',
      'environments',
      'account',
      ...signOffs,
    ]);
    expect(progressOf(onboarding)).toEqual({ done: 1, of: 7 });
  });

  it('given that the last mandatory item is done, then both sign-offs wait from then on', () => {
    const onboarding = ticked(begun(), ...mandatory);
    const since = mandatory.length + 1;
    for (const id of signOffs) expect(stateOf(onboarding, id)).toEqual({ kind: 'open', since, reminders: 0 });
    expect(isUnderWay(onboarding)).toBe(true);
  });

  it('given both sign-offs, then it is completed when the second one is given', () => {
    const onboarding = ticked(begun(), ...mandatory, ...signOffs);
    expect(onboarding.outcome).toEqual({ kind: 'completed', at: mandatory.length + 3 });
    expect(progressOf(onboarding)).toEqual({ done: 7, of: 7 });
  });

  it('given a mandatory item that is open again, then so is what was signed off, and it is said why', () => {
    const signed = ticked(begun(), ...mandatory, 'signOffDispatcher');
    const onboarding = withoutTick(signed, 'build', takenBack);
    expect(stateOf(onboarding, 'build')).toEqual({ kind: 'open', since: 50, reminders: 0, takenBack });
    expect(stateOf(onboarding, 'signOffDispatcher')).toEqual({ kind: 'withheld', takenBack });
    expect(stateOf(onboarding, 'signOffPlatformMaintainer')).toEqual({ kind: 'withheld' });
  });

  it('given an optional item that is open again, then what was signed off stands', () => {
    const signed = ticked(begun(), ...mandatory, 'election', 'signOffDispatcher');
    const onboarding = withoutTick(signed, 'election', takenBack);
    expect(stateOf(onboarding, 'signOffDispatcher')).toMatchObject({ kind: 'done' });
    expect(onboarding.signOffs).toEqual(signed.signOffs);
  });

  it('given a sign-off taken back, then it waits again; done once more, nothing is said of it', () => {
    const onboarding = withoutTick(
      ticked(begun(), ...mandatory, 'signOffDispatcher'),
      'signOffDispatcher',
      takenBack,
    );
    expect(stateOf(onboarding, 'signOffDispatcher')).toEqual({
      kind: 'open',
      since: 50,
      reminders: 0,
      takenBack,
    });
    const again = withTick(onboarding, 'signOffDispatcher', { by: 'platform', at: 60 });
    expect(stateOf(again, 'signOffDispatcher')).toEqual({ kind: 'done', by: 'platform', at: 60 });
  });

  it('given a checklist of optional items, then the sign-offs wait at once', () => {
    const onboarding = begun([{ id: 'a', title: 'A', mandatory: false, by: 'maintainer' }]);
    expect(stateOf(onboarding, 'signOffDispatcher')).toEqual({ kind: 'open', since: 1, reminders: 0 });
  });

  const checklists = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      title: fc.constant('A'),
      mandatory: fc.boolean(),
      by: fc.constant('maintainer' as const),
    }),
    { selector: ({ id }) => id, minLength: 1 },
  );
  const steps = fc.array(
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', ...signOffs), isTick: fc.boolean() }),
    { maxLength: 30 },
  );

  it('given any ticks of what waits and any taken back, then it is signed off only with every mandatory item, and over only with both', () => {
    fc.assert(
      fc.property(checklists, steps, (checklist, walk) => {
        let onboarding = begun(checklist);
        let at = 1;
        for (const { id, isTick } of walk) {
          const state = stateOf(onboarding, id);
          at += 1;
          if (isTick && state?.kind === 'open') onboarding = withTick(onboarding, id, { by: 'owner', at });
          if (!isTick && state?.kind === 'done' && isUnderWay(onboarding))
            onboarding = withoutTick(onboarding, id, { ...takenBack, at });
          const { items, signOffs: signed } = onboarding;
          const isReady = items.every((item) => !item.mandatory || isDone(item));
          expect(isEveryItemDone(onboarding)).toBe(isReady);
          for (const { state: signOff } of signed) expect(signOff.kind === 'withheld').toBe(!isReady);
          expect(!isUnderWay(onboarding)).toBe(isReady && signed.every(isDone));
          const { done, of } = progressOf(onboarding);
          expect(of).toBe(items.filter((item) => item.mandatory).length + 2);
          expect(of - done).toBe(whatIsMissing(onboarding).length);
          expect(done === of).toBe(!isUnderWay(onboarding));
        }
      }),
      { numRuns },
    );
  });
});
