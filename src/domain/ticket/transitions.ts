import type { Role } from '../organisation/installation';
import type { TicketState } from './ticket';

export const ticketActions = [
  'reportFault',
  'startAnalysis',
  'accept',
  'decline',
  'returnReport',
  'supplement',
  'closeWithoutAnswer',
  'withdraw',
  'assign',
  'handBack',
  'changeClass',
  'changePriority',
  'changeModule',
  'markSecurityRelevant',
] as const;
export type TicketAction = (typeof ticketActions)[number];

const open: readonly TicketState[] = ['requested', 'accepted', 'returned', 'inProgress', 'fixed', 'inTest'];

/** One row of the table of process 3. Where an action leads depends on its states, so each pair is a row. */
export interface Transition {
  readonly action: TicketAction;
  /** Empty for the row that opens a ticket. */
  readonly from: readonly TicketState[];
  readonly to: TicketState | 'same';
  /** In whose role; an operator's action may be done by a dispatcher on the operator's word. */
  readonly roles: readonly Role[];
  /** Narrows `from`: only with, or only without, an assignment. */
  readonly assigned?: boolean;
  /** The operator's right, which a dispatcher may exercise on the operator's word (process 3). */
  readonly onOperatorsWord?: boolean;
  /** Only while the reaction cycle runs: the reaction happens once a cycle (process 2.2). */
  readonly whileReactionPending?: boolean;
  /** Asks for nothing: the button acts at once. */
  readonly withoutForm?: boolean;
  /** Cannot be taken back: its form shows a summary before it is sent (process 3). */
  readonly final?: boolean;
}

/**
 * The process as data (process 3): `decide` executes this table, and docs/architecture.md prints it.
 * Guards that need more than state and role stand in `decide` beside the action's events.
 */
export const transitions: readonly Transition[] = [
  { action: 'reportFault', from: [], to: 'requested', roles: ['operator'], onOperatorsWord: true },
  {
    action: 'startAnalysis',
    from: ['requested'],
    to: 'same',
    roles: ['dispatcher'],
    whileReactionPending: true,
    withoutForm: true,
  },
  { action: 'accept', from: ['requested'], to: 'accepted', roles: ['dispatcher'] },
  { action: 'decline', from: ['requested', 'accepted'], to: 'declined', roles: ['dispatcher'], final: true },
  { action: 'returnReport', from: ['requested', 'accepted'], to: 'returned', roles: ['dispatcher'] },
  { action: 'supplement', from: ['returned'], to: 'requested', roles: ['operator'], onOperatorsWord: true },
  { action: 'closeWithoutAnswer', from: ['returned'], to: 'closed', roles: ['dispatcher'], final: true },
  {
    action: 'withdraw',
    from: ['requested', 'returned'],
    to: 'closed',
    roles: ['operator'],
    onOperatorsWord: true,
    final: true,
  },
  { action: 'assign', from: ['accepted'], to: 'same', roles: ['dispatcher'] },
  {
    action: 'handBack',
    from: ['accepted', 'inProgress'],
    to: 'accepted',
    roles: ['maintainer', 'dispatcher'],
    assigned: true,
  },
  { action: 'changeClass', from: open, to: 'same', roles: ['dispatcher'] },
  { action: 'changePriority', from: open, to: 'same', roles: ['dispatcher'] },
  { action: 'changeModule', from: ['requested'], to: 'same', roles: ['dispatcher'] },
  { action: 'changeModule', from: ['accepted', 'inProgress'], to: 'accepted', roles: ['dispatcher'] },
  {
    action: 'markSecurityRelevant',
    from: open,
    to: 'same',
    roles: ['dispatcher', 'operator'],
    withoutForm: true,
  },
];

/** The rows of an action, in the table's order. */
export function rowsOf(action: TicketAction): readonly Transition[] {
  return transitions.filter((row) => row.action === action);
}
