import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import {
  type ActionContext,
  type ActionDecision,
  alreadyDone,
  type DecisionContext,
  events,
  stamp,
  standing,
} from '../deciding';
import type { EventOf } from '../event-base';
import { label } from '../event-fields';
import type { OwnRefusal } from '../refusals';
import { othersWereFaster, withRequest } from '../support/requests';
import { openSupportRequests, type SupportRequest, type SupportRequestId } from '../support/support';
import type { Ticket } from '../ticket';
import { openStates } from '../ticket-state';

export interface TakeSupport extends CommandBase {
  readonly type: 'takeSupport';
  /** If absent, the oldest one that nobody has taken. */
  readonly request?: SupportRequestId;
}

const taken = { request: label };
export type SupportTaken = EventOf<'supportTaken', typeof taken>;

/** "Unterstützung übernehmen" by the platform maintainer (process 5). */
export const takeSupport = {
  rows: [
    {
      from: openStates.filter((state) => state !== 'requested'),
      to: 'same',
      roles: ['platformMaintainer'],
    },
  ],
  atOnce: true,
  repeatable: true,
  offer: {
    when: 'supportWaiting',
    holds: (ticket) => openSupportRequests(ticket).some(({ takenBy }) => takenBy === undefined),
  },
  guard: nothingToTake,
  decide,
  events: {
    supportTaken: {
      fields: taken,
      audience: () => 'internal',
      evolve: (ticket, { request, by, at }: SupportTaken) =>
        withRequest(ticket, request, { takenBy: by, takenAt: at }),
    },
  },
} as const satisfies ActionShape;

function wantedOf({ supportRequests }: Ticket, request?: SupportRequestId): SupportRequest | undefined {
  return supportRequests.find((each) =>
    request === undefined ? each.takenBy === undefined : each.id === request,
  );
}

function nothingToTake(
  ticket: Ticket,
  context: ActionContext,
  command?: TakeSupport,
): OwnRefusal | undefined {
  const request = command?.request;
  const overtaken = request === undefined ? othersWereFaster('takeSupport', ticket, context) : undefined;
  if (overtaken !== undefined) return overtaken;
  const wanted = wantedOf(ticket, request);
  if (wanted === undefined) return { code: 'noSupportRequest', ...standing(ticket) };
  const { takenBy: by, takenAt, at } = wanted;
  return by === undefined ? undefined : alreadyDone(ticket, { by, at: takenAt ?? at });
}

function decide(
  command: TakeSupport,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<SupportTaken> {
  const wanted = wantedOf(ticket, command.request);
  if (wanted === undefined) throw new Error('a request that the guard has not found');
  return events([{ ...stamp(command, context), type: 'supportTaken', request: wanted.id }]);
}
