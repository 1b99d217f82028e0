import { cardWords } from '../../../texts/card-words.de';
import { classText, furtherProblemsText, standingText } from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import { defined } from '../../../defined';
import type { Place } from '../../../domain/organisation/place';
import { roleOfPlace } from '../../../domain/ticket/access';
import { presentCycle, type Ticket } from '../../../domain/ticket/ticket';
import { isOpen } from '../../../domain/ticket/ticket-state';
import { countsFromText, deadlineText, type DeadlineText } from '../../../texts/deadlines.de';
import { stateNames } from '../../../texts/labels.de';
import { nextStepText } from '../../../texts/next-steps.de';
import { nobodyThereText, problemText } from '../../../texts/problems.de';
import { withTrialWord } from '../../../texts/trial.de';
import { headerStyle } from './header-style';
import type { Section } from './labelled-lines';
import type { LabelledText } from './labelled-text';
import { dutyLine } from './legal-section';
import { overdueText } from './plan-section';
import type { TicketCardInput } from './ticket-card-input';
import { focusOf, glance, keyFacts, lapsedAssignment, withoutMaintainer } from './ticket-glance';
import { titleGlance } from './typed-text';

const problemsShown = 5;

/** The data of cards/ticket.card.json, but for buttons, links and what makes it a copy. */
export function ticketView(
  input: TicketCardInput,
  details: readonly Section[],
): Readonly<Record<string, unknown>> {
  const { record, place, view } = input;
  const { ticket } = record;
  const counting = countingFrom(ticket, place, view);
  return {
    ...headerOf(ticket, view, 'countsFrom' in counting),
    nextLabel: isOpen(ticket) ? cardWords.next : cardWords.ended,
    next: nextStepText(ticket, view, roleOfPlace(place)),
    ...counting,
    problems: place.kind === 'dispatch' ? problemsOf(input) : [],
    ...defined({ overdue: overdueText(ticket, view) }),
    ...(ticket.securityRelevant ? guardedView(ticket, place, view) : openView(input)),
    details,
  };
}

function headerOf(ticket: Ticket, view: View, saysFrom: boolean) {
  const { container, badge } = headerStyle(ticket, view);
  const { text, tone } = deadlineText(presentCycle(ticket), view, { saysFrom });
  return {
    number: ticket.number,
    standing: withTrialWord(ticket, standingText(stateNames[ticket.state], classText(ticket.faultClass))),
    headerStyle: container,
    badgeStyle: badge,
    deadline: { text, ...toneStyle(tone) },
  };
}

/**
 * Process 10: number, module, class, state, deadlines and who acts, with what can be done meanwhile; whatever was typed
 * stays behind "Inhalt anzeigen".
 */
function guardedView(ticket: Ticket, place: Place, view: View) {
  return {
    securityRelevant: true,
    ...inRows(keyFacts(ticket, place, view)),
    focus: [
      lapsedAssignment(ticket, place, view),
      withoutMaintainer(ticket, place, view),
      dutyLine(ticket, place, view),
    ].filter((line) => line !== undefined),
  };
}

function openView({ record: { ticket }, place, view, readable }: TicketCardInput) {
  const focus = focusOf(ticket, place, view, readable);
  const lapsed = lapsedAssignment(ticket, place, view);
  return {
    securityRelevant: false,
    title: titleGlance(ticket.report.title),
    ...inRows(keyFacts(ticket, place, view, focus)),
    focus: [lapsed, focus].filter((line) => line !== undefined),
    ...(focus === undefined && { description: glance(ticket.report.description) }),
  };
}

/** How a deadline looks; the words say it all, colour and weight only underline them. */
function toneStyle(tone: DeadlineText['tone']): { readonly color: string; readonly weight: string } {
  switch (tone) {
    case 'missed':
      return { color: 'Attention', weight: 'Bolder' };
    case 'warned':
      return { color: 'Warning', weight: 'Bolder' };
    case 'met':
      return { color: 'Good', weight: 'Default' };
    case 'running':
      return { color: 'Default', weight: 'Bolder' };
    case 'ended':
      return { color: 'Default', weight: 'Default' };
  }
}

/** Outside service time, from when the operator's deadline counts and who can be called. */
function countingFrom(ticket: Ticket, place: Place, view: View) {
  const cycle = presentCycle(ticket);
  if (cycle.end !== undefined || place.kind !== 'organisation') return {};
  const countsFrom = countsFromText(cycle, view);
  const hotline = countsFrom === undefined ? undefined : view.installation.hotline;
  return defined({ countsFrom, hotline });
}

/** Two facts a row, so that they are read from left to right. */
function inRows(facts: readonly LabelledText[]) {
  const rows = facts.flatMap((left, index) =>
    index % 2 === 0 ? [{ left: [left], right: facts.slice(index + 1, index + 2) }] : [],
  );
  return { factRows: rows };
}

function problemsOf({ record, problems, view }: TicketCardInput): readonly { readonly text: string }[] {
  const { ticket } = record;
  const unattended =
    isOpen(ticket) && ticket.trial !== true ? nobodyThereText(ticket.operator, view) : undefined;
  // The same place fails with every change of the ticket; it is said once.
  const distinct = new Set([
    ...(unattended === undefined ? [] : [unattended]),
    ...(problems ?? []).map((problem) => problemText(problem, view)),
  ]);
  const texts = [...distinct].map((text) => ({ text }));
  if (texts.length <= problemsShown) return texts;
  const more = { text: furtherProblemsText(texts.length - problemsShown) };
  return [...texts.slice(0, problemsShown), more];
}
