import type { Role } from '../domain/organisation/installation';
import type { TicketAction } from '../domain/ticket/actions/registry';
import { actionNames } from './actions.de';

const takeBackName = 'Zurückholen';

/** What the action is called for the role: a dispatcher does not hand back, but takes back (process 3). */
export function actionNameFor(action: TicketAction, role: Role): string {
  return action === 'handBack' && role === 'dispatcher' ? takeBackName : actionNames[action];
}
