import { partyOfTicket } from '../access';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import { type ActionDecision, type DecisionContext, events, stamp } from '../deciding';
import type { EventOf } from '../event-base';
import { text, typedPart } from '../event-fields';
import { backToDispatcher } from '../lapsed-assignment';
import { type MaintainerMissing, withoutMaintainer } from '../maintainer-missing';
import type { Ticket } from '../ticket';
import { refusedForOwnRepair } from '../work/own-repair';
import type { TestRecord } from '../work/work';

export interface FailTest extends CommandBase {
  readonly type: 'failTest';
  readonly record: TestRecord;
  readonly defect: string;
}

const failed = { record: typedPart('testRecord'), defect: text };
export type TestFailed = EventOf<'testFailed', typeof failed>;

/**
 * "Test nicht bestanden": the maintainer gets it back, and the rework is counted (process 3). Where the assignment has lapsed
 * meanwhile, nobody is there to get it: it waits to be assigned.
 */
export const failTest = {
  rows: [
    { from: ['inTest'], to: 'inProgress', roles: ['dispatcher'], assigned: true },
    { from: ['inTest'], to: 'accepted', roles: ['dispatcher'], assigned: false },
  ],
  guard: refusedForOwnRepair,
  decide,
  events: {
    testFailed: {
      fields: failed,
      audience: () => 'everybody',
      evolve: (ticket, { defect, record, by, at }: TestFailed) => ({
        ...(ticket.assignment === undefined ? backToDispatcher(ticket) : { state: 'inProgress' }),
        test: undefined,
        reworks: ticket.reworks + 1,
        lastDefect: { text: defect, record, by, at },
      }),
      mentions: {
        reason: 'testFailed',
        whom: (_event, before) =>
          before.assignment === undefined ? [] : [partyOfTicket('maintainer', before)],
        holds: ({ at }: TestFailed, { state, lastDefect }) => state === 'inProgress' && lastDefect?.at === at,
      },
    },
  },
} as const satisfies ActionShape;

function decide(
  command: FailTest,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<TestFailed | MaintainerMissing> {
  const { record, defect } = command;
  const base = stamp(command, context);
  return events<TestFailed | MaintainerMissing>([
    { ...base, type: 'testFailed', record, defect },
    ...(ticket.assignment === undefined ? withoutMaintainer(ticket, ticket.module, context, base) : []),
  ]);
}
