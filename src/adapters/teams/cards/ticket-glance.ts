import { cardWords } from '../../../texts/card-words.de';
import { objectionText, planChangedText, planGlanceText } from '../../../texts/card-sentences.de';
import { defined } from '../../../defined';
import { operatorName } from '../../../texts/trial.de';
import type { View } from '../../../texts/view';
import type { Place } from '../../../domain/organisation/place';
import { isPlanBinding, planParties } from '../../../domain/ticket/plan/fix-plan';
import { openSupportRequests } from '../../../domain/ticket/support/support';
import { openQuestion } from '../../../domain/ticket/talk/conversation';
import type { Ticket, TicketNumber } from '../../../domain/ticket/ticket';
import { isOpen } from '../../../domain/ticket/ticket-state';
import { formatDay } from '../../../texts/german-time';
import { lackOf, maintainerAbsence, nextStepText } from '../../../texts/next-steps.de';
import { lapsedText } from '../../../texts/lapsed-assignment.de';
import { lackNames, measureNames, priorityNames, supportKindNames } from '../../../texts/labels.de';
import type { LabelledText } from './labelled-text';
import { declineText } from './ticket-texts';
import { overdueText } from './plan-section';
import { shortened } from './typed-text';

/** Three lines of a phone, two beside it; all of it is unfolded below or behind "Inhalt anzeigen". UTF-16 units. */
const glanceLength = 100;
const linesShown = 3;

/** The beginning of a typed text. */
export function glance(text: string): string {
  const lines = text.split('\n').slice(0, linesShown).join('\n');
  const cut = shortened(lines, glanceLength);
  return cut === lines && lines !== text ? `${lines}…` : cut;
}

/** The up to four facts that the place reads first, without what `focus` says already. */
export function keyFacts(
  ticket: Ticket,
  place: Place,
  view: View,
  focus?: LabelledText,
): readonly LabelledText[] {
  const { securityRelevant } = ticket;
  const operator = { label: cardWords.operator, text: operatorName(ticket, view) };
  const module = { label: cardWords.module, text: view.module(ticket.module) };
  // Process 10: nothing else of it stands on a card.
  if (securityRelevant) return [operator, module];
  const where = place.kind === 'organisation' ? [module] : [operator, module];
  return [...where, ...assigneeLine(ticket, view), ...orderOfWork(ticket, view, focus)];
}

/** The assigned maintainer, unless the next step names them. */
function assigneeLine(ticket: Ticket, view: View): readonly LabelledText[] {
  if (ticket.assignment === undefined) return [];
  const { person } = ticket.assignment;
  if (nextStepText(ticket, view).includes(view.person(person))) return [];
  const text = view.person(person, maintainerAbsence(person, ticket.module, view));
  return [{ label: cardWords.maintainer, text }];
}

/** The target date once there is one, unless another line names it; the priority before. */
function orderOfWork(ticket: Ticket, view: View, focus?: LabelledText): readonly LabelledText[] {
  const { fixPlan, priority } = ticket;
  if (fixPlan === undefined) return [{ label: cardWords.priority, text: priorityNames[priority] }];
  const target = formatDay(fixPlan.targetDate);
  const isAboutPlan = [cardWords.fixPlan, planChangedText(fixPlan.version)].some(
    (label) => label === focus?.label,
  );
  return isAboutPlan || overdueText(ticket, view) !== undefined
    ? []
    : [{ label: cardWords.targetDate, text: target }];
}

/** What it is about now, besides the fault itself: what somebody waits for an answer to, or how it ended. */
export function focusOf(
  ticket: Ticket,
  place: Place,
  view: View,
  readable: ReadonlySet<TicketNumber> | undefined,
): LabelledText | undefined {
  const [typed] = [
    supportAsked(ticket, place),
    lineOf(cardWords.openQuestion, openQuestion(ticket)?.text),
    withoutMaintainer(ticket, place, view),
    ofState(ticket, view, readable),
  ].filter((line) => line !== undefined);
  return typed && { label: typed.label, text: glance(typed.text) };
}

/** That the ticket was somebody's, and is to be assigned anew: for the dispatchers. */
export function lapsedAssignment(ticket: Ticket, place: Place, view: View): LabelledText | undefined {
  return place.kind === 'dispatch' && isOpen(ticket)
    ? lineOf(cardWords.lapsed, lapsedText(ticket, view))
    : undefined;
}

/** What the dispatchers can do while nobody can be assigned (process 1: "N.N.", process 7). */
export function withoutMaintainer(ticket: Ticket, place: Place, view: View): LabelledText | undefined {
  const lack = place.kind === 'dispatch' ? lackOf(ticket, view) : undefined;
  return lack && { label: lackNames[lack], text: cardWords.untilNamed };
}

/** Who is asked for support reads first what they are asked for (process 5). */
function supportAsked(ticket: Ticket, place: Place): LabelledText | undefined {
  const [request] = place.kind === 'platform' ? openSupportRequests(ticket) : [];
  return request && lineOf(supportKindNames[request.kind], request.question);
}

function ofState(
  ticket: Ticket,
  view: View,
  readable: ReadonlySet<TicketNumber> | undefined,
): LabelledText | undefined {
  const { completion, state } = ticket;
  switch (state) {
    case 'requested':
      return lineOf(cardWords.supplement, ticket.supplements.at(-1)?.text);
    case 'returned':
      return lineOf(cardWords.missing, ticket.returned?.missing);
    case 'declined':
      return lineOf(cardWords.declineReason, declineText(ticket, readable));
    case 'accepted':
      return ofPlan(ticket, view);
    case 'inProgress':
      return lineOf(cardWords.lastDefect, ticket.lastDefect?.text) ?? ofPlan(ticket, view);
    case 'fixed':
    case 'inTest':
    case 'closed':
      return lineOf(cardWords.fixedIn, completion?.fixVersion);
  }
}

function ofPlan(ticket: Ticket, view: View): LabelledText | undefined {
  const { fixPlan: plan } = ticket;
  if (plan === undefined) return undefined;
  const objector = planParties.find((party) => plan.objections[party] !== undefined);
  if (objector !== undefined)
    return lineOf(objectionText(view.planParty(objector, ticket)), plan.objections[objector]?.reason);
  const isBinding = isPlanBinding(ticket);
  const standing = isBinding ? cardWords.binding : cardWords.notBinding;
  const changed = isBinding ? undefined : ticket.previousPlan;
  const before = changed?.targetDate === plan.targetDate ? undefined : changed?.targetDate;
  const target = { now: formatDay(plan.targetDate), ...defined({ before: before && formatDay(before) }) };
  return lineOf(
    changed === undefined ? cardWords.fixPlan : planChangedText(plan.version),
    planGlanceText(measureNames[plan.measure], target, standing),
  );
}

function lineOf(label: string, text: string | undefined): LabelledText | undefined {
  return text === undefined || text === '' ? undefined : { label, text };
}
