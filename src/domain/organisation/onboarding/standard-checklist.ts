import type { ChecklistItem } from '../installation';

/**
 * The default checklist of process 7. The election as committer is optional: it takes the Eclipse project's time, and the
 * platform maintainer can commit meanwhile (process 5).
 */
const items = {
  contract: { mandatory: true, by: 'processOwner' },
  contact: { mandatory: true, by: 'processOwner' },
  'ticket-account': { mandatory: true, by: 'dispatcher' },
  'trial-ticket': { mandatory: true, by: 'maintainer', evidence: 'trialTicket' },
  'eclipse-account': { mandatory: true, by: 'maintainer' },
  'committer-election': { mandatory: false, by: 'platformMaintainer' },
  repository: { mandatory: true, by: 'platformMaintainer', evidence: 'link' },
  'ci-build': { mandatory: true, by: 'maintainer', evidence: 'link' },
  handbooks: { mandatory: true, by: 'maintainer' },
  'own-build': { mandatory: true, by: 'maintainer' },
  environments: { mandatory: true, by: 'platformMaintainer' },
  'trial-release': { mandatory: true, by: 'maintainer', evidence: 'link' },
} as const satisfies Readonly<Record<string, Omit<ChecklistItem, 'id' | 'title'>>>;

export type StandardItem = keyof typeof items;

/** In the order of process 7, called as these titles say. */
export function standardChecklist(titles: Readonly<Record<StandardItem, string>>): readonly ChecklistItem[] {
  return (Object.keys(items) as StandardItem[]).map((id) => ({ id, title: titles[id], ...items[id] }));
}
