import { maxAnswerBytes } from '../../../../../src/adapters/teams/cards/teams-limits';
import { drawForm } from '../../../../../src/adapters/teams/forms/draw-form';
import { contractForm, contractOf } from '../../../../../src/adapters/teams/records/contract-form';
import { moduleForm } from '../../../../../src/adapters/teams/records/module-form';
import { organisationForm } from '../../../../../src/adapters/teams/records/organisation-form';
import type { Installation, Person } from '../../../../../src/domain/organisation/installation';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { installation } from '../../../../support/installation';
import { largeOrganisation } from '../../../../support/large-organisation';
import { after, decided } from '../../../domain/organisation/actions/onboarding-support';
import { manyOperators, ownersContext } from './owners-form-support';

/** 500 people, 60 modules and 105 organisations, all called as long as they may be. */
function longest(fill: string): Installation {
  const { people, ...large } = largeOrganisation({ fill, from: manyOperators() });
  return { ...large, people: [...people, ...installation.people] };
}

describe('the check page of a module with many maintainers', () => {
  it.each(['', 'x', 'ä', '😀', '"'])(
    'given 100 of them, called as long as they may be in "%s", when it moves, then it is one card',
    (fill) => {
      const many = Array.from({ length: 100 }, (_, index): Person => ({
        id: `maintainer-${index}`,
        name: `${index} ${fill.repeat(200)}`.slice(0, 200),
        mail: `maintainer-${index}@example.org`,
        organisation: 'contractor-a',
        identities: [],
        roles: [{ role: 'maintainer', module: 'journal' }],
      }));
      const recorded = { ...installation, people: [...installation.people, ...many] };
      const command = {
        type: 'recordModule',
        module: { id: 'journal', name: 'Betriebstagebuch', maintainer: 'contractor-b' },
      } as const;
      const decision = decided(command, 'owner', recorded);
      const events = decision.kind === 'events' ? decision.events : [];
      expect(events.length).toBeGreaterThan(100);
      const follows = { events, after: after(recorded, events), days: [], endings: [], doubts: [] };
      const context = { ...ownersContext(recorded, 'journal'), follows };
      const values = { name: 'Betriebstagebuch', maintainer: 'contractor-b' };
      const state = { nonce: '00000000-0000-4000-8000-000000000000', seenVersion: 3 };
      const card = drawForm(
        moduleForm,
        context,
        { values, errors: {}, page: 'check', state, mode: 'inline', command },
        { blocked: undefined, data: { do: 'submitRecord' }, leave: [] },
      );
      expect(new CardScreen(card).text).toContain(`Eintrag: … und ${events.length - 5} weitere\n`);
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(maxAnswerBytes);
    },
  );
});

describe('the forms of organisations, modules and contracts', () => {
  it.each(['', 'x', 'ä', '😀'])(
    'given names that are filled up with "%s", then each form is one card',
    (fill) => {
      const recorded = longest(fill);
      for (const [form, of] of [
        [organisationForm, 'nord'],
        [moduleForm, 'module-1'],
        [contractForm, undefined],
        [contractForm, contractOf({ id: 'nord' })],
      ] as const) {
        const context = ownersContext(recorded, of);
        const card = drawForm(
          form,
          context,
          {
            values: form.initialValues(context),
            errors: {},
            page: 'fill',
            state: { nonce: '00000000-0000-4000-8000-000000000000', seenVersion: 3 },
            mode: 'inline',
          },
          { blocked: form.blocked?.(context), data: { do: 'submitRecord' }, leave: [] },
        );
        expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(maxAnswerBytes);
      }
    },
  );
});
