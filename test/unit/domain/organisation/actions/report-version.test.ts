import { decideChange, type ChangeContext } from '../../../../../src/domain/organisation/decide-change';
import {
  evolveRecords,
  type OrganisationChange,
  type OrganisationEvent,
} from '../../../../../src/domain/organisation/changes';
import { personById } from '../../../../../src/domain/organisation/find';
import { inForceOn } from '../../../../../src/domain/organisation/in-force';
import type { Contract, Installation } from '../../../../../src/domain/organisation/installation';
import { berlin } from '../../../../support/given';
import { installationOf, recordsOf } from '../../../../../src/domain/organisation/records';
import { affectedOperators } from '../../../../../src/domain/ticket/release/affected-operators';
import { installation } from '../../../../support/installation';

const today = '2026-06-12';

function contextOf(
  person: string,
  recorded: Installation = installation,
  since: readonly OrganisationChange[] = [],
): ChangeContext {
  const records = recordsOf(recorded);
  const actor = personById(inForceOn(recorded, today), person) ?? { id: person, roles: [] };
  const after = (events: readonly OrganisationEvent[]) =>
    installationOf(recorded, events.reduce(evolveRecords, records));
  return { records, recorded, actor, today, now: berlin(`${today}T10:00`), after, since };
}

function decided(
  person: string,
  contract: string,
  installedVersion: string,
  ...rest: [Installation?, OrganisationChange[]?]
) {
  return decideChange({ type: 'reportVersion', contract, installedVersion }, contextOf(person, ...rest));
}

function withContract(id: string, change: Partial<Contract>): Installation {
  const contracts = installation.contracts.map((each) => (each.id === id ? { ...each, ...change } : each));
  return { ...installation, contracts };
}

const notPermitted = { kind: 'refusal', refusal: { code: 'notPermitted', permitted: ['operator'] } };

describe('an operator reports the installed version (process 6, 8)', () => {
  it.each(['sued-1', 'sued-2'])(
    'given %s and a contract of theirs, then that alone changes of it',
    (person) => {
      const agreed = { noticeMonths: 3, packageContact: 'sued-1' };
      const recorded = withContract('sued-journal', agreed);
      expect(decided(person, 'sued-journal', '2.2.0', recorded)).toEqual({
        kind: 'events',
        role: 'operator',
        events: [
          {
            type: 'contractRecorded',
            contract: {
              id: 'sued-journal',
              operator: 'sued',
              module: 'journal',
              from: '2024-01-01',
              to: '2026-12-31',
              ...agreed,
              installedVersion: '2.2.0',
            },
          },
        ],
      });
    },
  );

  it.each(['nord-1', 'dispatcher-1', 'owner', 'platform', 'maintainer-a1', 'nobody'])(
    'given %s, then nothing is recorded, and it is said who may',
    (person) => {
      expect(decided(person, 'sued-journal', '2.2.0')).toEqual(notPermitted);
    },
  );

  it('given a contract that there is not, then it is answered like one of another operator', () => {
    expect(decided('sued-1', 'nowhere', '2.2.0')).toEqual(decided('sued-1', 'nord-journal', '2.2.0'));
  });

  it('given a contract on its last and on its first day, then it counts; before and after it does not', () => {
    for (const [span, may] of [
      [{ to: '2026-06-12' }, true],
      [{ to: '2026-06-11' }, false],
      [{ from: '2026-06-12' }, true],
      [{ from: '2026-06-13' }, false],
    ] as const) {
      const { kind } = decided('sued-1', 'sued-journal', '2.2.0', withContract('sued-journal', span));
      expect(kind).toBe(may ? 'events' : 'refusal');
    }
  });

  it.each(['organisations', 'modules'] as const)(
    'given that the operator or module of the contract is retired (%s), then nobody reports any more',
    (list) => {
      const retired = installation[list].map((each) =>
        ['sued', 'journal'].includes(each.id) ? { ...each, retired: today } : each,
      );
      expect(decided('sued-1', 'sued-journal', '2.2.0', { ...installation, [list]: retired })).toEqual(
        notPermitted,
      );
    },
  );

  it('given somebody who has left, then they report no more', () => {
    const people = installation.people.map((each) =>
      each.id === 'sued-1' ? { ...each, until: '2026-06-11' } : each,
    );
    expect(decided('sued-1', 'sued-journal', '2.2.0', { ...installation, people })).toEqual(notPermitted);
  });

  it('given the version that is recorded, then nothing changes', () => {
    expect(decided('sued-1', 'sued-journal', '2.1.0')).toEqual({
      kind: 'refusal',
      refusal: { code: 'nothingChanges' },
    });
  });

  it('given that a colleague or the process owner was faster, then it is said who', () => {
    const { contracts } = withContract('sued-journal', { installedVersion: '2.2.0' });
    const faster: OrganisationChange = {
      version: 2,
      at: 7,
      action: 'reportVersion',
      commandId: 'a',
      by: { person: 'sued-2', role: 'operator' },
      events: contracts
        .filter(({ id }) => id === 'sued-journal')
        .map((contract) => ({ type: 'contractRecorded', contract })),
    };
    expect(decided('sued-1', 'sued-journal', '2.3.0', installation, [faster])).toEqual({
      kind: 'refusal',
      refusal: { code: 'overtaken', by: 'sued-2', at: 7 },
    });
    expect(decided('nord-1', 'nord-journal', '2.3.0', installation, [faster]).kind).toBe('events');
  });

  it('given a version that a fault does not affect, then the operator is not informed of the release any more', () => {
    const affected = (each: Installation) => affectedOperators(each, 'journal', ['<2.2.0'], today);
    expect(affected(installation)).toEqual(['nord', 'sued']);
    const decision = decided('nord-1', 'nord-journal', '2.2.0');
    expect(decision.kind).toBe('events');
    const events = decision.kind === 'events' ? decision.events : [];
    expect(affected(contextOf('nord-1').after(events))).toEqual(['sued']);
  });
});
