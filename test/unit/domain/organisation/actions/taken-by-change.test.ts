import { takenByChange } from '../../../../../src/domain/organisation/actions/taken-by-change';
import type { OrganisationEvent } from '../../../../../src/domain/organisation/changes';
import { personById } from '../../../../../src/domain/organisation/find';
import type { Installation, Person } from '../../../../../src/domain/organisation/installation';
import { recordsOf } from '../../../../../src/domain/organisation/records';
import { installation } from '../../../../support/installation';
import { begun, now, own } from './onboarding-support';

function withoutRoles({ roles: _roles, ...person }: Person): Person {
  return { ...person, roles: [] };
}

function told(recorded: Installation, events: readonly OrganisationEvent[]) {
  return takenByChange(events, recordsOf(recorded), { recorded, now }).map((event) => {
    if (event.type === 'accessTaskRecorded') return event.task.id;
    return event.type === 'onboardingRecorded' ? event.onboarding.outcome : event.type;
  });
}

describe('several records changed at once (process 7)', () => {
  const person = personById(installation, own.person) ?? never();
  const roleLost = { type: 'personRecorded', person: withoutRoles(person) } as const;
  const moduleMoved = {
    type: 'moduleRecorded',
    module: { id: 'journal', name: 'Betriebstagebuch', maintainer: 'contractor-b' },
  } as const;

  it('given a company that a module is taken from, and one of its people the role, then each is looked after once', () => {
    expect(told(installation, [roleLost, moduleMoved])).toEqual([
      'revokeMaintainer.maintainer-a1.journal.1',
      'revokeMaintainer.maintainer-a2.journal.1',
    ]);
  });

  it('given an onboarding that ends by both, then it ends once, by the first', () => {
    const [, , outcome, ...others] = told(begun(own), [roleLost, moduleMoved]);
    expect(outcome).toMatchObject({ kind: 'lapsed', reason: 'roleLost' });
    expect(others).toEqual([]);
  });
});

function never(): never {
  throw new Error('they are known');
}
