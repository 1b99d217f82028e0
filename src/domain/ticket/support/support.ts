import type { Instant } from '../../instant';
import type { PersonId, Role } from '../../organisation/installation';
import { isOpen, type TicketState } from '../ticket-state';
import type { Completion } from '../work/work';

/** What the platform maintainer is asked for (process 5). */
export const supportKinds = ['technicalQuestion', 'testAndAcceptance', 'commit'] as const;
export type SupportKind = (typeof supportKinds)[number];

export const testVerdicts = ['passed', 'failed'] as const;
export type TestVerdict = (typeof testVerdicts)[number];

/** Counts the requests of a ticket: '1', '2', … */
export type SupportRequestId = string;

/** Help between the dispatcher, the maintainers and the platform maintainer; operators do not see it. */
export interface SupportRequest {
  readonly id: SupportRequestId;
  readonly kind: SupportKind;
  readonly question: string;
  readonly by: PersonId;
  readonly role: Role;
  readonly at: Instant;
  readonly takenBy?: PersonId;
  readonly takenAt?: Instant;
  readonly answer?: string;
  readonly verdict?: TestVerdict;
  readonly completedBy?: PersonId;
  readonly completedAt?: Instant;
}

/** The part of a ticket that these rules use. */
interface Supported {
  readonly supportRequests: readonly SupportRequest[];
}

/** The requests that nobody has completed, oldest first; an ended ticket has none. */
export function openSupportRequests(
  ticket: Supported & { readonly state: TicketState },
): readonly SupportRequest[] {
  return isOpen(ticket) ? ticket.supportRequests.filter((each) => each.completedAt === undefined) : [];
}

/** The platform maintainer's last verdict on the latest repair; shown at the test (process 5). */
export function presentVerdict(
  ticket: Supported & { readonly completion?: Completion },
): SupportRequest | undefined {
  const since = ticket.completion?.at;
  return ticket.supportRequests.findLast(
    ({ verdict, completedAt }) =>
      verdict !== undefined && completedAt !== undefined && since !== undefined && completedAt >= since,
  );
}
