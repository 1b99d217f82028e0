import { type OrganisationChange, type OrganisationEvent, recordKey } from '../domain/organisation/changes';
import { moduleById, organisationById, personById } from '../domain/organisation/find';
import type { AccessTask, Installation } from '../domain/organisation/installation';

/** The version of the organisation's records in which anything was changed last that the task's card tells of. */
export function versionOfTask(
  last: ReadonlyMap<string, number>,
  installation: Installation,
  task: AccessTask,
): number {
  return Math.max(...keysToldOf(installation, task).map((key) => last.get(key) ?? 0));
}

/** The version in which each record was changed last. */
export function lastVersions(changes: readonly OrganisationChange[]): ReadonlyMap<string, number> {
  return new Map(
    changes.flatMap(({ version, events }) => events.map((event) => [recordKey(event), version] as const)),
  );
}

/** The task, whose it is and for what, and whom to ask there. */
function keysToldOf(installation: Installation, task: AccessTask): readonly string[] {
  const { operator: operatorId, module: moduleId } = task;
  const operator = organisationById(installation, operatorId);
  const module = moduleById(installation, moduleId);
  const contracts = installation.contracts.filter(
    (contract) => contract.operator === operatorId && contract.module === moduleId,
  );
  const contacts = [
    ...(operator?.contactPeople ?? []),
    ...contracts.flatMap(({ packageContact }) => packageContact ?? []),
  ].flatMap((id) => personById(installation, id) ?? []);
  const events: readonly OrganisationEvent[] = [
    { type: 'accessTaskRecorded', task },
    ...(operator === undefined ? [] : [{ type: 'organisationRecorded', organisation: operator } as const]),
    ...(module === undefined ? [] : [{ type: 'moduleRecorded', module } as const]),
    ...contracts.map((contract) => ({ type: 'contractRecorded', contract }) as const),
    ...contacts.map((person) => ({ type: 'personRecorded', person }) as const),
  ];
  return events.map(recordKey);
}
