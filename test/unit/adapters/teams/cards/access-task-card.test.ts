import { renderAccessTaskCard } from '../../../../../src/adapters/teams/cards/access-task-card';
import { payloadSchema } from '../../../../../src/adapters/teams/cards/payload';
import { recordLimits } from '../../../../../src/adapters/teams/records/record-limits';
import { lintCard } from '../../../../cards/card-linter';
import { fits } from '../../../../../src/adapters/teams/cards/card-room';
import { inForceAt } from '../../../../../src/domain/organisation/in-force';
import type { AccessTask, Installation } from '../../../../../src/domain/organisation/installation';
import { accessTaskFacts } from '../../../../../src/texts/package-access.de';
import { accessTaskSummary, maxSummaryLength } from '../../../../../src/texts/summaries.de';
import {
  grantedToNord,
  grantForNord,
  repository,
  revokeFromNord,
  toTakeFromMaintainer,
  withRepository,
  withTasks,
} from '../../../../support/access';
import { berlin } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { viewAt } from '../../../../support/view';
import { stringsIn } from '../../../../cards/card-parts';

const now = berlin('2026-06-10T12:00');

function linesOf(task: AccessTask, recorded: Installation, at = now): readonly string[] {
  return accessTaskFacts(task, viewAt(at, inForceAt(recorded, at))).map(
    ({ label, text }) => `${label}: ${text}`,
  );
}

describe('the card of a task of package access (process 8)', () => {
  it('given access to be granted, then it says where, for whom, from when and until when it is to be done', () => {
    expect(linesOf(grantForNord, withTasks([grantForNord], { packageContact: 'nord-2' }))).toEqual([
      'Netzbetreiber: Netz Nord',
      'Modul: Betriebstagebuch',
      `Paket-Repository: ${repository}`,
      'Ansprechpartner für Pakete: Person nord-2, nord-2@example.org',
      'Vertrag ab: Mo 01.01.2024',
      'Fällig: Fr 12.06.2026, 14:00 Uhr',
      'Stand: offen',
    ]);
  });

  it('given access to be revoked, then it says since when there is no contract', () => {
    expect(linesOf(revokeFromNord, withTasks([revokeFromNord], { to: '2026-06-09' }))).toContain(
      'Ohne Vertrag seit: Mi 10.06.2026',
    );
  });

  it('given an operator that takes part no more, then it says since when', () => {
    const recorded = withTasks([revokeFromNord]);
    const organisations = recorded.organisations.map((each) =>
      each.id === 'nord' ? { ...each, retired: '2026-06-08' } : each,
    );
    const lines = linesOf(revokeFromNord, { ...recorded, organisations });
    expect(lines).toContain('Ohne Vertrag seit: Mo 08.06.2026');
    expect(lines).toContain('Ansprechpartner für Pakete: N.N.');
  });

  it('given nobody who is responsible for packages, then the contact people stand there, without those who have left', () => {
    const people = (until?: string): Installation => ({
      ...withTasks([], { packageContact: 'nord-2' }),
      organisations: installation.organisations.map((each) =>
        each.id === 'nord' ? { ...each, contactPeople: ['nord-1', 'nord-2'] } : each,
      ),
      people: installation.people.map((each) =>
        each.id === 'nord-2' && until !== undefined ? { ...each, until } : each,
      ),
    });
    expect(linesOf(grantForNord, people('2026-06-09'))).toContain(
      'Ansprechpartner für Pakete: Person nord-1, nord-1@example.org',
    );
    expect(linesOf(grantForNord, people())).toContain(
      'Ansprechpartner für Pakete: Person nord-2, nord-2@example.org',
    );
    expect(linesOf(grantForNord, withRepository)).toContain('Ansprechpartner für Pakete: N.N.');
  });

  it('given a former maintainer, then it says who, of which module, and what is to be taken from them', () => {
    expect(linesOf(toTakeFromMaintainer, withTasks([toTakeFromMaintainer]))).toEqual([
      'Person: Person maintainer-a1',
      'Modul: Betriebstagebuch',
      'Zu entziehen: Quellcode-Repository, Committer-Rechte, Veröffentlichung von Paketen',
      'Fällig: Fr 12.06.2026, 14:00 Uhr',
      'Stand: offen',
    ]);
  });

  it('given it is done, then it says by whom, when and for which account, and no time until when', () => {
    const lines = linesOf(grantedToNord, withTasks([grantedToNord]));
    expect(lines.slice(-2)).toEqual([
      'Stand: erledigt von Person platform am Do 11.06.2026, 11:00 Uhr',
      'Konto oder Token-Kennung: nord-lesend',
    ]);
    expect(lines.join()).not.toContain('Fällig');
  });

  it.each<[AccessTask, string]>([
    [grantForNord, 'Die Verträge haben sich geändert.'],
    [toTakeFromMaintainer, 'Die Person ist wieder Maintainer.'],
  ])('given it has fallen away, then it says so (no. %#)', (task, why) => {
    const dropped: AccessTask = { ...task, outcome: { kind: 'dropped', at: now } };
    expect(linesOf(dropped, withTasks([dropped])).at(-1)).toBe(
      `Stand: entfallen am Mi 10.06.2026, 12:00 Uhr: ${why}`,
    );
  });

  it.each([grantForNord, grantedToNord, revokeFromNord, toTakeFromMaintainer])(
    'given time that passes, then the card says what it has said ($id)',
    (task) => {
      const recorded = withTasks([task], { to: task.kind === 'revoke' ? '2026-06-09' : '2026-06-30' });
      expect(linesOf(task, recorded, berlin('2026-08-03T12:00'))).toEqual(linesOf(task, recorded));
    },
  );

  it.each(['dialog', 'inline'] as const)(
    'given it is open, then "Erledigt" is put forward, and gone once it is done (%s)',
    (mode) => {
      const drawn = (task: AccessTask) =>
        renderAccessTaskCard({ task, view: viewAt(now, withTasks([task])), mode });
      const card = drawn(grantForNord);
      expect(lintCard(card, 'message')).toEqual([]);
      expect(card.actions?.[0]).toMatchObject({ title: 'Erledigt', style: 'positive' });
      expect(payloadSchema.parse(card.actions?.[0]?.['data'])).toEqual({
        do: 'openRecord',
        form: 'accessDone',
        of: grantForNord.id,
      });
      expect(drawn(grantedToNord).actions ?? []).toEqual([]);
    },
  );

  describe.each(['x', 'ä', '界', '😀', '"', '\\', '**['])('given the longest names, in "%s"', (fill) => {
    const long = (text: string, length: number) => `${text}${fill.repeat(length)}`.slice(0, length);
    const recorded: Installation = {
      ...withTasks([]),
      organisations: installation.organisations.map((each) => ({
        ...each,
        name: long(each.name, recordLimits.name),
        contactPeople: ['nord-1', 'nord-2'],
      })),
      people: installation.people.map((each) => ({
        ...each,
        name: long('', recordLimits.name),
        mail: long(each.id, recordLimits.name),
      })),
      modules: withRepository.modules.map((each) => ({
        ...each,
        name: long(each.name, recordLimits.name),
        packageRepository: long(repository, recordLimits.address),
      })),
    };
    const view = viewAt(now, recorded);

    it.each<[string, AccessTask, string]>([
      ['of an operator', grantForNord, view.organisation('nord')],
      ['of a former maintainer', toTakeFromMaintainer, view.person('maintainer-a1')],
    ])('when a task %s is open or done, then Teams carries it', (_whose, open, whose) => {
      const reference = long('', recordLimits.name);
      for (const task of [
        open,
        { ...open, outcome: { kind: 'done', at: now, by: 'platform', reference } as const },
      ]) {
        for (const mode of ['dialog', 'inline'] as const) {
          const card = renderAccessTaskCard({ task, view, mode });
          expect(fits(card)).toBe(true);
          expect(lintCard(card, 'message')).toEqual([]);
          expect(stringsIn(card).some(({ text }) => text === whose)).toBe(true);
        }
        const summary = accessTaskSummary(task, view);
        expect(summary.length).toBeLessThanOrEqual(maxSummaryLength);
        expect(summary).toContain('Betriebstagebuch');
      }
    });
  });
});
