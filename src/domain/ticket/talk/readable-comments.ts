import type { Role } from '../../organisation/installation';
import { hears } from '../access';
import type { TicketComment } from './conversation';

/** The comments that a role may read: internal ones never reach an operator (process 3). */
export function commentsFor(
  { comments }: { readonly comments: readonly TicketComment[] },
  role: Role,
): readonly TicketComment[] {
  return comments.filter(({ internal }) => hears(role, internal ? 'internal' : 'everybody'));
}
