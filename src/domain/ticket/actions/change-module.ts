import { defined } from '../../../defined';
import type { ModuleId } from '../../organisation/installation';
import type { ActionShape } from '../action';
import { unassigned } from '../change';
import type { CommandBase } from '../command-base';
import {
  askAgain,
  type ActionDecision,
  type DecisionContext,
  events,
  stamp,
  standing,
  underContract,
} from '../deciding';
import type { EventOf } from '../event-base';
import { moduleId } from '../event-fields';
import { type MaintainerMissing, withoutMaintainer } from '../maintainer-missing';
import { withoutPlan } from '../plan/fix-plan';
import type { Ticket } from '../ticket';

export interface ChangeModule extends CommandBase {
  readonly type: 'changeModule';
  readonly module: ModuleId;
}

const changed = { from: moduleId, to: moduleId };
export type ModuleChanged = EventOf<'moduleChanged', typeof changed>;

/** "Modul ändern": to one that was under contract at the receipt, a trial ticket to any; assignment and plan become void (process 3). */
export const changeModule = {
  rows: [
    { from: ['requested'], to: 'same', roles: ['dispatcher'] },
    { from: ['accepted', 'inProgress'], to: 'accepted', roles: ['dispatcher'] },
  ],
  decide,
  events: {
    moduleChanged: {
      fields: changed,
      audience: () => 'everybody',
      evolve: ({ state }, { to }: ModuleChanged) =>
        unassigned({
          ...withoutPlan,
          module: to,
          // Repair and test belong to the previous module.
          completion: undefined,
          lastDefect: undefined,
          lapsed: undefined,
          ...defined({ state: state === 'inProgress' ? ('accepted' as const) : undefined }),
        }),
    },
  },
} as const satisfies ActionShape;

function decide(
  command: ChangeModule,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<ModuleChanged | MaintainerMissing> {
  const { module: to } = command;
  const { module: from, operator, receivedAt, state, trial } = ticket;
  if (to === from) return askAgain({ code: 'sameModule', ...standing(ticket) });
  if (trial !== true && !underContract(context, operator, to, receivedAt)) {
    return askAgain({ code: 'noContract', operator, module: to });
  }
  const base = stamp(command, context);
  return events<ModuleChanged | MaintainerMissing>([
    { ...base, type: 'moduleChanged', from, to },
    ...(state === 'requested' ? [] : withoutMaintainer(ticket, to, context, base)),
  ]);
}
