import type {
  AccessTask,
  Installation,
  MaintainerTask,
  PackageTask,
} from '../../src/domain/organisation/installation';
import { berlin } from './given';
import { installation } from './installation';

export const repository = 'https://pakete.example.org/journal';

/** Journal has a package repository. */
export const withRepository: Installation = {
  ...installation,
  modules: installation.modules.map((each) =>
    each.id === 'journal' ? { ...each, packageRepository: repository } : each,
  ),
};

/** Arose on a Wednesday, so it is overdue on Friday when the service time ends. */
export const grantForNord: PackageTask = {
  id: 'grant-nord-journal-1',
  kind: 'grant',
  operator: 'nord',
  module: 'journal',
  since: berlin('2026-06-10T10:00'),
  reminders: 0,
};

export const grantedToNord: PackageTask = {
  ...grantForNord,
  outcome: { kind: 'done', at: berlin('2026-06-11T11:00'), by: 'platform', reference: 'nord-lesend' },
};

export const revokeFromNord: PackageTask = {
  ...grantForNord,
  id: 'revoke-nord-journal-2',
  kind: 'revoke',
};

export const toTakeFromMaintainer: MaintainerTask = {
  id: 'revokeMaintainer.maintainer-a1.journal.1',
  kind: 'revokeMaintainer',
  person: 'maintainer-a1',
  module: 'journal',
  since: berlin('2026-06-10T10:00'),
  reminders: 0,
};

/** With these tasks, and the contract of Netz Nord for Journal changed. */
export function withTasks(
  accessTasks: readonly AccessTask[],
  contract: Partial<Installation['contracts'][number]> = {},
): Installation {
  return {
    ...withRepository,
    contracts: withRepository.contracts.map((each) =>
      each.id === 'nord-journal' ? { ...each, ...contract } : each,
    ),
    accessTasks,
  };
}
