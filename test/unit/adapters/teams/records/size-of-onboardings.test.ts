import { maxAnswerBytes } from '../../../../../src/adapters/teams/cards/teams-limits';
import { drawForm } from '../../../../../src/adapters/teams/forms/draw-form';
import { recordsCard } from '../../../../../src/adapters/teams/inbound/handlers/organisation/show-records';
import { cancelOnboardingForm } from '../../../../../src/adapters/teams/records/cancel-onboarding-form';
import { onboardingsList } from '../../../../../src/adapters/teams/records/onboardings-list';
import type { RecordForm } from '../../../../../src/adapters/teams/records/record-form';
import { startOnboardingForm } from '../../../../../src/adapters/teams/records/start-onboarding-form';
import { tickStepForm } from '../../../../../src/adapters/teams/records/tick-step-form';
import { untickStepForm } from '../../../../../src/adapters/teams/records/untick-step-form';
import type { Installation, Onboarding } from '../../../../../src/domain/organisation/installation';
import { beginOnboarding } from '../../../../../src/domain/organisation/onboarding/onboarding';
import { largeOrganisation } from '../../../../support/large-organisation';
import { lintCard } from '../../../../cards/card-linter';
import { berlin } from '../../../../support/given';
import { contextOf } from './record-support';

const startedAt = berlin('2026-06-01T09:00');

/** 300 of 60 steps each, all of one owner, called as long as they may be; the first half done where `isDone`. */
function manyOnboardings(fill: string): Installation {
  const large = largeOrganisation({ fill });
  const checklist = Array.from({ length: 60 }, (_, index) => ({
    id: `item-${index}`,
    title: `${index} ${fill.repeat(200)}`.slice(0, 200),
    mandatory: index !== 3,
    by: 'processOwner' as const,
    ...(index === 1 && { evidence: 'link' as const }),
  }));
  const onboardings = Array.from({ length: 300 }, (_, index): Onboarding => {
    const of = {
      id: `onboarding-${index}`,
      module: 'module-1',
      organisation: 'contractor-b',
      person: 'person-20',
    };
    const begun = beginOnboarding(of, checklist, { by: 'owner', at: startedAt });
    const done = { kind: 'done', at: startedAt, by: 'owner' } as const;
    const items = begun.items.map((item, at) => (at % 2 === 0 ? item : { ...item, state: done }));
    const outcome = { kind: 'cancelled', at: startedAt, by: 'owner', reason: fill.repeat(500).slice(0, 500) };
    return {
      ...begun,
      items,
      ...(index % 10 === 9 && { outcome: outcome as Onboarding['outcome'] & object }),
    };
  });
  const people = large.people.map((each, index) =>
    index === 20 ? { ...each, roles: [...each.roles, { role: 'processOwner' as const }] } : each,
  );
  return { ...large, people, onboardings };
}

describe('given 60 steps', () => {
  it.each(['x', 'ä', '😀', '"'])(
    'when a sign-off waits for all of them, in "%s", then its form is one card',
    (fill) => {
      const recorded = manyOnboardings(fill);
      const context = contextOf({ recorded, role: 'dispatcher', of: 'onboarding-0' });
      const blocked = tickStepForm.blocked?.(context);
      expect(blocked).toContain('Es fehlen');
      const state = { nonce: '00000000-0000-4000-8000-000000000000' };
      const shown = { values: {}, errors: {}, page: 'fill', state, mode: 'inline' } as const;
      const card = drawForm(tickStepForm, context, shown, {
        blocked,
        data: { do: 'submitRecord' },
        leave: [],
      });
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(maxAnswerBytes);
    },
  );
});

describe.each(['x', 'ä', '😀', '"'])('given 60 steps and names as long as they may be, in "%s"', (fill) => {
  const context = contextOf({ recorded: manyOnboardings(fill), of: 'onboarding-0' });
  const reason = fill.repeat(500).slice(0, 500);

  it.each(['dialog', 'inline'] as const)(
    'then each form, and a page of the list, is one card (%s)',
    (mode) => {
      const state = { nonce: '00000000-0000-4000-8000-000000000000', seenVersion: 3 };
      const draw = (form: RecordForm, values: Readonly<Record<string, string>>) => {
        const frame = { blocked: form.blocked?.(context), data: { do: 'submitRecord' }, leave: [] };
        return drawForm(form, context, { values, errors: {}, page: 'fill', state, mode }, frame);
      };
      const forms = [
        draw(startOnboardingForm, {}),
        draw(tickStepForm, { step: 'item-0', evidence: reason }),
        draw(untickStepForm, { step: 'item-1', reason }),
        draw(cancelOnboardingForm, { reason }),
      ];
      const lists = [1, 30].map((page) => recordsCard({ mode }, context, onboardingsList, { page }));
      for (const card of [...forms, ...lists])
        expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(maxAnswerBytes);
      for (const card of forms) expect(lintCard(card, mode === 'dialog' ? 'dialog' : 'message')).toEqual([]);
      for (const card of lists) expect(lintCard(card, 'message')).toEqual([]);
    },
  );
});
