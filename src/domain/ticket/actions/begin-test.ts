import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import { type ActionDecision, type DecisionContext, events, stamp } from '../deciding';
import type { EventOf } from '../event-base';
import { noFields } from '../event-fields';
import type { Ticket } from '../ticket';
import { refusedForOwnRepair } from '../work/own-repair';

export interface BeginTest extends CommandBase {
  readonly type: 'beginTest';
}

export type TestBegun = EventOf<'testBegun', typeof noFields>;

/** "Test beginnen": the tester is not the person who completed the work (process 3). */
export const beginTest = {
  rows: [{ from: ['fixed'], to: 'inTest', roles: ['dispatcher'] }],
  atOnce: true,
  guard: refusedForOwnRepair,
  decide: (command: BeginTest, _ticket: Ticket, context: DecisionContext): ActionDecision<TestBegun> =>
    events([{ ...stamp(command, context), type: 'testBegun' }]),
  events: {
    testBegun: {
      fields: noFields,
      audience: () => 'everybody',
      evolve: (_ticket, { by, at }: TestBegun) => ({ state: 'inTest', test: { tester: by, since: at } }),
    },
  },
} as const satisfies ActionShape;
