import type { OrganisationCommand } from '../../../../src/domain/organisation/actions/registry';
import {
  evolveRecords,
  type OrganisationChange,
  type OrganisationEvent,
} from '../../../../src/domain/organisation/changes';
import { decideChange, type ChangeDecision } from '../../../../src/domain/organisation/decide-change';
import { personById } from '../../../../src/domain/organisation/find';
import { inForceOn } from '../../../../src/domain/organisation/in-force';
import type { Installation, Person, PersonId } from '../../../../src/domain/organisation/installation';
import { installationOf, recordsOf } from '../../../../src/domain/organisation/records';
import { berlin } from '../../../support/given';
import { installation } from '../../../support/installation';

const today = '2026-06-10';
const at = berlin('2026-06-10T11:00');
const known = (id: PersonId) => personById(installation, id) as Person;
const changed = (id: PersonId, change: Partial<Person>): OrganisationCommand => ({
  type: 'recordPerson',
  person: { ...known(id), ...change },
});

interface Given {
  readonly actor?: PersonId;
  readonly recorded?: Installation;
  readonly since?: readonly OrganisationChange[];
}

function decided(
  command: OrganisationCommand,
  { actor = 'owner', recorded = installation, since = [] }: Given = {},
): ChangeDecision {
  const records = recordsOf(recorded);
  return decideChange(command, {
    records,
    recorded,
    actor: personById(inForceOn(recorded, today), actor) ?? { id: actor, roles: [] },
    today,
    now: berlin(`${today}T10:00`),
    after: (events) => installationOf(recorded, events.reduce(evolveRecords, records)),
    since,
  });
}

function refusalOf(...given: Parameters<typeof decided>) {
  const decision = decided(...given);
  return decision.kind === 'refusal' ? decision.refusal : undefined;
}

function eventsOf(...given: Parameters<typeof decided>): readonly OrganisationEvent[] {
  const decision = decided(...given);
  return decision.kind === 'events' ? decision.events : [];
}

const withPerson = (id: PersonId, change: Partial<Person>): Installation => ({
  ...installation,
  people: installation.people.map((each) => (each.id === id ? { ...each, ...change } : each)),
});

/** What somebody else decided since the form was opened. */
const since = (...events: readonly OrganisationEvent[]): readonly OrganisationChange[] => [
  {
    version: 2,
    at,
    action: 'recordPerson',
    commandId: 'other',
    by: { person: 'owner-2', role: 'processOwner' },
    events,
  },
];

describe('recording a person (process 1, 9)', () => {
  it('given the process owner, then it is recorded in that role', () => {
    expect(decided(changed('nord-1', { phone: '+49 30 1' }))).toEqual({
      kind: 'events',
      role: 'processOwner',
      events: [{ type: 'personRecorded', person: { ...known('nord-1'), phone: '+49 30 1' } }],
    });
  });

  it.each(['dispatcher-1', 'platform', 'maintainer-a1', 'nord-1', 'nobody'])(
    'given %s, then it is not permitted, not even for themself',
    (actor) => {
      expect(refusalOf(changed('nord-1', { phone: '+49 30 1' }), { actor })).toEqual({
        code: 'notPermitted',
        permitted: ['processOwner'],
      });
      expect(refusalOf(changed('owner', { roles: [] }), { actor })?.code).toBe('notPermitted');
    },
  );

  it('given a process owner whose roles begin tomorrow, then it is not permitted', () => {
    const recorded = withPerson('owner', { since: '2026-06-11' });
    expect(refusalOf(changed('nord-1', { phone: '+49 30 1' }), { recorded })?.code).toBe('notPermitted');
  });

  it('given somebody new, then their id tells nothing of their name, and is nobody else’s', () => {
    const { id, ...person } = known('nord-1');
    const name = 'Leitwarte Neu';
    const events = eventsOf({ type: 'recordPerson', person: { ...person, name, identities: [] } });
    expect(events).toEqual([
      { type: 'personRecorded', person: { ...person, name, identities: [], id: 'nord-12' } },
    ]);
    expect(installation.people.map((each) => each.id)).not.toContain('nord-12');
  });

  it('given an id that is taken, then somebody new gets another one', () => {
    const recorded = {
      ...installation,
      people: installation.people.map((each) => (each.id === 'sued-2' ? { ...each, id: 'nord-12' } : each)),
      organisations: installation.organisations.map((each) => ({ ...each, contactPeople: [] })),
    };
    const { id, ...person } = known('nord-1');
    const [event] = eventsOf({ type: 'recordPerson', person: { ...person, identities: [] } }, { recorded });
    expect(event).toMatchObject({ person: { id: 'nord-12-2' } });
  });

  it('given what is recorded already, then nothing changes', () => {
    expect(refusalOf(changed('nord-1', {}))).toEqual({ code: 'nothingChanges' });
  });

  it('given the last process owner, then nobody takes the role from them, nor they from themself', () => {
    const vacant = { code: 'vacant', role: 'processOwner', day: today };
    expect(refusalOf(changed('owner', { roles: [] }))).toEqual(vacant);
    expect(refusalOf(changed('owner', { until: '2026-06-09' }))).toEqual(vacant);
    expect(refusalOf(changed('owner', { since: '2026-06-15' }))).toEqual(vacant);
  });

  it('given a last day of the last process owner, then the role is vacant from the day after', () => {
    expect(refusalOf(changed('owner', { until: '2026-12-31' }))).toEqual({
      code: 'vacant',
      role: 'processOwner',
      day: '2027-01-01',
    });
  });

  it('given another process owner, then one of them can go, and be it the one who decides', () => {
    const recorded = withPerson('platform', { roles: [{ role: 'processOwner' }] });
    expect(eventsOf(changed('owner', { roles: [] }), { recorded })).toHaveLength(1);
    expect(eventsOf(changed('owner', { until: '2026-12-31' }), { recorded })).toHaveLength(1);
  });

  it('given another who begins too late or ends too early, then there would be days without', () => {
    const recorded = (change: Partial<Person>) =>
      withPerson('platform', { roles: [{ role: 'processOwner' }], ...change });
    const leaves = changed('owner', { until: '2026-12-31' });
    expect(refusalOf(leaves, { recorded: recorded({ since: '2027-01-02' }) })).toMatchObject({
      code: 'vacant',
      day: '2027-01-01',
    });
    expect(eventsOf(leaves, { recorded: recorded({ since: '2027-01-01' }) })).toHaveLength(1);
    expect(refusalOf(leaves, { recorded: recorded({ until: '2027-03-31' }) })).toMatchObject({
      code: 'vacant',
      day: '2027-04-01',
    });
  });

  it('given the last dispatcher, then they cannot go, today or later', () => {
    const recorded = withPerson('dispatcher-1', { roles: [] });
    const vacant = { code: 'vacant', role: 'dispatcher' };
    expect(refusalOf(changed('dispatcher-2', { roles: [] }), { recorded })).toMatchObject(vacant);
    expect(refusalOf(changed('dispatcher-2', { until: '2026-12-31' }), { recorded })).toMatchObject({
      ...vacant,
      day: '2027-01-01',
    });
    expect(eventsOf(changed('dispatcher-2', { roles: [] }))).toHaveLength(1);
  });

  it('given a role that is vacant anyhow, then other changes are made', () => {
    const recorded = {
      ...installation,
      people: installation.people.filter(({ roles }) => roles.every(({ role }) => role !== 'dispatcher')),
    };
    expect(eventsOf(changed('nord-1', { phone: '+49 30 1' }), { recorded })).toHaveLength(1);
  });

  it('given a change of the same person meanwhile, then it is overtaken, and says by whom and when', () => {
    const meanwhile = since({ type: 'personRecorded', person: { ...known('nord-1'), name: 'Anders' } });
    expect(refusalOf(changed('nord-1', { phone: '+49 30 1' }), { since: meanwhile })).toEqual({
      code: 'overtaken',
      by: 'owner-2',
      at,
    });
  });

  it('given a change of another person or of an absence meanwhile, then it is not overtaken', () => {
    const meanwhile = since(
      { type: 'personRecorded', person: { ...known('nord-2'), name: 'Anders' } },
      { type: 'absenceRecorded', absence: { person: 'nord-1', from: today, to: today } },
    );
    expect(eventsOf(changed('nord-1', { phone: '+49 30 1' }), { since: meanwhile })).toHaveLength(1);
  });
});

describe('planning duty (process 2, Warnings)', () => {
  const duty = { day: '2026-06-12', dispatchers: ['dispatcher-1'] };
  const plan = (...days: readonly (typeof duty)[]): OrganisationCommand => ({ type: 'planDuty', days });
  const recorded = { ...installation, duty: [duty] };

  it.each([
    ['owner', 'processOwner'],
    ['dispatcher-1', 'dispatcher'],
  ])('given %s, then it is recorded in the role %s', (actor, role) => {
    expect(decided(plan(duty), { actor })).toEqual({
      kind: 'events',
      role,
      events: [{ type: 'dutyRecorded', duty }],
    });
  });

  it.each(['platform', 'maintainer-a1', 'nord-1'])('given %s, then it is not permitted', (actor) => {
    expect(refusalOf(plan(duty), { actor })).toEqual({
      code: 'notPermitted',
      permitted: ['processOwner', 'dispatcher'],
    });
  });

  it('given days that stay as they are, then only the others are recorded', () => {
    const other = { ...duty, day: '2026-06-15' };
    expect(eventsOf(plan(duty, other), { recorded })).toEqual([{ type: 'dutyRecorded', duty: other }]);
    expect(refusalOf(plan(duty), { recorded })).toEqual({ code: 'nothingChanges' });
  });

  it('given nobody for a day, then it is recorded where somebody was named, and else nothing changes', () => {
    const nobody = { ...duty, dispatchers: [] };
    expect(eventsOf(plan(nobody), { recorded })).toEqual([{ type: 'dutyRecorded', duty: nobody }]);
    expect(refusalOf(plan(nobody))).toEqual({ code: 'nothingChanges' });
  });

  it('given a change of one of the days meanwhile, then it is overtaken; by one of another week it is not', () => {
    const meanwhile = (day: string) => since({ type: 'dutyRecorded', duty: { day, dispatchers: [] } });
    const wanted = plan(duty, { ...duty, day: '2026-06-15' });
    expect(refusalOf(wanted, { since: meanwhile('2026-06-15') })?.code).toBe('overtaken');
    expect(eventsOf(wanted, { since: meanwhile('2026-06-22') })).toHaveLength(2);
  });
});

describe('entering an absence (process 1)', () => {
  const absence = (person: PersonId): OrganisationCommand => ({
    type: 'recordAbsence',
    absence: { person, from: '2026-06-15', to: '2026-06-19' },
  });

  it.each(['nord-1', 'maintainer-a1', 'platform', 'owner', 'nobody'])(
    'given a dispatcher, then that of %s is not theirs to enter',
    (person) => {
      expect(refusalOf(absence(person), { actor: 'dispatcher-1' })?.code).toBe('notPermitted');
    },
  );

  it('given a dispatcher, then that of their group is', () => {
    expect(eventsOf(absence('dispatcher-2'), { actor: 'dispatcher-1' })).toHaveLength(1);
    expect(eventsOf(absence('dispatcher-1'), { actor: 'dispatcher-1' })).toHaveLength(1);
  });

  it('given the process owner, then everybody’s is; given others, not even their own', () => {
    expect(eventsOf(absence('nord-1'))).toHaveLength(1);
    expect(refusalOf(absence('nord-1'), { actor: 'nord-1' })?.code).toBe('notPermitted');
  });
});
