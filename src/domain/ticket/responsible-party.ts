import type { ModuleId, OrganisationId, PersonId } from '../organisation/installation';
import type { Ticket } from './ticket';

/** Who has to act, or may act: a role and what it is for. */
export type ResponsibleParty =
  | { readonly role: 'dispatcher' }
  | { readonly role: 'platformMaintainer' }
  | { readonly role: 'operator'; readonly organisation: OrganisationId }
  | {
      readonly role: 'maintainer';
      readonly module: ModuleId;
      readonly organisation?: OrganisationId;
      readonly person?: PersonId;
    };

/** State and assignment together define who is responsible (process 3); nobody once the ticket has ended. */
export function responsibleParty(ticket: Ticket): ResponsibleParty | undefined {
  switch (ticket.state) {
    case 'requested':
    case 'fixed':
    case 'inTest':
      return { role: 'dispatcher' };
    case 'returned':
      return { role: 'operator', organisation: ticket.operator };
    case 'accepted':
    case 'inProgress':
      if (ticket.assignment === undefined) return { role: 'dispatcher' };
      return {
        role: 'maintainer',
        module: ticket.module,
        organisation: ticket.assignment.organisation,
        person: ticket.assignment.person,
      };
    case 'declined':
    case 'closed':
      return undefined;
  }
}
