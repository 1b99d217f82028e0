import type { OrganisationCommand } from '../../../../../src/domain/organisation/actions/registry';
import type { Installation, RoleGrant } from '../../../../../src/domain/organisation/installation';
import { isActiveFor } from '../../../../../src/domain/organisation/onboarding/active-maintainers';
import { installation } from '../../../../support/installation';
import {
  after,
  begun,
  cancel,
  company,
  decided,
  done,
  knownAs,
  now,
  onboardingIn,
  own,
  steps,
  ticked,
} from './onboarding-support';

const maintainer = (module: string): RoleGrant => ({ role: 'maintainer', module });

const givenTo = (maintainedBy: string, module = 'journal'): OrganisationCommand => ({
  type: 'recordModule',
  module: { id: module, name: 'Betriebstagebuch', maintainer: maintainedBy },
});

/** The onboardings that the process owner's command begins, and the records after it. */
function begunBy(command: OrganisationCommand, recorded: Installation = installation) {
  const decision = decided(command, 'owner', recorded);
  if (decision.kind === 'refusal') throw new Error(decision.refusal.code);
  const begins = decision.events.flatMap((event) =>
    event.type === 'onboardingRecorded' ? [event.onboarding] : [],
  );
  return { begins, then: after(recorded, decision.events) };
}

/** Nobody maintains the journal, and nobody is set up for it. */
const without = (...people: readonly string[]): Installation => ({
  ...installation,
  people: installation.people.map((person) =>
    people.includes(person.id) ? { ...person, roles: [] } : person,
  ),
});

describe('who newly is to maintain a module (process 7)', () => {
  const roles = [maintainer('journal')];

  it('given the role to somebody known, then their onboarding begins in the same change, and they are not active', () => {
    const recorded = without('maintainer-a2');
    const { begins, then } = begunBy(knownAs(recorded, 'maintainer-a2', { roles }), recorded);
    expect(begins).toMatchObject([
      {
        id: 'maintainer-a2-journal',
        ...company,
        person: 'maintainer-a2',
        startedAt: now,
        startedBy: 'owner',
      },
    ]);
    expect(begins[0]).not.toHaveProperty('activeBefore');
    expect(isActiveFor(then, 'maintainer-a2', 'journal')).toBe(false);
    expect(isActiveFor(then, 'maintainer-a1', 'journal')).toBe(true);
  });

  it('given somebody new, then for each of their modules', () => {
    const person = { name: 'Neu', mail: 'neu@example.org', organisation: 'contractor-a', identities: [] };
    const both = [maintainer('journal'), maintainer('contacts'), { role: 'dispatcher' } as const];
    const { begins } = begunBy({ type: 'recordPerson', person: { ...person, roles: both } });
    expect(begins.map(({ person: id, module }) => [id, module])).toEqual([
      ['contractor-a-12', 'journal'],
      ['contractor-a-12', 'contacts'],
    ]);
  });

  it('given a maintainer who is called otherwise, or gets another role, then none begins', () => {
    expect(begunBy(knownAs(installation, 'maintainer-a1', { name: 'Anders' })).begins).toEqual([]);
    const more = [maintainer('journal'), { role: 'dispatcher' } as const];
    expect(begunBy(knownAs(installation, 'maintainer-a1', { roles: more })).begins).toEqual([]);
  });

  it('given a maintainer who goes to another company with their roles, then theirs begins there', () => {
    const { begins } = begunBy(knownAs(installation, 'maintainer-b1', { organisation: 'contractor-a' }));
    expect(begins).toMatchObject([
      { organisation: 'contractor-a', person: 'maintainer-b1', module: 'outage' },
    ]);
  });

  it('given that their own is under way or completed, or their company’s under way, then no other begins', () => {
    const ready = ticked(begun(), steps.length);
    const gone = (recorded: Installation) =>
      done(recorded, 'owner', knownAs(recorded, 'maintainer-a1', { roles: [] }));
    const before = done(without('maintainer-a1'), 'owner', { type: 'startOnboarding', ...own });
    for (const recorded of [before, gone(ready), gone(begun(company))])
      expect(begunBy(knownAs(recorded, 'maintainer-a1', { roles }), recorded).begins).toEqual([]);
  });

  it('given their company’s is under way, when it is called off, then only who was active before it is active', () => {
    const recorded = done(without('maintainer-a2'), 'owner', { type: 'startOnboarding', ...company });
    const { begins, then } = begunBy(knownAs(recorded, 'maintainer-a2', { roles }), recorded);
    expect(begins).toEqual([]);
    const called = done(then, 'owner', cancel(then));
    expect(isActiveFor(called, 'maintainer-a1', 'journal')).toBe(true);
    expect(isActiveFor(called, 'maintainer-a2', 'journal')).toBe(false);
  });

  it('given nobody is active, when their company’s begins and is called off, then nobody is', () => {
    const recorded = without('maintainer-a1', 'maintainer-a2');
    const { then } = begunBy(knownAs(recorded, 'maintainer-a1', { roles }), recorded);
    const company2 = done(then, 'owner', { type: 'startOnboarding', ...company });
    expect(onboardingIn(company2)).not.toHaveProperty('activeBefore');
  });

  it('given somebody set up before their company had the module, then the company’s does not set them back', () => {
    const recorded = done(installation, 'owner', {
      type: 'recordModule',
      module: { id: 'journal', name: 'Betriebstagebuch' },
    });
    const ready = ticked(done(recorded, 'owner', { type: 'startOnboarding', ...own }), steps.length);
    const { begins, then } = begunBy(givenTo('contractor-a'), ready);
    expect(begins).toMatchObject([company]);
    for (const each of [then, done(then, 'owner', cancel(then))]) {
      expect(isActiveFor(each, 'maintainer-a1', 'journal')).toBe(true);
      expect(isActiveFor(each, 'maintainer-a2', 'journal')).toBe(false);
    }
  });

  it('given a maintainer who left, when they come back before their access was taken, then none begins; afterwards one does', () => {
    const gone = done(installation, 'owner', knownAs(installation, 'maintainer-a1', { until: '2026-06-11' }));
    const back = knownAs(installation, 'maintainer-a1', {});
    expect(begunBy(back, gone).begins).toEqual([]);
    const taken = done(gone, 'platform', {
      type: 'completeAccess',
      task: 'revokeMaintainer.maintainer-a1.journal.1',
    });
    const { begins, then } = begunBy(back, taken);
    expect(begins).toMatchObject([own]);
    expect(isActiveFor(then, 'maintainer-a1', 'journal')).toBe(false);
  });

  it('given theirs was completed and their access taken since, when they get the role again, then one begins', () => {
    const ready = ticked(begun(), steps.length);
    const gone = done(ready, 'owner', knownAs(ready, 'maintainer-a1', { roles: [] }), now + 1);
    const taken = done(
      gone,
      'platform',
      { type: 'completeAccess', task: 'revokeMaintainer.maintainer-a1.journal.1' },
      now + 2,
    );
    const { begins, then } = begunBy(knownAs(taken, 'maintainer-a1', { roles }), taken);
    expect(begins).toMatchObject([own]);
    expect(isActiveFor(then, 'maintainer-a1', 'journal')).toBe(false);
  });

  it('given somebody who has left already, then none begins', () => {
    const recorded = without('maintainer-a2');
    const edit = knownAs(recorded, 'maintainer-a2', { roles, until: '2026-06-01' });
    expect(begunBy(edit, recorded).begins).toEqual([]);
  });

  it('given that their own was called off or ended with the role, or their company’s is completed, then one begins', () => {
    const cancelled = done(begun(own), 'owner', cancel(begun(own)));
    for (const recorded of [cancelled, begun(own), ticked(begun(company), steps.length)]) {
      const gone = done(recorded, 'owner', knownAs(recorded, 'maintainer-a1', { roles: [] }));
      const { then } = begunBy(knownAs(gone, 'maintainer-a1', { roles }), gone);
      expect(onboardingIn(then)).toMatchObject(own);
      expect(isActiveFor(then, 'maintainer-a1', 'journal')).toBe(false);
    }
  });

  it('given the module to another company, or one that nobody maintained, then that company’s begins', () => {
    const { begins, then } = begunBy(givenTo('contractor-b'));
    expect(begins).toMatchObject([
      { id: 'contractor-b-journal', module: 'journal', organisation: 'contractor-b' },
    ]);
    expect(begins[0]).not.toHaveProperty('person');
    expect(isActiveFor(then, 'maintainer-b1', 'journal')).toBe(false);
    expect(isActiveFor(then, 'maintainer-b1', 'outage')).toBe(true);
    expect(begunBy(givenTo('contractor-a', 'contacts')).begins).toHaveLength(1);
  });

  it('given a module that is called otherwise, or that nobody maintains any more, then none begins', () => {
    expect(
      begunBy({
        type: 'recordModule',
        module: { id: 'journal', name: 'Tagebuch', maintainer: 'contractor-a' },
      }).begins,
    ).toEqual([]);
    expect(begunBy({ type: 'recordModule', module: { id: 'journal', name: 'Tagebuch' } }).begins).toEqual([]);
  });

  it('given that the company was set up for the module before it got it, then no other begins', () => {
    const recorded = begun({ module: 'journal', organisation: 'contractor-b' });
    expect(begunBy(givenTo('contractor-b'), recorded).begins).toEqual([]);
  });
});
