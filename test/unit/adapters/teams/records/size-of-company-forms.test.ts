import { maxAnswerBytes } from '../../../../../src/adapters/teams/cards/teams-limits';
import { drawForm } from '../../../../../src/adapters/teams/forms/draw-form';
import { contractForm, contractOf } from '../../../../../src/adapters/teams/records/contract-form';
import { moduleForm } from '../../../../../src/adapters/teams/records/module-form';
import { organisationForm } from '../../../../../src/adapters/teams/records/organisation-form';
import type { Installation } from '../../../../../src/domain/organisation/installation';
import { installation } from '../../../../support/installation';
import { largeOrganisation } from '../../../../support/large-organisation';
import { manyOperators, ownersContext } from './owners-form-support';

/** 500 people, 60 modules and 105 organisations, all called as long as they may be. */
function longest(fill: string): Installation {
  const { people, ...large } = largeOrganisation({ fill, from: manyOperators() });
  return { ...large, people: [...people, ...installation.people] };
}

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
