import { type OrganisationChange, type OrganisationEvent, recordKey } from '../domain/organisation/changes';
import { moduleById, organisationById, personById } from '../domain/organisation/find';
import type { AccessTask, Installation, Onboarding, PersonId } from '../domain/organisation/installation';
import { stepsOf } from '../domain/organisation/onboarding/onboarding';
import { haveSameOperatorAndModule } from '../domain/organisation/operator-and-module';
import type { RecordSubject } from './messages/record-card';

/** The version of the organisation's records in which anything was changed last that the record's card tells of. */
export function versionOfSubject(
  last: ReadonlyMap<string, number>,
  installation: Installation,
  of: RecordSubject,
): number {
  return Math.max(0, ...eventsToldOf(installation, of).map((event) => last.get(recordKey(event)) ?? 0));
}

/** The version in which each record was changed last. */
export function lastVersions(changes: readonly OrganisationChange[]): ReadonlyMap<string, number> {
  return new Map(
    changes.flatMap(({ version, events }) => events.map((event) => [recordKey(event), version] as const)),
  );
}

function eventsToldOf(installation: Installation, { kind, id }: RecordSubject): readonly OrganisationEvent[] {
  switch (kind) {
    case 'accessTask':
      return installation.accessTasks
        .filter((task) => task.id === id)
        .flatMap((task) => eventsOfTask(installation, task));
    case 'onboarding':
      return installation.onboardings
        .filter((onboarding) => onboarding.id === id)
        .flatMap((onboarding) => eventsOfOnboarding(installation, onboarding));
  }
}

/** The task, whose it is and for what, and whom to ask there. */
function eventsOfTask(installation: Installation, task: AccessTask): readonly OrganisationEvent[] {
  const module = moduleById(installation, task.module);
  const ofModule = module === undefined ? [] : [{ type: 'moduleRecorded', module } as const];
  if (task.kind === 'revokeMaintainer') {
    const person = personById(installation, task.person);
    return [
      { type: 'accessTaskRecorded', task },
      ...ofModule,
      ...(person === undefined ? [] : [{ type: 'personRecorded', person } as const]),
    ];
  }
  const operator = organisationById(installation, task.operator);
  const contracts = installation.contracts.filter((contract) => haveSameOperatorAndModule(contract, task));
  const contacts = [
    ...(operator?.contactPeople ?? []),
    ...contracts.flatMap(({ packageContact }) => packageContact ?? []),
  ].flatMap((id) => personById(installation, id) ?? []);
  return [
    { type: 'accessTaskRecorded', task },
    ...(operator === undefined ? [] : [{ type: 'organisationRecorded', organisation: operator } as const]),
    ...ofModule,
    ...contracts.map((contract) => ({ type: 'contractRecorded', contract }) as const),
    ...contacts.map((person) => ({ type: 'personRecorded', person }) as const),
  ];
}

/** The onboarding, whose it is and for what, and who has done what in it. */
function eventsOfOnboarding(
  installation: Installation,
  onboarding: Onboarding,
): readonly OrganisationEvent[] {
  const organisation = organisationById(installation, onboarding.organisation);
  const module = moduleById(installation, onboarding.module);
  const people = peopleNamedIn(onboarding).flatMap((id) => personById(installation, id) ?? []);
  return [
    { type: 'onboardingRecorded', onboarding },
    ...(organisation === undefined ? [] : [{ type: 'organisationRecorded', organisation } as const]),
    ...(module === undefined ? [] : [{ type: 'moduleRecorded', module } as const]),
    ...people.map((person) => ({ type: 'personRecorded', person }) as const),
  ];
}

function peopleNamedIn(onboarding: Onboarding): readonly PersonId[] {
  const named = stepsOf(onboarding).map(({ state }) =>
    state.kind === 'done' ? state.by : state.takenBack?.by,
  );
  return [onboarding.person, ...named].flatMap((id) => id ?? []);
}
