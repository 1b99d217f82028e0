import { defined } from '../../defined';
import type { ActionShape, Row } from './action';
import { shapeOf, type TicketAction, ticketActions } from './actions/registry';

/** A row of the table of process 3 with its action, and what applies to all rows of that action. */
export interface Transition
  extends Row, Pick<ActionShape, 'atOnce' | 'atOnceWhen' | 'final' | 'repeatable' | 'offer'> {
  readonly action: TicketAction;
}

/**
 * The process as data (process 3): `decide` executes this table, and docs/architecture.md prints it. Guards that need
 * more than state and role are kept with their action.
 */
export const transitions: readonly Transition[] = ticketActions.flatMap((action) => {
  const { rows, atOnce, atOnceWhen, final, repeatable, offer } = shapeOf(action);
  return rows.map((row) => ({
    action,
    ...row,
    ...defined({ atOnce, atOnceWhen, final, repeatable, offer }),
  }));
});

/** The rows of an action, in the table's order. */
export function rowsOf(action: TicketAction): readonly Transition[] {
  return transitions.filter((row) => row.action === action);
}
