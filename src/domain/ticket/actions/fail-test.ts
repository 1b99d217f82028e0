import { partyOfTicket } from '../access';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import { type ActionDecision, type DecisionContext, events, stamp } from '../deciding';
import type { EventOf } from '../event-base';
import { text, typedPart } from '../event-fields';
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

/** "Test nicht bestanden": the maintainer gets it back, and the rework is counted (process 3). */
export const failTest = {
  rows: [{ from: ['inTest'], to: 'inProgress', roles: ['dispatcher'] }],
  guard: refusedForOwnRepair,
  decide: (command: FailTest, _ticket: Ticket, context: DecisionContext): ActionDecision<TestFailed> => {
    const { record, defect } = command;
    return events([{ ...stamp(command, context), type: 'testFailed', record, defect }]);
  },
  events: {
    testFailed: {
      fields: failed,
      audience: () => 'everybody',
      evolve: ({ reworks }, { defect, record, by, at }: TestFailed) => ({
        state: 'inProgress',
        test: undefined,
        reworks: reworks + 1,
        lastDefect: { text: defect, record, by, at },
      }),
      mentions: {
        reason: 'testFailed',
        whom: (_event, before) => [partyOfTicket('maintainer', before)],
        holds: ({ at }: TestFailed, { state, lastDefect }) => state === 'inProgress' && lastDefect?.at === at,
      },
    },
  },
} as const satisfies ActionShape;
