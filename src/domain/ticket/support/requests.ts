import { type ActionContext, alreadyDone } from '../deciding';
import type { OwnRefusal } from '../refusals';
import type { Ticket } from '../ticket';
import type { SupportRequest, SupportRequestId } from './support';

/** The requests with one of them changed. */
export function withRequest(
  { supportRequests }: Pick<Ticket, 'supportRequests'>,
  id: SupportRequestId,
  change: Partial<SupportRequest>,
): Pick<Ticket, 'supportRequests'> {
  return {
    supportRequests: supportRequests.map((each) => (each.id === id ? { ...each, ...change } : each)),
  };
}

/** Without a named request, the one shown on the card is meant: somebody else may have been first. */
export function othersWereFaster(
  action: string,
  ticket: Ticket,
  { actor, seenVersion }: ActionContext,
): OwnRefusal | undefined {
  const done = ticket.done[action];
  if (done === undefined || seenVersion === undefined) return undefined;
  if (done.version <= seenVersion || done.by === actor.person) return undefined;
  return alreadyDone(ticket, done);
}
