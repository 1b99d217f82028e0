import type { LedgerSubject } from '../../../src/app/ports/ledger';
import type { OrganisationStore } from '../../../src/app/ports/organisation-store';
import type { OrganisationChange } from '../../../src/domain/organisation/changes';

export class InMemoryOrganisationStore implements OrganisationStore {
  readonly changes: OrganisationChange[] = [];
  private readonly marked = new Set<number>();

  changesSince(version: number): Promise<readonly OrganisationChange[]> {
    return Promise.resolve(this.changes.slice(version));
  }

  append(change: OrganisationChange): Promise<boolean> {
    const isKnown = this.changes.some(({ commandId }) => commandId === change.commandId);
    if (change.version !== this.changes.length + 1 || isKnown) return Promise.resolve(false);
    this.changes.push(structuredClone(change));
    this.marked.add(change.version);
    return Promise.resolve(true);
  }

  withAnchorDue(limit: number): Promise<readonly LedgerSubject[]> {
    const due = this.changes.filter(({ version }) => this.marked.has(version)).slice(0, limit);
    return Promise.resolve(
      due.map(({ version, commandId, at }) => ({
        kind: 'organisation',
        of: 'organisation',
        version,
        subjectHash: commandId,
        at,
      })),
    );
  }

  anchored(subjects: readonly LedgerSubject[]): Promise<void> {
    for (const { version } of subjects) this.marked.delete(version);
    return Promise.resolve();
  }
}
