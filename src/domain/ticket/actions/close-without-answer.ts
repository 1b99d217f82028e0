import type { Instant } from '../../instant';
import { calendarAt } from '../../reaction/calendar-timeline';
import { partyOfTicket } from '../access';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import {
  type ActionContext,
  type ActionDecision,
  type DecisionContext,
  events,
  stamp,
  standing,
} from '../deciding';
import type { EventOf } from '../event-base';
import { noFields } from '../event-fields';
import type { OwnRefusal } from '../refusals';
import type { Ticket } from '../ticket';
import { hasFired, serviceDaysUntilUnanswered } from '../timers';

export interface CloseWithoutAnswer extends CommandBase {
  readonly type: 'closeWithoutAnswer';
}

export type ClosedWithoutAnswer = EventOf<'closedWithoutAnswer', typeof noFields>;

/** "Schließen ohne Antwort", ten service days after the return (process 3). */
export const closeWithoutAnswer = {
  rows: [{ from: ['returned'], to: 'closed', roles: ['dispatcher'] }],
  final: true,
  offer: {
    when: 'returnUnanswered',
    holds: (ticket) => hasFired(ticket, 'returnUnanswered', serviceDaysUntilUnanswered),
  },
  guard: tooEarly,
  decide: (
    command: CloseWithoutAnswer,
    _ticket: Ticket,
    context: DecisionContext,
  ): ActionDecision<ClosedWithoutAnswer> =>
    events([{ ...stamp(command, context), type: 'closedWithoutAnswer' }]),
  events: {
    closedWithoutAnswer: {
      fields: noFields,
      audience: () => 'everybody',
      evolve: () => ({ state: 'closed', resolution: 'noAnswer' }),
      mentions: {
        reason: 'closedWithoutAnswer',
        whom: (_event, before) => [partyOfTicket('operator', before)],
      },
    },
  },
} as const satisfies ActionShape;

function tooEarly(ticket: Ticket, { installation, now }: ActionContext): OwnRefusal | undefined {
  const returnedAt: Instant | undefined = ticket.returned?.at;
  if (returnedAt === undefined) throw new Error(`${ticket.number} is returned without a return`);
  const { calendar } = calendarAt(installation.calendars, returnedAt);
  const earliest = calendar.addServiceDays(returnedAt, serviceDaysUntilUnanswered);
  return now < earliest ? { code: 'tooEarlyToClose', earliest, ...standing(ticket) } : undefined;
}
