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
  'beginWork',
  'completeWork',
  'beginTest',
  'failTest',
  'releaseAndClose',
  'changeClass',
  'changePriority',
  'changeModule',
  'comment',
  'askOperator',
  'answerQuestion',
  'proposePlan',
  'agreeToPlan',
  'objectToPlan',
  'requestSupport',
  'takeSupport',
  'completeSupport',
  'markSecurityRelevant',
  'confirmNotice',
] as const;
export type TicketAction = (typeof ticketActions)[number];

const open: readonly TicketState[] = ['requested', 'accepted', 'returned', 'inProgress', 'fixed', 'inTest'];

const planned: readonly TicketState[] = ['accepted', 'inProgress'];
const pastRequested = open.filter((state) => state !== 'requested');

/** What must be there, besides the state, for an action to be offered; without it the action's own refusal says what is missing. */
export const offerConditions = [
  'planAwaitsConsent',
  'planNotBinding',
  'noQuestionOpen',
  'questionOpen',
  'supportWaiting',
  'supportTaken',
  'noticeUnconfirmed',
  'returnUnanswered',
] as const;
export type OfferCondition = (typeof offerConditions)[number];

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
  /** Each of several people may do it from the same card: what others did since makes it neither done nor outdated. */
  readonly repeatable?: boolean;
  /** When a card offers it. */
  readonly when?: OfferCondition;
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
  {
    action: 'closeWithoutAnswer',
    from: ['returned'],
    to: 'closed',
    roles: ['dispatcher'],
    final: true,
    when: 'returnUnanswered',
  },
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
  { action: 'beginWork', from: ['accepted'], to: 'inProgress', roles: ['maintainer'], assigned: true },
  { action: 'completeWork', from: ['inProgress'], to: 'fixed', roles: ['maintainer'], assigned: true },
  { action: 'beginTest', from: ['fixed'], to: 'inTest', roles: ['dispatcher'], withoutForm: true },
  { action: 'failTest', from: ['inTest'], to: 'inProgress', roles: ['dispatcher'] },
  { action: 'releaseAndClose', from: ['inTest'], to: 'closed', roles: ['dispatcher'], final: true },
  { action: 'changeClass', from: open, to: 'same', roles: ['dispatcher'] },
  { action: 'changePriority', from: open, to: 'same', roles: ['dispatcher'] },
  { action: 'changeModule', from: ['requested'], to: 'same', roles: ['dispatcher'] },
  { action: 'changeModule', from: ['accepted', 'inProgress'], to: 'accepted', roles: ['dispatcher'] },
  {
    action: 'comment',
    from: open,
    to: 'same',
    roles: ['operator', 'dispatcher', 'maintainer', 'platformMaintainer'],
    onOperatorsWord: true,
    repeatable: true,
  },
  {
    action: 'askOperator',
    from: open,
    to: 'same',
    roles: ['dispatcher', 'maintainer'],
    when: 'noQuestionOpen',
  },
  {
    action: 'answerQuestion',
    from: open,
    to: 'same',
    roles: ['operator'],
    onOperatorsWord: true,
    when: 'questionOpen',
  },
  { action: 'proposePlan', from: planned, to: 'same', roles: ['maintainer', 'dispatcher'] },
  {
    action: 'agreeToPlan',
    from: planned,
    to: 'same',
    roles: ['operator', 'dispatcher', 'maintainer'],
    onOperatorsWord: true,
    withoutForm: true,
    repeatable: true,
    when: 'planAwaitsConsent',
  },
  {
    action: 'objectToPlan',
    from: planned,
    to: 'same',
    roles: ['operator', 'dispatcher', 'maintainer'],
    onOperatorsWord: true,
    repeatable: true,
    when: 'planNotBinding',
  },
  {
    action: 'requestSupport',
    from: pastRequested,
    to: 'same',
    roles: ['maintainer', 'dispatcher'],
    repeatable: true,
  },
  {
    action: 'takeSupport',
    from: pastRequested,
    to: 'same',
    roles: ['platformMaintainer'],
    withoutForm: true,
    repeatable: true,
    when: 'supportWaiting',
  },
  {
    action: 'completeSupport',
    from: pastRequested,
    to: 'same',
    roles: ['platformMaintainer'],
    repeatable: true,
    when: 'supportTaken',
  },
  {
    action: 'markSecurityRelevant',
    from: open,
    to: 'same',
    roles: ['dispatcher', 'operator'],
    withoutForm: true,
  },
  {
    action: 'confirmNotice',
    from: ['closed'],
    to: 'same',
    roles: ['operator'],
    onOperatorsWord: true,
    withoutForm: true,
    repeatable: true,
    when: 'noticeUnconfirmed',
  },
];

/** The rows of an action, in the table's order. */
export function rowsOf(action: TicketAction): readonly Transition[] {
  return transitions.filter((row) => row.action === action);
}
