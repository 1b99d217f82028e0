import type { ModuleId } from '../organisation/installation';
import { dispatch } from './access';
import type { EventShape } from './action';
import { isAssignable } from './assignable';
import type { DecisionContext, EventStamp } from './deciding';
import type { EventOf, TimeEventBase, TimeEventOf } from './event-base';
import { moduleId } from './event-fields';
import type { Ticket } from './ticket';
import { isOpen } from './ticket-state';

const fields = { module: moduleId };

/** The ticket's module has no maintainer who can be assigned: none whose role is in force and who is active (process 7); the process owner is told once per module. */
export type MaintainerMissing =
  EventOf<'maintainerMissing', typeof fields> | TimeEventOf<'maintainerMissing', typeof fields>;

export const maintainerMissing = {
  fields,
  // A matter between dispatcher and process owner.
  audience: () => 'dispatch',
  follows: true,
  evolve: (ticket, { module }: MaintainerMissing) => ({
    toldWithoutMaintainer: [...ticket.toldWithoutMaintainer, module],
  }),
  mentions: {
    reason: 'maintainerMissing',
    whom: () => [{ place: dispatch, people: [], roles: ['processOwner'] }],
    holds: ({ module }: MaintainerMissing, ticket, installation) =>
      isOpen(ticket) && ticket.module === module && !isAssignable(ticket, installation),
  },
} as const satisfies EventShape;

/** Tells the process owner, once per module, that nobody can be assigned (process 3). */
export function withoutMaintainer(
  ticket: Ticket,
  module: ModuleId,
  { installation }: Pick<DecisionContext, 'installation'>,
  base: EventStamp | TimeEventBase,
): readonly MaintainerMissing[] {
  return isAssignable({ ...ticket, module }, installation) || ticket.toldWithoutMaintainer.includes(module)
    ? []
    : [{ ...base, type: 'maintainerMissing', module }];
}
