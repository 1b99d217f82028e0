import { moduleById } from '../organisation/find';
import type { Installation } from '../organisation/installation';
import type { Ticket } from './ticket';

/** Whether the company that the ticket is assigned to maintains its module in this organisation. */
export function isWithMaintainer(
  { module, assignment }: Pick<Ticket, 'module' | 'assignment'>,
  installation: Installation,
): boolean {
  return assignment !== undefined && moduleById(installation, module)?.maintainer === assignment.organisation;
}
