import type { OrganisationChange } from '../../src/domain/organisation/changes';
import type { AccessOutcome, Person } from '../../src/domain/organisation/installation';
import { beginOnboarding, withoutTick, withTick } from '../../src/domain/organisation/onboarding/onboarding';
import { installation } from '../support/installation';
import { sampleTime } from '../support/tickets';
import { storesUnderTest, useStores } from './stores-under-test';

const [dispatcher, , owner, ...others] = installation.people as [Person, Person, Person, ...Person[]];
const withPhone: Person = {
  ...dispatcher,
  phone: '+49 30 23125 111',
  since: '2024-05-01',
  until: '2027-01-31',
};

function change(version: number, more: Partial<OrganisationChange> = {}): OrganisationChange {
  return {
    version,
    at: sampleTime,
    action: 'importRecords',
    commandId: `command ${version}`,
    events: [{ type: 'personRecorded', person: { ...owner, name: `Stand ${version}` } }],
    ...more,
  };
}

const begun = beginOnboarding(
  {
    id: 'owner-journal',
    module: 'journal',
    organisation: 'contractor-a',
    person: 'owner',
    activeBefore: ['maintainer-a1'],
  },
  installation.onboardingChecklist,
  { by: 'owner', at: sampleTime },
);
const link = { by: 'owner', at: sampleTime + 1, evidence: 'https://ci.example.org/1' };
const ticked = withTick(withTick(begun, 'build', link), 'contract', { by: 'owner', at: sampleTime + 2 });
const taken = { by: 'owner', at: sampleTime + 3, reason: 'Gekündigt' };
const onboardings = [
  ticked,
  { ...withoutTick(ticked, 'contract', taken), id: 'taken-back' },
  { ...begun, id: 'completed', outcome: { kind: 'completed', at: sampleTime + 4 } },
  { ...begun, id: 'cancelled', outcome: { kind: 'cancelled', ...taken } },
] as const;

const whole = change(1, {
  by: { person: owner.id, role: 'processOwner' },
  events: [
    {
      type: 'organisationRecorded',
      organisation: { id: 'nord', name: 'Netz Nord', contactPeople: ['nord-1'], retired: '2030-01-01' },
    },
    { type: 'organisationRecorded', organisation: { id: 'sued', name: 'Netz Süd', contactPeople: [] } },
    { type: 'personRecorded', person: withPhone },
    ...others.map((person) => ({ type: 'personRecorded', person }) as const),
    { type: 'moduleRecorded', module: { id: 'contacts', name: 'Kontaktstammdaten' } },
    {
      type: 'moduleRecorded',
      module: {
        id: 'journal',
        name: 'Betriebstagebuch',
        maintainer: 'contractor-a',
        packageRepository: 'https://pakete.example.org/journal',
        retired: '2031-01-01',
      },
    },
    ...installation.contracts.map((contract) => ({ type: 'contractRecorded', contract }) as const),
    {
      type: 'absenceRecorded',
      absence: { person: 'owner', from: '2026-06-15', to: '2026-06-19', deputy: 'dispatcher-1' },
    },
    { type: 'absenceRecorded', absence: { person: 'owner', from: '2026-08-03', to: '2026-08-21' } },
    { type: 'dutyRecorded', duty: { day: '2026-06-15', dispatchers: ['dispatcher-1'] } },
    { type: 'dutyRecorded', duty: { day: '2026-06-16', dispatchers: [] } },
    ...onboardings.map((onboarding) => ({ type: 'onboardingRecorded', onboarding }) as const),
  ],
});

const access = { operator: 'nord', module: 'journal', since: sampleTime } as const;

const whatFollows = change(2, {
  action: 'recordDue',
  commandId: 'due-2',
  events: [
    {
      type: 'accessTaskRecorded',
      task: { ...access, id: 'grant.nord.journal.1', kind: 'grant', reminders: 0 },
    },
    ...(
      [
        { kind: 'done', at: sampleTime, by: owner.id },
        { kind: 'done', at: sampleTime, by: owner.id, reference: 'konto-4711' },
        { kind: 'dropped', at: sampleTime },
        { kind: 'takenOver', at: sampleTime },
      ] satisfies readonly AccessOutcome[]
    ).map((outcome, index) => {
      const id = `revoke.nord.journal.${index + 2}`;
      const task = { ...access, id, kind: 'revoke', reminders: index, outcome } as const;
      return { type: 'accessTaskRecorded', task } as const;
    }),
    { type: 'contractEndReminded', reminder: { contract: 'sued-journal', to: '2026-12-31', daysBefore: 90 } },
  ],
});

describe.each(storesUnderTest)('OrganisationStore on $name', (implementation) => {
  const stores = useStores(implementation);

  it('given changes, when read from a version on, then those after it come in order, as they were written', async () => {
    const { organisation } = stores();
    expect(await organisation.changesSince(0)).toEqual([]);
    const changes = [whole, change(2), change(3)];
    for (const each of changes) expect(await organisation.append(each)).toBe(true);
    expect(await organisation.changesSince(0)).toEqual(changes);
    expect(await organisation.changesSince(1)).toEqual(changes.slice(1));
    expect(await organisation.changesSince(3)).toEqual([]);
  });

  it('given what follows from contracts, by the bot and by the platform maintainer, then it comes back as it was written', async () => {
    const { organisation } = stores();
    const done = change(3, {
      action: 'completeAccess',
      by: { person: owner.id, role: 'platformMaintainer' },
    });
    for (const each of [whole, whatFollows, done]) expect(await organisation.append(each)).toBe(true);
    expect(await organisation.changesSince(0)).toEqual([whole, whatFollows, done]);
  });

  it('given many who decide on one version at once, then one of them gets through and the others change nothing', async () => {
    const { organisation } = stores();
    await organisation.append(change(1));
    const tries = Array.from({ length: 20 }, (_, index) =>
      organisation.append(change(2, { commandId: `try ${index}` })),
    );
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
    expect(await organisation.changesSince(0)).toHaveLength(2);
  });

  it('given a version that somebody has only thought of, or a submission that has taken effect, then nothing is written', async () => {
    const { organisation } = stores();
    expect(await organisation.append(change(2))).toBe(false);
    await organisation.append(change(1));
    expect(await organisation.append(change(2, { commandId: 'command 1' }))).toBe(false);
    expect(await organisation.changesSince(0)).toEqual([change(1)]);
  });

  it('given changes, then each waits for its place in the ledger until it has it', async () => {
    const { organisation } = stores();
    for (const version of [1, 2, 3]) await organisation.append(change(version));
    const due = await organisation.withAnchorDue(2);
    expect(due).toMatchObject([
      { kind: 'organisation', of: 'organisation', version: 1, at: sampleTime },
      { version: 2 },
    ]);
    expect(new Set(due.map(({ subjectHash }) => subjectHash)).size).toBe(2);
    await organisation.anchored(due);
    await organisation.anchored([]);
    expect((await organisation.withAnchorDue(10)).map(({ version }) => version)).toEqual([3]);
  });
});
