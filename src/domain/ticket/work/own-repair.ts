import { type ActionContext, standing } from '../deciding';
import type { OwnRefusal } from '../refusals';
import type { Ticket } from '../ticket';

/** Nobody judges their own repair (process 3): the refusal, or undefined for anybody else. */
export function refusedForOwnRepair(ticket: Ticket, { actor }: ActionContext): OwnRefusal | undefined {
  return ticket.completion?.by === actor.person
    ? { code: 'completedByTester', ...standing(ticket) }
    : undefined;
}
