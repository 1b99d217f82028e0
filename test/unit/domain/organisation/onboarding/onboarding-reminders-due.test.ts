import { dueEvents } from '../../../../../src/domain/organisation/due-records';
import type { Installation, Onboarding } from '../../../../../src/domain/organisation/installation';
import {
  beginOnboarding,
  stepOf,
  withoutTick,
  withTick,
} from '../../../../../src/domain/organisation/onboarding/onboarding';
import { onboardingRemindersDue } from '../../../../../src/domain/organisation/onboarding/onboarding-reminders-due';
import { berlin } from '../../../../support/given';
import { aroundTheClock, installation } from '../../../../support/installation';

/** On a Monday: the fifth service day after it is the next one. */
const began = berlin('2026-06-08T10:00');
const mandatory = installation.onboardingChecklist.filter((item) => item.mandatory).map(({ id }) => id);

const begun = beginOnboarding(
  { id: 'a', module: 'journal', organisation: 'contractor-a' },
  installation.onboardingChecklist,
  { by: 'owner', at: began },
);

function ticked(onboarding: Onboarding, steps: readonly string[], at = began): Onboarding {
  return steps.reduce((each, step) => withTick(each, step, { by: 'owner', at }), onboarding);
}

function given(onboarding: Onboarding): Installation {
  return { ...installation, onboardings: [onboarding] };
}

/** How often each step has been reminded of by then; of what is not newly reminded of, nothing is said. */
function remindedAt(onboarding: Onboarding, local: string): Readonly<Record<string, number>> {
  const [event] = onboardingRemindersDue(given(onboarding), berlin(local));
  if (event?.type !== 'onboardingRecorded') return {};
  const { items, signOffs } = event.onboarding;
  return Object.fromEntries(
    [...items, ...signOffs].flatMap(({ id, state }) =>
      state.kind === 'open' && state.reminders > 0 ? [[id, state.reminders]] : [],
    ),
  );
}

const eachOnce = Object.fromEntries(mandatory.map((id) => [id, 1]));

describe('steps of an onboarding that have stalled (process 7)', () => {
  it('given five service days, then nobody is reminded until they are over', () => {
    expect(remindedAt(begun, '2026-06-15T17:00')).toEqual({});
    expect(remindedAt(begun, '2026-06-16T08:30')).toEqual(eachOnce);
  });

  it('given that they were reminded, then again after five more; what was missed is said once', () => {
    const [event] = onboardingRemindersDue(given(begun), berlin('2026-06-16T08:30'));
    const reminded = event?.type === 'onboardingRecorded' ? event.onboarding : begun;
    expect(remindedAt(reminded, '2026-06-22T17:00')).toEqual({});
    expect(remindedAt(reminded, '2026-06-23T08:30')).toMatchObject({ contract: 2 });
    expect(remindedAt(begun, '2026-06-30T08:30')).toMatchObject({ contract: 3 });
  });

  it('given service around the clock, then five service days later too, not six', () => {
    const reminders = (local: string) => {
      const [event] = onboardingRemindersDue({ ...aroundTheClock, onboardings: [begun] }, berlin(local));
      const [first] = event?.type === 'onboardingRecorded' ? event.onboarding.items : [];
      return first?.state;
    };
    expect(reminders('2026-06-14T00:00')).toBeUndefined();
    expect(reminders('2026-06-14T00:01')).toMatchObject({ reminders: 1 });
    expect(reminders('2026-06-19T00:00')).toMatchObject({ reminders: 1 });
    expect(reminders('2026-06-19T00:01')).toMatchObject({ reminders: 2 });
    expect(reminders('2026-06-24T00:01')).toMatchObject({ reminders: 3 });
  });

  it('given what is done, optional, or withheld, then nobody is reminded of it', () => {
    const { contract, ...others } = eachOnce;
    expect(remindedAt(ticked(begun, ['contract']), '2026-06-16T08:30')).toEqual(others);
  });

  it('given the last mandatory item, then the sign-offs wait from then on', () => {
    const ready = ticked(begun, mandatory, berlin('2026-06-10T10:00'));
    expect(remindedAt(ready, '2026-06-17T17:00')).toEqual({});
    expect(remindedAt(ready, '2026-06-18T08:30')).toEqual({
      signOffPlatformMaintainer: 1,
      signOffDispatcher: 1,
    });
  });

  it('given an item that is open again, then it has waited from then on, and has not been reminded of', () => {
    const [event] = onboardingRemindersDue(given(begun), berlin('2026-06-16T08:30'));
    const reminded = event?.type === 'onboardingRecorded' ? event.onboarding : begun;
    const at = berlin('2026-06-16T10:00');
    const again = withoutTick(ticked(reminded, ['contract'], at), 'contract', {
      by: 'owner',
      at,
      reason: 'Nein',
    });
    expect(stepOf(again, 'contract')?.state).toMatchObject({ kind: 'open', reminders: 0 });
    expect(remindedAt(again, '2026-06-23T08:30')).not.toHaveProperty('contract', 2);
    expect(remindedAt(again, '2026-06-24T08:30')).toMatchObject({ contract: 1 });
  });

  it('given one that is over, then nobody is reminded', () => {
    const outcome = { kind: 'cancelled', at: began, by: 'owner', reason: 'Absage' } as const;
    expect(remindedAt({ ...begun, outcome }, '2026-06-30T08:30')).toEqual({});
  });

  it('given what the bot records as time passes, then it is among that, during service time only', () => {
    const contracts = { ...given(begun), contracts: [] };
    expect(dueEvents(contracts, berlin('2026-06-16T08:30'))).toMatchObject([{ type: 'onboardingRecorded' }]);
    expect(dueEvents(contracts, berlin('2026-06-16T08:29'))).toEqual([]);
  });
});
