import { cardWords } from '../../../texts/card-words.de';
import { furtherProblemsText, proposedClassText, seenInText } from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import { defined } from '../../../defined';
import type { Place } from '../../../domain/organisation/place';
import { isForReaderOf } from '../../../domain/ticket/event-rules';
import { linksOf, readableLinks, presentCycle, type Ticket } from '../../../domain/ticket/ticket';
import { isOpen } from '../../../domain/ticket/ticket-state';
import {
  countsFromText,
  deadlineText,
  type DeadlineText,
  explanationText,
} from '../../../texts/deadlines.de';
import { eventText, linkKindNames, linkTexts } from '../../../texts/actions.de';
import { eventActor } from '../../../texts/event-actor.de';
import {
  environmentNames,
  faultClassLabel,
  priorityNames,
  reproducibilityNames,
  stateNames,
} from '../../../texts/labels.de';
import { legalDutiesNote } from '../../../texts/legal-duties.de';
import { nextStepText, withoutMaintainerText } from '../../../texts/next-steps.de';
import { problemText } from '../../../texts/problems.de';
import type { LabelledText } from './labelled-text';
import type { CardRoom } from './card-room';
import type { Section } from './labelled-lines';
import { legalSection } from './legal-section';
import { overdueText, planSection } from './plan-section';
import { releaseSection } from './release-section';
import { isShownAt, namesOperators } from './shown-at';
import { commentSection, questionSection, supportSection } from './talk-section';
import type { TicketCardInput } from './ticket-card-input';
import { typedOnCard } from './ticket-texts';
import { testSection, workSection } from './work-section';

const eventsShown = 3;
const problemsShown = 5;
const linksShown = 5;

/** The data of cards/ticket.card.json, but for buttons, links and what makes it a copy. */
export function ticketView(input: TicketCardInput, room: CardRoom): Readonly<Record<string, unknown>> {
  const { record, place, view } = input;
  const { ticket } = record;
  const open = {
    number: ticket.number,
    state: stateNames[ticket.state],
    nextLabel: isOpen(ticket) ? cardWords.next : cardWords.ended,
    next: nextStepText(ticket, view),
    deadline: shownDeadline(ticket, view),
    ...operatorsView(ticket, place, view),
    problems: place.kind === 'dispatch' ? problemsOf(input) : [],
  };
  // Process 10: number, module, class, state, deadline and who acts; whatever was typed stays behind "Inhalt anzeigen".
  if (ticket.securityRelevant) {
    const facts = [classFact(ticket), moduleFact(ticket, view)];
    return {
      ...open,
      securityRelevant: true,
      facts,
      sections: [...legalSection(ticket, place, view), ...releaseSection(ticket, place, view, room)],
      typed: [],
      events: [],
      legalDuties: legalDutiesNote,
    };
  }
  const overdue = overdueText(ticket, view);
  const noMaintainer = withoutMaintainerText(ticket, view);
  return {
    ...open,
    securityRelevant: false,
    title: ticket.report.title,
    ...defined({ noMaintainer, overdue }),
    facts: factsOf(ticket, view),
    sections: [...sectionsOf(ticket, place, view, room), ...linkSection(input)],
    typed: typedOnCard(input, room),
    events: lastEvents(input),
  };
}

/** How a deadline looks; the words say it all, colour and weight only underline them. */
export function toneStyle(tone: DeadlineText['tone']): { readonly color: string; readonly weight: string } {
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

function shownDeadline(ticket: Ticket, view: View) {
  const { text, tone } = deadlineText(presentCycle(ticket), view);
  return { text, ...toneStyle(tone) };
}

/** Dispatcher and operator read how the deadline came about, and the operator, outside service time, from when it counts. */
function operatorsView(ticket: Ticket, place: Place, view: View) {
  const cycle = presentCycle(ticket);
  if (cycle.end !== undefined || (place.kind !== 'organisation' && place.kind !== 'dispatch')) return {};
  const explanation = explanationText(cycle, view);
  if (place.kind === 'dispatch') return { explanation };
  const countsFrom = countsFromText(cycle, view);
  const hotline = countsFrom === undefined ? undefined : view.installation.hotline;
  return { explanation, ...defined({ countsFrom, hotline }) };
}

/** The newest facts that somebody needs to act, what waits for an answer first. */
function sectionsOf(ticket: Ticket, place: Place, view: View, room: CardRoom): readonly Section[] {
  return [
    ...questionSection(ticket, place, view, room),
    ...planSection(ticket, view, room),
    ...workSection(ticket, room),
    ...testSection(ticket, place, view, room),
    ...releaseSection(ticket, place, view, room),
    ...supportSection(ticket, place, view, room),
    ...commentSection(ticket, place, view, room),
  ];
}

/** The other tickets that have to do with it, where they may be read too (process 3). */
function linkSection({ record, readable }: TicketCardInput): readonly Section[] {
  const links = readableLinks(linksOf(record.ticket), readable);
  if (links.length === 0) return [];
  const shown = links.slice(-linksShown).map(({ kind, number }) => ({
    label: linkKindNames[kind],
    text: number,
  }));
  const hidden = links.length - shown.length;
  const rest = hidden > 0 ? [{ label: cardWords.besides, text: linkTexts.further(hidden) }] : [];
  return [{ title: linkTexts.section, lines: [...shown, ...rest] }];
}

function problemsOf({ problems, view }: TicketCardInput): readonly { readonly text: string }[] {
  // The same place fails with every change of the ticket; it is said once.
  const distinct = new Set((problems ?? []).map((problem) => problemText(problem, view)));
  const texts = [...distinct].map((text) => ({ text }));
  if (texts.length <= problemsShown) return texts;
  const more = { text: furtherProblemsText(texts.length - problemsShown) };
  return [...texts.slice(0, problemsShown), more];
}

function factsOf(ticket: Ticket, view: View): readonly LabelledText[] {
  const { report } = ticket;
  const proposed = ticket.proposedClass === ticket.faultClass ? '' : proposedClassText(ticket.proposedClass);
  const seen = seenInText(environmentNames[report.environment], reproducibilityNames[report.reproducible]);
  return [
    { label: cardWords.faultClass, text: `${classFact(ticket).text}${proposed}` },
    { label: cardWords.priority, text: priorityNames[ticket.priority] },
    moduleFact(ticket, view),
    { label: cardWords.operator, text: view.organisation(ticket.operator) },
    { label: cardWords.receipt, text: view.time(ticket.receivedAt) },
    { label: cardWords.environment, text: seen },
  ];
}

function classFact(ticket: Ticket): LabelledText {
  return { label: cardWords.faultClass, text: faultClassLabel(ticket.faultClass) };
}

function moduleFact(ticket: Ticket, view: View): LabelledText {
  return { label: cardWords.module, text: view.module(ticket.module) };
}

function lastEvents({ record, place, view, readable = new Set() }: TicketCardInput) {
  return record.events
    .filter((event) => isShownAt(event, place) && isForReaderOf(event, readable))
    .slice(-eventsShown)
    .map((event) => {
      const actor = eventActor(event, view, { nameOperators: namesOperators(place) });
      const text = eventText(event, view);
      return {
        at: view.time(event.at),
        text: actor === undefined ? text : `${text} – ${actor}`,
      };
    });
}
