import { maxAnswerBytes } from '../../../../../src/adapters/teams/cards/teams-limits';
import { drawForm } from '../../../../../src/adapters/teams/forms/draw-form';
import { recordsCard } from '../../../../../src/adapters/teams/inbound/handlers/organisation/show-records';
import { lintCard } from '../../../../cards/card-linter';
import { accessDoneForm } from '../../../../../src/adapters/teams/records/access-done-form';
import { accessTasksList } from '../../../../../src/adapters/teams/records/access-tasks-list';
import type { PackageTask } from '../../../../../src/domain/organisation/installation';
import { accessTaskTexts } from '../../../../../src/texts/access-tasks.de';
import { recordTexts } from '../../../../../src/texts/records.de';
import { grantedToNord, grantForNord, revokeFromNord, withTasks } from '../../../../support/access';
import { berlin } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { commandOf, contextOf, errorsOf, rowsOf } from './record-support';

const role = 'platformMaintainer';
const at = berlin('2026-06-12T09:00');
const dropped: PackageTask = {
  ...grantForNord,
  id: 'grant-nord-journal-3',
  outcome: { kind: 'dropped', at },
};
const takenOver: PackageTask = {
  ...grantForNord,
  id: 'grant-sued-journal-1',
  operator: 'sued',
  outcome: { kind: 'takenOver', at },
};
const later: PackageTask = {
  ...grantForNord,
  id: 'grant-nord-outage-1',
  module: 'outage',
  since: berlin('2026-06-11T10:00'),
};

describe('the list of package access (process 8)', () => {
  it('given tasks, then the open ones stand first, the longest waiting before the others, then the last that were settled', () => {
    const recorded = withTasks([grantedToNord, later, dropped, takenOver, revokeFromNord]);
    expect(rowsOf(accessTasksList, { recorded, role })).toEqual([
      {
        text: 'Netz Nord – Betriebstagebuch',
        details: [
          'Paketzugang entziehen',
          'Ansprechpartner für Pakete: N.N.',
          'Fällig: Fr 12.06.2026, 14:00 Uhr',
        ],
        buttons: [{ title: 'Erledigt', form: 'accessDone', of: revokeFromNord.id }],
      },
      {
        text: 'Netz Nord – Störungsinformationstool',
        details: [
          'Paketzugang einrichten',
          'Ansprechpartner für Pakete: N.N.',
          'Fällig: Mo 15.06.2026, 17:00 Uhr',
        ],
        buttons: [{ title: 'Erledigt', form: 'accessDone', of: later.id }],
      },
      {
        text: 'Netz Nord – Betriebstagebuch',
        details: [
          'Paketzugang einrichten',
          'entfallen am Fr 12.06.2026, 09:00 Uhr: Die Verträge haben sich geändert.',
        ],
        buttons: [],
      },
      {
        text: 'Netz Nord – Betriebstagebuch',
        details: [
          'Paketzugang einrichten',
          'erledigt von Person platform am Do 11.06.2026, 11:00 Uhr',
          'Konto oder Token-Kennung: nord-lesend',
        ],
        buttons: [],
      },
    ]);
  });

  it('given the process owner, then it is read, and nothing of it done', () => {
    const rows = rowsOf(accessTasksList, { recorded: withTasks([grantForNord]), role: 'processOwner' });
    expect(rows.map(({ buttons }) => buttons)).toEqual([[]]);
  });
});

describe('the form "Erledigt" (process 8)', () => {
  const ofGrant = { recorded: withTasks([grantForNord]), role, of: grantForNord.id } as const;
  const ofRevoke = {
    recorded: withTasks([grantedToNord, revokeFromNord]),
    role,
    of: revokeFromNord.id,
  } as const;

  it('given access to be granted, then the account is asked for and recorded, and nothing without it', () => {
    expect(accessDoneForm.title(contextOf(ofGrant))).toBe('Paketzugang einrichten');
    expect(errorsOf(accessDoneForm, ofGrant)).toEqual({ reference: accessTaskTexts.referenceMissing });
    expect(commandOf(accessDoneForm, ofGrant, { reference: ' nord-lesend ' })).toEqual({
      type: 'completeAccess',
      task: grantForNord.id,
      reference: 'nord-lesend',
    });
  });

  it('given access to be revoked, then the account that was let in stands there, and can be left out', () => {
    expect(accessDoneForm.initialValues(contextOf(ofRevoke))).toEqual({ reference: 'nord-lesend' });
    expect(commandOf(accessDoneForm, ofRevoke, { reference: '' })).toEqual({
      type: 'completeAccess',
      task: revokeFromNord.id,
    });
    const nobodyKnows = { ...ofRevoke, recorded: withTasks([revokeFromNord]) };
    expect(accessDoneForm.initialValues(contextOf(nobodyKnows))).toEqual({});
  });

  it('given a secret in place of the account, then it is refused at the field', () => {
    expect(errorsOf(accessDoneForm, ofGrant, { reference: `ghp_${'a1B2'.repeat(9)}` })).toEqual({
      reference: accessTaskTexts.looksLikeSecret,
    });
  });

  it('given a text longer than the field, then it is refused', () => {
    const { reference } = errorsOf(accessDoneForm, ofGrant, { reference: 'nord '.repeat(41) });
    expect(reference).toContain('200');
  });

  it.each([
    [grantedToNord, 'Diese Aufgabe hat Person platform schon erledigt (Do 11.06.2026, 11:00 Uhr).'],
    [dropped, 'Diese Aufgabe ist entfallen: Die Verträge haben sich geändert.'],
  ])('given a task that is settled, then it says so', (task, text) => {
    const opened = { recorded: withTasks([task]), role, of: task.id } as const;
    expect(accessDoneForm.blocked?.(contextOf(opened))).toBe(text);
    expect(errorsOf(accessDoneForm, opened, { reference: 'nord-lesend' })).toEqual({ '': text });
  });

  it.each(['grant-nowhere-1', undefined])('given %s, which is no task, then nothing stands there', (of) => {
    const context = contextOf({ role, ...(of !== undefined && { of }) });
    expect(accessDoneForm.blocked?.(context)).toBe(recordTexts.unknownRecord);
    expect(accessDoneForm.info(context)).toEqual([]);
    expect(accessDoneForm.initialValues(context)).toEqual({});
  });
});

describe.each(['x', 'ä', '😀', '"'])('given names as long as they may be, in "%s"', (fill) => {
  const long = (text: string) => `${text}${fill.repeat(200)}`.slice(0, 200);
  const recorded = {
    ...withTasks(Array.from({ length: 300 }, (_, index) => ({ ...grantForNord, id: `grant-${index}` }))),
    organisations: installation.organisations.map((each) => ({ ...each, name: long(each.name) })),
    modules: installation.modules.map((each) => ({ ...each, name: long(each.name) })),
  };
  const opened = { recorded, role, of: 'grant-0' } as const;

  it.each(['dialog', 'inline'] as const)(
    'then the form and a page of the list are one card each (%s)',
    (mode) => {
      const context = contextOf(opened);
      const state = { nonce: '00000000-0000-4000-8000-000000000000', seenVersion: 3 };
      const values = { reference: long('') };
      const errors = { reference: accessTaskTexts.looksLikeSecret };
      const frame = { blocked: undefined, data: { do: 'submitRecord' }, leave: [] };
      const form = drawForm(accessDoneForm, context, { values, errors, page: 'fill', state, mode }, frame);
      const list = recordsCard({ mode }, context, accessTasksList, { page: 1 });
      for (const card of [form, list])
        expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(maxAnswerBytes);
      expect(lintCard(form, mode === 'dialog' ? 'dialog' : 'message')).toEqual([]);
      expect(lintCard(list, 'message')).toEqual([]);
    },
  );
});
