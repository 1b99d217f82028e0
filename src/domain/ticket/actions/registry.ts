import { accept } from './accept';
import { agreeToPlan } from './agree-to-plan';
import { answerQuestion } from './answer-question';
import { askOperator } from './ask-operator';
import { assign } from './assign';
import { beginTest } from './begin-test';
import { beginWork } from './begin-work';
import { changeClass } from './change-class';
import { changeModule } from './change-module';
import { changePriority } from './change-priority';
import { closeWithoutAnswer } from './close-without-answer';
import { comment } from './comment';
import { completeSupport } from './complete-support';
import { completeWork } from './complete-work';
import { confirmNotice } from './confirm-notice';
import { decline } from './decline';
import { enterLegalReport } from './enter-legal-report';
import { failTest } from './fail-test';
import { handBack } from './hand-back';
import { linkTicket, unlinkTicket } from './link-ticket';
import { markSecurityRelevant } from './mark-security-relevant';
import { objectToPlan } from './object-to-plan';
import { proposePlan } from './propose-plan';
import { releaseAndClose } from './release-and-close';
import { reportFault } from './report-fault';
import { requestSupport } from './request-support';
import { returnReport } from './return-report';
import { startAnalysis } from './start-analysis';
import { supplement } from './supplement';
import { takeSupport } from './take-support';
import { withdraw } from './withdraw';
import type { ActionShape } from '../action';
import type { Ticket } from '../ticket';

/** Every action of process 3, in the order of its table: what is not listed here does not exist. */
export const actions = {
  reportFault,
  startAnalysis,
  accept,
  decline,
  returnReport,
  supplement,
  closeWithoutAnswer,
  withdraw,
  assign,
  handBack,
  beginWork,
  completeWork,
  beginTest,
  failTest,
  releaseAndClose,
  changeClass,
  changePriority,
  changeModule,
  comment,
  linkTicket,
  unlinkTicket,
  askOperator,
  answerQuestion,
  proposePlan,
  agreeToPlan,
  objectToPlan,
  requestSupport,
  takeSupport,
  completeSupport,
  markSecurityRelevant,
  enterLegalReport,
  confirmNotice,
} as const satisfies Readonly<Record<string, ActionShape>>;

export type TicketAction = keyof typeof actions;

/** The names of all actions, in the order of the table. */
export const ticketActions = Object.keys(actions) as readonly TicketAction[];

/** The command of each action. */
export type CommandOf<Action extends TicketAction> = Parameters<(typeof actions)[Action]['decide']>[0];
export type TicketCommand = { [Action in TicketAction]: CommandOf<Action> }[TicketAction];

/** The actions that need no input: a button does them at once, without a form. */
export type AtOnceAction = {
  [Action in TicketAction]: (typeof actions)[Action] extends { readonly atOnce: true } ? Action : never;
}[TicketAction];

type OnWord<Action extends AtOnceAction> = (typeof actions)[Action]['rows'][number] extends infer Each
  ? Each extends { readonly onOperatorsWord: true }
    ? Action
    : never
  : never;
/** Those of them that a dispatcher may do on the operator's word: a form asks for the word (process 3). */
export type AtOnceOnWord = { [Action in AtOnceAction]: OnWord<Action> }[AtOnceAction];

/** The actions that need no input on some tickets. */
type SometimesAtOnce = {
  [Action in TicketAction]: (typeof actions)[Action] extends { readonly atOnceWhen: object } ? Action : never;
}[TicketAction];

/** Whether a button may do the action without a form, on some tickets at least. */
export function canActAtOnce(action: TicketAction): action is AtOnceAction | SometimesAtOnce {
  return isAtOnce(action) || shapeOf(action).atOnceWhen !== undefined;
}

/** Whether the action asks for nothing on this ticket. */
export function actsAtOnce(action: TicketAction, ticket: Ticket): action is AtOnceAction | SometimesAtOnce {
  return isAtOnce(action) || shapeOf(action).atOnceWhen?.holds(ticket) === true;
}

/** What the registry says about an action, apart from what depends on its command. */
export function shapeOf(action: TicketAction): ActionShape {
  return actions[action];
}

export function isAtOnce(action: TicketAction): action is AtOnceAction {
  return shapeOf(action).atOnce === true;
}

export function isTicketAction(name: string): name is TicketAction {
  return Object.hasOwn(actions, name);
}
