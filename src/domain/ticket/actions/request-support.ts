import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import { type ActionDecision, type DecisionContext, events, stamp } from '../deciding';
import type { EventOf } from '../event-base';
import { label, text, word } from '../event-fields';
import { openSupportRequests, type SupportKind, supportKinds } from '../support/support';
import type { Ticket } from '../ticket';
import { openStates } from '../ticket-state';

export interface RequestSupport extends CommandBase {
  readonly type: 'requestSupport';
  readonly kind: SupportKind;
  readonly question: string;
}

const requested = { request: label, kind: word(supportKinds), question: text };
export type SupportRequested = EventOf<'supportRequested', typeof requested>;

/** "Unterstützung anfordern": people in the platform's channel are mentioned (process 5). */
export const requestSupport = {
  rows: [
    {
      from: openStates.filter((state) => state !== 'requested'),
      to: 'same',
      roles: ['maintainer', 'dispatcher'],
    },
  ],
  repeatable: true,
  decide,
  events: {
    supportRequested: {
      fields: requested,
      audience: () => 'internal',
      evolve: ({ supportRequests }, event: SupportRequested) => {
        const { request: id, kind, question, by, role, at } = event;
        return { supportRequests: [...supportRequests, { id, kind, question, by, role, at }] };
      },
      mentions: {
        reason: 'supportRequested',
        whom: () => [{ place: { kind: 'platform' }, people: [] }],
        holds: ({ request }: SupportRequested, ticket) =>
          openSupportRequests(ticket).some(({ id, takenBy }) => id === request && takenBy === undefined),
      },
    },
  },
} as const satisfies ActionShape;

function decide(
  command: RequestSupport,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<SupportRequested> {
  const { kind, question } = command;
  const request = String(ticket.supportRequests.length + 1);
  return events([{ ...stamp(command, context), type: 'supportRequested', request, kind, question }]);
}
