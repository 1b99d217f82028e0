import type { Role } from '../domain/organisation/installation';
import { isTicketAction, type TicketAction } from '../domain/ticket/actions/registry';
import type { Ticket } from '../domain/ticket/ticket';
import { actionNames } from './actions.de';
import { formWords } from './form-words.de';

const takeBackName = 'Zurückholen';

/** What a button of a card, or a choice of "Weitere Aktionen", leads to: an action, or another form of it. */
export type NamedStep = TicketAction | 'acceptAndAssign' | 'agreeForOperator' | 'confirmNoticeForOperator';

/** What somebody tries, by which their own card names it. */
export interface Tried {
  readonly step: NamedStep;
  readonly role: Role;
  /** Absent for a new report. */
  readonly ticket?: Ticket;
}

/** What the action is called for the role: a dispatcher does not hand back, but takes back (process 3). */
export function actionNameFor(action: TicketAction, role: Role): string {
  return action === 'handBack' && role === 'dispatcher' ? takeBackName : actionNames[action];
}

/** What the step is called on the card of the ticket for the role. */
export function stepNameFor({ step, role, ticket }: Tried): string {
  if (step === 'proposePlan' && ticket?.fixPlan !== undefined) return formWords.changePlan;
  return isTicketAction(step) ? actionNameFor(step, role) : formWords[step];
}

/** The same of what has been done: the card called it so before. */
export function doneStepNameFor({ step, role, ticket }: Tried): string {
  if (step !== 'proposePlan') return stepNameFor({ step, role });
  return ticket?.previousPlan === undefined ? actionNames.proposePlan : formWords.changePlan;
}
