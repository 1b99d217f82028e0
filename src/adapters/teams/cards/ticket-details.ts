import { cardWords } from '../../../texts/card-words.de';
import { proposedClassText, seenInText } from '../../../texts/card-sentences.de';
import { operatorName } from '../../../texts/trial.de';
import type { View } from '../../../texts/view';
import type { Place } from '../../../domain/organisation/place';
import { isForReaderOf } from '../../../domain/ticket/event-rules';
import { linksOf, presentCycle, readableLinks, type Ticket } from '../../../domain/ticket/ticket';
import { explanationText } from '../../../texts/deadlines.de';
import { eventText } from '../../../texts/actions.de';
import { linkKindNames, linkTexts } from '../../../texts/links.de';
import { eventActor } from '../../../texts/event-actor.de';
import {
  environmentNames,
  faultClassLabel,
  priorityNames,
  reproducibilityNames,
} from '../../../texts/labels.de';
import type { LabelledText } from './labelled-text';
import type { CardRoom } from './card-room';
import type { Section } from './labelled-lines';
import { legalSection } from './legal-section';
import { planSection } from './plan-section';
import { releaseSection } from './release-section';
import { isShownAt, namesOperators } from './shown-at';
import { commentSection, questionSection, supportSection } from './talk-section';
import type { TicketCardInput } from './ticket-card-input';
import { typedOnCard } from './ticket-texts';
import { testSection, workSection } from './work-section';

const eventsShown = 3;
const linksShown = 5;

/** What a ticket's card unfolds at a place: first what somebody needs to act, then the report and what happened last. */
export function detailsOf(input: TicketCardInput, room: CardRoom): readonly Section[] {
  const { record, place, view } = input;
  const { ticket } = record;
  const sections = ticket.securityRelevant
    ? guardedDetails(ticket, place, view, room)
    : openDetails(input, room);
  return sections.filter(({ lines }) => lines.length > 0);
}

function openDetails(input: TicketCardInput, room: CardRoom): readonly Section[] {
  const { record, place, view } = input;
  const { ticket } = record;
  return [
    ...questionSection(ticket, place, view, room),
    ...planSection(ticket, view, room),
    ...workSection(ticket, room),
    ...testSection(ticket, place, view, room),
    ...releaseSection(ticket, place, view, room),
    ...supportSection(ticket, place, view, room),
    ...commentSection(ticket, place, view, room),
    { lines: [...factsOf(ticket, view), ...countedLine(ticket, place, view)] },
    { lines: typedOnCard(input, room) },
    ...linkSection(input),
    { title: cardWords.lately, lines: lastEvents(input) },
  ];
}

/** Nothing that was typed (process 10). */
function guardedDetails(ticket: Ticket, place: Place, view: View, room: CardRoom): readonly Section[] {
  return [
    ...releaseSection(ticket, place, view, room),
    ...legalSection(ticket, place, view),
    { lines: countedLine(ticket, place, view) },
  ];
}

/** Dispatcher and operator read how a running deadline came about (process 2.10). */
function countedLine(ticket: Ticket, place: Place, view: View): readonly LabelledText[] {
  const cycle = presentCycle(ticket);
  if (cycle.end !== undefined || (place.kind !== 'organisation' && place.kind !== 'dispatch')) return [];
  return [{ label: cardWords.howCounted, text: explanationText(cycle, view) }];
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

function factsOf(ticket: Ticket, view: View): readonly LabelledText[] {
  const { report, faultClass, proposedClass } = ticket;
  const proposed = proposedClass === faultClass ? '' : proposedClassText(proposedClass);
  const seen = seenInText(environmentNames[report.environment], reproducibilityNames[report.reproducible]);
  return [
    { label: cardWords.faultClass, text: `${faultClassLabel(faultClass)}${proposed}` },
    { label: cardWords.priority, text: priorityNames[ticket.priority] },
    { label: cardWords.module, text: view.module(ticket.module) },
    { label: cardWords.operator, text: operatorName(ticket, view) },
    { label: cardWords.receipt, text: view.time(ticket.receivedAt) },
    { label: cardWords.environment, text: seen },
  ];
}

function lastEvents({ record, place, view, readable = new Set() }: TicketCardInput): readonly LabelledText[] {
  return record.events
    .filter((event) => isShownAt(event, place) && isForReaderOf(event, readable))
    .slice(-eventsShown)
    .map((event) => {
      const actor = eventActor(event, view, { nameOperators: namesOperators(place) });
      const text = eventText(event, view, record.events);
      return { label: view.time(event.at), text: actor === undefined ? text : `${text} – ${actor}` };
    });
}
