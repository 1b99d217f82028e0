import { maxAnswerBytes } from '../../../../../src/adapters/teams/cards/teams-limits';
import { drawForm } from '../../../../../src/adapters/teams/forms/draw-form';
import { absenceForm } from '../../../../../src/adapters/teams/records/absence-form';
import { dutyWeekForm } from '../../../../../src/adapters/teams/records/duty-week-form';
import { personForm } from '../../../../../src/adapters/teams/records/person-form';
import type { RecordForm } from '../../../../../src/adapters/teams/records/record-form';
import type { Installation, RoleGrant } from '../../../../../src/domain/organisation/installation';
import { largeOrganisation } from '../../../../support/large-organisation';
import { contextOf, type Opened } from './record-support';

const roles: readonly RoleGrant[] = [{ role: 'processOwner' }, { role: 'dispatcher' }];

/** Everybody dispatches, and everything is called as long as it may be. */
function longest(fill: string): Installation {
  const large = largeOrganisation({ fill });
  return {
    ...large,
    organisations: [
      ...large.organisations,
      ...Array.from({ length: 60 }, (_, index) => ({
        id: `company-${index}`,
        name: `${index}${fill.repeat(200)}`.slice(0, 200),
        contactPeople: [],
      })),
    ],
    people: large.people.map((each) => ({ ...each, roles: [...roles, ...each.roles] })),
  };
}

function bytesOf(form: RecordForm, opened: Opened): number {
  const context = contextOf(opened);
  const state = { nonce: '00000000-0000-4000-8000-000000000000', seenVersion: 3 };
  const shown = {
    values: form.initialValues(context),
    errors: {},
    page: 'fill',
    state,
    mode: 'inline',
  } as const;
  const frame = { blocked: form.blocked?.(context), data: { do: 'submitRecord' }, leave: [] };
  const card = drawForm(form, context, shown, frame);
  return Buffer.byteLength(JSON.stringify(card));
}

const member = {
  teamsId: '29:x',
  name: 'Gast Eins',
  identity: {
    tenant: '00000000-0000-4000-8000-0000000000a1',
    objectId: '00000000-0000-4000-9000-00000000aaaa',
  },
};

describe('the forms of 500 people', () => {
  it.each(['', 'x', 'ä', '😀'])(
    'given names that are filled up with "%s", then each form is one card',
    (fill) => {
      const recorded = longest(fill);
      const newcomer = { member, sameAs: recorded.people };
      for (const [form, opened] of [
        [dutyWeekForm, { of: '2026-06-08', now: '2026-06-08T08:00' }],
        [personForm, { of: 'person-40' }],
        [personForm, { of: 'member 19:dispatch@thread.tacv2 29:x', newcomer }],
        [absenceForm, {}],
        [absenceForm, { of: 'person person-40' }],
      ] as const)
        expect(bytesOf(form, { ...opened, recorded })).toBeLessThan(maxAnswerBytes);
    },
  );
});
